import type { App, Dialog } from 'electron';
import type { Logger } from '../../shared/kernel/logger.ts';
import type { MoveTrouble } from './move/bring-data.ts';
import type { StartOptions } from './start-options.ts';

/**
 * Why the app does not start: arguments that it refuses, keys of production on an Electron without security fixes, a file of the
 * administrator that cannot be used, a file of the program that is not as it was built, data of an older version that cannot be
 * moved, or a till that another account has open.
 */
export type Refusal =
  | { readonly why: 'arguments'; readonly refused: readonly string[] }
  | { readonly why: 'trial-runtime'; readonly electron: string }
  | { readonly why: 'administrator-file' | `node-${'not-read' | 'changed'}`; readonly file: string }
  | { readonly why: 'held'; readonly account: string }
  | { readonly why: MoveTrouble['code']; readonly trouble: MoveTrouble };

const WORDS = {
  'pt-BR': {
    title: 'O Balcão não foi aberto',
    arguments: (list: string) =>
      `O Balcão instalado não aceita esta opção:\n\n${list}\n\nAbra o Balcão pelo menu do sistema. Se o atalho foi alterado, crie outro ou chame o suporte.`,
    'trial-runtime': (electron: string) =>
      `Este caixa tem chaves de produção, e esta versão serve só para testes: o Electron ${electron} não recebe mais correções de segurança.\n\nInstale a versão para lojas.`,
    'administrator-file': (file: string) =>
      `O arquivo que diz onde ficam os dados deste caixa não pode ser usado:\n\n${file}\n\nChame quem administra este computador: o arquivo precisa ser de um administrador e ter só a pasta dos dados.`,
    'node-not-read': (file: string) =>
      `Um arquivo do programa falta ou não pode ser lido:\n\n${file}\n\nInstale o Balcão de novo. As vendas e os ajustes deste caixa continuam guardados.`,
    'node-changed': (file: string) =>
      `Um arquivo do programa não é o que veio com o Balcão:\n\n${file}\n\nInstale o Balcão de novo. As vendas e os ajustes deste caixa continuam guardados.`,
    held: (account: string) =>
      `O caixa deste computador já está aberto na conta ${account}.\n\nEntre nessa conta para usar o caixa, ou saia dela e abra o Balcão de novo.`,
    'two-ledgers': (folders: string) =>
      `Há vendas deste computador em mais de uma pasta, e o Balcão não sabe qual é a deste caixa:\n\n${folders}\n\nNada foi apagado. Chame o suporte: a pasta que não é deste caixa precisa ganhar outro nome.`,
    'old-folder-in-use': (folder: string) =>
      `Outro Balcão, de uma versão anterior, está aberto e usa esta pasta:\n\n${folder}\n\nFeche o outro Balcão e abra este de novo.`,
    'not-moved': (what: string) =>
      `Os dados deste caixa não puderam ser levados para a pasta nova:\n\n${what}\n\nNada foi perdido. Feche os programas que usam estas pastas, veja se há espaço no disco e abra o Balcão de novo. Se não adiantar, chame o suporte.`,
  },
  en: {
    title: 'Balcão was not opened',
    arguments: (list: string) =>
      `An installed Balcão does not accept this option:\n\n${list}\n\nOpen Balcão from the system's menu. If the shortcut was changed, make a new one or call support.`,
    'trial-runtime': (electron: string) =>
      `This till has keys of production, and this version is only for trials: Electron ${electron} gets no security fixes any more.\n\nInstall the version for shops.`,
    'administrator-file': (file: string) =>
      `The file that says where the data of this till is cannot be used:\n\n${file}\n\nCall the administrator of this computer: the file must belong to an administrator and have the data folder alone.`,
    'node-not-read': (file: string) =>
      `A file of the program is missing or cannot be read:\n\n${file}\n\nInstall Balcão again. The sales and settings of this till stay.`,
    'node-changed': (file: string) =>
      `A file of the program is not the one that came with Balcão:\n\n${file}\n\nInstall Balcão again. The sales and settings of this till stay.`,
    held: (account: string) =>
      `The till of this computer is already open in the account ${account}.\n\nSign in to that account to use the till, or sign out of it and open Balcão again.`,
    'two-ledgers': (folders: string) =>
      `This computer has sales in more than one folder, and Balcão does not know which one is of this till:\n\n${folders}\n\nNothing was deleted. Call support: the folder that is not of this till needs another name.`,
    'old-folder-in-use': (folder: string) =>
      `Another Balcão, of an earlier version, is open and uses this folder:\n\n${folder}\n\nClose the other Balcão and open this one again.`,
    'not-moved': (what: string) =>
      `The data of this till could not be moved to the new folder:\n\n${what}\n\nNothing is lost. Close the programs that use these folders, check that the disk has space and open Balcão again. If it does not help, call support.`,
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
  switch (refusal.why) {
    case 'arguments':
      return shorten(refusal.refused);
    case 'trial-runtime':
      return refusal.electron;
    case 'administrator-file':
    case 'node-not-read':
    case 'node-changed':
      return refusal.file;
    case 'held':
      return refusal.account;
    case 'two-ledgers':
    case 'old-folder-in-use':
    case 'not-moved':
      return describeMove(refusal.trouble);
  }
}

function describeMove(trouble: MoveTrouble): string {
  const folders = trouble.folders.join('\n');
  return trouble.code === 'not-moved' ? `${folders} (${trouble.detail})` : folders;
}

function shorten(refused: readonly string[]): string {
  return refused.map((argument) => argument.slice(0, SHOWN)).join('\n');
}
