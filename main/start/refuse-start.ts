import type { App, Dialog } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { StartOptions } from './start-options.ts';

/**
 * Why the app does not start: arguments that it refuses, keys of production on an Electron without security fixes, or a file of
 * the administrator that cannot be used.
 */
export type Refusal =
  | { readonly why: 'arguments'; readonly refused: readonly string[] }
  | { readonly why: 'trial-runtime'; readonly electron: string }
  | { readonly why: 'administrator-file'; readonly file: string };

const WORDS = {
  'pt-BR': {
    title: 'O Balcão não foi aberto',
    arguments: (list: string) =>
      `O Balcão instalado não aceita esta opção:\n\n${list}\n\nAbra o Balcão pelo menu do sistema. Se o atalho foi alterado, crie outro ou chame o suporte.`,
    'trial-runtime': (electron: string) =>
      `Este caixa tem chaves de produção, e esta versão serve só para testes: o Electron ${electron} não recebe mais correções de segurança.\n\nInstale a versão para lojas.`,
    'administrator-file': (file: string) =>
      `O arquivo que diz onde ficam os dados deste caixa não pode ser usado:\n\n${file}\n\nChame quem administra este computador: o arquivo precisa ser de um administrador e ter só a pasta dos dados.`,
  },
  en: {
    title: 'Balcão was not opened',
    arguments: (list: string) =>
      `An installed Balcão does not accept this option:\n\n${list}\n\nOpen Balcão from the system's menu. If the shortcut was changed, make a new one or call support.`,
    'trial-runtime': (electron: string) =>
      `This till has keys of production, and this version is only for trials: Electron ${electron} gets no security fixes any more.\n\nInstall the version for shops.`,
    'administrator-file': (file: string) =>
      `The file that says where the data of this till is cannot be used:\n\n${file}\n\nCall the administrator of this computer: the file must belong to an administrator and have the data folder alone.`,
  },
} as const;

/** The longest part of an argument that is shown and logged. */
const SHOWN = 120;

/**
 * Ends the app, and says why. Before it is ready, Electron on Linux writes the text to stderr and shows no dialog. So the log
 * has the reason too.
 */
export function refuseStart(
  app: Pick<App, 'exit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  logger: Logger,
  refusal: Refusal,
  { language }: StartOptions,
): void {
  const words = WORDS[language];
  const what = whatOf(refusal);
  const text = words[refusal.why](what);
  logger.error('start-refused', { why: refusal.why, what: what.replaceAll('\n', ' ') });
  dialog.showErrorBox(words.title, text);
  app.exit(1);
}

function whatOf(refusal: Refusal): string {
  if (refusal.why === 'arguments') return shorten(refusal.refused);
  return refusal.why === 'trial-runtime' ? refusal.electron : refusal.file;
}

function shorten(refused: readonly string[]): string {
  return refused.map((argument) => argument.slice(0, SHOWN)).join('\n');
}
