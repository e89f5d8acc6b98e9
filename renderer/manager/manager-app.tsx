import { useEffect, useLayoutEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopView } from '../../shared/contract/shop.ts';
import { PortContext, usePort } from '../calls/port-context.ts';
import { useAttendance } from '../calls/use-attendance.ts';
import { TimeOverContext } from '../calls/use-time-over.ts';
import { focusHome } from '../components/focus-home.ts';
import { Screen } from '../components/screen.tsx';
import type { Port } from '../port/transport.ts';
import { useTitle } from '../components/use-title.ts';
import { go, usePlace } from './address.ts';
import { MemoryContext, useMemory, type Memory } from './memory.ts';
import { Nav } from './nav.tsx';
import { Section } from './section.tsx';
import styles from './manager.module.css';

export interface ManagerAppProps {
  readonly port: Port;
  /** Null before the first value. */
  readonly shop: ShopView | null;
  /** The manager's name. */
  readonly name: string;
  readonly memory: Memory;
  /** Closes the screens. It must stay the same function, because a new one makes the screens read again. */
  readonly onLeave: () => void;
}

/** Draws the manager's screens. They get the shop and the port as arguments and do not depend on the page. */
export function ManagerApp({ port, shop, name, memory, onLeave }: ManagerAppProps): ReactNode {
  return (
    <PortContext value={port}>
      <TimeOverContext value={onLeave}>
        <MemoryContext value={memory}>
          <Frame shop={shop} name={name} onLeave={onLeave} />
        </MemoryContext>
      </TimeOverContext>
    </PortContext>
  );
}

function Frame({ shop, name, onLeave }: Pick<ManagerAppProps, 'shop' | 'name' | 'onLeave'>): ReactNode {
  const port = usePort();
  const place = usePlace();
  const leave = (): void => {
    // Not one of the acts that keep the others waiting: the next sale is typed at once, and its Enter must not be lost.
    void port.invoke('manager/leave', {});
    onLeave();
  };
  useAttendance(leave);
  const { t } = useTranslation();
  const memory = useMemory();
  // One charge names the window itself, by its code.
  useTitle(place.section === 'payment' ? null : t(`section.${place.section}`));
  useLayoutEffect(() => {
    if (!memory.isPlaceKept(name, Date.now())) go({ section: 'day', day: null });
    return () => memory.leavePlace(name, Date.now());
  }, [memory, name]);
  const spot = [place.section, 'id' in place ? place.id : ''].join(' ');
  useEffect(focusHome, [spot]);
  return (
    <Screen name="manager" compact>
      <div className={styles.frame} data-section={place.section}>
        <Nav name={name} place={place} onLeave={leave} />
        <Section shop={shop} place={place} onLeave={leave} />
      </div>
    </Screen>
  );
}
