import type { Charge } from '../../../../shared/domain/charge/charge.ts';
import type { TicketContext } from '../../../../shared/domain/ticket/context.ts';
import type { By } from '../../../../shared/domain/ledger-event/by.ts';
import type { ShownTicket } from '../../../../shared/domain/ticket/ticket.ts';
import type { Logger } from '../../../../shared/kernel/logger.ts';
import type { Random } from '../../../../shared/kernel/random.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Cancel, Clock } from '../../../../shared/kernel/time.ts';
import type { ChargeService } from '../../charges/charge-service.ts';
import type { PrinterSetting, SettingsStore } from '../../directory/shop/settings.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Names } from '../../directory/names.ts';
import { createPrintDesk, type PrintDesk } from './print-desk.ts';
import { previewTicket, type PreviewError, type PreviewSubject } from './preview-ticket.ts';
import type { PrintJob } from '../queue/print-job.ts';
import { createFoundPrinters, type FoundPrinters } from './found-printers.ts';
import { createNextSlip } from './next-slip.ts';
import { createPrintJobStore } from '../queue/print-job-store.ts';
import { createPrintQueue } from '../queue/print-queue.ts';
import { loadSlipMaker } from '../queue/slip-maker.ts';
import {
  canPrint,
  createPrinterWatch,
  stateOf,
  type PrinterHealth,
  type PrinterState,
} from '../printer-watch.ts';
import { profileOf } from '../profiles.ts';
import type { Printers, SendOutcome } from '../transport-port.ts';

/** The printing of one till: its desk, its queue and the watch of its printer. */
export interface TillPrinting {
  readonly desk: PrintDesk;
  /** The printers that can be set up. */
  readonly found: FoundPrinters;
  /** Returns the slips that are neither delivered nor cancelled, oldest first. */
  open(): readonly PrintJob[];
  health(): PrinterHealth;
  state(): PrinterState;
  /** Sets up a printer, or removes it with null. Rejects if the disk does not accept the write. */
  configure(printer: PrinterSetting | null, by: By): Promise<Result<void, 'unknown-profile'>>;
  /** Sends a test page directly, without the queue. The printer does not have to be the one that is set up. */
  printTestPage(
    printer: Pick<PrinterSetting, 'target' | 'profile' | 'encoder'>,
  ): Promise<Result<SendOutcome, 'unknown-profile' | 'unfit-slip'>>;
  /** Returns a slip as data: as it was made, or as it would be printed now. */
  preview(subject: PreviewSubject): Result<ShownTicket, PreviewError>;
  /** Loads the encoder, which must be loaded before the till starts. Returns null if no printer is set up. */
  load(): Promise<void> | null;
  start(): void;
  stop(): Promise<void>;
}

/** What the printing of a till works with. */
export interface TillPrintingPorts {
  readonly ledger: Ledger;
  readonly printers: Printers;
  readonly settings: SettingsStore;
  readonly service: () => ChargeService;
  readonly names: Names;
  readonly training: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly changed: () => void;
}

/** Creates the printing of a till. Nothing is sent before `start`. */
export function createTillPrinting(ports: TillPrintingPorts): TillPrinting {
  const { ledger, printers, settings, clock, random, logger, changed } = ports;
  const store = createPrintJobStore(ledger.db);
  const nextSlip = createNextSlip(ledger, store);
  const contextOf = (charge: Charge | null): TicketContext => {
    const { shopName, zone } = settings.get();
    const operator = charge === null ? null : ports.names.knownPerson(charge.operator);
    return { shopName, operator, zone, training: ports.training, printedAt: clock.now() };
  };
  let due: Cancel | null = null;

  const queue = createPrintQueue({
    store,
    printers,
    clock,
    logger,
    changed: (target, status) => {
      if (settings.get().printer?.target.id === target.id) {
        if (status === null) watch.askNow();
        else watch.noteStatus(status);
      }
      changed();
    },
  });
  const watch = createPrinterWatch({
    printers,
    clock,
    isBusy: queue.isBusy,
    watched: () => {
      const { printer } = settings.get();
      const dialect = printer === null ? null : profileOf(printer.profile)?.status;
      return printer === null || dialect == null ? null : { target: printer.target, dialect };
    },
    changed: (health) => {
      if (canPrint(health)) queue.hurry();
      changed();
    },
  });
  const desk = createPrintDesk({
    ...ports,
    store,
    nextSlip,
    contextOf,
    settings: settings.get,
    isPaperOut: () => watch.health().status?.paper === 'out',
    written: () => {
      due ??= clock.after(0, () => {
        due = null;
        queue.wake();
        changed();
      });
    },
  });

  return {
    desk,
    found: createFoundPrinters(logged(printers, logger), clock, random),
    open: () => store.open(),
    health: watch.health,
    state: () => stateOf(watch.health()),
    async configure(printer, by) {
      if (printer !== null && profileOf(printer.profile) === null) return err('unknown-profile');
      if (printer !== null) await desk.load(printer.encoder);
      settings.set({ printer }, by);
      watch.restart();
      changed();
      return ok(undefined);
    },
    async printTestPage({ target, profile: id, encoder }) {
      const profile = profileOf(id);
      if (profile === null) return err('unknown-profile');
      const make = await loadSlipMaker(encoder);
      const { name: profileName, can } = profile;
      const bytes = make({ document: 'test', profileName, can }, contextOf(null), profile);
      if (!bytes.ok) return err('unfit-slip');
      const outcome = await printers.send(target, bytes.value, { dialect: profile.status });
      if (outcome.kind !== 'delivered') {
        const { reason, detail } = outcome;
        logger.warn('test-page-failed', { kind: target.kind, outcome: outcome.kind, reason, detail });
      }
      return ok(outcome);
    },
    preview: (subject) =>
      previewTicket(subject, { ...ports, store, nextSlip, contextOf, settings: settings.get }),
    load() {
      const { printer } = settings.get();
      return printer === null ? null : desk.load(printer.encoder);
    },
    start() {
      watch.restart();
      queue.start();
    },
    async stop() {
      due?.();
      watch.stop();
      await queue.stop();
    },
  };
}

/** Logs the text of the system for each kind that could not be searched and each printer that cannot be used. */
function logged(printers: Printers, logger: Logger): Pick<Printers, 'discover'> {
  return {
    async discover() {
      const found = await printers.discover();
      for (const { kind, trouble, detail } of found.unsearched)
        logger.warn('printers-unsearched', { kind, trouble, detail });
      for (const { target, place, problem } of found.printers) {
        if (problem !== undefined) logger.warn('printer-unusable', { kind: target.kind, place, ...problem });
      }
      return found;
    },
  };
}
