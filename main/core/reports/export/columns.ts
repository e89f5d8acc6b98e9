import type { Sale } from './sale.ts';
import { PANEL_TITLES, yesNo } from './words.ts';

/** A column of the sheet of sales. `width` in characters. */
export type Column = { readonly title: string; readonly width: number } & (
  | { readonly kind: 'text'; readonly of: (sale: Sale) => string | null }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'day'; readonly of: (sale: Sale) => string }
  /** Seconds since midnight. */
  | { readonly kind: 'time'; readonly of: (sale: Sale) => number }
  /** Seconds since 1970 by the store's clock. */
  | { readonly kind: 'instant'; readonly of: (sale: Sale) => number | null }
  /** Centavos. */
  | { readonly kind: 'money'; readonly of: (sale: Sale) => number | null }
);

/** The columns of the panel's own report first, then those that only Balcão has. */
export const SALE_COLUMNS: readonly Column[] = [
  { title: 'Data', width: 12, kind: 'day', of: (sale) => sale.day },
  { title: 'Hora', width: 10, kind: 'time', of: (sale) => sale.second },
  { title: 'Loja', width: 24, kind: 'text', of: (sale) => sale.store },
  { title: 'Caixa', width: 12, kind: 'text', of: (sale) => sale.till },
  { title: 'Operador', width: 16, kind: 'text', of: (sale) => sale.operator },
  { title: 'Referência', width: 18, kind: 'text', of: (sale) => sale.reference },
  { title: 'Carteira', width: 16, kind: 'text', of: (sale) => sale.wallet },
  { title: 'Valor', width: 14, kind: 'money', of: (sale) => sale.amount },
  { title: 'Recebido', width: 14, kind: 'money', of: (sale) => sale.paid },
  { title: 'Devolvido', width: 14, kind: 'money', of: (sale) => sale.refunded },
  { title: 'Líquido', width: 14, kind: 'money', of: (sale) => sale.net },
  { title: 'Situação', width: 22, kind: 'text', of: (sale) => PANEL_TITLES[sale.panel] },
  { title: 'Observação', width: 44, kind: 'text', of: (sale) => sale.observation },
  { title: 'Pago em', width: 20, kind: 'instant', of: (sale) => sale.paidAt },
  { title: 'Devolvido em', width: 20, kind: 'instant', of: (sale) => sale.refundedAt },
  { title: 'Pago com atraso', width: 16, kind: 'text', of: (sale) => yesNo(sale.late) },
  { title: 'Sem confirmação', width: 17, kind: 'text', of: (sale) => yesNo(sale.unproven) },
  { title: 'EndToEndId', width: 36, kind: 'text', of: (sale) => sale.endToEndId },
  { title: 'Pedido na Rede', width: 38, kind: 'text', of: (sale) => sale.orderId },
  { title: 'Código curto', width: 13, kind: 'text', of: (sale) => sale.shortCode },
  { title: 'Id do caixa', width: 30, kind: 'text', of: (sale) => sale.tillId },
  { title: 'Id da loja', width: 30, kind: 'text', of: (sale) => sale.storeId },
];
