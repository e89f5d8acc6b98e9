import { describe, expect, it } from 'vitest';
import { ErrorNote } from '../../../../renderer/components/error-note.tsx';
import { SENDS_TO_SUPPORT } from '../../../../renderer/components/sends-to-support.ts';
import { ptBR } from '../../../../renderer/i18n/pt-br/index.ts';
import type { ErrorCode } from '../../../../renderer/port/error-code.ts';
import { renderPart } from '../../../support/render/render-part.tsx';

const CODES = Object.keys(ptBR.errors) as ErrorCode[];

describe('an error shows its code', () => {
  it('exactly if its words send a person to support', () => {
    const sent = CODES.filter((code) => /suporte/i.test(ptBR.errors[code].next));
    expect([...SENDS_TO_SUPPORT].toSorted()).toEqual(sent.toSorted());
  });

  it.each([
    ['wrong-pin', false],
    ['bad-code', false],
    ['internal', true],
  ] as const)('%s: %s', async (code, isShown) => {
    const html = await renderPart(<ErrorNote error={{ code, heardAt: 0 }} />);
    expect(html.includes(`código ${code}`)).toBe(isShown);
    expect(html).toContain(ptBR.errors[code].what);
  });
});
