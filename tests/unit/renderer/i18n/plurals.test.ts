import { describe, expect, it } from 'vitest';
import { en } from '../../../../renderer/i18n/en/index.ts';
import { ptBR } from '../../../../renderer/i18n/pt-br/index.ts';
import { leaves } from './leaves.ts';

/** The figures that count or measure something. */
const NUMBERS = new Set('count number percent rows seconds minutes shortest width height'.split(' '));

/** The figures that say which one: no word follows them in number. */
const ORDINALS = new Set(['no', 'of', 'row', 'step']);

/** The figures that are texts: amounts of money and times are written out before they come into a text. */
const TEXTS = new Set(
  `amount paid refunded received net total max salvaged lost
  time at when date day first last from to since signed hour minute
  name names operator till wallet weekday usual change sign status kind trouble
  account code codes detail end file pin printer url why`.split(/\s+/),
);

/** Words after a number that do not follow it: units and prepositions. */
const UNCHANGED = new Set(['min', 'de', 'of', 'a', 'to']);

const FIGURE = /\{\{(?<name>\w+)(?<format>, number)?\}\}(?: (?<after>\p{L}{2,}|a\b))?/gu;

const isPlural = (path: string): boolean => /_(?:zero|one|other)$/.test(path);

/** True if a word after a number of this text would have to follow the number. */
function countsSomething(text: string): boolean {
  return [...text.matchAll(FIGURE)].some(({ groups }) => {
    const { name = '', format, after } = groups ?? {};
    const isNumber = NUMBERS.has(name) || format !== undefined;
    return isNumber && after !== undefined && !UNCHANGED.has(after);
  });
}

describe.each(Object.entries({ 'pt-BR': ptBR, en }))('%s', (_language, words) => {
  it('says of each figure whether it is a number', () => {
    const names = leaves(words).flatMap(([, text]) =>
      [...text.matchAll(FIGURE)].flatMap(({ groups }) =>
        groups?.['name'] === undefined ? [] : [groups['name']],
      ),
    );
    expect(names.length).toBeGreaterThan(100);
    expect(
      [...new Set(names)].filter((name) => ![NUMBERS, ORDINALS, TEXTS].some((kind) => kind.has(name))),
    ).toEqual([]);
  });

  it('has a singular and a plural wherever a number counts something', () => {
    const without = leaves(words).filter(([path, text]) => !isPlural(path) && countsSomething(text));
    expect(without).toEqual([]);
  });

  it('has both forms of every plural', () => {
    const paths = new Set(leaves(words).map(([path]) => path));
    for (const path of paths) {
      if (!isPlural(path)) continue;
      const stem = path.replace(/_\w+$/, '');
      expect([paths.has(`${stem}_one`), paths.has(`${stem}_other`)], path).toEqual([true, true]);
    }
  });
});

describe('what counts something', () => {
  it.each([
    ['{{count}} vendas', true],
    ['Pronto: {{name}}, {{rows, number}} cobranças.', true],
    ['{{minutes}} minutos', true],
    ['há {{seconds}} s', false],
    ['{{minutes}} min', false],
    ['Passo {{step}} de {{of}}', false],
    ['na fila: {{count}}, desde {{time}}', false],
    ['Venda de {{amount}} concluída', false],
  ])('%s: %s', (text, counts) => {
    expect(countsSomething(text)).toBe(counts);
  });
});
