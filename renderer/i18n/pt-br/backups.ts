/** Backups. */
export const backupsWords = {
  backups: {
    detail: 'Uma cópia por dia e uma a cada fechamento, guardadas por 30 dias.',
    none: 'Nenhuma cópia ainda.',
    events_one: '{{count, number}} registro',
    events_other: '{{count, number}} registros',
    behind_zero: 'igual ao de agora',
    behind_one: '{{count, number}} registro atrás',
    behind_other: '{{count, number}} registros atrás',
    verified: 'Conferida',
    unread: 'Não conferida',
    now: 'Fazer cópia agora',
    made: 'Cópia feita e conferida.',
    restore: 'Voltar a esta cópia',
    title: 'Voltar à cópia de {{when}}',
    lead: 'O Balcão junta à cópia tudo o que os dados de agora ainda provam. Os dados de agora são guardados à parte, nunca apagados. Se algo se perderia, nada muda.',
    reason: 'Por que voltar (pelo menos 5 letras)',
    restored:
      'Feito: {{salvaged, number}} registros trazidos, {{lost, number}} perdidos. Os dados de antes estão em {{file}}.',
  },
} as const;
