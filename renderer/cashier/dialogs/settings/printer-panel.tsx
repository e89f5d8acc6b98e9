import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { usePort } from '../../../calls/port-context.ts';
import { useAttendance } from '../../../calls/use-attendance.ts';
import { TimeOverContext } from '../../../calls/use-time-over.ts';
import { useView } from '../../till-context.ts';
import { FindPrinter } from './printer/find-printer.tsx';
import { KeepPrinter } from './printer/keep-printer.tsx';
import { ManagerGate } from './printer/manager-gate.tsx';
import type { Found, FoundPrinter, Setup } from './printer/setup-draft.ts';
import { TryPrinter } from './printer/try-printer.tsx';

/** Sets up a printer while a manager is there. The manager leaves with the panel, or after `MANAGER_IDLE_MS` without a key. */
export function PrinterPanel(): ReactNode {
  const port = usePort();
  const [isManagerThere, setIsManagerThere] = useState(false);
  const leave = useCallback(() => setIsManagerThere(false), []);
  useEffect(() => {
    if (!isManagerThere) return undefined;
    return () => void port.invoke('manager/leave', {});
  }, [port, isManagerThere]);
  if (!isManagerThere) return <ManagerGate onEntered={() => setIsManagerThere(true)} />;
  return (
    <TimeOverContext value={leave}>
      <SetUpSteps onLeave={leave} />
    </TimeOverContext>
  );
}

/** The three steps: the printer, a test page, and the automatic slips. They can be repeated. */
function SetUpSteps({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  const { printer } = useView();
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState<FoundPrinter | null>(null);
  const [setup, setSetup] = useState<Setup | null>(null);
  useAttendance(onLeave);

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
