import type { App } from 'electron';

/** What Chromium draws by itself is written as in Brazil on any system, above all a date: 21/11/2026. Before Electron is ready. */
export function brazilianLocale(app: Pick<App, 'commandLine'>): void {
  app.commandLine.appendSwitch('lang', 'pt-BR');
}
