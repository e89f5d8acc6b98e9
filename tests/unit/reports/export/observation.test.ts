import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../main/core/search/charge-lines.ts';
import { createSaleReader, type Sale } from '../../../../main/core/reports/export/sale.ts';
import { readShop } from '../../../../main/core/reports/export/shop.ts';
import { ptBR } from '../../../../renderer/i18n/pt-br/index.ts';
import type { ChargeEvent } from '../../../../shared/domain/charge/event.ts';
import { centavos } from '../../../../shared/domain/money/centavos.ts';
import { HOUR } from '../../../../shared/kernel/time.ts';
import { createVirtualClock } from '../../../support/time/virtual-clock.ts';
import * as by from '../../domain/charge/samples.ts';
import { createdAs, happen, memoryLedger } from '../../ledger/setup-ledger.ts';

const clock = createVirtualClock();

/** A charge to which this happened, an hour apart from one to the next, as a report tells it. */
async function saleOf(...events: readonly ChargeEvent[]): Promise<Sale> {
  const ledger = memoryLedger(clock);
  for (const event of [createdAs(1), ...events]) {
    happen(ledger, 1, event);
    await clock.advance(HOUR);
  }
  const [line] = [...readLines(ledger.db, {})].flat();
  if (line === undefined) throw new Error('no line');
  return createSaleReader(readShop(ledger.db))(line);
}

const PAID = [by.opened(), by.seen('approved')];

describe('what is to be said of a charge', () => {
  it.each<[string | null, readonly ChargeEvent[]]>([
    [null, PAID],
    [null, [by.opened(), by.givenUp(), by.seen('cancelled')]],
    ['a Rede recusou a cobrança', [by.refused()]],
    ['sem resposta válida da Rede em duas tentativas', [by.lost(), by.started(2), by.lost(2)]],
    ['o valor pago é diferente do valor da venda', [by.opened(), by.seen('approved', 1, centavos(900))]],
    ['paga, e a Rede não disse quanto', [by.opened(), by.seen('approved', 1, null)]],
    ['devolução de R$ 3,00 a caminho', [...PAID, by.refundRequested(300)]],
    ['a Rede está devolvendo', [...PAID, by.seen('refund_pending')]],
    ['a Rede recusou a devolução', [...PAID, by.refundRequested(), by.refundRefused()]],
    ['não se sabe quanto foi devolvido: confira no painel', [...PAID, by.seen('partial_refunded')]],
    ['encerrada como paga, sem confirmação', [by.opened(), by.givenUp(), by.forced('paid')]],
    ['encerrada como não paga, sem confirmação', [by.opened(), by.givenUp(), by.forced('not-paid')]],
  ])('%s', async (words, events) => {
    expect((await saleOf(...events)).observation).toBe(words);
  });

  it.each<[keyof typeof ptBR.problem, readonly ChargeEvent[]]>([
    ['no-answer-twice', [by.lost(), by.started(2), by.lost(2)]],
    ['unknown-word', [by.opened(), by.seen('unknown')]],
    ['paid-other-amount', [by.opened(), by.seen('approved', 1, centavos(900))]],
  ])('uses the words of the screens for %s', async (code, events) => {
    const { observation } = await saleOf(...events);
    expect(observation).not.toBeNull();
    expect(ptBR.problem[code].toLowerCase()).toContain(observation?.toLowerCase());
  });

  it('where it was paid twice, beside the sum of both', async () => {
    const twice = [by.lost(), by.started(2), by.opened(2), by.seen('approved', 2), by.orphanFound()];
    const sale = await saleOf(...twice, by.seen('approved', 1));
    expect(sale).toMatchObject({ observation: 'paga mais de uma vez', paid: 2000 });
  });
});

describe('the figures', () => {
  it('of what cannot be known stay empty', async () => {
    expect(await saleOf(...PAID, by.seen('partial_refunded'))).toMatchObject({
      panel: 'estorno-parcial',
      paid: 1000,
      refunded: null,
      net: null,
      refundedAt: null,
    });
    expect(await saleOf(by.opened(), by.seen('approved', 1, null))).toMatchObject({ paid: null, net: null });
  });

  it('name the order that was paid, be it not the newest; else the newest', async () => {
    const twoAttempts = [by.lost(), by.started(2), by.opened(2)];
    expect(await saleOf(...twoAttempts)).toMatchObject({ orderId: 'order-2' });
    expect(await saleOf(...twoAttempts, by.orphanFound(), by.seen('approved', 1))).toMatchObject({
      orderId: 'order-1',
      endToEndId: 'E1',
    });
  });

  it('know when it was paid, and when the last of it went back, by the store’s clock', async () => {
    const hour = (wall: number | null): number | null => wall && Math.floor(wall / 3600) % 24;
    const before = new Date(clock.now() - 3 * HOUR).getUTCHours();
    const parts = [by.refundRequested(300), by.refundDone(), by.refundRequested(700, 'refund-2')];
    const sale = await saleOf(...PAID, ...parts, by.refundDone('refund-2'));
    expect([hour(sale.paidAt), hour(sale.refundedAt)]).toEqual([(before + 2) % 24, (before + 6) % 24]);
    expect((await saleOf(...PAID)).refundedAt).toBeNull();
  });

  it('know it of what the shop gave back at the panel too', async () => {
    const sale = await saleOf(...PAID, by.seen('refunded'));
    expect((sale.refundedAt ?? 0) - (sale.paidAt ?? 0)).toBe(3600);
  });
});
