import { useEffect, useState, type ReactNode } from 'react';
import type { Input, Output } from '../../../shared/contract/index.ts';
import { usePort } from '../../calls/port-context.ts';
import { PaperPreview } from './paper-preview.tsx';

/** What the printer makes of a slip, as the core lays it out; nothing where the core shows none. */
export function SlipPreview({ subject }: { readonly subject: Input<'printing/preview'> }): ReactNode {
  const port = usePort();
  const [shown, setShown] = useState<{ question: string; ticket: Output<'printing/preview'> } | null>(null);
  const question = JSON.stringify(subject);
  useEffect(() => {
    let isWanted = true;
    void port.invoke('printing/preview', JSON.parse(question) as typeof subject).then((reply) => {
      if (isWanted && reply.ok) setShown({ question, ticket: reply.value });
    });
    return () => {
      isWanted = false;
    };
  }, [port, question]);
  return shown?.question === question ? <PaperPreview ticket={shown.ticket} /> : null;
}
