import { mustRun } from '../../../build/run/run-command.ts';
import { outputs, type OutputName } from './outputs.ts';

/** Photographs a desktop as the monitors show it (imagemagick reads the X server's own picture). */
export async function photograph(display: string, file: string, output?: OutputName): Promise<void> {
  const area = output === undefined ? [] : ['-crop', geometry(output), '+repage'];
  await mustRun('import', ['-display', display, '-window', 'root', ...area, `png:${file}`], {
    timeoutMs: 20_000,
  });
}

function geometry(output: OutputName): string {
  const { width, height, x, y } = outputs[output];
  return `${width}x${height}+${x}+${y}`;
}
