import { runHeadless } from '../../../main/core/headless/run-headless.ts';
import { createHastyClock } from './hasty-clock.ts';

/** The headless till on a hasty clock: `hasty-headless.ts ORIGIN PACE`, then the till's own arguments. */
const [origin = '', pace = '', ...args] = process.argv.slice(2);
process.exit(await runHeadless(args, createHastyClock(Number(origin), Number(pace))));
