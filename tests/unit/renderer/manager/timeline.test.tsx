import { describe, expect, it } from 'vitest';
import { Timeline } from '../../../../renderer/manager/payments/timeline.tsx';
import { paidPayment } from '../../../support/fake-bridge/payment-replies.ts';
import { renderPart } from '../../../support/render/render-part.tsx';

type Entry = (typeof paidPayment)['timeline'][number];

const whoOf = async (via: Entry['via'], actorName = 'Marta'): Promise<string | undefined> => {
  const entries = paidPayment.timeline.slice(0, 1).map((entry) => ({ ...entry, actorName, via }));
  const html = await renderPart(<Timeline entries={entries} verdict={null} />);
  return /<small>(.*?)<\/small>/.exec(html)?.[1];
};

describe('the timeline names how a request came', () => {
  it.each([
    ['at a window not at all', { channel: 'window' }, 'Marta'],
    ['before it was stored not at all', null, 'Marta'],
    ['over the API with its program', { channel: 'api', client: 'ERP-X 2.1' }, 'Marta, pela API (ERP-X 2.1)'],
    ['over the API without a program', { channel: 'api' }, 'Marta, pela API'],
    ['from a command line', { channel: 'command-line' }, 'Marta, pela linha de comando'],
  ] as const)('%s', async (_how, via, who) => {
    expect(await whoOf(via)).toBe(who);
  });
});
