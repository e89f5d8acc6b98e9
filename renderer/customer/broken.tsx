import { useEffect, type ReactNode } from 'react';
import type { Shows } from './shown.ts';
import { Message } from './message.tsx';

const AGAIN_AFTER_MS = 2_000;

/** Shows a message after an error of drawing: the customer waits, the cashier gets a report, and the page is loaded again. */
export function Broken({ onShown }: { readonly onShown: (shows: Shows) => void }): ReactNode {
  useEffect(() => {
    onShown('wait');
    const timer = setTimeout(() => location.reload(), AGAIN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [onShown]);
  return <Message kind="wait" shopName="" screen={undefined} />;
}
