import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import { verdictOf } from '../../../shared/domain/charge/verdict.ts';
import { formatBRL } from '../../../shared/domain/money/format.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { SECOND, type Cancel, type Clock } from '../../../shared/kernel/time.ts';
import { askedFirst, readsOpenFact } from '../charges/asked-first.ts';
import { createChargeService, type ChargeService } from '../charges/charge-service.ts';
import { forJobs, unusableLook, type JobContext } from '../charges/job-context.ts';
import { lookAt } from '../charges/look-at.ts';
import { handleJob } from '../charges/job-handler.ts';
import { restoreOwedJobs } from '../charges/recover.ts';
import { createNames, type Names } from '../directory/names.ts';
import { createNotices, type Notices } from '../directory/notices.ts';
import { createOperators, type Operators } from '../directory/people/operators.ts';
import { createSettingsStore, DEFAULT_SETTINGS, type SettingsStore } from '../directory/shop/settings.ts';
import { createShifts, type Shifts } from '../shifts/shifts.ts';
import { listenTo, type Contact } from '../gateway/contact.ts';
import type { Gateway } from '../gateway/port.ts';
import { greet } from './greeting.ts';
import { createChargeSearch, type ChargeSearch } from '../search/charge-search.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { markSuspect } from '../ledger/upkeep/integrity.ts';
import type { OpenedFile } from '../ledger/open-ledger.ts';
import { storageErrorCode } from '../ledger/storage-error.ts';
import { keepUp, type Upkeep } from '../ledger/upkeep/upkeep.ts';
import type { Job, JobResult } from '../outbox/job.ts';
import { createOutboxRunner } from '../outbox/runner.ts';
import { closingSlip } from '../shifts/closing-slip.ts';
import { withClosingSlip } from '../shifts/end-shift.ts';
import type { Printers } from '../printing/transport-port.ts';
import { createTillPrinting, type TillPrinting } from '../printing/desk/till-printing.ts';
import { createReports, type Reports } from '../reports/report-thread.ts';
import { createWalletProbe } from '../gateway/wallet-probe.ts';
import { createWalletCache, type WalletCache } from '../directory/shop/wallets.ts';

/** How long the sell screen waits for unsettled charges to be asked about, ms (rule 2). */
const RECOVERY_BUDGET = 5 * SECOND;

export interface TillPorts {
  readonly mode: 'training' | 'production';
  readonly file: OpenedFile;
  readonly gateway: Gateway;
  readonly printers: Printers;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** For the simulation alone, which puts a deliberate bug here and must then find it. */
  readonly tamper?: Tamper;
}

/** Where a deliberate bug can be put between real parts. */
export interface Tamper {
  ledger?(real: Ledger): Ledger;
  run?(real: (job: Job) => Promise<JobResult>): (job: Job) => Promise<JobResult>;
}

/** A till at work: the ledger, what acts on it, and what the outside may read of it. */
export interface Till {
  readonly mode: 'training' | 'production';
  readonly ledger: Ledger;
  readonly service: ChargeService;
  readonly operators: Operators;
  readonly shifts: Shifts;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly wallets: WalletCache;
  readonly names: Names;
  readonly printing: TillPrinting;
  readonly search: ChargeSearch;
  readonly reports: Reports;
  readonly clock: Clock;
  /** Where the ledger and its backups are. */
  readonly folder: string;
  /** Makes a backup beside the work and gives its file; null for a ledger in memory. Rejects when it fails. */
  backUp(label: string): Promise<string | null>;
  /** Resolves when the gateway was asked for the wallets once, whatever it said. */
  readonly firstAnswer: Promise<void>;
  contact(): Contact;
  recovering(): boolean;
  /** Ids of the charges that the last run left waiting, until a person acts on them: the settle screen comes first. */
  readonly leftFromLastRun: Set<string>;
  /** `charge` is null when something else changed. The listener must be quick: it runs inside the act. */
  onChange(listener: (charge: Charge | null) => void): Cancel;
  touch(): void;
  /** The disk did not take what it was given: says so in the log and to the cashier. */
  storageFailed(error: unknown): void;
  /** Asks the gateway about the orders of a charge now, as politely as ever. Resolves to whether each was answered. */
  lookAt(chargeId: string): Promise<boolean>;
  /** How the last look at a charge failed, when an answer came that cannot be used; null otherwise. */
  unusableLook(chargeId: string): string | null;
  /** Resolves when every unsettled charge was asked about once, or the budget is spent. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createTill(ports: TillPorts): Till {
  const { clock, random, logger } = ports;
  const listeners = new Set<(charge: Charge | null) => void>();
  let recovering = true;
  let budget: Cancel | null = null;
  let upkeep: Upkeep | null = null;
  let stopped = false;

  // The ledger needs the zone for each row, and the settings live in the ledger.
  let settings: SettingsStore | null = null;
  const whole = createLedger(ports.file.db, clock, () => (settings?.get() ?? DEFAULT_SETTINGS).zone);
  const ledger = ports.tamper?.ledger?.(whole) ?? whole;
  settings = createSettingsStore(ledger);
  const store = settings;
  const notices = createNotices(ledger, clock);
  const wallets = createWalletCache(ledger.db);
  const search = createChargeSearch(ports.file.path);
  const reports = createReports(ports.file.path);
  const operators = createOperators(ledger, clock, random);
  const names = createNames((id) => operators.byId(id)?.name ?? null, wallets.all);
  const leftFromLastRun = new Set<string>();
  const asked = new Map<string, () => void>();

  const byId = (id: string): Charge | null => ledger.charges.byId(id);
  const notify = (charge: Charge | null): void => {
    upkeep?.written();
    for (const listener of listeners) listener(charge);
  };
  const storageFailed = (error: unknown): void => {
    const code = storageErrorCode(error);
    logger.error('storage-failed', { code: code ?? 'unknown' });
    if (code === 'damaged' && !ledger.db.memory) markSuspect(ports.file.folder, String(error));
    const notice = code === 'disk-full' ? code : code === 'damaged' ? 'ledger-damaged' : 'read-only';
    notices.add(notice, String(code));
    notify(null);
  };
  /** Does what may fail for lack of room or rights, and says so when it did. */
  const stored = <T>(write: () => T, otherwise: T): T => {
    try {
      return write();
    } catch (error) {
      if (storageErrorCode(error) === null) throw error;
      storageFailed(error);
      return otherwise;
    }
  };

  const heard = listenTo(ports.gateway, clock, (contact) => {
    // Only usable answers: nothing is hurried by answers that cannot be used, however often they come and go.
    const answers = contact.unheardSince === null;
    if (contact.unusable !== null) logger.warn('gateway-unusable', { status: contact.unusable.status });
    else if (answers || !contact.online) logger.info(answers ? 'gateway-answers' : 'gateway-silent');
    if (answers) {
      const isFirst = askedFirst(ledger.charges.withOpenFacts());
      runner.hurry((job) => job.kind !== 'find-orphan' && isFirst(job));
    }
    probe.contactChanged(contact);
    notify(null);
  });

  const service = createChargeService({
    ledger,
    clock,
    gatewayNow: () => ports.gateway.now(),
    random,
    runner: () => runner,
    storageFailed,
    changed: (charge) => {
      // Money that came after all rings by itself as late money; money that never came would be told by nothing else.
      if (verdictOf(charge) === 'contradicted' && isSettled(charge))
        stored(() => notices.add('forced-contradicted', formatBRL(charge.amount)), undefined);
      notify(charge);
    },
  });

  const printing = createTillPrinting({
    ledger,
    printers: ports.printers,
    settings: store,
    service: () => service,
    names,
    training: ports.mode === 'training',
    clock,
    random,
    logger: logger.scoped('printing'),
    changed: () => notify(null),
  });

  const context: JobContext = {
    gateway: heard.gateway,
    contact: heard.contact,
    clock,
    random,
    service: forJobs(service),
    brokenOff: new Map(),
    charge: byId,
    wallet: (charge) => wallets.find(charge.wallet, charge.pixDictKey),
    title: (charge) => charge.description ?? `Venda ${store.get().shopName}`.slice(0, 100),
  };

  const handle = (job: Job): Promise<JobResult> => handleJob(job, context);
  const run = ports.tamper?.run?.(handle) ?? handle;
  const runner = createOutboxRunner(ledger.jobs, clock, logger.scoped('outbox'), async (job) => {
    const result = await run(job);
    asked.get(job.chargeId)?.();
    // A look that failed, or the first that did not any more, changes what may be said of the charge.
    const failed = result.kind === 'again' && result.error !== undefined;
    if (job.kind === 'look-up' && (failed || job.lastError !== null)) notify(null);
    return result;
  });

  const probe = createWalletProbe({
    gateway: heard.gateway,
    contact: heard.contact,
    clock,
    answered: (answer) =>
      stored(() => {
        if (answer.ok) wallets.replace(answer.value);
        else if (answer.error.kind === 'refused') notices.add('credentials-refused', answer.error.message);
        return answer.ok;
      }, false),
    changed: () => notify(null),
  });

  const backedUp = (failure: string | null): void => {
    if (failure !== null) notices.add('backup-failed', failure);
    else if (!stored(() => notices.dismiss('backup-failed'), false)) return;
    if (!stopped) notify(null);
  };
  const backUp: Till['backUp'] = (label) => upkeep?.backUp(label) ?? Promise.resolve(null);
  const askOpenFacts = (): void => runner.hurry(readsOpenFact(ledger.charges.withOpenFacts()));
  const shifts = withClosingSlip({
    shifts: createShifts(ledger, clock, random),
    ledger,
    queueSlip: (closing) => void printing.desk.printRequest(closingSlip(closing, { names, ledger })),
    // The log and a notice tell of a backup that failed.
    backUp: () => void backUp('closing').catch(() => undefined),
    askOpenFacts,
    logger,
  });

  const till: Till = {
    mode: ports.mode,
    ledger,
    service,
    operators,
    shifts,
    folder: ports.file.folder,
    backUp,
    settings: store,
    notices,
    wallets,
    names,
    printing,
    search,
    reports,
    clock,
    firstAnswer: probe.firstAnswer,
    leftFromLastRun,
    contact: heard.contact,
    recovering: () => recovering,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    touch: () => notify(null),
    storageFailed,
    // A person waits for the answer: a disk that takes nothing is part of it, and no reason to try again later.
    lookAt: (chargeId) => lookAt(chargeId, { ...context, service }),
    unusableLook: (chargeId) => unusableLook(ledger.jobs.of(chargeId)),
    async start() {
      greet(ports.file, ledger, notices, clock, logger);
      const damaged = (damage: string): void => {
        notices.add('ledger-damaged', damage);
        notify(null);
      };
      const zone = (): string => store.get().zone;
      upkeep = keepUp(ports.file, clock, logger.scoped('ledger'), { zone, damaged, backedUp });
      const slips = printing.load();
      if (slips !== null) await slips;
      if (stopped) return;
      // Without room nothing new can be owed; what the last run left is there all the same.
      const unresolved = stored(() => restoreOwedJobs(ledger, clock), null) ?? ledger.charges.unresolved();
      for (const charge of unresolved)
        if (ledger.charges.waiting(charge.till)?.id === charge.id) leftFromLastRun.add(charge.id);
      const isFirst = askedFirst(ledger.charges.withOpenFacts());
      const answers = unresolved
        .filter(({ id }) => ledger.jobs.of(id).some(isFirst))
        .map(({ id }) => new Promise<void>((resolve) => asked.set(id, resolve)));
      runner.start();
      stored(printing.start, undefined);
      runner.hurry(isFirst);
      void probe.ask();
      await Promise.race([
        Promise.all(answers),
        new Promise<void>((resolve) => (budget = clock.after(RECOVERY_BUDGET, resolve))),
      ]);
      budget?.();
      asked.clear();
      recovering = false;
      if (!stopped) notify(null);
    },
    async stop() {
      stopped = true;
      probe.stop();
      budget?.();
      await Promise.all([runner.stop(), printing.stop(), upkeep?.stop()]);
      await Promise.all([search.close(), reports.close()]);
      ledger.close();
    },
  };
  return till;
}
