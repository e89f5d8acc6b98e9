import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import type { WayOut } from '../../../shared/contract/open-item.ts';
import { useCan } from '../../calls/port-context.ts';
import { useAct } from '../../calls/use-act.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { Button } from '../../components/button.tsx';
import { Force } from '../../components/charge/force.tsx';
import { ErrorNote, Problem } from '../../components/error-note.tsx';
import { RefundPart } from './refund-part.tsx';
import { Slip, slipsOf } from './slip.tsx';

/** Shows a key for each way out of a charge that the core allows now, beside the given keys. */
export function WaysOut({
  charge,
  ways,
  wasPrinted,
  children,
}: {
  readonly charge: ChargeView;
  readonly ways: readonly WayOut[];
  /** Its QR was put on paper. */
  readonly wasPrinted: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  const canShowSlips = useCan('slips');
  const { act, busy, error, clear } = useAct();
  const [isUnanswered, setUnanswered] = useState(false);
  const [open, setOpen] = useState<'refund' | 'force' | 'slip' | null>(null);
  const { id } = charge;
  const slips = canShowSlips ? slipsOf(charge, wasPrinted) : [];
  const check = async (): Promise<void> => {
    setUnanswered(false);
    const reply = await act('manager/check', { id });
    if (reply?.ok === true) setUnanswered(!reply.value.answered);
  };
  const show = (dialog: 'refund' | 'force' | 'slip' | null): void => {
    clear();
    setOpen(dialog);
  };
  const close = (): void => show(null);
  return (
    <>
      {isUnanswered ? <Problem name="unanswered">{t('payment.unanswered')}</Problem> : null}
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        {children}
        {slips[0] === undefined ? null : (
          <Button hotkey="F6" disabled={busy} onPress={() => show('slip')}>
            {t(`chargeSlip.${slips[0]}`)}
          </Button>
        )}
        {ways.includes('finalize') ? (
          // Enter opened the charge: struck twice, it must not end it.
          <Button
            hotkey="Ctrl+Enter"
            kind="primary"
            disabled={busy}
            onPress={() => void act('manager/finalize', { id })}
          >
            {t(charge.late ? 'late.use' : 'way.finalize')}
          </Button>
        ) : null}
        {ways.includes('wait') ? (
          <Button hotkey="F8" disabled={busy} onPress={() => void check()}>
            {t('way.wait')}
          </Button>
        ) : null}
        {ways.includes('cancel') ? (
          <Button
            hotkey="Delete"
            kind="danger"
            disabled={busy}
            onPress={() => void act('manager/cancel', { id })}
          >
            {t('way.cancel')}
          </Button>
        ) : null}
        {ways.includes('force') ? (
          <Button hotkey="F7" disabled={busy} onPress={() => show('force')}>
            {t('way.force')}
          </Button>
        ) : null}
        {ways.includes('refund') ? (
          <Button hotkey="F10" kind="danger" disabled={busy} onPress={() => show('refund')}>
            {t('way.refund')}
          </Button>
        ) : null}
      </ActionBar>
      {open === 'slip' ? <Slip charge={charge} slips={slips} onDone={close} /> : null}
      {open === 'refund' ? <RefundPart charge={charge} onDone={close} /> : null}
      {open === 'force' ? <Force charge={charge} onDone={close} /> : null}
    </>
  );
}
