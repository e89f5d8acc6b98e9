import type { HttpAnswer } from '../../../main/core/gateway/transport.ts';
import type { Setting } from '../story/story.ts';
import type { Spell } from './temper.ts';

/** How a gateway writes what it has to say. */
export interface Answers {
  json(status: number, body: unknown): HttpAnswer;
  refuse(status: number, message: string): HttpAnswer;
  token(text: string): HttpAnswer;
  /** Centavos as this gateway writes reais. */
  amount(centavos: number): number | string;
  /** What becomes of a good answer about an order that nothing usable can be said of. */
  bewitched(spell: Spell, body: Readonly<Record<string, unknown>>): HttpAnswer;
}

export function createAnswers(amountsAs: Setting['gateway']['amountsAs'], clock: () => number): Answers {
  // A Date header has whole seconds. It is formatted once for all answers of a second.
  let written = { second: Number.NaN, date: '' };
  const date = (): string => {
    const second = Math.floor(clock() / 1000);
    if (written.second !== second) written = { second, date: new Date(second * 1000).toUTCString() };
    return written.date;
  };
  const text = (status: number, body: string, contentType = 'application/json'): HttpAnswer => ({
    status,
    contentType,
    date: date(),
    text: body,
  });
  const json = (status: number, body: unknown): HttpAnswer => text(status, JSON.stringify(body));

  return {
    json,
    refuse: (status, message) => json(status, { code: status, message }),
    token: (token) =>
      json(200, {
        access_token: token,
        access_token_expires_in: 14_400,
        refresh_token: 'r',
        refresh_token_expires_in: 28_800,
        token_type: 'Bearer',
      }),
    amount(centavos) {
      const reais = centavos / 100;
      if (amountsAs === 'text') return reais.toFixed(2);
      // The next number that a double can hold: what a sum of floats looks like.
      return amountsAs === 'tail' && centavos % 10 !== 0 ? reais * (1 + Number.EPSILON) : reais;
    },
    bewitched(spell, body) {
      switch (spell) {
        case 'unknown-word':
          return json(200, { ...body, status: 'in_analysis' });
        case 'html':
          return text(502, '<html><body>Bad Gateway</body></html>', 'text/html');
        case 'half':
          return text(200, JSON.stringify(body).slice(0, 20));
        case 'no-status':
          return json(200, { ...body, status: null });
        case 'odd-amount':
          return json(200, { ...body, total_order: '12,50 reais', paid_amount: 'n/a' });
        case 'server-error':
          return json(500, { code: 500, message: 'Error creating the order' });
      }
    },
  };
}
