/** The people of a till: what can be done about each, and a new PIN. */
export const peopleWords = {
  people: {
    hint: 'Setas escolhem, Enter abre.',
    add: 'Cadastrar pessoa',
    locked: 'PIN bloqueado',
    lockedDetail:
      'O PIN de {{name}} foi bloqueado depois de muitos erros. Veja no histórico quem tentou antes de liberar.',
    changePin: 'Trocar PIN',
    rename: 'Mudar nome',
    'make-manager': 'Tornar gerente',
    'make-operator': 'Tornar operador',
    unlock: 'Liberar PIN',
    deactivate: 'Desativar',
    done: 'Feito.',
  },
  peopleDetail: {
    rename: 'O nome novo aparece também nas vendas passadas.',
    'make-manager':
      '{{name}} passa a autorizar devoluções e ajustes, e escolhe um PIN de 6 números na próxima entrada.',
    'make-operator': '{{name}} não autoriza mais devoluções nem ajustes.',
    unlock: 'Os erros de {{name}} são esquecidos. Fica registrado com o nome do gerente.',
    deactivate:
      '{{name}} não entra mais neste caixa. O nome continua nas vendas passadas e não pode ser usado de novo.',
  },
  changePin: {
    proof: 'Quem confirma a troca',
    own: 'PIN atual',
    manager: 'Um gerente',
    keys: 'Chaves da loja',
    present: 'PIN atual de {{name}}',
    new: 'PIN novo ({{shortest}} a 12 números)',
    tooShort: 'O PIN novo tem de {{shortest}} a 12 números.',
    mismatch: 'Os dois PINs novos são diferentes. Digite de novo.',
  },
  ownPin: {
    title: '{{name}}, escolha um PIN novo',
    lead: 'O PIN de gerente agora tem 6 números ou mais. O PIN de hoje vale até a troca.',
    later: 'Trocar depois',
  },
} as const;
