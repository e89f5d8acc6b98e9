/** The frame of the manager’s screens. */
export const sectionWords = {
  section: {
    day: 'O dia',
    payments: 'Pagamentos',
    closings: 'Fechamentos',
    diary: 'Histórico',
    backups: 'Backup',
    leave: 'Voltar ao caixa',
  },
  reading: {
    loading: 'Carregando…',
    failed: 'Não foi possível carregar agora. O caixa continua trabalhando.',
    failedOld: 'Não foi possível atualizar: o que está aqui é de antes. O caixa continua trabalhando.',
    again: 'Atualizar',
  },
} as const;
