import { z } from 'zod';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Reply } from '../../../shared/contract/define.ts';
import type { MethodName } from '../../../shared/contract/index.ts';
import { VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../core/start-test-core.ts';
import { METHODS, methodSpec } from './methods.ts';

/**
 * Calls that a port must refuse. The list is made from the pages of a method, from its input and from the two lists below,
 * and not from its `needs`: a method that forgets its needs is still in the list.
 */

/** The calls that need no person, written by hand: a call that is added to them is added here too. */
export const OPEN_CALLS: readonly MethodName[] = [
  'training/act',
  'training/interrupt',
  // Check the person's PIN in the use.
  'session/sign-in',
  'session/unlock',
  // Returns the closing of an ended shift to every caller, and closes no shift without a person.
  'session/close-shift',
  // Check the present PIN, or the keys of the store, in the use.
  'people/change-own-pin',
  'people/recover-pin',
  'manager/leave',
  'gateway/test',
  // Checks the PIN of a manager of production in the use.
  'gateway/check-address',
  // Checks the PIN of a manager of production in the use.
  'gateway/use',
  'program/list',
  // Check the PIN of a manager of production, if production has one, in the use.
  'program/add',
  'program/revoke',
  'till/quit-check',
  'report/allow-file',
];

/** The calls for which the PIN of a manager is enough, also while no person is signed in. */
const PIN_IS_ENOUGH: readonly MethodName[] = [
  'session/add-operator',
  'people/set-pin',
  'people/rename',
  'people/set-role',
  'people/deactivate',
  'people/unlock',
  'session/sign-notice',
  'session/name-shop',
  'session/configure',
];

/**
 * The calls that look at a charge or a file before the PIN, so that a wrong PIN for nothing is not counted. Their wrong PINs are
 * in `tests/contract/core/people.test.ts` and in the journeys.
 */
const REFUSED_EARLY: readonly MethodName[] = [
  'charge/refund',
  'charge/accept',
  'charge/force',
  'manager/erase-texts',
  'backup/restore',
];

/** What these calls need besides a PIN to get as far as its check. */
const INPUTS: Partial<Record<MethodName, (ana: string) => object>> = {
  'session/add-operator': () => ({ name: 'Bia', role: 'operator', pin: '2580' }),
  'people/set-pin': (ana) => ({ personId: ana, newPin: '2580' }),
  'people/rename': (ana) => ({ personId: ana, name: 'Bia' }),
  'people/set-role': (ana) => ({ personId: ana, role: 'manager' }),
  'people/unlock': (ana) => ({ personId: ana }),
  // Not a person whose shift is open, and not the last manager.
  'people/deactivate': () => ({ personId: CAIO }),
};

/** A call that lacks one of its needs, and the error code of that need. */
export interface UnmetCall {
  readonly name: MethodName;
  readonly code: 'not-signed-in' | 'manager-needed' | 'wrong-pin';
}

/** Returns every call that must be refused, once for each of its needs. */
export function unmetCalls(): readonly UnmetCall[] {
  return METHODS.filter((name) => !OPEN_CALLS.includes(name)).flatMap((name) => {
    const { roles, input } = methodSpec(name);
    const isForManager = roles.every((role) => role === 'manager');
    const takesPin = input instanceof z.ZodObject && ('pin' in input.shape || 'managerPin' in input.shape);
    return [
      ...(isForManager ? [{ name, code: 'manager-needed' } as const] : []),
      ...(isForManager || PIN_IS_ENOUGH.includes(name) ? [] : [{ name, code: 'not-signed-in' } as const]),
      ...(takesPin ? [{ name, code: 'wrong-pin' } as const] : []),
    ];
  });
}

/** Two tills: one at which an operator is signed in, and one without a shift. */
export interface UnmetShops {
  /** Makes a call. Returns what is wrong, or null if it was refused by its code and the ledger has no row of it. */
  play(call: UnmetCall): Promise<string | null>;
  stop(): Promise<void>;
}

/** Starts two cores in training mode. */
export async function openUnmetShops(): Promise<UnmetShops> {
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  const [till, empty] = await Promise.all([
    startTestCore(folders[0].path),
    startTestCore(folders[1].path, { signedIn: false }),
  ]);
  for (const { till: shop } of [till, empty])
    shop().ledger.db.exec(
      `INSERT INTO operator (id, name, role, pin_hash, created_at_ms) VALUES ('${CAIO}', 'Caio', 'operator', 'none', 1)`,
    );
  return {
    async play(call) {
      const wrong = await playOne(call, call.code === 'not-signed-in' ? empty : till);
      // Forgets the failed try, which would make the next call with a PIN wait.
      if (call.code === 'wrong-pin')
        await till.till().operators.check(manager(till), MANAGER_PIN, VIA_WINDOW);
      return wrong;
    },
    async stop() {
      await Promise.all([till.stop(), empty.stop()]);
      for (const folder of folders) folder.remove();
    },
  };
}

const manager = ({ till }: TestCore): string => till().operators.byName('Marta')?.id ?? '';

const MANAGER_PIN = '4321';
const OPERATOR_PIN = '1234';
/** The id of another operator of the tills. */
const CAIO = 'caio';

async function playOne({ name, code }: UnmetCall, at: TestCore): Promise<string | null> {
  const handlers = createHandlers(at.core);
  const call = handlers[name] as (input: object) => Promise<Reply<unknown>>;
  // Every need but the one of `code` is met.
  if (code === 'wrong-pin' && methodSpec(name).roles.includes('manager'))
    await handlers['manager/enter']({ pin: MANAGER_PIN });
  const pin = code === 'wrong-pin' ? OPERATOR_PIN : MANAGER_PIN;
  const { log } = at.till().ledger;
  const before = log.head().seq;
  const ana = at.till().operators.byName('Ana')?.id ?? '';
  const said = await answerOf(() => call({ pin, managerPin: pin, ...INPUTS[name]?.(ana) }));
  const isEarly = code === 'wrong-pin' && REFUSED_EARLY.includes(name);
  if (isEarly ? said === 'ok' : said !== code) return `${name} says ${said} in place of ${code}`;
  const expected = code === 'wrong-pin' && !isEarly ? 'pin-failed' : '';
  const written = log
    .since(before, 10)
    .map(({ type }) => type)
    .join();
  return written === expected ? null : `${name} writes ${written} although it is refused`;
}

async function answerOf(call: () => Promise<Reply<unknown>>): Promise<string> {
  try {
    const reply = await call();
    return reply.ok ? 'ok' : reply.error.code;
  } catch (error) {
    // The input has only PINs, so a call that begins its work without a check can throw.
    return String(error);
  }
}
