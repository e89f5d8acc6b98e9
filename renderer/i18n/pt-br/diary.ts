import { shop } from './first-run.ts';
import { payments } from './payments.ts';
import { charging } from './settings.ts';
import { term } from './terms.ts';
import { event } from './timeline.ts';

/** The diary, which the screens call `histórico`. */
export const diaryWords = {
  diary: {
    none: 'Nada no histórico ainda.',
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
    'person-pin-changed': 'PIN trocado',
    'person-renamed': 'Nome alterado',
    'person-role-changed': 'Função alterada',
    'person-deactivated': 'Pessoa desativada',
    'pin-unlocked': 'PIN liberado',
    'settings-changed': 'Ajustes alterados',
    'gateway-changed': 'Conexão alterada',
    'program-added': 'Programa autorizado',
    'program-revoked': 'Token de programa revogado',
    'manager-entered': 'Gerente entrou',
    'manager-left': 'Gerente saiu',
    forced: event.forced,
    'refund-requested': event['refund-requested'],
    'refund-done': event['refund-done'],
    'refund-refused': 'Devolução recusada pela Conexão Rede',
    'refund-unclear': 'Devolução incerta',
    'ledger-restored': 'Backup restaurado',
    'closing-printed-again': 'Fechamento impresso de novo',
    'notice-signed': 'Aviso assinado',
    'ledger-head-differs': 'Dados diferentes dos que este computador gravou',
  },
  gatewayChange: {
    connected: 'conectado',
    replaced: 'chaves trocadas',
    removed: 'chaves removidas',
    found: 'chaves reconhecidas ao iniciar',
    'changed-outside': 'chaves trocadas fora do Balcão',
    confirmed: 'chaves conferidas pelo gerente',
    kept: 'a troca não deu certo; ficaram as chaves de antes',
    clientId: 'Client ID termina em {{end}}',
  },
  setting: {
    shopName: term.store,
    tillName: term.till,
    zone: shop.zone,
    timeLimitMs: 'Tempo do QR',
    maxAmount: 'Maior valor de uma cobrança',
    refundLimit: 'Limite de uma devolução',
    refundDayLimit: 'Limite de devoluções do dia',
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
    order: '60 minutos',
    orderv: 'igual ao tempo do QR',
  },
} as const;
