import type { ReactNode } from 'react';
import { SupportDetails } from '../../components/support-details.tsx';
import { useView } from '../till-context.ts';

/** Shows what came in place of a usable answer, for support. Shows nothing while answers can be used. */
export function ForSupport(): ReactNode {
  const { unusable } = useView().gateway;
  if (unusable === null) return null;
  const { status, detail } = unusable;
  // An error page often begins with its own status.
  const said = detail.startsWith(`${status} `) ? detail : `${status}: ${detail}`;
  return <SupportDetails texts={[said]} />;
}
