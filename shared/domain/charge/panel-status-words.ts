import type { PanelStatus } from './panel-status.ts';

/** The words for the panel's statuses: the one table for screens, report files and slips. Files write them in capitals. */
export const PANEL_STATUS_WORDS = {
  'pt-BR': {
    pendente: 'Pendente',
    aprovado: 'Aprovado',
    expirado: 'Expirado',
    // The panel's own word stands once, so that a person who looks for it finds it.
    estorno: 'Devolução (Estorno)',
    'estorno-parcial': 'Devolução parcial',
    cancelado: 'Cancelado',
    falha: 'Falha',
  },
  en: {
    pendente: 'Pending',
    aprovado: 'Approved',
    expirado: 'Expired',
    estorno: 'Refunded',
    'estorno-parcial': 'Partially refunded',
    cancelado: 'Cancelled',
    falha: 'Failed',
  },
} as const satisfies Record<'pt-BR' | 'en', Record<PanelStatus, string>>;
