import type { Charge } from '../../../shared/domain/charge/charge.ts';
import { isSettled } from '../../../shared/domain/charge/settled.ts';
import { verdictOf } from '../../../shared/domain/charge/verdict.ts';
import type { NoticeCode } from '../../../shared/domain/notice/notice-code.ts';
import { formatBRL } from '../../../shared/domain/money/format.ts';
import type { Cancel, Clock } from '../../../shared/kernel/time.ts';
import { createChargeService, type ChargeService } from '../charges/charge-service.ts';
import { unusableLook } from '../charges/job-context.ts';
import type { KeysCheck } from '../directory/gateway-keys.ts';
import { createNames, type Names } from '../directory/names.ts';
import { createNotices, noticeLocks, type Notices } from '../directory/notices.ts';
import { createOperators, type Operators } from '../directory/people/operators.ts';
import { createSettingsStore, DEFAULT_SETTINGS, type SettingsStore } from '../directory/shop/settings.ts';
import { createShifts, type Shifts } from '../shifts/shifts.ts';
import { trackContact, type Contact } from '../gateway/contact.ts';
import { createChanges } from './changes.ts';
import { createRecovery } from './recovery.ts';
import { createSilenceWatch, type SilenceWatch } from './silence-watch.ts';
import { createStorageTrouble } from './storage-trouble.ts';
import { reportHowLedgerOpened } from './report-how-ledger-opened.ts';
import { createHeadKeeper } from './keep-head.ts';
import { createTillJobs } from './till-jobs.ts';
import type { TillPorts } from './till-ports.ts';
import { createKeysGate } from './keys-gate.ts';
import { createSearch, type Search } from '../search/search-thread.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { keepUp, type Upkeep } from '../ledger/upkeep/upkeep.ts';
import { closingSlip } from '../shifts/closing-slip.ts';
import { withClosingSlip } from '../shifts/end-shift.ts';
import type { TillIdentity } from '../../../shared/domain/till/identity.ts';
import { createTillPrinting, type TillPrinting } from '../printing/desk/till-printing.ts';
import { createWalletProbe } from '../gateway/wallet-probe.ts';
import { createWalletCache, type WalletCache } from '../directory/shop/wallets.ts';

/** A till: its ledger, the services that change it, and the state that the faces read. */
export interface Till {
  /** The ids of the till and of its store, and whether it is a till of training. */
  readonly identity: TillIdentity;
  /** The hash of the ledger's first row, hexadecimal. */
  readonly ledgerId: string;
  readonly ledger: Ledger;
  readonly service: ChargeService;
  readonly operators: Operators;
  /** Whether the ledger knows the keys in use. While it does not, no order is created. */
  readonly keys: KeysCheck;
  readonly shifts: Shifts;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly wallets: WalletCache;
  readonly names: Names;
  readonly printing: TillPrinting;
  readonly search: Search;
  readonly clock: Clock;
  /** The folder of the ledger and its backups. */
  readonly folder: string;
  /** Makes a backup in the background. Resolves to its file, or to null for a ledger in memory. Rejects if it fails. */
  backUp(label: string): Promise<string | null>;
  /** Resolves after the first try to read the wallets, also if it failed. */
  readonly firstAnswer: Promise<void>;
  contact(): Contact;
  /** True until `start` has resolved. */
  recovering(): boolean;
  /** Ids of the charges that the last run left waiting. The settle screen shows one until a person acts on it. */
  readonly leftFromLastRun: Set<string>;
  /** Calls `listener` after each change, with null if no charge changed. It must be quick, because it runs inside the act. */
  onChange(listener: (charge: Charge | null) => void): Cancel;
  /** Reports a change that is not a charge's to the listeners of `onChange`. */
  touch(): void;
  /** Reports in the log and in a notice that the disk refused a write. */
  storageFailed(error: unknown): void;
  /**
   * Asks the gateway about the orders of a charge now, within its request limits. Resolves to true if each order was answered
   * and the answers are on disk.
   */
  askGatewayAbout(chargeId: string): Promise<boolean>;
  /** Since when the gateway gives no usable answer about the order of a payable charge. */
  readonly silence: Pick<SilenceWatch, 'missingAbout' | 'silenceAbout'>;
  /** Returns the unusable answer that came about a charge, for support. Null if none came. */
  unusableAnswerAbout(chargeId: string): string | null;
  /** Starts the jobs and the printing. Resolves when each unsettled charge was asked about once, after 5 s at most. */
  start(): Promise<void>;
  /** The machine has slept. Asks the gateway about everything that is open at once. */
  woke(): void;
  /** Stops the jobs and the printing, and closes the ledger. */
  stop(): Promise<void>;
}

/** Puts the parts of a till together over an opened ledger file. Nothing runs before `start`. */
export function createTill(ports: TillPorts): Till {
  const { clock, random, logger } = ports;
  let upkeep: Upkeep | null = null;
  let stopped = false;

  // The ledger needs the zone for each row, and the settings are stored in the ledger.
  let settings: SettingsStore | null = null;
  const zone = (): string => (settings?.get() ?? DEFAULT_SETTINGS).zone;
  const whole = createLedger(ports.file.db, clock, zone, random);
  const ledger = ports.tamper?.ledger?.(whole) ?? whole;
  settings = createSettingsStore(ledger);
  const store = settings;
  const notices = createNotices(ledger, clock);
  const heads = createHeadKeeper(ports.heads, { ledger, folder: ports.file.folder, notices, logger });
  const wallets = createWalletCache(ledger.db);
  const search = createSearch(ports.file.path);
  const operators = createOperators(ledger, clock, random, {
    locks: ports.file.identity.mode === 'production',
    onLocks: () => {
      trouble.orReport(() => noticeLocks(notices, operators), undefined);
      notify(null);
    },
  });
  const gate = createKeysGate(ledger, ports.keys);
  const names = createNames(operators.nameOf, wallets.all);
  const { onChange, notify } = createChanges(() => upkeep?.written());
  const trouble = createStorageTrouble({
    ledger,
    folder: ports.file.folder,
    notices,
    logger,
    reported: () => notify(null),
  });
  const recovery = createRecovery(ledger, clock, trouble);

  const tracked = trackContact(ports.gateway, clock, (contact) => {
    // A request that is under way when the till stops may be answered when the ledger is closed.
    if (stopped) return;
    // Only usable answers make jobs due at once. Unusable ones can come and go often.
    const answers = contact.noUsableAnswerSince === null;
    if (contact.unusable !== null) logger.warn('gateway-unusable', { status: contact.unusable.status });
    else if (answers || !contact.online) logger.info(answers ? 'gateway-answers' : 'gateway-silent');
    if (answers) hurryFirst();
    probe.contactChanged(contact);
    silence.contactChanged(contact);
    notify(null);
  });
  const silence = createSilenceWatch(ledger, tracked.contact, clock, () => notify(null));

  const service = createChargeService({
    ledger,
    clock,
    gatewayNow: () => ports.gateway.now(),
    random,
    runner: () => runner,
    storageFailed: trouble.report,
    changed: (charge) => {
      // Money that came after all is shown as a late payment. Money that never came is shown only by this notice.
      if (verdictOf(charge) === 'contradicted' && isSettled(charge))
        trouble.orReport(() => notices.add('forced-contradicted', formatBRL(charge.amount)), undefined);
      notify(charge);
    },
  });

  const printing = createTillPrinting({
    ledger,
    printers: ports.printers,
    settings: store,
    service: () => service,
    names,
    training: ports.file.identity.mode === 'training',
    clock,
    random,
    logger: logger.scoped('printing'),
    changed: () => notify(null),
  });

  const { runner, askAbout, hurryFirst, askOpenFacts } = createTillJobs({
    jobs: ledger.jobs,
    gateway: tracked.gateway,
    contact: tracked.contact,
    clock,
    random,
    service,
    recovery,
    silence,
    logger: logger.scoped('outbox'),
    tamper: ports.tamper?.run,
    learnGatewayPlace: store.learnGatewayPlace,
    charge: (id) => ledger.charges.byId(id),
    withOpenFacts: ledger.charges.withOpenFacts,
    wallet: (charge) => wallets.find(charge.wallet, charge.pixDictKey),
    title: (charge) => charge.description ?? `Venda ${store.get().shopName}`.slice(0, 100),
    answerChanged: () => notify(null),
  });

  const probe = createWalletProbe({
    gateway: tracked.gateway,
    contact: tracked.contact,
    clock,
    answered: (answer) =>
      trouble.orReport(() => {
        if (answer.ok) wallets.replace(answer.value);
        else if (answer.error.kind === 'refused') notices.add('credentials-refused', answer.error.message);
        return answer.ok;
      }, false),
    changed: () => notify(null),
  });

  const backedUp = (failure: string | null): void => {
    if (failure !== null) notices.add('backup-failed', failure);
    else if (!trouble.orReport(() => notices.dismiss('backup-failed'), false)) return;
    if (!stopped) notify(null);
  };
  const backUp: Till['backUp'] = (label) => upkeep?.backUp(label) ?? Promise.resolve(null);
  const shifts = withClosingSlip({
    shifts: createShifts(ledger, clock, random),
    ledger,
    sign: heads.signClosing,
    queueSlip: (closing) => void printing.desk.printRequest(closingSlip(closing, { names, ledger })),
    // A failed backup is reported by the log and by a notice.
    ended() {
      heads.keep();
      void backUp('closing').catch(() => undefined);
    },
    askOpenFacts,
    logger,
  });

  const till: Till = {
    identity: ports.file.identity,
    ledgerId: ports.file.ledgerId,
    ledger,
    service,
    operators,
    keys: gate.keys,
    shifts,
    folder: ports.file.folder,
    backUp,
    settings: store,
    notices,
    wallets,
    names,
    printing,
    search,
    clock,
    firstAnswer: probe.firstAnswer,
    leftFromLastRun: recovery.leftFromLastRun,
    contact: tracked.contact,
    recovering: recovery.isUnderWay,
    onChange,
    touch: () => notify(null),
    storageFailed: trouble.report,
    askGatewayAbout: async (chargeId) => gate.keys.unconfirmed() === null && askAbout(chargeId),
    silence,
    unusableAnswerAbout: (chargeId) => {
      const { online, unusable } = tracked.contact();
      if (unusable !== null) return `${unusable.status}: ${unusable.detail}`;
      return online ? unusableLook(ledger.jobs.of(chargeId)) : null;
    },
    async start() {
      reportHowLedgerOpened(ports.file, ledger, notices, clock, logger);
      trouble.orReport(() => noticeLocks(notices, operators), undefined);
      trouble.orReport(() => heads.report(), undefined);
      trouble.orReport(() => gate.report(notices, logger), undefined);
      const tell = (code: NoticeCode) => (detail: string) => {
        notices.add(code, detail);
        notify(null);
      };
      upkeep = keepUp(ports.file, clock, logger.scoped('ledger'), {
        zone: () => store.get().zone,
        damaged: tell('ledger-damaged'),
        strange: tell('ledger-not-newest'),
        backedUp,
      });
      const slips = printing.load();
      if (slips !== null) await slips;
      if (stopped) return;
      await recovery.run((isFirst) => {
        trouble.orReport(printing.start, undefined);
        gate.whenKnown(() => {
          runner.start();
          runner.hurry(isFirst);
        });
        void probe.ask();
      });
      if (!stopped) notify(null);
    },
    woke() {
      if (stopped) return;
      runner.woke();
      hurryFirst();
      void probe.ask();
      notify(null);
    },
    async stop() {
      stopped = true;
      probe.stop();
      recovery.stop();
      await Promise.all([runner.stop(), printing.stop(), upkeep?.stop()]);
      // The jobs tell it of look-ups until they have ended.
      silence.stop();
      await search.close();
      heads.keep();
      ledger.close();
    },
  };
  return till;
}
