import type { Session } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';

/**
 * The permissions of pages, each with its reason. There are none. The clipboard, sounds and full screen need none: main copies,
 * sounds follow a key press, and main makes the customer's window a kiosk.
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

/** Handles requests, checks, devices and screen capture. Without a handler Electron grants them. */
export function lockPermissions(session: Permissions, logger: Logger): void {
  session.setPermissionRequestHandler((_, permission, answer) => {
    const granted = isGranted(permission);
    if (!granted) logger.warn('permission-refused', { permission });
    answer(granted);
  });
  session.setPermissionCheckHandler((_, permission) => isGranted(permission));
  session.setDevicePermissionHandler(() => false);
  // An empty answer refuses: it gives no source.
  session.setDisplayMediaRequestHandler((_, answer) => answer({}));
}
