import type { PanelStatus } from '../../../../shared/domain/charge/panel-status.ts';

/** The panel words as the panel's own reports write them. CANCELADO and FALHA are words of Balcão. */
export const PANEL_TITLES: Readonly<Record<PanelStatus, string>> = {
  pendente: 'PENDENTE',
  aprovado: 'APROVADO',
  expirado: 'EXPIRADO',
  estorno: 'ESTORNO',
  'estorno-parcial': 'ESTORNO PARCIAL',
  cancelado: 'CANCELADO',
  falha: 'FALHA',
};

/** Returns a flag in Portuguese. */
export const yesNo = (value: boolean): string => (value ? 'sim' : 'não');
