import type { Charge } from '../../shared/domain/charge/charge.ts';
import { isAsking, type PrintState } from '../../shared/domain/printer/print-state.ts';
import type { EncoderKind } from '../../shared/domain/printer/target.ts';
import {
  originalOf,
  type TicketCharge,
  type TicketContext,
  type TicketRequest,
} from '../../shared/domain/ticket/context.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { Random } from '../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { epochMs, MINUTE, SECOND, type Clock, type EpochMs } from '../../shared/kernel/time.ts';
import { ulid } from '../../shared/kernel/ulid.ts';
import { automaticSlip, isPaidNow } from './automatic-slip.ts';
import type { ActError, ChargeService } from './charges/charge-service.ts';
import type { PrinterSetting, Settings } from './directory/settings.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { NewJob, PrintJob } from './print-queue/print-job.ts';
import type { PrintJobStore } from './print-queue/print-job-store.ts';
import { loadSlipMaker, type SlipMaker } from './print-queue/slip-maker.ts';
import { drawerPulse } from './printing/drawer-pulse.ts';
import { profileOf } from './printing/profiles.ts';
import { slipRequest, ticketChargeOf, type Slip } from './slip-request.ts';

/** How long a printed QR may be paid, ms (rule 1: ten minutes on paper). */
const PAPER_LIMIT = 10 * MINUTE;
/** How long a drawer may still open after the payment, ms: later nobody stands there to shut it. */
const DRAWER_LIFE = 10 * SECOND;

export type PrintError =
  'no-printer' | 'not-found' | 'not-printable' | 'paper-out' | 'unfit-slip' | 'storage-failed';

/** What people may ask of the printer. Every slip is on disk when the call returns. */
export interface PrintDesk {
  /** A slip about a charge. Asked for again while it waits it is the same slip; once it is out, a second copy. */
  print(chargeId: string, slip: Slip, actor: string): Result<PrintJob, PrintError>;
  /** A slip about no charge. */
  printRequest(request: TicketRequest): Result<PrintJob, PrintError>;
  /** A job that stopped in the middle did come out after all. */
  cameOut(id: string): Result<PrintJob, 'not-found' | 'not-held'>;
  /** It did not, or not whole: another one, marked as a second copy. */
  reprint(id: string): Result<PrintJob, 'not-held' | PrintError>;
  /** Nobody wants it any more. */
  discard(id: string): Result<PrintJob, 'not-found' | 'not-held'>;
  /** Loads what the chosen encoder needs. Until then nothing of it is printed. */
  load(encoder: EncoderKind): Promise<void>;
}

export interface PrintDeskPorts {
  readonly ledger: Ledger;
  readonly store: PrintJobStore;
  readonly service: () => ChargeService;
  readonly settings: () => Settings;
  readonly walletName: (charge: Charge) => string;
  readonly contextOf: (charge: Charge | null) => TicketContext;
  readonly isPaperOut: () => boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** A job was written, perhaps in a transaction that is still open: it may be looked at in the next turn, not before. */
  readonly written: () => void;
}

export function createPrintDesk(ports: PrintDeskPorts): PrintDesk {
  const { ledger, store, clock, random, logger } = ports;
  const makers: Partial<Record<EncoderKind, SlipMaker>> = {};

  const ticketCharge = (charge: Charge): TicketCharge => ticketChargeOf(charge, ports.walletName(charge));
  const requestFor = (charge: Charge, slip: Slip): TicketRequest | null =>
    slipRequest(ticketCharge(charge), charge.status, slip);

  /** Queues a job for a printer, and gives its id. */
  const write = (
    { profile, target }: PrinterSetting,
    job: Pick<NewJob, 'request' | 'chargeId' | 'bytes' | 'expiresAt'>,
  ): string => {
    const [id, createdAt] = [ulid(clock.now(), random), clock.now()];
    store.put({ id, createdAt, profile, target, ...job });
    return id;
  };

  /** Makes the slip, and gives the write that queues it, and its id: durable alone, or with the transaction around it. */
  const prepare = (
    request: TicketRequest,
    charge: Charge | null,
    expiresAt: EpochMs | null,
  ): Result<() => string, PrintError> => {
    const { printer } = ports.settings();
    const profile = printer === null ? null : profileOf(printer.profile);
    const make = printer === null ? undefined : makers[printer.encoder];
    if (printer === null || profile === null || make === undefined) return err('no-printer');
    const bytes = make(request, ports.contextOf(charge), profile);
    if (!bytes.ok) {
      logger.error('slip-unfit', { document: request.document, reason: bytes.error, profile: profile.id });
      return err('unfit-slip');
    }
    return ok(() => write(printer, { request, chargeId: charge?.id ?? null, bytes: bytes.value, expiresAt }));
  };

  const put = (...slip: Parameters<typeof prepare>): Result<PrintJob, PrintError> => {
    const prepared = prepare(...slip);
    return prepared.ok ? ok(jobOf(prepared.value())) : prepared;
  };

  const jobOf = (id: string): PrintJob => {
    const job = store.byId(id);
    if (job === null) throw new Error(`no print job ${id}`);
    return job;
  };

  const printQr = (charge: Charge, actor: string): Result<PrintJob, PrintError> => {
    const deadlineAt =
      charge.timeLimitMs < PAPER_LIMIT ? epochMs(clock.now() + PAPER_LIMIT) : charge.deadlineAt;
    const request = requestFor({ ...charge, deadlineAt }, 'qr-slip');
    if (request === null) return err('not-printable');
    return ledger.inOneTransaction(() => {
      const job = put(asCopy(request, store.of(charge.id, 'qr-slip')), charge, deadlineAt);
      if (!job.ok || deadlineAt === null) return job;
      const acted = ports.service().putOnPaper(charge.id, PAPER_LIMIT, deadlineAt, actor);
      if (!acted.ok) {
        store.end(job.value.id, 'cancelled');
        return err(printErrorOf(acted.error));
      }
      return job;
    });
  };

  const print: PrintDesk['print'] = (chargeId, slip, actor) => {
    const charge = ledger.charges.byId(chargeId);
    if (charge === null) return err('not-found');
    const document = slip === 'receipt' && charge.late ? 'late' : slip;
    const waiting = store
      .of(chargeId, document)
      .find(({ state }) => state === 'queued' || state === 'sending');
    if (waiting !== undefined) return ok(waiting);
    if (ports.settings().printer === null) return err('no-printer');
    if (ports.isPaperOut()) return err('paper-out');
    if (slip === 'qr-slip') return printQr(charge, actor);
    const request = requestFor(charge, slip);
    if (request === null) return err('not-printable');
    return put(asCopy(request, store.of(chargeId, document)), charge, null);
  };

  const told = <E extends string>(result: Result<PrintJob, E>): Result<PrintJob, E> => {
    if (result.ok) ports.written();
    return result;
  };

  const settle = (
    id: string,
    state: Extract<PrintState, 'delivered' | 'cancelled'>,
  ): Result<PrintJob, 'not-found' | 'not-held'> => {
    const job = store.byId(id);
    if (job === null) return err('not-found');
    if (!isAsking(job)) return err('not-held');
    store.end(id, state);
    return told(ok(jobOf(id)));
  };

  /** No slip is worth a payment: a bug in making one is logged, and what happened is written all the same. */
  const prepareAutomatic = (before: Charge | null, charge: Charge): (() => string) | null => {
    try {
      const request = automaticSlip(before, charge, ticketCharge, clock.now());
      const prepared = request === null ? null : prepare(request, charge, null);
      return prepared?.ok === true ? prepared.value : null;
    } catch (bug) {
      logger.error('slip-threw', { charge: charge.id, detail: String(bug) });
      return null;
    }
  };

  const openDrawer = ({ id: chargeId }: Charge, printer: PrinterSetting): void => {
    const profile = profileOf(printer.profile);
    if (profile === null) return;
    const expiresAt = epochMs(clock.now() + DRAWER_LIFE);
    write(printer, { request: null, chargeId, bytes: drawerPulse(profile), expiresAt });
    ports.written();
  };

  ledger.alongside((before, charge) => {
    if (before?.status === 'pending' && charge.status !== 'pending') store.withdrawQr(charge.id);
    const { printer } = ports.settings();
    if (printer?.drawer === true && isPaidNow(before, charge)) openDrawer(charge, printer);
    if (printer?.automatic === true && prepareAutomatic(before, charge)?.() !== undefined) ports.written();
  });

  return {
    print: (chargeId, slip, actor) => told(print(chargeId, slip, actor)),
    printRequest: (request) => told(put(request, null, null)),
    cameOut: (id) => settle(id, 'delivered'),
    discard: (id) => settle(id, 'cancelled'),
    reprint(id) {
      const job = store.byId(id);
      if (job === null) return err('not-found');
      if (!isAsking(job)) return err('not-held');
      const charge = job.chargeId === null ? null : ledger.charges.byId(job.chargeId);
      const { document } = originalOf(job.request);
      if (document === 'qr-slip' && charge?.status !== 'pending') return err('not-printable');
      return told(
        ledger.inOneTransaction(() => {
          const again = put(asCopy(job.request, [job]), charge, job.expiresAt);
          if (again.ok) store.end(id, 'cancelled', job.reason ?? undefined, job.accepted ?? undefined);
          return again;
        }),
      );
    },
    async load(encoder) {
      makers[encoder] ??= await loadSlipMaker(encoder);
    },
  };
}

/** Once one may be on paper, every further one says that it is a copy. */
function asCopy(request: TicketRequest, before: readonly PrintJob[]): TicketRequest {
  const wasOut = before.some(({ state, tries }) => state !== 'queued' && tries > 0);
  return wasOut && request.document !== 'copy' ? { document: 'copy', of: request } : request;
}

function printErrorOf(error: ActError): PrintError {
  return error === 'storage-failed' || error === 'not-found' ? error : 'not-printable';
}
