import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { Transport } from '../port/transport.ts';
import type { LockCause } from '../../shared/domain/ledger-event/till-event.ts';
import { centavos, type Centavos } from '../../shared/domain/money/centavos.ts';
import { createAct, type Act } from '../stores/act-store.ts';
import type { EntryStore } from '../stores/entry-store.ts';
import type { TillStore } from '../stores/till-store.ts';
import type { DialogState, SaleWallet, SettleReason, UiStore } from '../stores/ui-store.ts';
import { entryActions, type EntryActions } from './entry-actions.ts';
import { saleWallet } from './sale-wallet.ts';
import { trainingTarget } from './training-target.ts';

export interface ActionPorts {
  readonly port: Transport;
  readonly till: TillStore;
  readonly entry: EntryStore;
  readonly ui: UiStore;
  /** Charges whose end the cashier knows: she ended them, or has read the end. */
  readonly known: Set<string>;
}

/** What the cashier's keys do. One act at a time: a key struck while another is under way does nothing. */
export interface Actions extends EntryActions {
  /** Any call of the table; its failure is shown by the screen. Null when another act is under way. */
  act: Act;
  submit(): Promise<void>;
  cancel(charge: ChargeView): Promise<void>;
  /** Finalizes a paid charge. Asks for a manager first, if only one may accept what was paid. */
  finalize(charge: ChargeView): Promise<void>;
  /** Finalizes a paid charge, over which the next amount is typed. */
  finalizeForNext(charge: ChargeView): Promise<void>;
  /** Forgets what was typed over a paid sale. */
  dropNext(): void;
  /** A manager accepted what was paid. */
  accepted(): Promise<void>;
  keepWaiting(charge: ChargeView): Promise<void>;
  /** The manager's screens close. */
  leaveManager(): void;
  /** Locks the till. What was typed is gone, because another person may come back to it. */
  lock(cause: LockCause): Promise<void>;
  /** Closes the shift and shows its closing. */
  closeShift(): Promise<void>;
  /** Chooses the wallet of this sale. The next one starts with the default wallet again. */
  chooseWallet(wallet: SaleWallet): void;
  /** Cancels a QR and asks for another one of the same amount with another wallet. */
  changeWallet(charge: ChargeView, wallet: SaleWallet): Promise<void>;
  /** Cancels a QR and puts its amount in the field, where the first digit replaces it. */
  correctAmount(charge: ChargeView): Promise<void>;
  chargeAgain(charge: ChargeView): void;
  readEnd(): void;
  copyCode(charge: ChargeView): Promise<void>;
  training(act: Input<'training/act'>['act']): Promise<void>;
  interruptTraining(how: Input<'training/interrupt'>['how']): Promise<void>;
  /** Quits. `confirmed`: the person has answered the question about the open shift. */
  quit(confirmed?: true): Promise<void>;
  /** Goes on after the question about the open shift. */
  stay(): void;
  open(dialog: DialogState | null): void;
  settle(why: SettleReason | null): void;
  deferLate(ids: readonly string[]): void;
  clearError(): void;
  toggleKeypad(): void;
}
const COPIED_NEWS_MS = 2_500;

/** For this long after a sale an Enter without an amount does nothing, ms. */
const AFTER_SALE_MS = 1_000;

/** An amount under this is asked about: `25,90` typed as `25` is one of them. Centavos. */
const ONE_REAL = 100;

/** A question needs this long to be read, so that a double Enter does not answer it, ms. */
const READING_MS = 400;

/** Creates the actions of the cashier's window. */
export function createActions({ port, till, entry, ui, known }: ActionPorts): Actions {
  const act = createAct(port, ui);
  /** When the last sale was finalized here, by the page's steady clock. */
  let soldAt = -Infinity;

  const limit = (): Centavos => centavos(till.getState().view?.maxAmount ?? 0);

  /** Closes the settle screen, and quits if the screen was shown because of quitting. */
  const goOn = async (why: SettleReason | null): Promise<void> => {
    ui.setState({ settle: null });
    // The key said that it quits.
    if (why === 'quit') await act('app/quit', { confirmed: true });
  };

  /** Cancels a charge by the cashier's own act, so that its end is no news. Returns true if it is given up. */
  const giveUp = async ({ id }: ChargeView): Promise<boolean> => {
    known.add(id);
    const reply = await act('charge/cancel', { id });
    if (reply?.ok !== true) known.delete(id);
    return reply?.ok === true;
  };

  /** Puts the amount of a charge that is over in the field. */
  const fill = ({ amount }: ChargeView, { wallet, pixDictKey }: SaleWallet): void => {
    entry.dispatch({ type: 'fill', amount: centavos(amount) }, limit());
    ui.setState({ wallet: { wallet, pixDictKey } });
  };

  /** Asks once whether an amount under one real is meant. True at the Enter after the question was read. */
  const isSmallMeant = (requestId: string): boolean => {
    const asked = ui.getState().smallAsked;
    const now = performance.now();
    if (asked?.requestId === requestId) return now - asked.at >= READING_MS;
    ui.setState({ smallAsked: { requestId, at: now } });
    return false;
  };

  const lookUp = async (code: string): Promise<void> => {
    ui.setState({ scan: '' });
    const found = await act('charge/by-code', { code });
    if (found?.ok === true) actions.open({ kind: 'found', charge: found.value });
  };

  const actions: Actions = {
    act,
    ...entryActions({ till, entry, ui, lookUp }),
    async submit() {
      const { amount, problem, requestId } = entry.getState();
      const { view } = till.getState();
      if (view === null) return;
      const { scan } = ui.getState();
      if (scan !== '') return lookUp(scan);
      if (problem !== null && problem !== 'zero') return;
      if (amount === 0) {
        // The second Enter of a hurried hand, after the one that finalized the sale.
        if (performance.now() - soldAt < AFTER_SALE_MS) return;
        return entry.dispatch({ type: 'submitted-empty' }, limit());
      }
      if (amount < ONE_REAL && !isSmallMeant(requestId)) return;
      const chosen = saleWallet(view, ui.getState().wallet);
      const wallet = chosen === null ? {} : { wallet: chosen.wallet, pixDictKey: chosen.pixDictKey };
      const reply = await act('charge/create', { requestId, amount, ...wallet });
      if (reply?.ok !== true) return;
      ui.setState({ created: reply.value, wallet: null });
      entry.dispatch({ type: 'clear' }, limit());
    },
    async cancel(charge) {
      const why = ui.getState().settle;
      if (await giveUp(charge)) await goOn(why);
    },
    async finalize(charge) {
      if (charge.needsManager) return actions.open({ kind: 'accept', chargeId: charge.id });
      const why = ui.getState().settle;
      const reply = await act('charge/finalize', { id: charge.id });
      if (reply?.ok !== true) return;
      soldAt = performance.now();
      await goOn(why);
    },
    async finalizeForNext(charge) {
      await actions.finalize(charge);
      // What was typed is of no sale while this one is open.
      if (ui.getState().error !== null) actions.dropNext();
    },
    dropNext() {
      entry.dispatch({ type: 'clear' }, limit());
      ui.setState({ isNextSale: false, scan: '' });
    },
    async accepted() {
      const why = ui.getState().settle;
      actions.open(null);
      await goOn(why);
    },
    async keepWaiting(charge) {
      const found = till.getState().view?.currentFound === true;
      const reply = found ? await act('charge/resume', { id: charge.id }) : null;
      if (reply?.ok !== false) ui.setState({ settle: null });
    },
    leaveManager: () => ui.setState({ manager: null }),
    async lock(cause) {
      const reply = await act('session/lock', { cause });
      if (reply?.ok !== true) return;
      entry.dispatch({ type: 'clear' }, limit());
      ui.setState({ dialog: null, manager: null, settle: null, scan: '', wallet: null });
    },
    async closeShift() {
      const closingShift = till.getState().view?.shift?.id ?? ui.getState().closingShift;
      if (ui.getState().busy !== null) return;
      ui.setState({ closingShift });
      const reply = await act('session/close-shift', closingShift === null ? {} : { shiftId: closingShift });
      if (reply?.ok === true) actions.open({ kind: 'closing', closing: reply.value });
    },
    chooseWallet({ wallet, pixDictKey }) {
      entry.dispatch({ type: 'wallet-changed' }, limit());
      ui.setState({ wallet: { wallet, pixDictKey } });
    },
    async changeWallet(charge, wallet) {
      if (!(await giveUp(charge))) return;
      fill(charge, wallet);
      // The amount was asked about before the first QR.
      ui.setState({ smallAsked: { requestId: entry.getState().requestId, at: -Infinity } });
      await actions.submit();
    },
    async correctAmount(charge) {
      if (await giveUp(charge)) fill(charge, charge);
    },
    chargeAgain(charge) {
      fill(charge, charge);
      actions.readEnd();
    },
    readEnd() {
      const { ended } = ui.getState();
      if (ended !== null) known.add(ended.id);
      ui.setState({ ended: null });
    },
    async copyCode({ brCode }) {
      if (brCode === null) return;
      const reply = await act('clipboard/copy', { text: brCode });
      if (reply?.ok !== true) return;
      ui.setState({ copied: true });
      setTimeout(() => ui.setState({ copied: false }), COPIED_NEWS_MS);
    },
    async training(kind) {
      const { view } = till.getState();
      if (view === null) return;
      const charge = trainingTarget(view, ui.getState());
      if (charge === null) return;
      const reply = await act('training/act', { id: charge.id, act: kind });
      if (reply?.ok === true) ui.setState({ dialog: null });
    },
    async interruptTraining(how) {
      const reply = await act('training/interrupt', { how });
      if (reply?.ok === true) ui.setState({ dialog: null });
    },
    async quit(confirmed) {
      const reply = await act('app/quit', confirmed === undefined ? {} : { confirmed });
      if (reply === null) return;
      ui.setState({ quitAsked: null });
      if (!reply.ok && reply.error.code === 'unsettled-charge') {
        ui.setState({ error: null, dialog: null, settle: 'quit' });
      }
    },
    stay: () => ui.setState({ quitAsked: null }),
    open: (dialog) => ui.setState({ dialog, error: null }),
    settle: (why) => ui.setState({ settle: why, error: null }),
    deferLate: (ids) => ui.setState({ deferredLate: ids, error: null }),
    clearError: () => ui.setState({ error: null }),
    toggleKeypad: () => ui.setState(({ keypad }) => ({ keypad: !keypad })),
  };
  return actions;
}
