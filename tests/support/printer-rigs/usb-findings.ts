import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CableFindings } from './guest/cable-scenarios.ts';
import type { SharedFindings } from './guest/shared-scenarios.ts';
import { layOutPaper, samplePaper } from './paper.ts';
import { runGuest } from './run-guest.ts';

interface Groups {
  readonly usb: CableFindings;
  readonly devfile: CableFindings;
  readonly serial: Omit<CableFindings, 'states' | 'paperEnds'>;
  readonly shared: SharedFindings;
}

/** The findings of the guest's driver by scenario. */
export interface UsbFindings {
  /** Returns the findings of a scenario. If it did not reach its end, throws with the reason. */
  of<G extends keyof Groups, N extends keyof Groups[G] & string>(group: G, name: N): Groups[G][N];
}

/** One line of findings.jsonl. */
interface Line {
  readonly group: string;
  readonly name: string;
  readonly value?: unknown;
  readonly error?: string;
}

/** Boots the guest, runs its driver, and reads its findings in `folder`. */
export async function findInGuest(folder: string): Promise<UsbFindings> {
  await layOutPaper(folder, samplePaper());
  const said = await runGuest(folder);
  const text = await readFile(join(folder, 'findings.jsonl'), 'utf8').catch(() => '');
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  return {
    of(group, name) {
      const line = lines.find((each) => each.group === group && each.name === name);
      if (line === undefined)
        throw new Error(`the guest did not come to ${group} ${name}: ${said.slice(-3000)}`);
      if (line.error !== undefined) throw new Error(line.error);
      return line.value as Groups[typeof group][typeof name];
    },
  };
}
