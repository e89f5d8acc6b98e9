import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repoRoot } from '../../../../build/run/repo-root.ts';
import { en } from '../../../../renderer/i18n/en/index.ts';
import { ptBR } from '../../../../renderer/i18n/pt-br/index.ts';
import { ProblemView } from '../../../../shared/contract/charge-view.ts';
import { control } from '../../../../shared/contract/control.ts';
import { CoreTrouble } from '../../../../shared/contract/core-trouble.ts';
import { COMMON_ERRORS, type Role } from '../../../../shared/contract/define.ts';
import { contract } from '../../../../shared/contract/index.ts';
import { WayOut, WhyOpen } from '../../../../shared/contract/open-item.ts';
import { CustomerSees, NoticeView } from '../../../../shared/contract/views.ts';
import { CHANNELS } from '../../../../shared/domain/ledger-event/by.ts';
import { CHARGE_STATUSES } from '../../../../shared/domain/charge/charge.ts';
import { leaves } from './leaves.ts';

const LANGUAGES = { 'pt-BR': ptBR, en } as const;

/** Every code that a call of the cashier's page may answer with, as the tables of the contract have them. */
const codes: readonly string[] = [
  ...new Set([
    ...COMMON_ERRORS,
    ...Object.values({ ...contract, ...control }).flatMap((spec) =>
      spec.kind === 'method' && spec.roles.some((role: Role) => role === 'cashier' || role === 'manager')
        ? [...spec.errors]
        : [],
    ),
  ]),
].toSorted();

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

describe.each(Object.entries(LANGUAGES))('%s', (_language, words) => {
  it('has what happened and what to do now for every error of the wire, and for no other', () => {
    expect(Object.keys(words.errors).toSorted()).toEqual(codes);
    for (const { what, next } of Object.values(words.errors)) {
      expect(what).toMatch(/\.$/);
      expect(next).toMatch(/\.$/);
    }
  });

  it.each([
    ['problem', ProblemView.shape.code.options],
    ['notice', NoticeView.shape.code.options],
    ['status', CHARGE_STATUSES],
    ['sees', CustomerSees.options],
    ['trouble', CoreTrouble.options],
    ['answer', ['paid', 'not-paid', 'doubt']],
    ['open', WhyOpen.options],
    ['way', WayOut.options],
    // A window is the usual way and has no words.
    ['via', CHANNELS.filter((channel) => channel !== 'window')],
  ] as const)('has words for every %s of the wire', (part, wire) => {
    expect(Object.keys(words[part])).toEqual(expect.arrayContaining([...wire]));
  });

  it('leaves no text empty and shouts nowhere but in thanks', () => {
    for (const [path, text] of leaves(words)) {
      expect(text.trim(), path).not.toBe('');
      if (path !== 'customer.thanks') expect(text, path).not.toContain('!');
    }
  });
});

describe('one word for one idea', () => {
  it.each([
    [ptBR, /duas tentativas/i, 'Sem resposta válida da Rede em duas tentativas'],
    [en, /two attempts/i, 'No valid answer from the gateway in two attempts'],
  ] as const)('a create that is lost twice is told by one wording', (words, pattern, wording) => {
    const told = leaves(words).filter(([, text]) => pattern.test(text));
    expect(told.map(([path]) => path)).toEqual(['choices.title', 'problem.no-answer-twice']);
    for (const [path, text] of told) expect(text, path).toContain(wording);
  });

  it.each([
    [ptBR, 'pouco mais de uma hora'],
    [en, 'a little over an hour'],
  ] as const)(
    'a search for a lost order says how long it takes and what the closing waits for',
    (words, time) => {
      expect(words.open.searching).toContain(time);
      expect(words.open.searching).toMatch(/fechamento espera só|closing waits only/);
    },
  );
});

/** The same words for two ideas: each may come to be said otherwise, and the other must not follow. */
const TWO_IDEAS = [
  // The state of the till, and the title of a charge that waits for it.
  'Sem conexão',
  // Of a charge, and of one order of it.
  'pago',
  // Of a shift, and of an order.
  'aberto',
  'Turno fechado',
  'Caixa bloqueado',
  // A slip, and an event of the ledger.
  'QR impresso',
  // What the customer reads, and an event of the ledger.
  'Cobrança cancelada',
];

describe('the texts', () => {
  it('are written once each: who needs one again names its key', () => {
    const written = globSync(join(repoRoot, 'renderer/i18n/pt-br/*.ts'))
      .map((file) => readFileSync(file, 'utf8').replaceAll(/^import .*$/gm, ''))
      .flatMap((source) => [...source.matchAll(/'((?:[^'\\]|\\.)+)'(?:[,;]| \})/g)])
      .map(([, text = '']) => text);
    expect(written.length).toBeGreaterThan(700);
    const twice = written.filter((text, at) => written.indexOf(text) !== at);
    expect(twice.toSorted()).toEqual(TWO_IDEAS.toSorted());
  });
});

describe('the languages', () => {
  it('name the same figures in the same texts', () => {
    const english = new Map(leaves(en));
    for (const [path, text] of leaves(ptBR)) {
      expect(placeholders(english.get(path) ?? ''), path).toEqual(placeholders(text));
    }
  });
});
