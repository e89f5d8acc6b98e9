import type { Till } from '../till/launch-till.ts';

/** The person at the save dialog types this path and presses Enter; null is Escape. */
export function answerDialog(till: Till, path: string | null): Promise<void> {
  return till.app.evaluate(({ dialog }, filePath) => {
    const answer = { canceled: filePath === null, filePath: filePath ?? '' };
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve(answer) });
  }, path);
}
