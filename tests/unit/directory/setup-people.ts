import { scryptSync } from 'node:crypto';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { createOperators, type Operators } from '../../../main/core/directory/people/operators.ts';
import { createLedger, type Ledger } from '../../../main/core/ledger/ledger.ts';
import { migrate } from '../../../main/core/ledger/migrate.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';

export interface People {
  readonly clock: VirtualClock;
  readonly ledger: Ledger;
  readonly random: Random;
  operators: Operators;
  /** Adds a person whose PIN is quick to check, as tests of the delay need it. */
  hire(id: string, role: 'operator' | 'manager', pin: string): void;
  /** The same people in another run of the till. */
  restart(): void;
}

export function setUpPeople(): People {
  const clock = createVirtualClock();
  const db = new Database(':memory:');
  migrate(db);
  onTestFinished(() => void db.close());
  const ledger = createLedger(db, clock, () => 'America/Sao_Paulo');
  let count = 0;
  const random: Random = {
    fraction: () => 0.5,
    bytes: (length) => Uint8Array.from({ length }, () => count++ & 255),
  };
  const people: People = {
    clock,
    ledger,
    random,
    operators: createOperators(ledger, clock, random),
    hire(id, role, pin) {
      const salt = Buffer.from('salt of the test');
      const hash = scryptSync(pin, salt, 32, { N: 2, r: 1, p: 1 });
      const stored = `scrypt$2$1$1$${salt.toString('base64url')}$${hash.toString('base64url')}`;
      db.prepare('INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES (?, ?, ?, ?, 0)').run(
        id,
        id,
        role,
        stored,
      );
    },
    restart: () => void (people.operators = createOperators(ledger, clock, random)),
  };
  return people;
}
