import { flushCompileCache } from 'node:module';
import { runHeadless } from '../../../main/core/boot/headless/run-headless.ts';
import { createHastyClock } from './hasty-clock.ts';

/** The headless till on a hasty clock: `hasty-headless.ts ORIGIN PACE`, then the till's own arguments. */
const [origin = '', pace = '', ...args] = process.argv.slice(2);
// Node does this at the end, which one that is killed does not have.
flushCompileCache();
process.exit(await runHeadless(args, createHastyClock(Number(origin), Number(pace))));
