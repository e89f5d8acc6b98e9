import { term } from './terms.ts';

/** How a till charges. */
export const charging = {
  minutes: 'Por quanto tempo o QR vale',
  min_one: '{{count}} minuto',
  min_other: '{{count}} minutos',
  life: 'Validade no banco',
  gatewayLife: '60 minutos (o Balcão cancela antes)',
  ownLife: 'Igual ao tempo do QR (só Pix)',
  defaultWallet: 'Carteira padrão',
  autoLock: 'Bloquear o caixa sem uso',
  neverLocks: 'Nunca',
  refundEach: 'Devolução: segundo gerente acima de',
  refundDay: 'Devoluções do dia: segundo gerente acima de',
  refundHint:
    'Esta loja tem um gerente só: ninguém poderá autorizar acima do limite. Cadastre outro em Pessoas.',
  document: 'CNPJ ou CPF da loja',
  documentHint: 'A Conexão Rede pede um comprador; numa venda de balcão, a própria loja.',
} as const;

/** The settings of a till. */
export const settingsWords = {
  settings: {
    title: 'Ajustes',
    screens: 'Telas',
    connection: 'Conexão',
    people: term.people,
    shop: term.store,
    charging: 'Cobrança',
    printer: term.printer,
    programs: 'Programas',
    looks: 'Aparência e som',
    languageDetail: 'Idioma das telas deste caixa',
    customerLanguage: 'Idioma da tela do cliente',
    portuguese: 'Português',
    english: 'English',
  },
  charging,
  looks: {
    theme: 'Cores das duas telas',
    system: 'Como no computador',
    light: 'Claras',
    dark: 'Escuras',
    volume: 'Som do caixa',
    full: 'Alto',
    low: 'Baixo',
    off: 'Sem som',
    test: 'Ouvir o som de pago',
  },
  displays: {
    detail: 'Escolha em qual monitor o cliente vê o QR.',
    identify: 'Mostrar qual é qual',
    identified: 'Cada monitor mostra o seu número por alguns segundos.',
    list: 'Monitores',
    customer: 'tela do cliente',
    primary: 'principal',
    absent: 'desligado',
    none: 'Só há um monitor. O QR aparece grande na janela do caixa.',
    window: 'Janela do caixa',
    fullScreen: 'Tela cheia',
    fullScreenDetail: 'sem barra de título; o Balcão cobre o monitor',
    inWindow: 'Janela',
    inWindowDetail: 'com barra de título, ao lado de outros programas',
    size: '{{width}} × {{height}}',
  },
  startup: {
    label: 'Quando o computador liga',
    on: 'Abrir o Balcão',
    onDetail: 'assim que este usuário entra no computador',
    off: 'Não abrir',
    offDetail: 'o Balcão abre pelo menu',
  },
} as const;
