import type { Till } from '../till/launch-till.ts';

/** The person at the save dialog types this path and presses Enter; null is Escape. */
export function answerDialog(till: Till, path: string | null): Promise<void> {
  return till.app.evaluate(({ dialog }, filePath) => {
    const answer = { canceled: filePath === null, filePath: filePath ?? '' };
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve(answer) });
  }, path);
}

/** Takes the place of the system's file manager. Returns the files that it was asked to show. */
export async function watchFileManager(till: Till): Promise<() => Promise<readonly string[]>> {
  const shown = await till.app.evaluateHandle(({ shell }) => {
    const files: string[] = [];
    Object.assign(shell, { showItemInFolder: (path: string) => void files.push(path) });
    return files;
  });
  return () => shown.jsonValue();
}
