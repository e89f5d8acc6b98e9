/** A report as a file. */
export const reportWords = {
  report: {
    title: 'Gerar relatório de vendas',
    open: 'Gerar relatório',
    detail:
      'As cobranças da lista, com estes filtros. O caixa continua vendendo enquanto o arquivo é escrito.',
    format: 'Tipo de arquivo',
    xlsx: 'Planilha (.xlsx)',
    xlsxDetail: 'Resumo, dias e vendas, com datas e valores em formato numérico.',
    csv: 'Texto (.csv)',
    csvDetail: 'Só as vendas, para outro programa.',
    write: 'Escolher a pasta',
    taken:
      'Já existe um arquivo {{name}} nessa pasta. Ele não foi alterado: substitua-o ou escolha outro nome.',
    replace: 'Substituir',
    chooseOther: 'Escolher outro',
    show: 'Abrir pasta',
    counting: 'Contando as cobranças…',
    writing: 'Escrevendo: {{rows, number}} de {{total, number}}…',
    finishing: 'Terminando…',
    done_one: 'Pronto: {{name}}, {{count, number}} cobrança.',
    done_other: 'Pronto: {{name}}, {{count, number}} cobranças.',
    cancelled: 'Cancelado. Nenhum arquivo foi salvo.',
    failed: 'Não foi possível escrever.',
  },
  reportFailure: {
    exists: 'Já há um arquivo com esse nome. Escolha outro.',
    'is-link': 'Este nome é um atalho para outro arquivo. Escolha o próprio arquivo ou outro nome.',
    'not-writable': 'Não se pode escrever nesse lugar. Escolha outra pasta.',
    'held-by-another-program':
      'O arquivo está aberto em outro programa, como o Excel. Feche-o e gere de novo, ou escolha outro nome.',
    'disk-full': 'O disco está cheio. Nenhum arquivo foi salvo.',
    internal: 'Algo falhou ao escrever. Nenhum arquivo foi salvo; tente de novo.',
  },
} as const;
