import { PANEL_STATUSES, type PanelStatus } from '../../../../shared/domain/charge/panel-status.ts';
import { PANEL_STATUS_WORDS } from '../../../../shared/domain/charge/panel-status-words.ts';

/** The words of the statuses in capitals, as the panel's own reports write them. */
export const PANEL_TITLES = Object.fromEntries(
  PANEL_STATUSES.map((status) => [status, PANEL_STATUS_WORDS['pt-BR'][status].toUpperCase()]),
) as Readonly<Record<PanelStatus, string>>;

/** Returns the word for a yes or a no. */
export const yesNo = (value: boolean): string => (value ? 'sim' : 'não');
