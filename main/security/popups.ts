import type { WebContents } from 'electron';

/** Prevents new windows. The address goes to `openExternal`, which opens it in the browser or refuses it. */
export function lockPopups(
  contents: Pick<WebContents, 'setWindowOpenHandler'>,
  openExternal: (url: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}
