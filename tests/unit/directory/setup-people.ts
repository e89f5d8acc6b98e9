import { scryptSync } from 'node:crypto';
import { createOperators, type Operators } from '../../../main/core/directory/people/operators.ts';
import type { Ledger } from '../../../main/core/ledger/ledger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { memoryLedger } from '../ledger/setup-ledger.ts';

export interface People {
  readonly clock: VirtualClock;
  readonly ledger: Ledger;
  readonly random: Random;
  operators: Operators;
  /** How often the people told of a lock. */
  locks: number;
  /** Adds a person whose PIN is quick to check, as tests of the delay need it. */
  hire(id: string, role: 'operator' | 'manager', pin: string): void;
  /** The same people in another run of the till. */
  restart(): void;
}

export function setUpPeople({ locks = true }: { readonly locks?: boolean } = {}): People {
  const clock = createVirtualClock();
  const ledger = memoryLedger(clock);
  const random = createDullRandom();
  const open = (): Operators =>
    createOperators(ledger, clock, random, { locks, onLocks: () => void (people.locks += 1) });
  const people: People = {
    locks: 0,
    clock,
    ledger,
    random,
    operators: open(),
    hire(id, role, pin) {
      const salt = Buffer.from('salt of the test');
      const hash = scryptSync(pin, salt, 32, { N: 2, r: 1, p: 1 });
      const stored = `scrypt$2$1$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
      ledger.db
        .prepare('INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, 0)')
        .run(id, id, role, stored);
    },
    restart: () => void (people.operators = open()),
  };
  return people;
}
