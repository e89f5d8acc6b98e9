import { mustRun, runCommand } from '../../../build/run/run-command.ts';
import type { Displays } from '../displays/start-displays.ts';
import { pollUntil } from '../displays/poll-until.ts';

/** A keyboard of a desktop, for an app that has no driver. The X server gives the keys to the window with the focus. */
export interface Keyboard {
  /** Strikes keys by their names of X: `Return`, `F11`, `1`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Types as a person does: what is typed faster is taken for a scanner's. */
  type(text: string): Promise<void>;
  /** Waits until the window with the focus has a title that begins so. */
  reaches(title: string): Promise<void>;
  /** Strikes a key again and again, until there is an answer: the app takes no key in the first moment of some screens. */
  pressUntil<T>(key: string, what: string, ask: () => Promise<T | undefined>): Promise<T>;
}

/** The time between two keys of a person, ms. */
const TYPING_MS = 120;
/** The time of an answer before a key is struck again, ms. */
const ANSWER_MS = 1_500;

/** Takes the keyboard of a desktop. */
export function keyboardOf(displays: Displays): Keyboard {
  const options = { env: { ...process.env, ...displays.env }, timeoutMs: 10_000 };
  const press = async (...keys: readonly string[]): Promise<void> => {
    await mustRun('xdotool', ['key', '--clearmodifiers', ...keys], options);
  };
  return {
    press,
    pressUntil: (key, what, ask) =>
      pollUntil(what, async () => {
        await press(key);
        return pollUntil(what, ask, { timeoutMs: ANSWER_MS }).catch(() => undefined);
      }),
    async type(text) {
      await mustRun('xdotool', ['type', '--delay', String(TYPING_MS), text], options);
    },
    async reaches(title) {
      await pollUntil(`a window called ${title}`, async () => {
        const named = await runCommand('xdotool', ['getactivewindow', 'getwindowname'], options);
        return named.stdout.startsWith(title) ? true : undefined;
      });
    },
  };
}
