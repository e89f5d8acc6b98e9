import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChargeView } from '../../shared/contract/charge-view.ts';
import { DoubtIcon, HoldIcon, TickIcon } from './icons.tsx';
import styles from './answer-band.module.css';

type Answer = ChargeView['answer'];

const ICONS = { paid: TickIcon, 'not-paid': HoldIcon, doubt: DoubtIcon } as const;

/** Shows the answer of the cashier's screen with a word, a colour and a shape. */
export function AnswerBand({
  answer,
  word,
  detail,
  home = false,
}: {
  readonly answer: Answer;
  /** Takes the place of the answer's word where a person must act and not wait. */
  readonly word?: string;
  readonly detail?: ReactNode;
  /** Takes the focus where no key may do anything by accident. */
  readonly home?: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const Icon = ICONS[answer];
  return (
    <div
      className={`${styles.band} ${styles[answer]}`}
      tabIndex={home ? -1 : undefined}
      data-home={home ? '' : undefined}
    >
      <span className={styles.icon}>
        <Icon />
      </span>
      <div>
        <h1 className={styles.word}>{word ?? t(`answer.${answer}`)}</h1>
        {detail === undefined ? null : <p className={styles.detail}>{detail}</p>}
      </div>
    </div>
  );
}
