import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../../main/core/printing/transport-port.ts';
import { sampleRequests } from '../../../build/run/ticket/sample.ts';
import { originalOf, type OriginalRequest } from '../../../shared/domain/ticket/context.ts';
import { ticketText } from '../../../shared/domain/ticket/ticket.ts';
import { HOUR, MINUTE, SECOND } from '../../../shared/kernel/time.ts';
import * as says from '../../support/gateway/scripted-gateway.ts';
import { isCopy } from '../../support/printers/printed-lines.ts';
import { CUT_OFF, UNREACHABLE } from '../../support/printers/scripted-printers.ts';
import type { TestTill } from '../charges/setup-till.ts';
import { givenUp, refundRequested } from '../domain/charge/samples.ts';
import { paidSale, setUpPrinting, showQr } from './printing-shop.ts';
import { playSlips, TOO_LONG, type PrintingShop, type Step } from './slip-story.ts';
import { BY_MACHINE, byWindow } from '../../../shared/domain/ledger-event/by.ts';

const closing = originalOf(sampleRequests.find((each) => originalOf(each).document === 'closing')!);
if (closing.document !== 'closing') throw new Error('no sample of a closing');
/** The slip of the closing with this number. */
const closingNo = (seq: number): OriginalRequest => ({
  ...closing,
  shift: { ...closing.shift, head: { seq, hash: seq.toString(16).padStart(64, '0') } },
});

type Ask = (shop: TestTill) => unknown;

/** Ways to a document, each with what asks for its slip once more. */
const documents: Readonly<Record<string, (shop: PrintingShop) => Promise<Ask>>> = {
  async receipt({ shop }) {
    const id = await paidSale(shop);
    return ({ till }) => till.printing.desk.print(id, 'receipt', byWindow('ana'));
  },
  async 'late receipt'({ shop }) {
    const id = await lateSale(shop);
    return ({ till }) => till.printing.desk.print(id, 'receipt', byWindow('ana'));
  },
  async 'cancel slip'({ shop }) {
    const id = await showQr(shop);
    shop.act(id, givenUp());
    shop.gateway.next('cancel', says.orderWord('cancelled'));
    await shop.clock.advanceUntil(() => shop.charge(id).status === 'cancelled', MINUTE);
    return ({ till }) => till.printing.desk.print(id, 'cancel', byWindow('ana'));
  },
  closing: async () => (shop) => shop.till.printing.desk.printRequest(closingNo(7)),
};

/** A charge that was given up and paid all the same. */
async function lateSale(shop: TestTill): Promise<string> {
  const id = await showQr(shop);
  shop.act(id, givenUp());
  const paid = { orderId: 'order-1', paidAmount: shop.charge(id).amount } as const;
  shop.gateway.next('cancel', says.orderWord('approved', 'order-1'));
  shop.gateway.always('read', says.reading('approved', paid));
  await shop.clock.advanceUntil(() => shop.charge(id).paidAmount !== null, HOUR);
  expect(shop.charge(id)).toMatchObject({ status: 'approved', late: true });
  return id;
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'ask' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      answer: fc.constantFrom('reprint' as const, 'reprint' as const, 'discard' as const, 'cameOut' as const),
      which: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('temper' as const),
      temper: fc.constantFrom('well' as const, 'off' as const, 'cut' as const, 'stuck' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'restart' } as const) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('change-printer' as const), which: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(SECOND, 40 * SECOND) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'wait', ms: TOO_LONG } as const) },
);

const answer = (what: 'reprint' | 'discard', which = 0): Step => ({ do: 'answer', answer: what, which });
const ask: Step = { do: 'ask' };
const temper = (now: 'well' | 'off' | 'cut' | 'stuck'): Step => ({ do: 'temper', temper: now });
const tooLong: Step = { do: 'wait', ms: TOO_LONG };
const restart: Step = { do: 'restart' };

describe.each(Object.entries(documents))('the %s of one sale or shift', (_, document) => {
  it.each<[string, Step[], boolean[]]>([
    [
      'too old in the queue, asked for again, then reprinted',
      [temper('off'), ask, tooLong, temper('well'), ask, answer('reprint')],
      [false, true],
    ],
    [
      'too old in the queue and reprinted: the first on paper',
      [temper('off'), ask, tooLong, temper('well'), answer('reprint')],
      [false],
    ],
    [
      'too old in the queue and given up, then asked for: the first on paper',
      [temper('off'), ask, tooLong, answer('discard'), temper('well'), ask],
      [false],
    ],
    [
      'stopped in the middle and given up, then asked for',
      [temper('cut'), ask, answer('discard'), temper('well'), ask],
      [false, true],
    ],
    [
      'the till ended while it was sent; another one is asked for, then the first is reprinted',
      [temper('stuck'), ask, restart, temper('well'), ask, answer('reprint')],
      [false, true, true],
    ],
    [
      'reprinted while another one waits: the one that waits comes out alone',
      [temper('off'), ask, tooLong, ask, answer('reprint'), temper('well'), { do: 'wait', ms: MINUTE }],
      [false],
    ],
    [
      'asked for twice while the printer is off',
      [temper('off'), ask, ask, temper('well'), { do: 'wait', ms: MINUTE }],
      [false],
    ],
    [
      'two in doubt, both reprinted',
      [temper('cut'), ask, ask, temper('well'), answer('reprint')],
      [false, true, true],
    ],
  ])('%s', async (_story, steps, marked) => {
    const shop = await setUpPrinting();
    const sheets = await playSlips(shop, await document(shop), steps);
    expect(sheets.map((sheet) => sheet.marked)).toEqual(marked);
  });

  it('one sheet at most is unmarked, and it is the first, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const shop = await setUpPrinting();
        const sheets = await playSlips(shop, await document(shop), steps);
        const printed = sheets.filter(({ sent }) => sent);
        expect(printed.slice(1).every(({ marked }) => marked)).toBe(true);
        // The first one says nothing, unless a person said that there was one before it.
        if (sheets[0]?.sent === true) expect(sheets[0].marked).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a QR slip', () => {
  it('reprinted while another one waits comes out once more, marked', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await showQr(shop);
    const print = () => shop.till.printing.desk.print(id, 'qr-slip', byWindow('ana'));
    printers.outcomes.push(CUT_OFF);
    const first = print();
    await shop.clock.advance(1);
    printers.outcomes.push(UNREACHABLE);
    const second = print();
    await shop.clock.advance(1);
    if (!first.ok) throw new Error(first.error);
    expect(shop.till.printing.desk.reprint(first.value.id)).toMatchObject({
      value: { id: second.ok && second.value.id },
    });
    await shop.clock.advance(5 * SECOND);
    expect(shop.till.printing.open()).toEqual([]);
    expect(printers.sent.map(({ bytes }) => isCopy(bytes))).toEqual([false, true, true]);
  });
});

describe('the slip of a refund', () => {
  it('is an original for each refund, and a copy when it is reprinted', async () => {
    const { shop, printers } = await setUpPrinting({ automatic: true });
    const id = await paidSale(shop);
    await shop.clock.advance(1);
    const refund = async (...outcomes: SendOutcome[]): Promise<boolean[]> => {
      const before = printers.sent.length;
      printers.outcomes.push(...outcomes);
      shop.gateway.next('refund', says.orderWord('partial_refunded', 'order-1'));
      shop.act(id, refundRequested(300));
      await shop.clock.advanceUntil(() => printers.sent.length > before, HOUR);
      await shop.clock.advance(1);
      for (const job of shop.till.printing.open()) shop.till.printing.desk.reprint(job.id);
      await shop.clock.advance(1);
      return printers.sent.slice(before).map(({ bytes }) => isCopy(bytes));
    };
    expect(await refund()).toEqual([false]);
    expect(await refund(CUT_OFF, CUT_OFF)).toEqual([false, true]);
    for (const job of shop.till.printing.open()) shop.till.printing.desk.reprint(job.id);
    await shop.clock.advance(1);
    expect(isCopy(printers.sent.at(-1)!.bytes)).toBe(true);
    expect(await refund()).toEqual([false]);
  });
});

describe('closings', () => {
  it('of two shifts are two slips', async () => {
    const { shop, printers } = await setUpPrinting();
    for (const seq of [1, 2, 1, 2, 2]) {
      expect(shop.till.printing.desk.printRequest(closingNo(seq)).ok).toBe(true);
      await shop.clock.advance(1);
    }
    expect(printers.sent.map(({ bytes }) => isCopy(bytes))).toEqual([false, false, true, true, true]);
  });
});

describe('the preview of a slip', () => {
  it('says 2ª VIA exactly if the paper would', async () => {
    const { shop, printers } = await setUpPrinting();
    const id = await paidSale(shop);
    const preview = (): boolean => {
      const ticket = shop.till.printing.preview({ of: 'charge', chargeId: id, slip: 'receipt' });
      if (!ticket.ok) throw new Error(ticket.error);
      return ticketText(ticket.value).join('\n').includes('2ª VIA');
    };
    const foreseen: boolean[] = [];
    for (let sheet = 0; sheet < 3; sheet++) {
      foreseen.push(preview());
      shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
      // While it waits, the preview shows the one that waits.
      expect(preview()).toBe(foreseen.at(-1));
      await shop.clock.advance(1);
    }
    expect(printers.sent.map(({ bytes }) => isCopy(bytes))).toEqual(foreseen);
    expect(foreseen).toEqual([false, true, true]);
  });
});

describe('after a backup was restored, which lacks the print jobs that came after it', () => {
  const restored = (shop: TestTill): number =>
    shop.till.ledger.record('ledger-restored', { backup: null, setAside: 'x', salvaged: 0 }, BY_MACHINE);

  it('a slip of a sale from before is marked, one of a sale from after is not', async () => {
    const { shop, printers } = await setUpPrinting();
    const old = await paidSale(shop);
    restored(shop);
    const fresh = await paidSale(shop, 'order-2');
    for (const id of [old, fresh]) {
      shop.till.printing.desk.print(id, 'receipt', byWindow('ana'));
      await shop.clock.advance(1);
    }
    expect(printers.sent.map(({ bytes }) => isCopy(bytes))).toEqual([true, false]);
  });

  it('a closing from before is marked, one from after is not', async () => {
    const { shop, printers } = await setUpPrinting();
    const seq = restored(shop);
    for (const each of [seq - 1, seq + 1]) {
      shop.till.printing.desk.printRequest(closingNo(each));
      await shop.clock.advance(1);
    }
    expect(printers.sent.map(({ bytes }) => isCopy(bytes))).toEqual([true, false]);
  });

  it('a refund that was asked for before is marked, one from after is not', async () => {
    const { shop, printers } = await setUpPrinting({ automatic: true });
    const id = await paidSale(shop);
    shop.gateway.next('refund', says.unreachable, says.orderWord('partial_refunded', 'order-1'));
    shop.act(id, refundRequested(300));
    await shop.clock.advance(1);
    restored(shop);
    const sent = printers.sent.length;
    await shop.clock.advanceUntil(() => printers.sent.length > sent, HOUR);
    shop.gateway.next('refund', says.orderWord('partial_refunded', 'order-1'));
    shop.act(id, refundRequested(200));
    await shop.clock.advanceUntil(() => printers.sent.length > sent + 1, HOUR);
    expect(printers.sent.slice(sent).map(({ bytes }) => isCopy(bytes))).toEqual([true, false]);
  });
});
