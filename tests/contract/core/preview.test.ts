import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { ticketQrs, ticketText } from '../../../shared/domain/ticket/ticket.ts';
import type { Handlers } from '../../../shared/rpc/server.ts';
import { freeLoopbackAddress } from '../../support/printers/fake-tcp-printer.ts';
import { networkPrinter } from '../../support/printers/network-printer.ts';
import { startTestCore, temporaryFolder, type TestCore } from '../../support/core/start-test-core.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

describe('the preview of paper', () => {
  const folder = temporaryFolder();
  let app: TestCore;
  let handlers: Handlers;
  let chargeId = '';

  beforeAll(async () => {
    app = await startTestCore(folder.path);
    handlers = createHandlers(app.core);
    // No printer is there: nothing is ever printed, and each slip stays to be looked at.
    const printer = networkPrinter(`${freeLoopbackAddress()}:9100`);
    await app.till().printing.configure({ ...printer, profile: 'generic-58' }, byWindow('test'));
  });
  afterAll(async () => {
    await app.stop();
    folder.remove();
  });

  const preview = async (...input: Parameters<Handlers['printing/preview']>): Promise<string> => {
    const reply = await handlers['printing/preview'](...input);
    return reply.ok ? textOf(reply.value) : reply.error.code;
  };
  const textOf = (ticket: Output<'printing/preview'>): string => ticketText(ticket).join('\n');

  it('shows the test page of any model, as wide as its paper', async () => {
    const reply = await handlers['printing/preview']({ of: 'test', profile: 'generic-80' });
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.value.columns).toBe(48);
    expect(textOf(reply.value)).toMatch(/Genérica 80 mm, 48 colunas/);
    expect(ticketQrs(reply.value)).toHaveLength(2);
    expect(await preview({ of: 'test', profile: 'none' })).toBe('unknown-profile');
  });

  it('shows a QR slip, and no QR that could be paid', async () => {
    chargeId = app.place(2590).id;
    const { brCode } = await app.charge(chargeId, ({ status }) => status === 'pending');
    expect(brCode).toMatch(/^000201/);
    for (const slip of ['receipt', 'qr-slip'] as const)
      expect(await preview({ of: 'charge', chargeId, slip })).toBe('not-printable');
    const slip = await handlers['printing/print']({ chargeId, slip: 'qr-slip' });
    if (!slip.ok) throw new Error(slip.error.code);
    for (const subject of [
      { of: 'job', id: slip.value.id },
      { of: 'charge', chargeId, slip: 'qr-slip' },
    ] as const) {
      const reply = await handlers['printing/preview'](subject);
      if (!reply.ok) throw new Error(reply.error.code);
      expect(textOf(reply.value)).toMatch(/R\$ 25,90\nVálido até \d\d:\d\d/);
      expect(reply.value.items.filter(({ kind }) => kind === 'withheld-qr')).toHaveLength(1);
      expect(JSON.stringify(reply.value)).not.toContain(brCode);
    }
    await handlers['training/act']({ id: chargeId, act: 'pay' });
    await app.charge(chargeId, ({ status }) => status === 'approved');
  });

  it('shows the receipt that a charge could have, and the one that was made', async () => {
    const could = await preview({ of: 'charge', chargeId, slip: 'receipt' });
    expect(could).toMatch(/COMPROVANTE DE PAGAMENTO\nR\$ 25,90/);
    expect(could.split('\n').every((line) => line.length <= 32)).toBe(true);
    const made = await handlers['printing/print']({ chargeId, slip: 'receipt' });
    if (!made.ok) throw new Error(made.error.code);
    const without = (text: string): string => text.replace(/Impresso em .*/, '');
    expect(without(await preview({ of: 'job', id: made.value.id }))).toBe(without(could));
  });

  it('knows what is not there', async () => {
    expect(await preview({ of: 'job', id: 'none' })).toBe('not-found');
    expect(await preview({ of: 'charge', chargeId: '01JDCV7Y2GABCDEFGHJKMNPQRS', slip: 'cancel' })).toBe(
      'not-found',
    );
  });
});
