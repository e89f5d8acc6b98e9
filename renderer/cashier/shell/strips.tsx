import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isForManager } from '../../../shared/domain/notice/notice-code.ts';
import { Button } from '../../components/button.tsx';
import { WarningIcon } from '../../components/icons.tsx';
import { KeyLevelContext } from '../../components/keys/use-keys.ts';
import { useActions, useUi, useView } from '../till-context.ts';
import { SlipStrips } from './slip-strips.tsx';
import styles from './strips.module.css';

/** What must not be forgotten and does not stop the work: late payments put off, and notices. */
export function Strips(): ReactNode {
  const { t } = useTranslation();
  const { late, notices } = useView();
  const deferred = useUi((state) => state.deferredLate);
  const actions = useActions();
  const putOff = late.filter(({ id }) => deferred.includes(id));
  const [notice, ...others] = notices;
  return (
    <KeyLevelContext value="app">
      {putOff.length === 0 ? null : (
        <div className={styles.strip} role="status" data-strip="late">
          <WarningIcon />
          <p>{t('late.strip', { count: putOff.length })}</p>
          <Button hotkey="F10" onPress={() => actions.deferLate([])}>
            {t('late.resolve')}
          </Button>
        </div>
      )}
      <SlipStrips />
      {notice === undefined ? null : (
        <div className={styles.strip} role="status" data-strip={notice.code}>
          <WarningIcon />
          <p>
            {t(`notice.${notice.code}`, { detail: notice.detail })}
            {others.length === 0 ? null : <> {t('notice.more', { count: others.length })}</>}
          </p>
          {/* The notice of a locked PIN stays until a manager lifts the lock. */}
          {notice.code === 'pin-locked' ? null : (
            <Button
              hotkey="Ctrl+E"
              onPress={() =>
                isForManager(notice.code)
                  ? actions.open({ kind: 'sign-notice', id: notice.id })
                  : void actions.act('session/dismiss-notice', { id: notice.id })
              }
            >
              {t(isForManager(notice.code) ? 'notice.sign' : 'notice.dismiss')}
            </Button>
          )}
        </div>
      )}
    </KeyLevelContext>
  );
}
