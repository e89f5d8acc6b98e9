import { formatBRL } from '../../../../shared/domain/money/format.ts';
import type { PhoneOrder } from './customer.ts';

const STATE_TEXT: Readonly<Record<PhoneOrder['status'], string>> = {
  pending: 'Aguardando pagamento',
  approved: 'Pago',
  expired: 'Expirada',
  cancelled: 'Cancelada pela loja',
  refund_pending: 'Devolução a caminho',
  refunded: 'Devolvido',
  partial_refunded: 'Devolvido em parte',
};

/** Returns the page of the customer's phone, in Portuguese. It also works without its script, because each button is a form. */
export function phonePage(orders: readonly PhoneOrder[], token: string): string {
  const version = orders.map((order) => `${order.orderId}:${order.status}:${order.paysLate}`).join(',');
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Celular do cliente (treinamento)</title>
<link rel="stylesheet" href="/training/phone.css">
<script src="/training/phone.js" defer></script>
</head>
<body>
<header>
<h1>Celular do cliente</h1>
<p class="training">TREINAMENTO: nenhum dinheiro é movido</p>
</header>
<main data-version="${escape(version)}">
${orders.length === 0 ? '<p>Nenhuma cobrança aberta. Faça uma venda no caixa.</p>' : orders.map((order) => article(order, token)).join('\n')}
</main>
</body>
</html>
`;
}

function article(order: PhoneOrder, token: string): string {
  const amount = formatBRL(order.total);
  const late = order.paysLate ? ' O cliente vai pagar depois.' : '';
  return `<article aria-label="${escape(`Cobrança de ${amount}`)}">
<h2>${escape(amount)}</h2>
<p>${escape(`${STATE_TEXT[order.status]}, ${order.wallet}, ${order.orderRef}.${late}`)}</p>
${order.status === 'pending' ? openForms(order, token) : lateForm(order, token)}
</article>`;
}

function openForms(order: PhoneOrder, token: string): string {
  const amountId = `amount-${escape(order.orderId)}`;
  return `<form method="post" action="${action(order, token)}">
${button('pay', 'Pagar', 'primary')}
${order.paysLate ? '' : button('pay-late', 'Pagar com atraso')}
${button('pay-twice', 'Pagar duas vezes')}
${button('nothing', 'Não fazer nada')}
</form>
<form method="post" action="${action(order, token)}">
<label for="${amountId}">Outro valor (R$)</label>
<input id="${amountId}" name="amount" inputmode="decimal" autocomplete="off" required>
${button('pay-other-amount', 'Pagar este valor')}
</form>`;
}

function lateForm(order: PhoneOrder, token: string): string {
  if (order.paysLate) return '';
  return `<form method="post" action="${action(order, token)}">
${button('pay-late', 'Pagar mesmo assim, com atraso')}
</form>`;
}

function button(act: string, text: string, style = ''): string {
  return `<button name="act" value="${act}"${style ? ` class="${style}"` : ''}>${escape(text)}</button>`;
}

function action(order: PhoneOrder, token: string): string {
  return `/training/orders/${encodeURIComponent(order.orderId)}/act?token=${encodeURIComponent(token)}`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
