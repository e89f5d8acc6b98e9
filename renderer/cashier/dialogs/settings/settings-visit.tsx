import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { usePort } from '../../../calls/port-context.ts';
import { useAttendance } from '../../../calls/use-attendance.ts';
import { TimeOverContext } from '../../../calls/use-time-over.ts';
import { useView } from '../../till-context.ts';
import { SettingsVisitContext } from '../../setup/settings-visit-context.ts';

/** Keeps a manager's visit while the settings are open. It ends with them, or after `MANAGER_IDLE_MS` without a key. */
export function SettingsVisit({ children }: { readonly children: ReactNode }): ReactNode {
  const port = usePort();
  const canEnter = useView().shift !== null;
  const [isManagerThere, setIsManagerThere] = useState(false);
  const leave = useCallback(() => setIsManagerThere(false), []);
  const onEntered = useCallback(() => setIsManagerThere(true), []);
  useEffect(() => {
    if (!isManagerThere) return undefined;
    return () => void port.invoke('manager/leave', {});
  }, [port, isManagerThere]);
  const visit = useMemo(
    () => ({ isManagerThere, canEnter, onEntered, leave }),
    [isManagerThere, canEnter, onEntered, leave],
  );
  return (
    <SettingsVisitContext value={visit}>
      <TimeOverContext value={leave}>
        {children}
        {isManagerThere ? <Attendance onLeave={leave} /> : null}
      </TimeOverContext>
    </SettingsVisitContext>
  );
}

function Attendance({ onLeave }: { readonly onLeave: () => void }): ReactNode {
  useAttendance(onLeave);
  return null;
}
