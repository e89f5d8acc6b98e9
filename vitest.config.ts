import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, most of them waiting. Begun last they would be waited for alone. */
const LONGEST = [
  'killed.test.ts',
  'killed-move.test.ts',
  'killed-printing.test.ts',
  'rigs/usb.test.ts',
  'simulation.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** After this a test hangs, ms. It says nothing about speed: on a machine with much else to do a test takes many times as long. */
const HANGS = 300_000;
const SHARED = { testTimeout: HANGS, hookTimeout: HANGS, expect: { poll: { timeout: 60_000 } } } as const;

export default defineConfig({
  test: {
    // More than there are processors where those are few: of the longest files most wait for a program or a disk.
    maxWorkers: Math.max(3, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    globalSetup: './tests/support/folders/memory-folder.ts',
    projects: [
      {
        // The files share workers: most of them take less time than a worker takes to start. No file changes anything global.
        test: { ...SHARED, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], isolate: false },
      },
      {
        test: { ...SHARED, name: 'whole', include: ['tests/{contract,simulation}/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
