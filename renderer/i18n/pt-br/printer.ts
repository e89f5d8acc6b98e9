import { term } from './terms.ts';

// Two ways to the printer at one cable.
const USB_CABLE = 'Cabo USB';

/** The printer and its set-up. */
export const printerWords = {
  printer: {
    ready: term.printer,
    unknown: term.printer,
    'near-end': 'Papel acabando',
    'paper-out': 'Sem papel',
    'cover-open': 'Tampa aberta',
    offline: 'Impressora parada',
    unreachable: 'Impressora fora do ar',
    qr: 'Imprimir QR',
    printing: 'Imprimindo…',
  },
  printerSetup: {
    search: 'Procurar impressoras',
    searching: 'Procurando…',
    managerLead: 'Só um gerente configura a impressora. Digite o PIN dele para continuar.',
    none: 'Nenhuma impressora encontrada',
    noneNext:
      'Ligue a impressora, confira a fonte na tomada e o cabo nas duas pontas, e procure de novo com F5.',
    inNetwork: 'Uma impressora na rede',
    serialPort: 'Porta serial (avançado)',
    port: 'Porta serial da impressora',
    address: 'Endereço de rede',
    addressHint: 'O endereço IP da impressora na rede da loja. Por exemplo 192.168.0.50.',
    unsearched: '{{kind}}: {{trouble}}',
    profile: 'Modelo',
    profileHint: 'Na dúvida, escolha genérica pela largura do papel.',
    automaticYes: 'Sai sozinho quando o cliente paga',
    automaticNo: 'Só com F6',
    drawer: 'Gaveta ligada à impressora',
    drawerNo: 'Fica fechada',
    drawerYes: 'Abre quando o pagamento entra',
    test: 'Imprimir teste',
    testing: 'Imprimindo o teste…',
    confirmed: 'A impressora respondeu que recebeu o teste. Olhe o papel.',
    sent: 'O teste foi enviado, mas a impressora não confirmou. Veja se saiu papel.',
    question: 'O que saiu certo?',
    allRight: 'Tudo: acentos, QR e corte',
    noAccents: 'Os acentos saíram trocados',
    noQr: 'Falta um QR, ou não lê',
    nothing: 'Não saiu nada, ou saíram letras sem sentido',
    adviceAccents: 'Escolha outro modelo e imprima o teste de novo.',
    adviceQr: 'Escolha o modelo genérico da mesma largura: ele desenha o QR.',
    adviceNothing:
      'Confira se a impressora está ligada, o papel e o cabo. Depois experimente outro modelo ou volte e escolha outra impressora.',
    save: 'Usar esta impressora',
    saved: 'Impressora configurada.',
  },
  printerKind: {
    usb: USB_CABLE,
    devfile: USB_CABLE,
    serial: 'Porta serial',
    tcp9100: 'Rede da loja',
    spooler: 'Impressoras do sistema',
  },
  searchTrouble: {
    'no-usb': 'este computador não tem portas USB.',
    'no-print-service': 'o serviço de impressão está parado ou não está instalado.',
    'no-permission': 'o sistema não deixa procurar. Chame o suporte.',
    'no-library': 'a busca não funciona neste computador. Chame o suporte.',
    'no-answer': 'a busca não respondeu a tempo. Procure de novo.',
    other: 'a busca não funcionou. Procure de novo; se repetir, chame o suporte.',
  },
} as const;
