import { useSigners } from '../../calls/signers-context.ts';
import { useSignature, type SignatureDraft } from '../../components/signature/use-signature.ts';
import { useActions } from '../till-context.ts';
import { useSettingsVisit } from './settings-visit-context.ts';

type Reply = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };

/** What a change is sent with: nothing during a visit. */
interface Signed {
  readonly managerPin?: string;
  readonly managerId?: string;
}

/** How a change of the settings is signed. */
export interface VisitSignature {
  readonly signature: SignatureDraft;
  /** True if a PIN must be typed for the next change. */
  readonly isAsked: boolean;
  /** Enters with the typed PIN if one is asked for, then sends the change. Null if it was not sent. */
  sign<R extends Reply>(send: (signed: Signed) => Promise<R | null>): Promise<R | null>;
}

/**
 * Signs changes of the settings. The first one takes a PIN, with which the manager enters; later ones take none while the visit
 * lasts. While no shift is open nobody can enter, and each change takes its own PIN.
 */
export function useVisitSignature(): VisitSignature {
  const { act } = useActions();
  const visit = useSettingsVisit();
  const signature = useSignature(useSigners());
  const typed = { pin: signature.pin, ...signature.named };
  return {
    signature,
    isAsked: !visit.isManagerThere,
    async sign(send) {
      if (!visit.isManagerThere && visit.canEnter) {
        const entered = await act('manager/enter', typed);
        signature.clear();
        if (entered?.ok !== true) return null;
        visit.onEntered();
      }
      const isVisit = visit.isManagerThere || visit.canEnter;
      const reply = await send(isVisit ? {} : { managerPin: typed.pin, ...signature.named });
      signature.clear();
      // The core says that the visit is over.
      if (isVisit && reply?.ok === false && reply.error.code === 'wrong-pin') visit.leave();
      return reply;
    },
  };
}
