import type { Clipboard } from 'electron';
import type { QuitFlow } from '../lifecycle/quit-flow.ts';
import type { ControlHandlers } from './gate.ts';

type Names = 'clipboard/copy' | 'app/quit';

/** Creates the handlers for the app itself. */
export function appHandlers(
  clipboard: Pick<Clipboard, 'writeText'>,
  flow: QuitFlow,
): Pick<ControlHandlers, Names> {
  return {
    'clipboard/copy': async ({ text }) => {
      await clipboard.writeText(text);
      return { ok: true, value: { copied: true } };
    },
    'app/quit': async ({ confirmed }) => {
      switch (await flow.request(confirmed)) {
        case 'quitting':
          return { ok: true, value: { quitting: true } };
        case 'refused':
          return {
            ok: false,
            error: { code: 'unsettled-charge', message: 'a charge waits for its operator' },
          };
        case 'asked':
          return { ok: false, error: { code: 'shift-open', message: 'the person is asked first' } };
      }
    },
  };
}
