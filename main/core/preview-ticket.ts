import type { Charge } from '../../shared/domain/charge/charge.ts';
import { buildTicket } from '../../shared/domain/ticket/build-ticket.ts';
import { originalOf, type TicketContext, type TicketRequest } from '../../shared/domain/ticket/context.ts';
import type { Columns, Ticket } from '../../shared/domain/ticket/ticket.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Settings } from './directory/settings.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { PrintJobStore } from './print-queue/print-job-store.ts';
import { profileOf } from './printing/profiles.ts';
import { slipRequest, ticketChargeOf } from './slip-request.ts';

/** The paper that is shown where no printer says what it has. */
const USUAL_COLUMNS: Columns = 48;

/** Which paper: a printer's test page, a slip that was made, or one that a charge could have. */
export type PreviewSubject =
  | { readonly of: 'test'; readonly profile: string }
  | { readonly of: 'job'; readonly id: string }
  | { readonly of: 'charge'; readonly chargeId: string; readonly slip: 'receipt' | 'cancel' };

export type PreviewError = 'not-found' | 'not-printable' | 'unknown-profile';

export interface PreviewPorts {
  readonly ledger: Pick<Ledger, 'charges'>;
  readonly store: Pick<PrintJobStore, 'byId'>;
  readonly settings: () => Settings;
  readonly walletName: (charge: Charge) => string;
  readonly contextOf: (charge: Charge | null) => TicketContext;
}

/**
 * What the paper says or would say, as data for a screen. A QR slip is never given: its QR could be paid from a screen that
 * nobody watches.
 */
export function previewTicket(subject: PreviewSubject, ports: PreviewPorts): Result<Ticket, PreviewError> {
  switch (subject.of) {
    case 'test': {
      const profile = profileOf(subject.profile);
      if (profile === null) return err('unknown-profile');
      const request = { document: 'test', profileName: profile.name, can: profile.can } as const;
      return ok(buildTicket(request, ports.contextOf(null), profile.columns));
    }
    case 'job': {
      const job = ports.store.byId(subject.id);
      if (job === null) return err('not-found');
      const charge = job.chargeId === null ? null : ports.ledger.charges.byId(job.chargeId);
      const context = { ...ports.contextOf(charge), printedAt: job.createdAt };
      return shown(job.request, context, columnsOf(job.profile));
    }
    case 'charge': {
      const charge = ports.ledger.charges.byId(subject.chargeId);
      if (charge === null) return err('not-found');
      const about = ticketChargeOf(charge, ports.walletName(charge));
      const request = slipRequest(about, charge.status, subject.slip);
      const columns = columnsOf(ports.settings().printer?.profile);
      return request === null ? err('not-printable') : shown(request, ports.contextOf(charge), columns);
    }
  }
}

function columnsOf(profile: string | undefined): Columns {
  return (profile === undefined ? null : profileOf(profile))?.columns ?? USUAL_COLUMNS;
}

function shown(
  request: TicketRequest,
  context: TicketContext,
  columns: Columns,
): Result<Ticket, 'not-printable'> {
  if (originalOf(request).document === 'qr-slip') return err('not-printable');
  return ok(buildTicket(request, context, columns));
}
