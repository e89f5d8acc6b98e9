import { useId, type ReactNode } from 'react';
import { KeyCap } from './key-cap.tsx';
import styles from './choice-group.module.css';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly detail?: ReactNode;
  readonly hotkey?: string;
  readonly disabled?: boolean;
}

/** One of several: native radio buttons, so arrows move the choice and the group is one stop of Tab. */
export function ChoiceGroup<V extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly layout?: 'row' | 'cards' | 'list';
  readonly home?: boolean;
  readonly hideLabel?: boolean;
}): ReactNode {
  const { label, choices, value, onChange, layout = 'row', home = false, hideLabel = false } = props;
  const name = useId();
  const landing = choices.some((choice) => choice.value === value) ? value : choices[0]?.value;
  return (
    <fieldset className={styles.group}>
      <legend className={hideLabel ? styles.hidden : styles.legend}>{label}</legend>
      <div className={styles[layout]}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              disabled={choice.disabled}
              data-home={home && choice.value === landing ? '' : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.words}>
              <span className={styles.name}>{choice.label}</span>
              {choice.detail === undefined ? null : <span className={styles.detail}>{choice.detail}</span>}
            </span>
            {choice.hotkey === undefined ? null : <KeyCap name={choice.hotkey} />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
