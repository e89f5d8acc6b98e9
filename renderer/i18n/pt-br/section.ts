/** The frame of the manager’s screens. */
export const sectionWords = {
  section: {
    day: 'O dia',
    payments: 'Pagamentos',
    closings: 'Fechamentos',
    diary: 'Diário',
    backups: 'Cópias',
    leave: 'Voltar ao caixa',
  },
  reading: {
    loading: 'Lendo…',
    failed: 'Não foi possível ler agora. O caixa continua trabalhando.',
    failedOld: 'Não foi possível ler de novo: o que está aqui é de antes. O caixa continua trabalhando.',
    again: 'Ler de novo',
  },
} as const;
