import { mark } from './status.ts';
import { term } from './terms.ts';

/** The list of payments. */
export const payments = {
  searchHint: 'Referência, pedido, fim do código do Pix ou código do cupom.',
  status: 'Situação',
  late: 'Pagos com atraso',
  forced: 'Sem confirmação',
  clear: 'Limpar filtros',
  filters: 'Filtros',
  save: 'Salvar filtro',
  saveName: 'Nome do filtro',
  saved: 'Filtros salvos',
  delete: 'Apagar filtro',
  atLeast: 'pelo menos',
  orMore: '{{number, number}}+',
  count_zero: 'nenhuma cobrança',
  count_one: '{{count, number}} cobrança',
  count_other: '{{count, number}} cobranças',
  dayNet: '{{amount}} líquido',
  sums: '{{paid}} recebido · {{refunded}} devolvido · {{net}} líquido',
  empty: 'Nada com estes filtros. Mude um deles, ou limpe todos com Del.',
  emptyPeriod: 'Nada com estes filtros neste período.',
  everywhere: 'Procurar em tudo',
  allMasculine: 'Todos',
  allFeminine: 'Todas',
} as const;

/** The list of payments, its filters, and one payment. */
export const paymentsWords = {
  payments,
  period: {
    today: term.today,
    yesterday: 'Ontem',
    week: 'Esta semana',
    month: 'Este mês',
    all: 'Tudo',
    range: 'Intervalo',
    label: 'Período',
  },
  payment: {
    reference: 'Referência',
    endToEnd: 'Código do Pix',
    order: 'Pedido na Rede',
    orderNo: 'Pedido {{no}} na Rede, {{status}}',
    late: mark.late,
    back: 'Voltar à lista',
    unanswered:
      'A Conexão Rede não respondeu tudo sobre esta cobrança. Nada mudou; o Balcão continua conferindo. Tente de novo daqui a pouco.',
    old: 'Esta venda tem mais de 90 dias: o banco pode recusar a devolução.',
  },
} as const;
