import { PANEL_STATUS_WORDS } from '../../../shared/domain/charge/panel-status-words.ts';

/** The words for the state of a charge: its status, and the panel's status. */
export const statusWords = {
  keyHelp: {
    title: 'Teclas desta tela',
    hint: 'Segure Ctrl, ou tecle ? em qualquer tela.',
  },
  answer: {
    paid: 'Pago, entregue',
    'not-paid': 'Não pago, não entregue',
    used: 'Já usado. Não entregue de novo',
    doubt: 'Dúvida, aguarde',
  },
  status: {
    queued: 'na espera',
    creating: 'gerando QR',
    pending: 'aguarda',
    cancelling: 'cancelando',
    approved: 'pago',
    cancelled: 'cancelada',
    expired: 'expirada',
    failed: 'recusada',
    refund_pending: 'devolvendo',
    partially_refunded: 'dev. parcial',
    refunded: 'devolvida',
  },
  panel: PANEL_STATUS_WORDS['pt-BR'],
  mark: {
    unproven: 'sem prova',
    late: 'fora do prazo',
    unsettled: 'não resolvida',
  },
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
