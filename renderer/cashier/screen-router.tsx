import type { ComponentType, ReactNode } from 'react';
import { Armed } from '../components/armed.tsx';
import type { Screen } from './screen-of.ts';
import { Approved } from './screens/approved.tsx';
import { Doubt } from './screens/doubt.tsx';
import { Ended } from './screens/ended.tsx';
import { FirstRun } from './screens/first-run.tsx';
import { Locked } from './screens/locked.tsx';
import { Recovering, Starting } from './screens/recovering.tsx';
import { Sell } from './screens/sell.tsx';
import { Settle } from './screens/settle.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Unsent } from './screens/unsent.tsx';
import { Waiting } from './screens/waiting.tsx';
import { useActions } from './till-context.ts';

/** Screens of a charge open by themselves and take no key for this long, the time to read them, ms. */
const UNASKED_MS = 400;

/** A decision about money takes keys only after this much quiet, ms. */
const DECISION_MS = 1_000;

/** The manager's screens, from the page's entry. The cashier's files do not import them. */
export type ManagerSlot = ComponentType<{ readonly name: string; readonly onLeave: () => void }>;

/** Draws the present screen with its dialogs. */
export function ScreenRouter({
  screen,
  manager: Manager,
}: {
  readonly screen: Screen;
  readonly manager: ManagerSlot;
}): ReactNode {
  const { leaveManager } = useActions();
  const unasked = 'charge' in screen;
  // A decision about money opens while the cashier may be choosing a wallet with the same keys.
  const decides = screen.kind === 'doubt' && screen.charge.status === 'approved';
  const key = unasked ? `${screen.kind} ${screen.charge.id} ${decides ? 'decides' : ''}` : screen.kind;
  const delayMs = decides ? DECISION_MS : unasked ? UNASKED_MS : 0;
  return (
    <Armed key={key} delayMs={delayMs} waitForQuiet={decides}>
      {screen.kind === 'manager' ? <Manager name={screen.name} onLeave={leaveManager} /> : draw(screen)}
    </Armed>
  );
}

function draw(screen: Exclude<Screen, { kind: 'manager' }>): ReactNode {
  switch (screen.kind) {
    case 'starting':
      return <Starting />;
    case 'first-run':
      return <FirstRun />;
    case 'sign-in':
      return <SignIn />;
    case 'recovering':
      return <Recovering />;
    case 'locked':
      return <Locked />;
    case 'sell':
      return <Sell />;
    case 'settle':
      return <Settle charge={screen.charge} />;
    case 'queued':
    case 'creating':
    case 'choices':
      return <Unsent charge={screen.charge} kind={screen.kind} />;
    case 'waiting':
      return <Waiting charge={screen.charge} />;
    case 'doubt':
      return <Doubt charge={screen.charge} />;
    case 'approved':
      return <Approved charge={screen.charge} />;
    case 'ended':
      return <Ended charge={screen.charge} />;
  }
}
