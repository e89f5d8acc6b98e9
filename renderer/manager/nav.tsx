import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../calls/port-context.ts';
import { Button } from '../components/button.tsx';
import { KeyLevelContext } from '../components/keys/use-keys.ts';
import { go, type Place } from './address.ts';
import styles from './manager.module.css';

/** The sections, each with its key. */
const SECTIONS = [
  { hotkey: 'F2', words: 'day', place: { section: 'day', day: null } },
  { hotkey: 'F3', words: 'payments', place: { section: 'payments', query: '' } },
  { hotkey: 'F4', words: 'closings', place: { section: 'closings' } },
  { hotkey: 'F5', words: 'diary', place: { section: 'diary' } },
  { hotkey: 'Ctrl+B', words: 'backups', place: { section: 'backups' } },
] as const satisfies readonly { hotkey: string; words: string; place: Place }[];

/** The way to each section that this page can show, and the way out. */
export function Nav({
  name,
  place,
  onLeave,
}: {
  readonly name: string;
  readonly place: Place;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const hasBackups = useCan('backups');
  const present = place.section === 'payment' ? 'payments' : place.section;
  return (
    <KeyLevelContext value="app">
      <nav className={styles.nav} aria-label={t('role.manager')}>
        <h1>
          {t('role.manager')} · {name}
        </h1>
        <Button hotkey="F9" kind="quiet" onPress={onLeave}>
          {t('section.leave')}
        </Button>
        {SECTIONS.filter(({ words }) => words !== 'backups' || hasBackups).map(
          ({ hotkey, words, place: to }) => (
            <Button
              key={words}
              hotkey={hotkey}
              kind={to.section === present ? 'primary' : 'plain'}
              onPress={() => go(to)}
            >
              {t(`section.${words}`)}
            </Button>
          ),
        )}
      </nav>
    </KeyLevelContext>
  );
}
