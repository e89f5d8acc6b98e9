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

const SettingsFile = z.strictObject({ version: z.literal(1), customer: RememberedMonitor.nullable() });

/** Remembers the customer's monitor across restarts. */
export interface DisplaySettings {
  remembered(): RememberedMonitor | null;
  /** Remembers a monitor. If the folder cannot be written, logs that, and the choice is kept for this run. */
  remember(monitor: Monitor): void;
}

/** Reads the settings of a folder. Without a readable file, no monitor is remembered. */
export function openDisplaySettings(
  dataDir: string,
  logger: Logger,
  nowMs: () => number = Date.now,
): DisplaySettings {
  const path = join(dataDir, 'settings', 'displays.json');
  let remembered = read(path, logger, nowMs);
  return {
    remembered: () => remembered,
    remember({ identity, label, width, height }) {
      remembered = { identity, label, width, height };
      try {
        writeAtomically(path, `${JSON.stringify({ version: 1, customer: remembered }, null, 2)}\n`);
      } catch (error) {
        logger.error('settings-not-saved', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
      }
    },
  };
}

function read(path: string, logger: Logger, nowMs: () => number): RememberedMonitor | null {
  const outcome = readJson(path, SettingsFile);
  if (outcome.kind === 'found') return outcome.value.customer;
  if (outcome.kind === 'unusable') {
    logger.warn('settings-unusable', { reason: outcome.reason });
    try {
      setAside(path, nowMs());
    } catch {
      // The next choice overwrites it. The choice can be made again.
    }
  }
  return null;
}
