import { bringData } from '../../../main/start/move/bring-data.ts';
import type { Machine } from '../../../main/start/machine.ts';

/** The program of `killed-move.test.ts`: moves the data of an older version, as the start of the app does. */
const { target, olds, machine } = JSON.parse(process.argv[2] ?? '') as {
  readonly target: string;
  readonly olds: readonly string[];
  readonly machine: Machine;
};
const moved = bringData(target, olds, machine);
process.exitCode = moved.ok ? 0 : 3;
