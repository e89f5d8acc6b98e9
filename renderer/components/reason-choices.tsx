import type { ReactNode } from 'react';
import styles from './reason-choices.module.css';

/** Common reasons, for touch. Tab skips them, because a keyboard types. */
export function ReasonChoices({
  choices,
  onChoose,
}: {
  readonly choices: readonly string[];
  readonly onChoose: (reason: string) => void;
}): ReactNode {
  return (
    <div className={styles.choices} onPointerDown={(event) => event.preventDefault()}>
      {choices.map((reason) => (
        <button key={reason} type="button" tabIndex={-1} onClick={() => onChoose(reason)}>
          {reason}
        </button>
      ))}
    </div>
  );
}
