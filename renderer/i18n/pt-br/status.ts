import { PANEL_STATUS_WORDS } from '../../../shared/domain/charge/panel-status-words.ts';

/** What a list says of a charge beside its status. */
export const mark = {
  unproven: 'sem confirmação',
  late: 'pago com atraso',
  unsettled: 'com pendência',
} as const;

/** The words for the state of a charge: its status, and the panel's status. */
export const statusWords = {
  keyHelp: {
    title: 'Teclas desta tela',
    hint: 'Segure Ctrl, ou tecle ? em qualquer tela.',
  },
  answer: {
    paid: 'Pago. Pode entregar',
    'not-paid': 'Não pago. Não entregue',
    used: 'Já usado. Não entregue de novo',
    doubt: 'Em dúvida. Aguarde',
  },
  status: {
    queued: 'na espera',
    creating: 'gerando QR',
    pending: 'aguardando',
    cancelling: 'cancelando',
    approved: 'pago',
    cancelled: 'cancelada',
    expired: 'expirada',
    failed: 'recusada',
    refund_pending: 'devolvendo',
    partially_refunded: 'devol. parcial',
    refunded: 'devolvida',
  },
  panel: PANEL_STATUS_WORDS['pt-BR'],
  mark,
  attempt: {
    sent: 'enviado',
    lost: 'sem resposta válida',
    unsent: 'não enviado',
    open: 'aberto',
    paid: 'pago',
    returning: 'em devolução',
    unclear: 'em dúvida',
    closed: 'encerrado',
  },
} as const;
