import type { ReactNode } from 'react';
import { Screen } from '../../components/screen.tsx';
import styles from './notice-screen.module.css';

/** Shows in words what the till is doing. It has no keys. */
export function NoticeScreen({
  name,
  title,
  children,
}: {
  readonly name: string;
  readonly title: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <Screen name={name}>
      <div className={styles.notice} role="status" tabIndex={-1} data-home="">
        <h1>{title}</h1>
        {children}
      </div>
    </Screen>
  );
}
