/** The troubles of the core, and the notices. */
export const troubleWords = {
  trouble: {
    'data-folder-locked': {
      what: 'O Balcão já está aberto neste computador',
      next: 'Use a outra janela, ou feche-a e abra de novo.',
    },
    'data-folder-read-only': {
      what: 'A pasta de dados não aceita gravação',
      next: 'Entre no computador com o usuário de sempre, ou peça ao suporte que libere a pasta.',
    },
    'data-folder-of-others': {
      what: 'Outros usuários deste computador podem alterar a pasta de dados',
      next: 'A pasta é de outro usuário. Entre no computador com o usuário de sempre, ou peça ao suporte que dê a pasta só a este usuário. Nada foi alterado.',
    },
    'database-from-future': {
      what: 'Os dados são de uma versão mais nova do Balcão',
      next: 'Instale a versão mais nova. Nada foi alterado.',
    },
    'database-of-other-mode': {
      what: 'Os dados de treinamento estão no lugar dos de produção, ou o contrário',
      next: 'Peça ao suporte que ponha cada arquivo de volta na sua pasta. Nada foi alterado.',
    },
    'ledger-gone': {
      what: 'O arquivo de vendas deste caixa sumiu',
      next: 'As chaves conhecem um arquivo de vendas que não está mais na pasta production. Chame o suporte e ponha a pasta, com os backups, de volta. Nada foi alterado.',
    },
    'disk-full': {
      what: 'O disco está cheio',
      next: 'Apague arquivos que não usa, feche o Balcão e abra de novo.',
    },
    'too-many-files': {
      what: 'Há arquivos abertos demais neste computador',
      next: 'Feche outros programas, ou reinicie o computador, e abra o Balcão de novo. Nada foi perdido.',
    },
    'held-by-another-program': {
      what: 'Outro programa está usando os arquivos do Balcão',
      next: 'Pode ser um antivírus, um backup ou uma sincronização de pastas. Espere terminar, ou feche esse programa, e abra o Balcão de novo. Nada foi alterado.',
    },
    internal: {
      what: 'O serviço de cobranças não conseguiu abrir',
      next: 'Feche e abra o Balcão. Se repetir, chame o suporte.',
    },
    'keeps-crashing': {
      what: 'O serviço de cobranças parou de funcionar várias vezes',
      next: 'Feche e abra o Balcão. Se repetir, reinicie o computador e chame o suporte.',
    },
  },
  notice: {
    dismiss: 'Entendi',
    sign: 'Chamar gerente',
    more_one: '(Depois deste, mais {{count, number}} aviso.)',
    more_other: '(Depois deste, mais {{count, number}} avisos.)',
    'ledger-restored':
      'O arquivo de vendas estava danificado. O último backup bom, de {{detail}}, foi restaurado. Confira as vendas de hoje com o extrato.',
    'ledger-damaged':
      'O arquivo de vendas está danificado. Reinicie o Balcão quando não houver cliente: o último backup bom será restaurado.',
    'ledger-not-newest':
      'O arquivo de vendas é mais antigo que o último backup, de {{detail}}, ou é de outro caixa: podem faltar vendas. Chame o gerente antes de vender: ele restaura o backup em Backup (Ctrl+B).',
    'backup-failed':
      'O backup não pôde ser gravado; as vendas continuam gravadas. Libere espaço no disco, feche programas que usem a pasta de backups e chame o gerente, que faz outro em Backup (Ctrl+B).',
    'ledger-started-anew':
      'O arquivo de vendas estava danificado e não havia backup. Um novo foi começado. Chame o suporte antes de vender.',
    'clock-set-back':
      'O relógio do computador foi atrasado. Acerte a hora do sistema; as cobranças continuam certas.',
    'disk-full': 'O disco está cheio. Novas cobranças não podem ser gravadas: libere espaço e tente de novo.',
    'too-many-files':
      'Há arquivos abertos demais neste computador, e novas cobranças podem falhar. Feche outros programas; se repetir, reinicie o computador e chame o suporte.',
    'read-only':
      'A pasta de dados não aceita gravação. Novas cobranças não podem ser feitas: chame o suporte.',
    'held-by-another-program':
      'Outro programa está usando o arquivo de vendas ({{detail}}), e novas cobranças podem falhar. Espere o antivírus, o backup ou a sincronização terminar, ou feche esse programa, e tente de novo; se repetir, chame o suporte.',
    'api-file-held':
      'Outro programa está segurando um arquivo do Balcão ({{detail}}), e o sistema da loja pode não achar o caixa. Feche esse programa: o Balcão grava o arquivo assim que puder.',
    'api-port-taken':
      'Outro programa está usando a porta {{detail}} deste computador, e o sistema da loja pode estar falando com ele em vez do Balcão. Não entregue mercadoria só pelo que o sistema da loja diz: confira aqui. Feche o outro programa e abra o Balcão de novo, ou chame o suporte.',
    'folder-rights-unknown':
      'O Balcão não conseguiu conferir quem pode abrir a pasta de dados deste caixa: {{detail}}. Pode vender. Chame o suporte: só a conta do caixa e os administradores devem ter acesso a ela.',
    'forced-contradicted':
      'Uma cobrança foi encerrada como paga sem confirmação, e a Rede diz que o dinheiro não ficou com a loja: {{detail}}. Chame o gerente.',
    'pin-locked':
      'Muitos PINs errados: o PIN de {{detail}} está bloqueado. Um gerente confere quem tentou e libera em Ajustes (F1), Pessoas.',
    'ledger-rolled-back':
      'O arquivo de vendas voltou a um momento anterior: falta o registro {{detail}}, que este computador já tinha gravado. Alguém pôs dados antigos no lugar. Chame o gerente, que compara com o extrato e restaura um backup em Backup (Ctrl+B).',
    'ledger-cut':
      'O fim do arquivo de vendas foi cortado: falta o registro {{detail}}, e há um backup com mais registros. Chame o gerente, que o restaura em Backup (Ctrl+B).',
    'ledger-rewritten':
      'O arquivo de vendas foi reescrito: o registro {{detail}} não é o que este computador gravou. Chame o gerente antes de vender e guarde o papel do último fechamento.',
    'ledger-head-unproven':
      'O registro que este computador guarda fora da pasta de dados sumiu, ou não foi escrito por este caixa. Chame o gerente: ele confere os dados com o papel do último fechamento.',
    'keys-changed-outside':
      'As chaves deste caixa foram trocadas fora do Balcão ({{detail}}): o dinheiro iria para a conta delas. Nenhuma cobrança nova é feita até um gerente conferir. Se estiverem erradas, troque-as em Ajustes (F1).',
    'credentials-refused': 'A Rede recusou as chaves deste caixa. Confira as chaves em Ajustes (F1).',
  },
  signNotice: {
    title: 'Aviso para o gerente',
    confirm: 'Li e assino',
    confirmKeys: 'Conferi: as chaves são desta loja',
  },
} as const;
