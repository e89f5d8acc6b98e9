import { useState, type ReactNode } from 'react';
import { useView } from '../../till-context.ts';
import { FindPrinter } from './printer/find-printer.tsx';
import { KeepPrinter } from './printer/keep-printer.tsx';
import type { Draft, Found, Setup } from './printer/setup-draft.ts';
import { TryPrinter } from './printer/try-printer.tsx';

/** Sets up a printer in three steps: the printer, a test page, and the automatic slips. It can be repeated. */
export function PrinterPanel(): ReactNode {
  const { printer } = useView();
  const [found, setFound] = useState<Found | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [setup, setSetup] = useState<Setup | null>(null);

  if (setup !== null) return <KeepPrinter setup={setup} onBack={() => setSetup(null)} />;
  if (draft !== null && found !== null) {
    return (
      <TryPrinter draft={draft} profiles={found.profiles} onBack={() => setDraft(null)} onGood={setSetup} />
    );
  }
  return <FindPrinter printer={printer} found={found} onFound={setFound} onChosen={setDraft} />;
}
