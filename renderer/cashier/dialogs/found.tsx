import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { money } from '../../components/amount.tsx';
import { AnswerBand } from '../../components/answer-band.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Modal } from '../../components/modal.tsx';
import { clockTime } from '../../i18n/clock-time.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import { Used } from './used.tsx';

type Finding = 'late' | 'delivered' | 'unpaid';

/** Shows the charge of a slip that a customer brought back: whether it was paid, and whether to hand over the goods. */
export function Found({ charge }: { readonly charge: ChargeView }): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { zone, printer } = useView();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const finding = findingOf(charge);
  const of = {
    amount: money(charge.paidAmount ?? charge.amount),
    time: clockTime(charge.approvedAt ?? charge.closedAt ?? charge.createdAt, zone),
  };
  return (
    <Modal screen="found" title={t('term.charge', { code: charge.shortCode })} wide>
      <div data-finding={finding}>
        {finding === 'delivered' ? (
          <Used charge={charge} />
        ) : (
          <AnswerBand answer={finding === 'late' ? 'doubt' : 'not-paid'} detail={t(`found.${finding}`, of)} />
        )}
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button hotkey="Escape" home onPress={() => actions.open(null)}>
          {t('act.close')}
        </Button>
        {printer !== null && charge.paidAmount !== null ? (
          <Button
            hotkey="F6"
            disabled={busy}
            onPress={() => void actions.act('printing/print', { chargeId: charge.id, slip: 'receipt' })}
          >
            {t('slip.receipt')}
          </Button>
        ) : null}
      </ActionBar>
    </Modal>
  );
}

function findingOf({ paidAmount, settled }: ChargeView): Finding {
  if (paidAmount === null) return 'unpaid';
  return settled ? 'delivered' : 'late';
}
