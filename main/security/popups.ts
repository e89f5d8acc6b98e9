import type { WebContents } from 'electron';

/** No page opens a window. The address goes to `openExternal`, which opens it in the browser or refuses. */
export function lockPopups(
  contents: Pick<WebContents, 'setWindowOpenHandler'>,
  openExternal: (url: string) => void,
): void {
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}
