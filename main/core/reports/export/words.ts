import type { PanelStatus } from '../../../../shared/domain/charge/panel-status.ts';

/** The panel's words as its own reports write them; CANCELADO and FALHA are ours, since the panel has none. */
export const PANEL_TITLES: Readonly<Record<PanelStatus, string>> = {
  pendente: 'PENDENTE',
  aprovado: 'APROVADO',
  expirado: 'EXPIRADO',
  estorno: 'ESTORNO',
  'estorno-parcial': 'ESTORNO PARCIAL',
  cancelado: 'CANCELADO',
  falha: 'FALHA',
};

export const yesNo = (value: boolean): string => (value ? 'sim' : 'não');
