import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../../components/action-bar.tsx';
import { Button } from '../../../components/button.tsx';
import { useKeys } from '../../../components/keys/use-keys.ts';
import { useActions, useUi } from '../../till-context.ts';

/** Shows the choices. Enter is always the harmless one: finalize a paid charge, or wait for an unpaid one. */
export function SettleActions({
  charge,
  quitting,
}: {
  readonly charge: ChargeView;
  readonly quitting: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  useKeys({ Escape: () => void actions.keepWaiting(charge) });
  const back = (label: string, home: boolean): ReactNode => (
    <Button
      kind={home ? 'primary' : 'plain'}
      size="large"
      hotkey={home ? 'Enter' : 'Escape'}
      home={home}
      disabled={busy}
      onPress={() => void actions.keepWaiting(charge)}
    >
      {label}
    </Button>
  );
  if (charge.status === 'approved') {
    if (charge.answer !== 'paid') return <ActionBar>{back(t('settle.see'), true)}</ActionBar>;
    return (
      <ActionBar>
        {back(t('settle.see'), false)}
        <Button
          kind="primary"
          size="large"
          hotkey="Enter"
          home
          disabled={busy}
          onPress={() => void actions.finalize(charge)}
        >
          {t(quitting ? 'settle.finalizeAndQuit' : 'way.finalize')}
        </Button>
      </ActionBar>
    );
  }
  return (
    <ActionBar>
      <Button
        kind="danger"
        size="large"
        hotkey="Delete"
        disabled={busy}
        onPress={() => void actions.cancel(charge)}
      >
        {t(quitting ? 'settle.cancelAndQuit' : 'way.cancel')}
      </Button>
      {back(t('act.keepWaiting'), true)}
    </ActionBar>
  );
}
