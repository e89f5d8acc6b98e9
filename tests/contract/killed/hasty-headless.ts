import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { runHeadless } from '../../../main/core/boot/headless/run-headless.ts';
import { isThread } from '../../../main/core/threads/define-thread.ts';
import { createHastyClock } from './hasty-clock.ts';
import { dieAtMoment } from './moment.ts';

/**
 * The headless till on a hasty clock, whose code is loaded when a line tells it to begin. The line is the moment of its
 * end: `hasty-headless.ts ORIGIN PACE`, then the till's own arguments.
 */
// The threads of a core that is one file load this file too.
if (!isThread()) {
  const [origin = '', pace = '', ...args] = process.argv.slice(2);
  // Node does this at the end, which one that is killed does not have.
  flushCompileCache();
  const [line] = (await once(process.stdin, 'data')) as [Buffer];
  process.stdin.destroy();
  dieAtMoment(line.toString().trim());
  process.exit(await runHeadless(args, createHastyClock(Number(origin), Number(pace))));
}
