import { businessDay } from '../../../shared/domain/business-day/business-day.ts';
import { formatTime } from '../../../shared/domain/business-day/format-time.ts';
import { liveAttempt, type Charge } from '../../../shared/domain/charge/charge.ts';
import { parseBrCode } from '../../../shared/domain/br-code/parse-br-code.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import { formatBRL } from '../../../shared/domain/money/format.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import { centered } from '../../../shared/domain/ticket/columns.ts';
import type { Ticket } from '../../../shared/domain/ticket/ticket.ts';
import { SECOND } from '../../../shared/kernel/time.ts';
import type { Shop } from './shop.ts';
import type { Terminal } from './terminal.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

/** Plays sales from the first key to the day's total, and prints each step. */
export async function tellStory(shop: Shop, terminal: Terminal): Promise<void> {
  const till = shop.core.till();
  const { shopName, tillName, zone } = till.settings.get();
  terminal.line();
  terminal.line(`  Balcão · ${shopName} · ${tillName} · ${shop.cashier.name}`);
  terminal.line('  TREINAMENTO: nenhum dinheiro é movido');

  const paid = await sell(shop, terminal);
  terminal.step('Comprovante');
  const request = { document: 'receipt', charge: { ...paid, walletName: walletName(shop, paid) } } as const;
  const context = {
    shopName,
    zone,
    operator: shop.cashier.name,
    training: till.identity.mode === 'training',
    printedAt: till.clock.now(),
  };
  terminal.paper(onPaper(buildTicket(request, context, 48)));

  terminal.step('A mercadoria é entregue e a cobrança, finalizada');
  const finalized = shop.act(till.service.act(paid.id, { type: 'finalized' }, byWindow(shop.cashier.id)));
  terminal.fact('finalizada às', formatTime(finalized.finalizedAt ?? till.clock.now(), zone, 'second'));

  await giveUp(shop, terminal);

  terminal.step('O turno fecha: nada ficou pendente');
  shop.closeShift();
  const { count, netCentavos } = till.ledger.charges.dayTotals(businessDay(till.clock.now(), zone));
  terminal.fact('vendas pagas', String(count));
  terminal.fact('total do dia', formatBRL(centavos(netCentavos)));
  terminal.line();
}

/** Plays a sale that is paid. */
async function sell(shop: Shop, terminal: Terminal): Promise<Charge> {
  const till = shop.core.till();
  const { zone } = till.settings.get();
  terminal.step(`Cobrança de ${formatBRL(centavos(2590))}`);
  const asked = till.clock.monotonic();
  const charge = shop.charge(2590, 'PDV 1001');
  const pending = await shop.until(charge.id, ({ status }) => status === 'pending');
  const took = Math.round(till.clock.monotonic() - asked);
  const brCode = pending.brCode ?? '';
  terminal.fact('carteira', walletName(shop, pending));
  terminal.fact('QR em', `${took} ms, com a cobrança já no disco`);
  terminal.qr(brCode);
  const code = parseBrCode(brCode);
  if (code.ok) terminal.fact('recebedor', code.value.merchantName);
  terminal.fact('vale até', formatTime(pending.deadlineAt ?? till.clock.now(), zone, 'second'));
  terminal.fact('copia e cola', brCode);
  terminal.answer('not-paid', 'esperando o cliente');

  terminal.step('O cliente de treinamento abre o app do banco e paga');
  await new Promise<void>((resolve) => till.clock.after(2 * SECOND, resolve));
  const played = await shop.core.playCustomer(charge.id, 'pay');
  if (played !== 'done') throw new Error(`o cliente não pagou: ${played}`);
  const paid = await shop.until(charge.id, ({ status }) => status === 'approved');
  terminal.answer('paid', `conferido com a Rede às ${formatTime(paid.approvedAt!, zone, 'second')}`);
  terminal.fact('pagamento', paid.endToEndId ?? '');
  return paid;
}

/** Plays a sale that is given up. */
async function giveUp(shop: Shop, terminal: Terminal): Promise<void> {
  const till = shop.core.till();
  terminal.step(`Outra cobrança, de ${formatBRL(centavos(800))}, e o cliente desiste`);
  const charge = shop.charge(800, 'PDV 1002');
  const pending = await shop.until(charge.id, ({ status }) => status === 'pending');
  terminal.answer('not-paid', 'esperando o cliente');
  const event = { type: 'given-up', cause: 'operator', reason: 'cliente desistiu' } as const;
  shop.act(till.service.act(charge.id, event, byWindow(shop.cashier.id)));
  terminal.fact('cancelando', `pedido ${liveAttempt(pending)?.orderRef ?? ''}; o QR já saiu das telas`);
  await shop.until(charge.id, ({ status }) => status === 'cancelled');
  terminal.answer('not-paid', 'cancelada, e a Rede confirmou');
}

function walletName(shop: Shop, charge: Charge): string {
  return shop.core.till().wallets.find(charge.wallet, charge.pixDictKey)?.name ?? charge.wallet;
}

/** Returns the lines of a ticket for a terminal: positions as on paper, without size and weight. */
function onPaper({ columns, items }: Ticket): string[] {
  return items.flatMap((item) => {
    if (item.kind !== 'line') return [];
    return item.align === 'center' ? centered(item.text, columns) : [item.text];
  });
}
