import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isAsking } from '../../../shared/domain/printer/print-state.ts';
import { Button } from '../../components/button.tsx';
import { WarningIcon } from '../../components/icons.tsx';
import { useActions, useView } from '../till-context.ts';
import styles from './strips.module.css';

/** Shows the slips that wait: what is missing to print them, and those about which a person must decide. */
export function SlipStrips(): ReactNode {
  const { t } = useTranslation();
  const actions = useActions();
  const { printer } = useView();
  if (printer === null) return null;
  const asking = printer.slips.filter(isAsking);
  const stuck = printer.slips.find(({ state, reason }) => state === 'queued' && reason !== null);
  // A printer that does not answer is reported before a slip waits for it.
  const missing = stuck?.reason ?? (printer.reason === 'NO_ANSWER' ? printer.reason : null);
  return (
    <>
      {asking.length === 0 ? null : (
        <div className={styles.strip} role="status" data-strip="slips">
          <WarningIcon />
          <p>{t('slips.strip', { count: asking.length })}</p>
          <Button hotkey="Ctrl+P" onPress={() => actions.open({ kind: 'slips' })}>
            {t('act.check')}
          </Button>
        </div>
      )}
      {missing === null ? null : (
        <div className={styles.strip} role="status" data-strip={missing}>
          <WarningIcon />
          <p>{t(`printReason.${missing}`, { printer: printer.name })}</p>
        </div>
      )}
    </>
  );
}
