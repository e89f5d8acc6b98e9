import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../../renderer/cashier/title-of.ts';
import { ptBR } from '../../../../renderer/i18n/pt-br/index.ts';
import { leaves } from '../i18n/leaves.ts';

const WORDS = new Map(leaves(ptBR));

describe('the title of the window', () => {
  it.each([
    ['sell', 'Nova cobrança'],
    ['sign-in', 'Quem está no caixa?'],
    ['settle', 'Há uma cobrança aberta'],
    ['waiting', 'Não pago. Não entregue'],
    ['queued', 'Não pago. Não entregue'],
    ['doubt', 'Em dúvida. Aguarde'],
    ['approved', 'Pago. Pode entregar'],
    ['ended', 'Não pago. Não entregue'],
    ['starting', 'Abrindo o caixa…'],
  ] as const)('of the screen %s: %s', (kind, words) => {
    expect(WORDS.get(titleOf({ kind }) ?? '')).toBe(words);
  });

  it('is left to the sections of the manager', () => {
    expect(titleOf({ kind: 'manager' })).toBeNull();
  });
});
