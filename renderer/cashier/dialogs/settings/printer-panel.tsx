import { useState, type ReactNode } from 'react';
import { useView } from '../../till-context.ts';
import { FindPrinter } from './printer/find-printer.tsx';
import { KeepPrinter } from './printer/keep-printer.tsx';
import { ManagerGate } from './printer/manager-gate.tsx';
import type { Found, FoundPrinter, Setup } from './printer/setup-draft.ts';
import { TryPrinter } from './printer/try-printer.tsx';
import { useSettingsVisit } from '../../setup/settings-visit-context.ts';

/** Sets up a printer while a manager is at the settings. */
export function PrinterPanel(): ReactNode {
  const { isManagerThere, onEntered } = useSettingsVisit();
  return isManagerThere ? <SetUpSteps /> : <ManagerGate onEntered={onEntered} />;
}

/** The three steps: the printer, a test page, and the automatic slips. They can be repeated. */
function SetUpSteps(): ReactNode {
  const { printer } = useView();
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<FoundPrinter | null>(null);
  const [setup, setSetup] = useState<Setup | null>(null);

  if (chosen === null || found === null) {
    return (
      <FindPrinter present={printer?.address ?? null} found={found} onFound={setFound} onChosen={setChosen} />
    );
  }
  if (setup !== null) return <KeepPrinter name={chosen.label} setup={setup} onBack={() => setSetup(null)} />;
  return (
    <TryPrinter printer={chosen} profiles={found.profiles} onBack={() => setChosen(null)} onGood={setSetup} />
  );
}
