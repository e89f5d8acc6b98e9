import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { WalletView } from '../../shared/contract/views.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { z } from 'zod';
import type { Transport } from '../port/transport.ts';
import { centavos, type Centavos } from '../../shared/domain/money/centavos.ts';
import { createAct, type Act } from '../stores/act-store.ts';
import type { EntryStore } from '../stores/entry-store.ts';
import type { TillStore } from '../stores/till-store.ts';
import type { DialogState, SettleReason, UiStore } from '../stores/ui-store.ts';
import { entryActions, type EntryActions } from './entry-actions.ts';
import { trainingTarget } from './training-target.ts';

type Wallet = z.infer<typeof WalletView>;

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
  finalize(charge: ChargeView): Promise<void>;
  keepWaiting(charge: ChargeView): Promise<void>;
  /** The manager's screens close. */
  leaveManager(): void;
  /** Closes the shift and shows its closing. */
  closeShift(): Promise<void>;
  chooseWallet(wallet: Wallet): Promise<void>;
  chargeAgain(charge: ChargeView): void;
  readEnd(): void;
  copyCode(charge: ChargeView): Promise<void>;
  training(act: Input<'training/act'>['act']): Promise<void>;
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

/** Creates the actions of the cashier's window. */
export function createActions({ port, till, entry, ui, known }: ActionPorts): Actions {
  const act = createAct(port, ui);

  const limit = (): Centavos => centavos(till.getState().view?.maxAmount ?? 0);

  /** Closes the settle screen, and quits if the screen was shown because of quitting. */
  const goOn = async (why: SettleReason | null): Promise<void> => {
    ui.setState({ settle: null });
    // The key said that it quits.
    if (why === 'quit') await act('app/quit', { confirmed: true });
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
      if (amount === 0) return entry.dispatch({ type: 'submitted-empty' }, limit());
      const chosen = view.chosenWallet;
      const wallet = chosen === null ? {} : { wallet: chosen.wallet, pixDictKey: chosen.pixDictKey };
      const reply = await act('charge/create', { requestId, amount, ...wallet });
      if (reply?.ok !== true) return;
      ui.setState({ created: reply.value });
      entry.dispatch({ type: 'clear' }, limit());
    },
    async cancel(charge) {
      const why = ui.getState().settle;
      known.add(charge.id);
      const reply = await act('charge/cancel', { id: charge.id });
      if (reply?.ok === true) await goOn(why);
      else known.delete(charge.id);
    },
    async finalize(charge) {
      const why = ui.getState().settle;
      const reply = await act('charge/finalize', { id: charge.id });
      if (reply?.ok === true) await goOn(why);
    },
    async keepWaiting(charge) {
      const found = till.getState().view?.currentFound === true;
      const reply = found ? await act('charge/resume', { id: charge.id }) : null;
      if (reply?.ok !== false) ui.setState({ settle: null });
    },
    leaveManager: () => ui.setState({ manager: null }),
    async closeShift() {
      const closingShift = till.getState().view?.shift?.id ?? ui.getState().closingShift;
      if (ui.getState().busy !== null) return;
      ui.setState({ closingShift });
      const reply = await act('session/close-shift', closingShift === null ? {} : { shiftId: closingShift });
      if (reply?.ok === true) actions.open({ kind: 'closing', closing: reply.value });
    },
    async chooseWallet({ wallet, pixDictKey }) {
      entry.dispatch({ type: 'wallet-changed' }, limit());
      await act('session/choose-wallet', { wallet, pixDictKey });
    },
    chargeAgain(charge) {
      entry.dispatch({ type: 'fill', amount: centavos(charge.amount) }, limit());
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
