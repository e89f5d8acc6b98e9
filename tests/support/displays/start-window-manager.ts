import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOwnedProcess, type OwnedProcess } from './owned-process.ts';
import { pollUntil } from './poll-until.ts';

/** No key bindings: every key of the keyboard belongs to the app. One desktop, new windows take the focus. */
const config = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <desktops><number>1</number></desktops>
</openbox_config>
`;

/**
 * Starts openbox, because a shop's desktop has a window manager and it matters: when a monitor goes away,
 * it moves that monitor's full-screen window over the one that stays.
 *
 * @param folder for its settings and its sign of life.
 */
export async function startWindowManager(display: string, folder: string): Promise<OwnedProcess> {
  const configFile = join(folder, 'openbox.xml');
  await writeFile(configFile, config);
  const args = ['--sm-disable', '--config-file', configFile, '--startup', 'touch openbox-is-up'];
  const manager = startOwnedProcess('openbox', args, {
    cwd: folder,
    env: { ...process.env, DISPLAY: display, HOME: folder },
    stdio: 'ignore',
  });
  const isUp = () =>
    access(join(folder, 'openbox-is-up')).then(
      () => true as const,
      () => undefined,
    );
  try {
    await pollUntil('openbox', isUp);
    return manager;
  } catch (error) {
    await manager.stop();
    throw error;
  }
}
