/** The programs that may use the local API. */
export const programsWords = {
  programs: {
    detail: 'Programas que podem cobrar por este caixa. Cada um tem o seu token.',
    new: 'Novo programa',
    newDetail: 'Criar um token com o nome do programa',
    first: 'Primeiro token',
    since: 'Desde {{day}}',
    firstDetail: 'Desde {{day}}, no arquivo api-token. Serve a qualquer programa.',
    name: 'Nome do programa',
    add: 'Criar token',
    revoke: 'Revogar token',
    replace: 'Trocar token',
    revokeAsk: 'O programa {{name}} deixa de funcionar na hora.',
    replaceAsk: 'Os programas que usam este token deixam de funcionar até ler o arquivo de novo.',
    token: 'Token de {{name}}',
    once: 'Copie agora e salve no programa. O token não será mostrado de novo.',
    copy: 'Copiar token',
    copied: 'Copiado',
    done: 'Pronto',
  },
} as const;
