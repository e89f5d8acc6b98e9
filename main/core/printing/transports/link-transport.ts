import type { Clock } from '../../../../shared/kernel/time.ts';
import type { FoundPrinter, PrinterTransport, TransportKind } from '../transport-port.ts';
import type { OpenLink } from './byte-link.ts';
import { limitsOf } from './limits.ts';
import { runJob } from './run-job.ts';
import { createTalk } from './talk.ts';

/** Creates a transport from two functions: one finds printers, and one holds one. */
export function createLinkTransport(
  clock: Clock,
  kind: TransportKind,
  list: () => Promise<readonly FoundPrinter[]>,
  open: OpenLink,
): PrinterTransport {
  return {
    kind,
    list,
    async status(target, options) {
      const limits = limitsOf(options);
      const link = await open(target, limits.connectMs);
      if (!link.ok) return { kind: 'unreachable', ...link.error };
      const reply = await createTalk(clock, link.value, options.dialect, limits).ask();
      await (reply.ok ? link.value.close() : link.value.abort());
      return reply.ok ? { kind: 'asked', status: reply.value } : { kind: 'unreachable', ...reply.error };
    },
    async send(target, bytes, options) {
      const link = await open(target, limitsOf(options).connectMs);
      return link.ok ? runJob(clock, link.value, bytes, options) : { kind: 'not_started', ...link.error };
    },
  };
}
