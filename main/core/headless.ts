import { runHeadless } from './boot/headless/run-headless.ts';
import { systemClock } from './boot/system-ports.ts';

/** The core without windows: `npm run headless -- --data-dir DIR …`. Nothing is left to wait for when it has run. */
process.exit(await runHeadless(process.argv.slice(2), systemClock));
