import { join } from 'node:path';
import { z } from 'zod';
import type { Logger } from '../../shared/kernel/logger.ts';
import { readJson, setAside } from '../files/read-json.ts';
import { writeAtomically } from '../files/write-atomically.ts';
import type { Monitor } from './monitor.ts';

const RememberedMonitor = z.strictObject({
  identity: z.string().max(200),
  label: z.string(),
  width: z.int(),
  height: z.int(),
});
export type RememberedMonitor = z.infer<typeof RememberedMonitor>;

const SettingsFile = z.strictObject({
  version: z.literal(1),
  customer: RememberedMonitor.nullable(),
  fullScreen: z.boolean().default(false),
});
type Settings = Omit<z.infer<typeof SettingsFile>, 'version'>;

/**
 * Remembers across restarts which monitor is the customer's, and whether the cashier's window fills its own. If the folder cannot
 * be written, logs that, and the choice is kept for this run.
 */
export interface DisplaySettings {
  remembered(): RememberedMonitor | null;
  remember(monitor: Monitor): void;
  fillsScreen(): boolean;
  fillScreen(fullScreen: boolean): void;
}

/** Reads the settings of a folder. Without a readable file, no monitor is remembered and the cashier has a window. */
export function openDisplaySettings(
  dataDir: string,
  logger: Logger,
  nowMs: () => number = Date.now,
): DisplaySettings {
  const path = join(dataDir, 'settings', 'displays.json');
  let settings = read(path, logger, nowMs);
  const change = (part: Partial<Settings>): void => {
    settings = { ...settings, ...part };
    try {
      writeAtomically(path, `${JSON.stringify({ version: 1, ...settings }, null, 2)}\n`);
    } catch (error) {
      logger.error('settings-not-saved', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
    }
  };
  return {
    remembered: () => settings.customer,
    remember: ({ identity, label, width, height }) =>
      change({ customer: { identity, label, width, height } }),
    fillsScreen: () => settings.fullScreen,
    fillScreen: (fullScreen) => change({ fullScreen }),
  };
}

function read(path: string, logger: Logger, nowMs: () => number): Settings {
  const outcome = readJson(path, SettingsFile);
  if (outcome.kind === 'found') {
    const { customer, fullScreen } = outcome.value;
    return { customer, fullScreen };
  }
  if (outcome.kind === 'held') logger.warn('settings-held');
  if (outcome.kind === 'unusable') {
    logger.warn('settings-unusable', { reason: outcome.reason });
    try {
      setAside(path, nowMs());
    } catch {
      // The next choice overwrites it. The choice can be made again.
    }
  }
  return { customer: null, fullScreen: false };
}
