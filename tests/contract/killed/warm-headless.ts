import { once } from 'node:events';
import { runHeadless } from '../../../main/core/headless/run-headless.ts';
import { systemClock } from '../../../main/core/system-ports.ts';

/** The headless till, whose code is loaded when a line tells it to begin. */
await once(process.stdin, 'data');
process.stdin.destroy();
process.exit(await runHeadless(process.argv.slice(2), systemClock));
