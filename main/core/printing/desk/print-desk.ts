import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { By } from '../../../../shared/domain/ledger-event/by.ts';
import { isAsking, type PrintState } from '../../../../shared/domain/printer/print-state.ts';
import type { EncoderKind } from '../../../../shared/domain/printer/target.ts';
import {
  originalOf,
  type OriginalRequest,
  type TicketCharge,
  type TicketContext,
  type TicketRequest,
} from '../../../../shared/domain/ticket/context.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { epochMs, MINUTE, SECOND, type Clock, type EpochMs } from '../../../../shared/kernel/time.ts';
import { ulid } from '../../../../shared/kernel/ulid.ts';
import { automaticSlip, isPaidNow } from './automatic-slip.ts';
import type { ActError, ChargeService } from '../../charges/charge-service.ts';
import type { PrinterSetting, Settings } from '../../directory/shop/settings.ts';
import type { Names } from '../../directory/names.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { DecideNextSlip } from './next-slip.ts';
import type { NewJob, PrintJob } from '../queue/print-job.ts';
import type { PrintJobStore } from '../queue/print-job-store.ts';
import { loadSlipMaker, type SlipMaker } from '../queue/slip-maker.ts';
import { drawerPulse } from '../drawer-pulse.ts';
import { profileOf } from '../profiles.ts';
import { slipRequest, ticketChargeOf, type Slip } from './slip-request.ts';

/** How long a QR on paper may be paid, ms (rule 1). */
const PAPER_LIMIT = 10 * MINUTE;
/** How long after the payment a drawer may still open, ms. */
const DRAWER_LIFE = 10 * SECOND;

/** Why a slip was not queued. */
export type PrintError =
  'no-printer' | 'not-found' | 'not-printable' | 'paper-out' | 'unfit-slip' | 'storage-failed';

/** The slips that people ask for. Each slip is on disk when the call returns. `next-slip.ts` decides which are second copies. */
export interface PrintDesk {
  /** Queues a slip of a charge. If the same slip waits already, returns that job. */
  print(chargeId: string, slip: Slip, by: By): Result<PrintJob, PrintError>;
  /** Queues a slip that belongs to no charge. If the same slip waits already, returns that job. */
  printRequest(original: OriginalRequest): Result<PrintJob, PrintError>;
  /** Marks a held or unknown job as delivered: a person says that it is on paper. */
  cameOut(id: string): Result<PrintJob, 'not-found' | 'not-held'>;
  /**
   * Cancels a held or unknown job and queues its slip again: a person says that it is not, or not wholly, on paper. If the
   * same slip waits already, returns that job.
   */
  reprint(id: string): Result<PrintJob, 'not-held' | PrintError>;
  /** Cancels a held or unknown job. */
  discard(id: string): Result<PrintJob, 'not-found' | 'not-held'>;
  /** Loads an encoder. Until then slips for it are refused with `no-printer`. */
  load(encoder: EncoderKind): Promise<void>;
}

/** What the desk works with. */
export interface PrintDeskPorts {
  readonly ledger: Ledger;
  readonly store: PrintJobStore;
  readonly nextSlip: DecideNextSlip;
  readonly service: () => ChargeService;
  readonly settings: () => Settings;
  readonly names: Pick<Names, 'wallet'>;
  readonly contextOf: (charge: Charge | null) => TicketContext;
  readonly isPaperOut: () => boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Called after a job was written. The transaction may still be open, so the job is read in the next turn of the event loop. */
  readonly written: () => void;
}

/** Creates the desk of a till. It also writes the slips that print by themselves, in the transaction of the charge's event. */
export function createPrintDesk(ports: PrintDeskPorts): PrintDesk {
  const { ledger, store, nextSlip, clock, random, logger } = ports;
  const makers: Partial<Record<EncoderKind, SlipMaker>> = {};

  const ticketCharge = (charge: Charge): TicketCharge => ticketChargeOf(charge, ports.names);
  const requestFor = (charge: Charge, slip: Slip): OriginalRequest | null =>
    slipRequest(ticketCharge(charge), charge.status, slip);

  /** Queues a job for a printer. Returns its id. */
  const write = (
    { profile, target }: PrinterSetting,
    job: Pick<NewJob, 'request' | 'chargeId' | 'bytes' | 'expiresAt'>,
  ): string => {
    const [id, createdAt] = [ulid(clock.now(), random), clock.now()];
    store.put({ id, createdAt, profile, target, ...job });
    return id;
  };

  /** Makes the bytes of a slip. Returns a function that queues it, in the open transaction if there is one, and returns its id. */
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

  /** Queues a QR slip and extends the charge to its time on paper, in one transaction. */
  const putQr = (request: TicketRequest, charge: Charge, by: By): Result<PrintJob, PrintError> =>
    ledger.inOneTransaction(() => {
      const { deadlineAt } = charge;
      const job = put(request, charge, deadlineAt);
      if (!job.ok || deadlineAt === null) return job;
      const acted = ports.service().putOnPaper(charge.id, PAPER_LIMIT, deadlineAt, by);
      if (!acted.ok) {
        store.end(job.value.id, 'cancelled');
        return err(printErrorOf(acted.error));
      }
      return job;
    });

  /** Returns the charge with the deadline that it has when its QR is on paper. */
  const withPaperTime = (charge: Charge): Charge =>
    charge.timeLimitMs < PAPER_LIMIT ? { ...charge, deadlineAt: epochMs(clock.now() + PAPER_LIMIT) } : charge;

  const print: PrintDesk['print'] = (chargeId, slip, by) => {
    const stored = ledger.charges.byId(chargeId);
    if (stored === null) return err('not-found');
    const charge = slip === 'qr-slip' ? withPaperTime(stored) : stored;
    const original = requestFor(charge, slip);
    const next = original === null ? null : nextSlip(original, chargeId);
    if (next?.kind === 'waiting') return ok(next.job);
    if (ports.settings().printer === null) return err('no-printer');
    if (ports.isPaperOut()) return err('paper-out');
    if (next === null) return err('not-printable');
    return slip === 'qr-slip' ? putQr(next.request, charge, by) : put(next.request, charge, null);
  };

  const printRequest = (original: OriginalRequest): Result<PrintJob, PrintError> => {
    const next = nextSlip(original, null);
    return next.kind === 'waiting' ? ok(next.job) : put(next.request, null, null);
  };

  /** Reports a written job to the queue. Returns the result as it is. */
  const reported = <E extends string>(result: Result<PrintJob, E>): Result<PrintJob, E> => {
    if (result.ok) ports.written();
    return result;
  };

  /** Cancels a job that was not, or not wholly, printed. Keeps its reason, which says whether bytes were sent. */
  const cancelJob = ({ id, reason, accepted }: PrintJob): void =>
    store.end(id, 'cancelled', reason ?? undefined, accepted ?? undefined);

  /** Ends a held or unknown job by the decision of a person. */
  const endJobInDoubt = (
    id: string,
    state: Extract<PrintState, 'delivered' | 'cancelled'>,
  ): Result<PrintJob, 'not-found' | 'not-held'> => {
    const job = store.byId(id);
    if (job === null) return err('not-found');
    if (!isAsking(job)) return err('not-held');
    if (state === 'cancelled') cancelJob(job);
    else store.end(id, state);
    return reported(ok(jobOf(id)));
  };

  /** Logs a bug in making a slip and returns null, so that the payment is still written. Does not catch the caller's writes. */
  const unlessBug = <T>(charge: Charge, make: () => T): T | null => {
    try {
      return make();
    } catch (bug) {
      logger.error('slip-threw', { charge: charge.id, detail: String(bug) });
      return null;
    }
  };

  const prepareAutomatic = (before: Charge | null, charge: Charge): (() => string) | null => {
    const original = unlessBug(charge, () => automaticSlip(before, charge, ticketCharge, clock.now()));
    const next = original === null ? null : nextSlip(original, charge.id);
    if (next?.kind !== 'new') return null;
    const prepared = unlessBug(charge, () => prepare(next.request, charge, null));
    return prepared?.ok === true ? prepared.value : null;
  };

  const openDrawer = ({ id: chargeId }: Charge, printer: PrinterSetting): void => {
    const profile = profileOf(printer.profile);
    if (profile === null) return;
    const expiresAt = epochMs(clock.now() + DRAWER_LIFE);
    write(printer, { request: null, chargeId, bytes: drawerPulse(profile), expiresAt });
    ports.written();
  };

  ledger.onApplyInTransaction((before, charge) => {
    if (before?.status === 'pending' && charge.status !== 'pending') store.withdrawQr(charge.id);
    const { printer } = ports.settings();
    if (printer?.drawer === true && isPaidNow(before, charge)) openDrawer(charge, printer);
    if (printer?.automatic === true && prepareAutomatic(before, charge)?.() !== undefined) ports.written();
  });

  return {
    print: (chargeId, slip, by) => reported(print(chargeId, slip, by)),
    printRequest: (original) => reported(printRequest(original)),
    cameOut: (id) => endJobInDoubt(id, 'delivered'),
    discard: (id) => endJobInDoubt(id, 'cancelled'),
    reprint(id) {
      const job = store.byId(id);
      if (job === null) return err('not-found');
      if (!isAsking(job)) return err('not-held');
      const charge = job.chargeId === null ? null : ledger.charges.byId(job.chargeId);
      const original = originalOf(job.request);
      if (original.document === 'qr-slip' && charge?.status !== 'pending') return err('not-printable');
      return reported(
        ledger.inOneTransaction(() => {
          const next = nextSlip(original, job.chargeId);
          const again = next.kind === 'waiting' ? ok(next.job) : put(next.request, charge, job.expiresAt);
          if (again.ok) cancelJob(job);
          return again;
        }),
      );
    },
    async load(encoder) {
      makers[encoder] ??= await loadSlipMaker(encoder);
    },
  };
}

function printErrorOf(error: ActError): PrintError {
  return error === 'storage-failed' || error === 'not-found' ? error : 'not-printable';
}
