import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { control } from '../../../shared/contract/control.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';
import { errorsOfNeeds, type Needs } from '../../../shared/contract/needs.ts';
import { VIA_WINDOW } from '../../../shared/domain/ledger-event/by.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { METHODS, methodSpec } from './fake-core.ts';

/** The calls that ask for no one, written by hand: a call that is added to them is added here too. */
const OPEN: readonly MethodName[] = [
  'charge/get',
  'training/act',
  // Checks the PIN of the person itself.
  'session/sign-in',
  // Tells the closing of a shift that is over to anyone, and closes none without a person.
  'session/close-shift',
  'session/choose-wallet',
  'session/dismiss-notice',
  'manager/leave',
  'gateway/test',
  // Asks for the PIN of a manager of production.
  'gateway/use',
  'till/quit-check',
  'report/allow-file',
];

/** The calls that main does for the cashier's window, and for which the core asks for a PIN. */
const KEYS = ['vault/save', 'vault/remove', 'vault/choose-training'];

const needsOf = (name: MethodName): Needs => methodSpec(name).needs;
const those = (need: keyof Needs): MethodName[] =>
  METHODS.filter((name) => needsOf(name)[need] !== undefined);

describe('whom a call asks for', () => {
  it('is somebody, but for the calls of the list', () => {
    const open = METHODS.filter((name) => Object.keys(needsOf(name)).length === 0);
    expect(open.sort()).toEqual([...OPEN].sort());
  });

  it.each(METHODS)('%s names the errors of its needs', (name) => {
    expect(methodSpec(name).errors).toEqual(expect.arrayContaining(errorsOfNeeds(needsOf(name))));
  });

  it('is a PIN for the keys, and for nothing else of main’s', () => {
    const asking = Object.entries(control).filter(([, { errors }]) =>
      (errors as readonly string[]).includes('wrong-pin'),
    );
    expect(asking.map(([name]) => name)).toEqual(KEYS);
    expect(contract['gateway/use'].errors).toContain('wrong-pin');
  });
});

describe('a call whose needs are not met', () => {
  const folders = [temporaryFolder(), temporaryFolder()] as const;
  let till: TestCore;
  let empty: TestCore;
  beforeAll(async () => {
    [till, empty] = await Promise.all([
      startTestCore(folders[0].path),
      startTestCore(folders[1].path, { signedIn: false }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([till.stop(), empty.stop()]);
    for (const folder of folders) folder.remove();
  });

  const call = (handlers: Handlers, name: MethodName, input: object): Promise<unknown> =>
    Promise.resolve((handlers[name] as (input: object) => unknown)(input));
  /** What the ledger got meanwhile, by type. */
  const written = async ({ till: at }: TestCore, act: () => Promise<unknown>): Promise<string[]> => {
    const before = at().ledger.log.head().seq;
    await act();
    return at()
      .ledger.log.since(before, 10)
      .map(({ type }) => type);
  };

  it.each(those('signedIn'))('%s: refused while no person is signed in', async (name) => {
    const handlers = createHandlers(empty.core);
    const wrote = await written(empty, async () =>
      expect(await call(handlers, name, { pin: '4321' })).toMatchObject({
        error: { code: 'not-signed-in' },
      }),
    );
    expect(wrote).toEqual([]);
  });

  it.each(those('manager'))('%s: refused while no manager has entered', async (name) => {
    const handlers = createHandlers(till.core);
    const wrote = await written(till, async () =>
      expect(await call(handlers, name, { pin: '4321' })).toMatchObject({
        error: { code: 'manager-needed' },
      }),
    );
    expect(wrote).toEqual([]);
  });

  it.each([...those('pin'), ...those('pinOnceManaged')])(
    '%s: refused with the PIN of an operator',
    async (name) => {
      const handlers = createHandlers(till.core);
      if (needsOf(name).manager !== undefined)
        expect(await handlers['manager/enter']({ pin: '4321' })).toMatchObject({ ok: true });
      const wrote = await written(till, async () =>
        expect(await call(handlers, name, { pin: '1234', managerPin: '1234' })).toMatchObject({
          error: { code: 'wrong-pin' },
        }),
      );
      expect(wrote).toEqual(['pin-failed']);
      // Forgets the failed tries, which would cost the next case its time.
      expect(await till.till().operators.checkFor('configure', '4321', VIA_WINDOW)).toMatchObject({
        ok: true,
      });
    },
  );
});
