import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHandlers, sourcesOf } from '../../../main/core/rpc/handlers.ts';
import { createExporter } from '../../../main/core/reports/export/exporter.ts';
import { createPresenter } from '../../../main/core/rpc/views/presenter.ts';
import type { Core } from '../../../main/core/till/core.ts';
import {
  COMMON_ERRORS,
  PORT_ROLES,
  ROLES_OF_PORT,
  type PortRole,
  type Role,
} from '../../../shared/contract/define.ts';
import { contract } from '../../../shared/contract/index.ts';
import { systemRandom } from '../../../main/core/boot/system-ports.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { temporaryFolder } from '../ledger/setup-ledger.ts';
import { createVirtualClock } from '../../support/time/virtual-clock.ts';
import { METHODS, methodSpec } from '../../support/rpc/methods.ts';
import { serveFake, VIEWS, viewSpec } from '../shared/rpc/fake-core.ts';
import { settled } from '../shared/rpc/port-pair.ts';

/** Handlers are only made here, not called. */
const core = { till: () => undefined } as unknown as Core;

/** True for what refuses a name that it does not know, instead of leaving it out; of a choice, for each of its kinds. */
function isStrict(input: z.core.$ZodType): boolean {
  if (input instanceof z.ZodDiscriminatedUnion) return input.options.every(isStrict);
  return input instanceof z.ZodObject && input.def.catchall instanceof z.ZodNever;
}

/** True when one of these pages is behind the port. */
const isBehind = (port: PortRole, roles: readonly Role[]): boolean =>
  roles.some((role) => ROLES_OF_PORT[port].includes(role));

describe('the contract', () => {
  it('has a handler for each method, and a method for each handler', () => {
    expect(METHODS.length).toBeGreaterThan(15);
    expect(Object.keys(createHandlers(core)).sort()).toEqual([...METHODS].sort());
  });

  it('has a source for each view, and a view for each source', () => {
    const clock = createVirtualClock();
    const exporter = createExporter(temporaryFolder(), clock, systemRandom, keptLogger().logger);
    const sources = sourcesOf(createPresenter(clock, true), exporter);
    expect(Object.keys(sources).sort()).toEqual([...VIEWS].sort());
  });

  it.each(METHODS)('%s: named feature/verb, with roles, its own error codes, and no stray input', (name) => {
    const { input, roles, errors } = methodSpec(name);
    expect(name).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/);
    expect(roles.length).toBeGreaterThan(0);
    expect(new Set(errors).size).toBe(errors.length);
    for (const code of errors) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(COMMON_ERRORS).not.toContain(code);
    }
    expect(input.safeParse({ somethingElse: true }).success).toBe(false);
    expect(input.safeParse(undefined).success).toBe(false);
    expect(isStrict(input)).toBe(true);
  });

  it('holds nothing but methods and views', () => {
    expect(Object.keys(contract)).toHaveLength(METHODS.length + VIEWS.length);
  });
});

describe('who may do what', () => {
  it('the customer can call nothing, and reads one view', async () => {
    const page = serveFake('customer');
    for (const method of METHODS) {
      const reply = await page.client.invoke(method, {} as never);
      expect(reply, method).toMatchObject({ ok: false, error: { code: 'wrong-role' } });
    }
    for (const view of VIEWS) page.client.subscribe(view, () => undefined);
    expect([...page.listeners.keys()]).toEqual(['customer/view']);
    expect(page.called).toEqual([]);
    expect(page.logs.filter(({ event }) => event === 'call-refused')).toHaveLength(METHODS.length);
  });

  it.each(PORT_ROLES)('%s: what the table says and no more', async (role) => {
    const page = serveFake(role);
    for (const method of METHODS) {
      const reply = await page.client.invoke(method, { bad: 'input' } as never);
      const allowed = isBehind(role, methodSpec(method).roles);
      expect(reply, method).toMatchObject({ error: { code: allowed ? 'bad-input' : 'wrong-role' } });
    }
    for (const view of VIEWS) page.client.subscribe(view, () => undefined);
    await settled();
    expect([...page.listeners.keys()].sort()).toEqual(
      VIEWS.filter((view) => isBehind(role, viewSpec(view).roles)).sort(),
    );
    expect(page.called).toEqual([]);
  });

  it('the keys of the gateway pass from main alone', () => {
    const keys = { baseUrl: 'https://a.example', accessKey: 'a', secretKey: 's', clientId: 'c' };
    const takesKeys = (input: unknown): string[] =>
      METHODS.filter((method) => methodSpec(method).input.safeParse(input).success);
    expect(takesKeys(keys)).toEqual(['gateway/test']);
    expect(takesKeys({ credentials: keys })).toEqual(['gateway/use']);
    for (const method of ['gateway/test', 'gateway/use']) expect(methodSpec(method).roles).toEqual(['main']);
  });
});
