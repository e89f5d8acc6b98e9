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

describe('the timeline says what the gateway said in words of ours', () => {
  const shown = async (
    patch: Partial<Entry>,
  ): Promise<{ readonly line: string; readonly support: string }> => {
    const entries = paidPayment.timeline.slice(0, 1).map((entry) => ({ ...entry, ...patch }));
    const html = await renderPart(<Timeline entries={entries} verdict={null} />);
    return {
      line: /<small>(.*?)<\/small>/.exec(html)?.[1] ?? '',
      support: /<details.*<\/details>/.exec(html)?.[0] ?? '',
    };
  };

  it.each([
    ['a status word', { type: 'seen', word: 'approved', rawWord: 'approved' }, 'approved', null],
    [
      'a refusal',
      { type: 'refund-refused', message: 'Order not Found' },
      'Order not Found',
      'o pedido não foi encontrado',
    ],
    ['a text that is not known', { type: 'refused', message: 'Limit 42 reached' }, 'Limit 42 reached', null],
    [
      'a QR that does not fit',
      { type: 'opened', message: 'crc-mismatch' },
      'crc-mismatch',
      'o QR veio danificado',
    ],
  ] as const)('%s', async (_what, patch, foreign, words) => {
    const { line, support } = await shown(patch);
    expect(line).not.toContain(foreign);
    expect(support).toContain(foreign);
    if (words !== null) expect(line).toContain(words);
  });

  it('and shows no details without a text of a program', async () => {
    expect((await shown({ message: null, rawWord: null })).support).toBe('');
  });
});
