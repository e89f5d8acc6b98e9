import type { Screen } from './screen-of.ts';

/** Returns the key of the words that name a screen in the window's title. The manager's screens name themselves. */
export function titleOf({ kind }: Pick<Screen, 'kind'>) {
  switch (kind) {
    case 'manager':
      return null;
    case 'starting':
    case 'recovering':
    case 'sell':
    case 'locked':
    case 'settle':
    case 'creating':
    case 'choices':
      return `${kind}.title` as const;
    case 'first-run':
      return 'firstRun.title' as const;
    case 'sign-in':
      return 'signIn.title' as const;
    case 'queued':
    case 'waiting':
    case 'ended':
      return 'answer.not-paid' as const;
    case 'doubt':
    case 'approved':
      return kind === 'doubt' ? ('answer.doubt' as const) : ('answer.paid' as const);
  }
}
