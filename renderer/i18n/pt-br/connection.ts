/** The connection to the gateway. */
export const connectionWords = {
  connection: {
    title: 'Conexão Rede',
    address: 'Endereço da Conexão Rede',
    production: 'Produção',
    staging: 'Homologação',
    other: 'Outro',
    url: 'Endereço (https)',
    accessKey: 'Access Key',
    secretKey: 'Secret Key',
    clientId: 'Client ID',
    test: 'Testar conexão',
    testing: 'Testando…',
    tested_one: 'Conexão aceita: {{count}} carteira ativa.',
    tested_other: 'Conexão aceita: {{count}} carteiras ativas.',
    save: 'Salvar e usar',
    saving: 'Salvando…',
    replace: 'Trocar as chaves',
    remove: 'Remover as chaves',
    removeAsk: 'Sem as chaves o caixa volta ao treinamento. Remover?',
    storedEnd: 'termina em {{end}}',
    protected: 'Salvas no cofre de senhas do sistema.',
    unprotected: 'Este sistema não tem cofre de senhas: as chaves ficam num arquivo sem essa proteção.',
    unprotectedAsk:
      'Este sistema não tem cofre de senhas. Salvar as chaves num arquivo que só este usuário lê?',
    unprotectedYes: 'Salvar mesmo assim',
    unprotectedRefused:
      'O arquivo de chaves está sem proteção, e este sistema tem cofre de senhas: ele não é usado, porque qualquer programa pode tê-lo posto ali. Digite as chaves de novo.',
    unreadable:
      'Há chaves salvas que não puderam ser lidas: o cofre de senhas está trancado ou o usuário do computador é outro. Nada se perdeu.',
    trainingNow: 'Este caixa está em treinamento.',
    tickFirst: 'Marque a caixa com Espaço para salvar sem cofre de senhas, ou volte com Esc.',
    showKeys: 'Mostrar as chaves',
    hideKeys: 'Esconder as chaves',
    missing: 'Preencha as três chaves.',
    badUrl: 'O endereço precisa começar com https://.',
  },
} as const;
