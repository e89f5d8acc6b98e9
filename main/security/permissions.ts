import type { Session } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';

/**
 * What pages may ask of the browser: nothing, but for the lines here, each with its reason. The clipboard, sounds and
 * full screen need no line: main copies, sounds follow a key press, and main makes the customer's window a kiosk.
 */
const GRANTED: readonly { readonly permission: string; readonly reason: string }[] = [];

function isGranted(permission: string): boolean {
  return GRANTED.some((line) => line.permission === permission);
}

type Permissions = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>;

/** Request, check, devices and screen capture: without a handler Electron grants. */
export function lockPermissions(session: Permissions, logger: Logger): void {
  session.setPermissionRequestHandler((_, permission, answer) => {
    const granted = isGranted(permission);
    if (!granted) logger.warn('permission-refused', { permission });
    answer(granted);
  });
  session.setPermissionCheckHandler((_, permission) => isGranted(permission));
  session.setDevicePermissionHandler(() => false);
  // An empty answer refuses: no source is handed over.
  session.setDisplayMediaRequestHandler((_, answer) => answer({}));
}
