import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyCap } from '../../components/key-cap.tsx';
import { keysOnScreen, type KeyOnScreen } from './keys-on-screen.ts';
import styles from './key-help.module.css';

/** Ctrl alone, held for this long, shows the keys. Shorter is a shortcut, ms. */
const HELD_MS = 700;

/** Shows the keys of the present screen while Ctrl is held, or from `?` until the next key. It is above every dialog. */
export function KeyHelp(): ReactNode {
  const { t } = useTranslation();
  const [keys, setKeys] = useState<readonly KeyOnScreen[] | null>(null);
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let held: ReturnType<typeof setTimeout> | undefined;
    let isOpen = false;
    const show = (): void => {
      isOpen = true;
      setKeys(keysOnScreen(document));
    };
    const hide = (): void => {
      isOpen = false;
      setKeys(null);
    };
    const onDown = (event: KeyboardEvent): void => {
      clearTimeout(held);
      if (event.key === 'Control' && !event.repeat && !isOpen) held = setTimeout(show, HELD_MS);
      if (event.key === 'Control') return;
      const asks = event.key === '?' && !isTextField(document.activeElement);
      if (isOpen && (asks || event.key === 'Escape')) event.stopImmediatePropagation();
      if (isOpen) hide();
      else if (asks) show();
    };
    const onUp = (event: KeyboardEvent): void => {
      clearTimeout(held);
      if (event.key === 'Control' && isOpen) hide();
    };
    const onBlur = (): void => {
      clearTimeout(held);
      hide();
    };
    window.addEventListener('keydown', onDown, true);
    window.addEventListener('keyup', onUp, true);
    window.addEventListener('blur', onBlur);
    return () => {
      clearTimeout(held);
      window.removeEventListener('keydown', onDown, true);
      window.removeEventListener('keyup', onUp, true);
      window.removeEventListener('blur', onBlur);
    };
  }, []);

  useEffect(() => {
    if (keys !== null) ref.current?.showPopover();
  }, [keys]);

  if (keys === null) return null;
  return (
    <div ref={ref} popover="manual" className={styles.help} role="status" data-key-help="">
      <h2>{t('keyHelp.title')}</h2>
      <dl className={styles.keys}>
        {keys.map(({ key, words }) => (
          <div key={key}>
            <dt>
              <KeyCap name={key} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p>{t('keyHelp.hint')}</p>
    </div>
  );
}

/** True for a field that takes `?` as text. The money field of the sell screen takes none. */
function isTextField(focused: Element | null): boolean {
  return focused instanceof HTMLInputElement && !focused.matches('[data-entry], [data-pin]');
}
