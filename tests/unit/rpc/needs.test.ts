import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { control } from '../../../shared/contract/control.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';
import { errorsOfNeeds, type Needs } from '../../../shared/contract/needs.ts';
import { METHODS, methodSpec } from '../../support/rpc/methods.ts';
import { OPEN_CALLS, openUnmetShops, unmetCalls, type UnmetShops } from '../../support/rpc/unmet-needs.ts';

/** The calls that main does for the cashier's window, and for which the core asks for a PIN. */
const KEYS = ['vault/allow-address', 'vault/save', 'vault/remove', 'vault/choose-training'];

/** What a PIN can be refused with besides being wrong. */
const OF_A_PIN: readonly string[] = ['wait', 'pin-locked', 'unknown-manager'];

const needsOf = (name: MethodName): Needs => methodSpec(name).needs;

describe('whom a call asks for', () => {
  it('is somebody, but for the calls of the list', () => {
    const open = METHODS.filter((name) => Object.keys(needsOf(name)).length === 0);
    expect(open.sort()).toEqual([...OPEN_CALLS].sort());
  });

  it.each(METHODS)('%s: what its pages and its input ask for', (name) => {
    const refusals = unmetCalls().filter((call) => call.name === name);
    const codes: readonly string[] = errorsOfNeeds(needsOf(name)).filter((code) => !OF_A_PIN.includes(code));
    expect(new Set(refusals.map(({ code }) => code as string))).toEqual(new Set(codes));
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
  let shops: UnmetShops;
  beforeAll(async () => {
    shops = await openUnmetShops();
  });
  afterAll(() => shops.stop());

  it.each(unmetCalls())('$name: refused with $code, and nothing is written', async (call) => {
    expect(await shops.play(call)).toBeNull();
  });
});
