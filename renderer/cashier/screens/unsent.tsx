import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../../shared/contract/charge-view.ts';
import { ActionBar } from '../../components/action-bar.tsx';
import { AnswerBand } from '../../components/answer-band.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { Screen } from '../../components/screen.tsx';
import { useActions, useUi, useView } from '../till-context.ts';
import { ChargeSummary } from './charge/charge-summary.tsx';
import { NextSaleKeys } from './charge/next-sale-keys.tsx';
import { ForSupport } from './for-support.tsx';
import { Step } from './unsent/step.tsx';
import { WaitedFor } from './unsent/waited-for.tsx';
import styles from './unsent.module.css';

/**
 * Shown before a QR is: queued, creating, or after two attempts without a valid answer. Payment is impossible, so Esc
 * drops the charge at once.
 */
export function Unsent({
  charge,
  kind,
}: {
  readonly charge: ChargeView;
  readonly kind: 'queued' | 'creating' | 'choices';
}): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const busy = useUi((state) => state.busy !== null);
  const error = useUi((state) => state.error);
  const mayRetry = kind !== 'creating';
  // Queued: nothing was sent, because nothing answers or because the answer to the login cannot be read.
  const isUnusable = useView().gateway.unusable !== null && kind === 'queued';
  return (
    <Screen name={kind} answer="not-paid">
      <NextSaleKeys />
      <AnswerBand
        answer="not-paid"
        detail={kind === 'choices' ? undefined : t(`${kind}.detail`)}
        home={!mayRetry}
      />
      <div className={styles.body}>
        <ChargeSummary charge={charge} dim />
        <Step
          kind={isUnusable ? 'unusable' : kind}
          title={isUnusable ? t('queued.unusableTitle') : t(`${kind}.title`)}
          support={isUnusable ? <ForSupport /> : null}
        >
          {kind === 'creating' ? <WaitedFor since={charge.createdAt} attempts={charge.attempts} /> : null}
          {kind === 'queued' ? t(isUnusable ? 'queued.unusableNext' : 'queued.next') : null}
          {kind === 'choices' ? t('choices.detail') : null}
        </Step>
      </div>
      {error === null ? null : <ErrorNote error={error} />}
      <ActionBar>
        <Button
          size={mayRetry ? 'large' : 'normal'}
          hotkey="Escape"
          disabled={busy}
          onPress={() => void actions.cancel(charge)}
        >
          {t('act.cancel')}
        </Button>
        {mayRetry ? (
          <Button
            kind="primary"
            size="large"
            hotkey="Enter"
            home
            disabled={busy}
            onPress={() => void actions.act('charge/retry', { id: charge.id })}
          >
            {t(`${kind}.retry`)}
          </Button>
        ) : null}
      </ActionBar>
    </Screen>
  );
}
