import { useId, type ReactNode } from 'react';
import styles from './tabs.module.css';

/** Several panels, one on screen. Arrows change it; the tabs are one stop of Tab, as the ARIA pattern asks. */
export function Tabs<V extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
}: {
  readonly label: string;
  readonly tabs: readonly { readonly value: V; readonly label: string }[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  const at = tabs.findIndex((tab) => tab.value === value);
  return (
    <div className={styles.frame}>
      <div
        role="tablist"
        aria-label={label}
        className={styles.tabs}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const next = (at + step + tabs.length) % tabs.length;
          const tab = tabs[next];
          if (tab !== undefined) onChange(tab.value);
          event.currentTarget.querySelectorAll('button')[next]?.focus();
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            className={styles.tab}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            data-home={tab.value === value ? '' : undefined}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={styles.panel}>
        {children}
      </div>
    </div>
  );
}
