import type { ReactNode } from 'react';
import type { ChargeView } from '../../shared/contract/charge-view.ts';
import type { TillView } from '../../shared/contract/views.ts';
import { Armed } from '../components/armed.tsx';
import { Force } from '../components/charge/force.tsx';
import { Accept } from './dialogs/accept.tsx';
import { CloseShift } from './dialogs/close-shift.tsx';
import { Closing } from './dialogs/closing.tsx';
import { CoreDown, CoreGaveUp } from './dialogs/core-trouble.tsx';
import { Found } from './dialogs/found.tsx';
import { LateAlarm } from './dialogs/late-alarm.tsx';
import { LeaveTill } from './dialogs/leave-till.tsx';
import { ConfirmQuit } from './dialogs/confirm-quit.tsx';
import { ManagerPin } from './dialogs/manager-pin.tsx';
import { OwnPin } from './dialogs/own-pin.tsx';
import { Phone } from './dialogs/phone.tsx';
import { Quitting } from './dialogs/quitting.tsx';
import { Receipt } from './dialogs/receipt.tsx';
import { Refund } from './dialogs/refund.tsx';
import { SignNotice } from './dialogs/sign-notice.tsx';
import { Slips } from './dialogs/slips.tsx';
import { Settings } from './dialogs/settings.tsx';
import { useActions, useTill, useUi } from './till-context.ts';

/** Dialogs that open by themselves take keys only after this much quiet: the cashier may be typing, ms. */
const QUIET_MS = 1_000;

/** Draws what lies above the screen: a dialog, and above it the question of quitting, which a person may answer with no. */
export function Overlays(): ReactNode {
  const shift = useTill((state) => state.view?.shift ?? null);
  const quitAsked = useUi((state) => state.quitAsked);
  return (
    <>
      <Dialog />
      {quitAsked === null || shift === null ? null : <ConfirmQuit operator={quitAsked.operator} />}
    </>
  );
}

/** One dialog at a time, the gravest first. */
function Dialog(): ReactNode {
  const actions = useActions();
  const view = useTill((state) => state.view);
  const core = useTill((state) => state.core);
  const quitting = useTill((state) => state.quitting);
  const dialog = useUi((state) => state.dialog);
  const deferred = useUi((state) => state.deferredLate);

  if (core.state === 'gave-up')
    return <CoreGaveUp trouble={core.trouble ?? 'keeps-crashing'} holder={core.holder ?? null} />;
  if (core.state === 'down') return <CoreDown />;
  if (quitting !== null) return <Quitting quitting={quitting} />;
  if (view === null || view.phase === 'locked') return null;
  if (dialog?.kind === 'refund') {
    const charge = refundTarget(view, dialog.chargeId);
    if (charge !== undefined)
      return <Refund charge={charge} part={dialog.amount ?? null} back={dialog.back ?? null} />;
  }
  if (dialog?.kind === 'accept') {
    const item = view.unsettled.find(({ charge }) => charge.id === dialog.chargeId);
    if (item?.charge.needsManager === true) return <Accept charge={item.charge} />;
  }
  if (dialog?.kind === 'force') {
    const item = view.unsettled.find(({ charge }) => charge.id === dialog.chargeId);
    if (item?.ways.includes('force') === true)
      return <Force charge={item.charge} onDone={() => actions.open({ kind: 'close-shift' })} />;
  }
  const late = view.late.filter(({ id }) => !deferred.includes(id));
  const [first, ...others] = late;
  if (first !== undefined && view.phase === 'open' && dialog?.kind !== 'close-shift') {
    return (
      <Armed key={first.id} delayMs={QUIET_MS} waitForQuiet>
        <LateAlarm late={[first, ...others]} />
      </Armed>
    );
  }
  switch (dialog?.kind) {
    case 'phone':
      return <Phone />;
    case 'receipt':
      return <Receipt />;
    case 'settings':
      return <Settings />;
    case 'leave-till':
      return <LeaveTill />;
    case 'close-shift':
      return <CloseShift />;
    case 'slips':
      return <Slips />;
    case 'found':
      return <Found charge={dialog.charge} />;
    case 'manager-pin':
      return <ManagerPin />;
    case 'own-pin':
      return <OwnPin personId={dialog.personId} />;
    case 'sign-notice':
      return <SignNotice id={dialog.id} />;
    case 'closing':
      return (
        <Armed key={dialog.closing.id} delayMs={QUIET_MS} waitForQuiet>
          <Closing closing={dialog.closing} />
        </Armed>
      );
    default:
      return null;
  }
}

function refundTarget(view: TillView, id: string): ChargeView | undefined {
  return view.unsettled.find(({ charge, ways }) => charge.id === id && ways.includes('refund'))?.charge;
}
