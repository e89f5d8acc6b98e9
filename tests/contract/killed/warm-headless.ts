import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { runHeadless } from '../../../main/core/boot/headless/run-headless.ts';
import { systemClock } from '../../../main/core/boot/system-ports.ts';
import { isThread } from '../../../main/core/threads/define-thread.ts';

/** The headless till, whose code is loaded when a line tells it to begin. */
// The threads of a core that is one file load this file too.
if (!isThread()) {
  // Node does this at the end, which one that is killed does not have.
  flushCompileCache();
  await once(process.stdin, 'data');
  process.stdin.destroy();
  process.exit(await runHeadless(process.argv.slice(2), systemClock));
}
