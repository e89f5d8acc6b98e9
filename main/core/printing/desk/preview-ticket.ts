import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import { buildTicket } from '../../../../shared/domain/ticket/build-ticket.ts';
import { originalOf, type TicketContext } from '../../../../shared/domain/ticket/context.ts';
import { withholdQrs, type Columns, type ShownTicket } from '../../../../shared/domain/ticket/ticket.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Settings } from '../../directory/shop/settings.ts';
import type { Names } from '../../directory/names.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { DecideNextSlip } from './next-slip.ts';
import type { PrintJob } from '../queue/print-job.ts';
import type { PrintJobStore } from '../queue/print-job-store.ts';
import { profileOf } from '../profiles.ts';
import { slipRequest, ticketChargeOf } from './slip-request.ts';

/** The width of the preview if no printer is set up. */
const USUAL_COLUMNS: Columns = 48;

/** What to preview: a printer's test page, a slip in the print queue, or a slip that a charge has or could have. */
export type PreviewSubject =
  | { readonly of: 'test'; readonly profile: string }
  | { readonly of: 'job'; readonly id: string }
  | { readonly of: 'charge'; readonly chargeId: string; readonly slip: 'qr-slip' | 'receipt' | 'cancel' };

/** Why there is no preview. */
export type PreviewError = 'not-found' | 'not-printable' | 'unknown-profile';

export interface PreviewPorts {
  readonly ledger: Pick<Ledger, 'charges'>;
  readonly store: Pick<PrintJobStore, 'byId' | 'of'>;
  readonly nextSlip: DecideNextSlip;
  readonly settings: () => Settings;
  readonly names: Pick<Names, 'wallet'>;
  readonly contextOf: (charge: Charge | null) => TicketContext;
}

/**
 * Returns a slip as data for a screen: as it was made, or as it would be printed now. For a QR slip of a charge, returns the
 * newest one that was made. Never contains a QR that can be paid.
 */
export function previewTicket(
  subject: PreviewSubject,
  ports: PreviewPorts,
): Result<ShownTicket, PreviewError> {
  switch (subject.of) {
    case 'test': {
      const profile = profileOf(subject.profile);
      if (profile === null) return err('unknown-profile');
      const request = { document: 'test', profileName: profile.name, can: profile.can } as const;
      return ok(buildTicket(request, ports.contextOf(null), profile.columns));
    }
    case 'job': {
      const job = ports.store.byId(subject.id);
      return job === null ? err('not-found') : ok(asMade(job, ports));
    }
    case 'charge': {
      const charge = ports.ledger.charges.byId(subject.chargeId);
      if (charge === null) return err('not-found');
      if (subject.slip === 'qr-slip') {
        const printed = ports.store.of(charge.id, subject.slip).at(-1);
        return printed === undefined ? err('not-printable') : ok(asMade(printed, ports));
      }
      const about = ticketChargeOf(charge, ports.names);
      const request = slipRequest(about, charge.status, subject.slip);
      if (request === null) return err('not-printable');
      const next = ports.nextSlip(request, charge.id);
      if (next.kind === 'waiting') return ok(asMade(next.job, ports));
      const columns = columnsOf(ports.settings().printer?.profile);
      return ok(buildTicket(next.request, ports.contextOf(charge), columns));
    }
  }
}

/** Returns a slip as it was made. Leaves out the QR of a QR slip, which could be paid from the screen. */
function asMade(job: PrintJob, ports: PreviewPorts): ShownTicket {
  const charge = job.chargeId === null ? null : ports.ledger.charges.byId(job.chargeId);
  const context = { ...ports.contextOf(charge), printedAt: job.createdAt };
  const ticket = buildTicket(job.request, context, columnsOf(job.profile));
  return originalOf(job.request).document === 'qr-slip' ? withholdQrs(ticket) : ticket;
}

function columnsOf(profile: string | undefined): Columns {
  return (profile === undefined ? null : profileOf(profile))?.columns ?? USUAL_COLUMNS;
}
