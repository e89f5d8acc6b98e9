/** The store and the till of the settings. */
export const shop = {
  title: 'A loja e o caixa',
  detail: 'O cliente vê o nome da loja na tela e no recibo. O dia de vendas segue o fuso horário.',
  shopName: 'Nome da loja',
  tillName: 'Nome do caixa',
  zone: 'Fuso horário',
  save: 'Salvar',
  saved: 'Salvo.',
  missing: 'Preencha o nome da loja e o do caixa.',
  preview: 'A tela do cliente',
} as const;

/** The first run: how the till works, its shop and its people. */
export const firstRunWords = {
  firstRun: {
    title: 'Bem-vindo ao Balcão',
    lead: 'Como este caixa vai trabalhar?',
    training: 'Treinamento',
    trainingDetail: 'Uma Rede simulada neste computador. Nenhum dinheiro é movido. Bom para aprender.',
    connect: 'Conectar à Conexão Rede',
    connectDetail: 'Cobranças reais. Tenha à mão a Access Key, a Secret Key e o Client ID deste caixa.',
    step: 'Passo {{step}} de {{of}}',
  },
  shop,
  zone: {
    'America/Sao_Paulo': 'Brasília',
    'America/Manaus': 'Manaus e Cuiabá',
    'America/Rio_Branco': 'Acre',
    'America/Noronha': 'Noronha',
  },
  persons: {
    managerTitle: 'Cadastre o gerente',
    managerDetail: 'O PIN do gerente autoriza devoluções e novos operadores.',
    operatorTitle: 'Cadastre quem trabalha no caixa',
    name: 'Nome',
    pin: 'PIN ({{shortest}} a 12 números)',
    repeat: 'Repita o PIN',
    role: 'Função',
    add: 'Cadastrar',
    mismatch: 'Os dois PINs são diferentes. Digite de novo.',
    badPin: 'O PIN tem de {{shortest}} a 12 números.',
    noName: 'Digite o nome.',
    added: 'Cadastro de {{name}} feito. Cadastre outra pessoa, ou conclua com F2.',
    list: 'Cadastrados',
  },
} as const;
