import { payments } from './payments.ts';
import { charging } from './settings.ts';
import { term } from './terms.ts';
import { event } from './timeline.ts';

/** The diary. */
export const diaryWords = {
  diary: {
    none: 'Nada no diário ainda.',
    when: 'Quando',
    who: 'Quem',
    what: 'O quê',
    more: 'Mais antigos',
  },
  diaryKind: {
    'pin-failed': 'PIN errado',
    'shift-opened': 'Turno aberto',
    'shift-closed': 'Turno fechado',
    'operator-added': 'Pessoa cadastrada',
    'settings-changed': 'Ajustes mudados',
    'gateway-changed': 'Conexão mudada',
    'program-added': 'Programa autorizado',
    'program-revoked': 'Token de programa revogado',
    'manager-entered': 'Gerente entrou',
    'manager-left': 'Gerente saiu',
    forced: event.forced,
    'refund-requested': event['refund-requested'],
    'refund-done': event['refund-done'],
    'refund-refused': 'Devolução recusada pelo banco',
    'refund-unclear': 'Devolução incerta',
    'ledger-restored': 'Cópia restaurada',
    'closing-printed-again': 'Fechamento impresso de novo',
  },
  gatewayChange: {
    connected: 'conectado',
    replaced: 'chaves trocadas',
    removed: 'chaves removidas',
    kept: 'a troca não deu certo; ficaram as chaves de antes',
    clientId: 'Client ID termina em {{end}}',
  },
  setting: {
    shopName: term.store,
    tillName: term.till,
    zone: 'Fuso horário',
    timeLimitMs: 'Tempo do QR',
    maxAmount: 'Maior valor de uma cobrança',
    family: charging.life,
    shopDocument: charging.document,
    chosenWallet: term.wallet,
    chosenPixKey: 'Chave Pix',
    printer: term.printer,
    savedFilters: payments.saved,
  },
  settingValue: {
    none: 'nenhum',
    minutes: '{{minutes}} min',
    order: 'a do gateway',
    orderv: 'a mesma do QR',
  },
} as const;
