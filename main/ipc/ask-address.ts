import type { BrowserWindow, Dialog } from 'electron';
import type { StartOptions } from '../start/start-options.ts';

const WORDS = {
  'pt-BR': {
    title: 'Endereço da Conexão Rede',
    message: 'Enviar as chaves da loja para este endereço?',
    detail: (address: string) =>
      `${address}\n\nEste não é um dos endereços conhecidos da Conexão Rede. Quem recebe as chaves pode movimentar o dinheiro da loja. Confirme só se a Rede ou a Shipay informou este endereço.`,
    buttons: ['Cancelar', 'Enviar para este endereço'],
  },
  en: {
    title: 'Address of the gateway',
    message: "Send the shop's keys to this address?",
    detail: (address: string) =>
      `${address}\n\nThis is not one of the known addresses of the gateway. Who receives the keys can move the shop's money. Agree only if Rede or Shipay gave you this address.`,
    buttons: ['Cancel', 'Send to this address'],
  },
} as const;

/** The place of the button that agrees. The other one has the focus, and Escape means it. */
const AGREE = 1;

/** Asks a person in main's own dialog, which no page can draw or answer. Resolves to true if the person agrees. */
export type AskAddress = (address: string) => Promise<boolean>;

/** Creates the question over the cashier's window. */
export function addressDialog(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BrowserWindow,
  { language }: StartOptions,
): AskAddress {
  const { title, message, detail, buttons } = WORDS[language];
  return async (address) => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title,
      message,
      detail: detail(address),
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === AGREE;
  };
}
