import { term } from './terms.ts';

/** How a till charges. */
export const charging = {
  minutes: 'Por quanto tempo o QR vale',
  min: '{{minutes}} minutos',
  life: 'Vida do QR no gateway',
  gatewayLife: 'A do gateway, 60 min. O Balcão cancela no fim do tempo',
  ownLife: 'A mesma do QR (só Pix)',
  refundEach: 'Devolução: segundo gerente acima de',
  refundDay: 'Devoluções do dia: segundo gerente acima de',
  refundHint:
    'Esta loja tem um gerente só: ninguém poderá autorizar acima do limite. Cadastre outro em Pessoas.',
  document: 'CNPJ ou CPF da loja',
  documentHint: 'O gateway pede um comprador; numa venda de balcão, a própria loja.',
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
} as const;
