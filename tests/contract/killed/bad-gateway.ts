import type { Fault, Faults } from '../../../main/core/gateway/training/faults.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';

/** About one request in four goes wrong, in every way that the protocol's document tells of. */
export function createFaults(random: SeededRandom, isOn: () => boolean): Faults {
  return ({ method, path }): Fault | null => {
    // Logins fail too, but seldom: a till that never gets in does nothing that could go wrong.
    if (!isOn() || random.chance(path === '/pdvauth' ? 0.95 : 0.75)) return null;
    const faults: Fault[] = [
      { kind: 'lose-request' },
      { kind: 'lose-answer' },
      { kind: 'half-json' },
      { kind: 'delay', ms: random.between(100, 20_000), before: 'doing' },
      { kind: 'delay', ms: random.between(100, 20_000), before: 'answering' },
      { kind: 'answer', status: 502, body: '<html><body>Bad Gateway</body></html>' },
      {
        kind: 'answer',
        status: 500,
        body: '{"code":500,"message":"Error creating the order"}',
        contentType: 'application/json',
      },
      { kind: 'token-expired' },
    ];
    if (method === 'DELETE') faults.push({ kind: 'bank-refuses' }, { kind: 'bank-refuses' });
    if (method === 'GET' && path.startsWith('/order/'))
      faults.push({ kind: 'replace', members: { status: 'em_analise' } });
    return random.pick(faults);
  };
}
