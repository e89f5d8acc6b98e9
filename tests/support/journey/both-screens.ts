import { mustRun } from '../../../build/run/run-command.ts';
import { outputs } from '../displays/outputs.ts';
import type { Displays } from '../displays/start-displays.ts';

/** The height of the window manager's title bar, which is not part of the app, px. */
const TITLE_BAR = 19;
const GAP = 48;

/** Photographs both monitors and puts the pictures side by side on a plain ground. */
export async function photographBothScreens(
  displays: Displays,
  file: string,
  folder: (name: string) => string,
): Promise<void> {
  const cashier = folder('cashier.png');
  const customer = folder('customer.png');
  await displays.photograph(cashier, 'DUMMY0');
  await displays.photograph(customer, 'DUMMY1');
  const { width, height } = outputs.DUMMY0;
  const crop = ['-crop', `${width}x${height - TITLE_BAR}+0+${TITLE_BAR}`, '+repage'];
  const ground = ['-background', '#d7d5cf', '-gravity', 'center'];
  const margin = ['-bordercolor', '#d7d5cf', '-border', `${GAP}`];
  const side = ['(', cashier, ...crop, ')', '(', '-size', `${GAP}x1`, 'xc:#d7d5cf', ')', customer];
  await mustRun('convert', [...side, ...ground, '+append', ...margin, '-strip', file], { timeoutMs: 20_000 });
}
