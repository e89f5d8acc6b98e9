import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '../../../../build/run/repo-root.ts';
import { SALE_COLUMNS } from '../../../../main/core/reports/export/columns.ts';
import { en } from '../../../../renderer/i18n/en/index.ts';
import { ptBR } from '../../../../renderer/i18n/pt-br/index.ts';
import { leaves } from './leaves.ts';

/** Words that people misread, or that were a second word for a thing, with the word to use. */
const OLD_PORTUGUESE: readonly (readonly [old: RegExp, use: string])[] = [
  [
    /pago, (?:não )?entregue|dúvida, aguarde/i,
    'Pago. Pode entregar / Não pago. Não entregue / Em dúvida. Aguarde',
  ],
  [/\bnão vale/i, 'inválido'],
  [/fica de pé/i, 'parou de funcionar'],
  [/de mentira/i, 'simulado'],
  [/de verdade/i, 'real'],
  [/sem prova/i, 'sem confirmação'],
  [/palavra do gerente|sua palavra/i, 'autorização, confirmação'],
  [/post[ao] no lugar|voltar? (?:a|à) (?:um|esta|uma) cópia/i, 'restaurar'],
  [/média por venda/i, 'ticket médio'],
  [/não resolvid|nada a resolver/i, 'pendência'],
  [/vendido|valor cobrado/i, 'recebido'],
  [/(?<!\p{L})mudad[oa]s?(?!\p{L})/iu, 'alterado'],
  [/cobrança feita/i, 'cobrança criada'],
  [/\blendo…|ler de novo/i, 'carregando, atualizar'],
  [/arquivo ficou/i, 'arquivo foi salvo'],
  [/falta o que/i, 'preencha'],
  [/mudou de lugar/i, 'foi atualizada'],
  [/nada está em aberto/i, 'nenhuma cobrança em aberto'],
  [/devolver de \{\{/i, 'devolver parte ou tudo'],
  [/escolher onde/i, 'escolher a pasta'],
  [/\bmex(?:er|ido|ida)\b/i, 'alterar'],
  [/\bdev\. /i, 'devol.'],
  [/por que voltar/i, 'motivo'],
  [/fora do prazo|pagamentos? atrasado|(?:chegou|pagou) depois/i, 'pago com atraso'],
  [/\bstatus\b(?!\}\})/i, 'situação'],
  [/\bguardar\b|\bguardad[oa]s?\b/i, 'salvar'],
  [/gateway/i, 'a Rede, Conexão Rede'],
  [/\bdesistir\b|\bdesista\b|desistência/i, 'cancelar'],
  [/chaveiro/i, 'cofre de senhas do sistema'],
  [/(?<!\p{L})cópias?(?!\p{L})/iu, 'backup'],
  [/diário/i, 'histórico'],
  [/horário da loja/i, 'fuso horário'],
  [/saídas:/i, 'o que fazer'],
  [/vida do qr/i, 'validade'],
  [/resposta(?: válida)? duas vezes/i, 'em duas tentativas'],
  [/estornad|estornando|(?<!\()estorno/i, 'devolução'],
];

const OLD_ENGLISH: readonly (readonly [old: RegExp, use: string])[] = [
  [/\bmake (?:a )?(?:new )?qr\b/i, 'Show QR'],
  [/paid, hand over|paid, do not hand over|in doubt, wait/i, 'two sentences'],
  [/\bis no (?:amount|time)\b/i, 'invalid'],
  [/\b(?:give|gives|giving|given|gave) (?:\w+ )?back\b|\bwent back\b|\breturn/i, 'refund'],
  [/\bcopies\b|\b(?:good|newest|this|backup) copy\b/i, 'backup'],
  [/\bdiary\b/i, 'activity'],
  [/it is of this sale/i, 'It belongs to this sale'],
  [/\b(?:keep|kept) filter/i, 'save'],
  [/without proof/i, 'without confirmation'],
  [/\bsold\b/i, 'received'],
  [/\bgive up\b|\bgiven up\b/i, 'cancel'],
  [/late payment|payment arrived/i, 'paid late'],
  [/stay up/i, 'stopped working'],
];

/** The lines of the manual that speak of something else by one of these words. */
const OTHER_SENSE = /celular do cliente|devolução de ESTORNO|é o ESTORNO do painel/;

describe('an old word does not come back', () => {
  it.each(OLD_PORTUGUESE)('in Portuguese: %s', (old, use) => {
    const manual = readFileSync(join(repoRoot, 'docs/manual.pt-BR.md'), 'utf8').split('\n');
    const texts = [
      ...leaves(ptBR),
      ...SALE_COLUMNS.map(({ title }) => ['column', title] as const),
      ...manual.flatMap((line, at) => (OTHER_SENSE.test(line) ? [] : [[`manual ${at + 1}`, line] as const])),
    ];
    expect(
      texts.filter(([, text]) => old.test(text)),
      `use: ${use}`,
    ).toEqual([]);
  });

  it.each(OLD_ENGLISH)('in English: %s', (old, use) => {
    expect(
      leaves(en).filter(([, text]) => old.test(text)),
      `use: ${use}`,
    ).toEqual([]);
  });

  it('and the old texts that the list is made from are found by it', () => {
    const were = [
      'Pago, entregue',
      'O valor não vale',
      'Resolver sem prova',
      'Diário',
      'Cópias',
      'Guardar filtro',
      'O gateway recusou',
    ];
    for (const text of were)
      expect(
        OLD_PORTUGUESE.some(([old]) => old.test(text)),
        text,
      ).toBe(true);
    for (const text of ['Make QR', 'Copies', 'Diary', 'Keep filter', 'Give up'])
      expect(
        OLD_ENGLISH.some(([old]) => old.test(text)),
        text,
      ).toBe(true);
  });
});

describe('the panel’s word for a refund', () => {
  it('stands once, in parentheses', () => {
    expect(leaves(ptBR).filter(([, text]) => /estorno/i.test(text))).toEqual([
      ['panel.estorno', 'Devolução (Estorno)'],
    ]);
  });
});
