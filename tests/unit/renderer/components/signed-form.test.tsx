import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { SignersContext } from '../../../../renderer/calls/signers-context.ts';
import { createCashier } from '../../../../renderer/cashier/create-cashier.ts';
import { ManagerPin } from '../../../../renderer/cashier/dialogs/manager-pin.tsx';
import { Refund } from '../../../../renderer/cashier/dialogs/refund.tsx';
import { CashierContext } from '../../../../renderer/cashier/till-context.ts';
import { Force } from '../../../../renderer/components/charge/force.tsx';
import { RestoreBackup } from '../../../../renderer/manager/backups/restore-backup.tsx';
import { RefundPart } from '../../../../renderer/manager/payments/refund-part.tsx';
import { NOW, paid } from '../../../support/fake-bridge/charges.ts';
import { recordingBridge } from '../../../support/fake-bridge/recording-bridge.ts';
import { keysIn, renderPart } from '../../../support/render/render-part.tsx';

const nothing = (): void => undefined;
const backup = { name: 'ledger-1.db', madeAt: NOW, bytes: 1, events: 1, behind: 0, verified: true };
const inWindow = (dialog: ReactNode): ReactNode => (
  <CashierContext value={createCashier(recordingBridge())}>{dialog}</CashierContext>
);

const REASON = 'Motivo';
const PIN = 'PIN do gerente';

/** The labels of the fields in this HTML, in their order. */
const labelsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<label for="[^"]+">([^<]+)</g)].map(([, label = '']) => label);

/** The label of the field where the focus lands; null where that is not a field with a label of its own. */
function homeIn(html: string): string | null {
  const id = /<input id="([^"]+)"[^>]* data-home=""/.exec(html)?.[1];
  return id === undefined ? null : (new RegExp(`<label for="${id}">([^<]+)<`).exec(html)?.[1] ?? null);
}

describe('a dialog that a manager signs', () => {
  it.each([
    ['refund', () => inWindow(<Refund charge={paid()} part={null} back={null} />), [REASON, PIN], REASON],
    ['manager-pin', () => inWindow(<ManagerPin />), [PIN], PIN],
    [
      'refund-part',
      () => <RefundPart charge={paid()} onDone={nothing} />,
      ['Valor a devolver', REASON, PIN],
      'Valor a devolver',
    ],
    ['force', () => <Force charge={paid()} onDone={nothing} />, [REASON, PIN], null],
    [
      'restore-backup',
      () => <RestoreBackup backup={backup} onDone={nothing} />,
      ['Motivo (pelo menos 5 letras)', PIN],
      'Motivo (pelo menos 5 letras)',
    ],
  ])('%s asks for its fields and begins at the first', async (screen, draw, labels, home) => {
    const html = await renderPart(draw());
    expect(html).toContain(`data-screen="${screen}"`);
    expect(labelsIn(html)).toEqual(labels);
    expect(homeIn(html)).toBe(home);
    expect(html.match(/data-home=""/g)).toHaveLength(1);
    expect(keysIn(html).slice(-2)).toEqual(['Escape', 'Enter']);
  });

  it('asks which manager signs if there are several: the one at the till first', async () => {
    const managers = [
      { id: 'marta', name: 'Marta' },
      { id: 'rui', name: 'Rui' },
    ];
    const html = await renderPart(
      <SignersContext value={{ managers, likelyId: 'rui', canChange: true }}>
        <RefundPart charge={paid()} onDone={nothing} />
      </SignersContext>,
    );
    expect(html).toMatch(/<legend[^>]*>Gerente</);
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(labelsIn(html)).toEqual(['Valor a devolver', REASON, 'PIN de Rui']);
    expect(html.match(/data-home=""/g)).toHaveLength(1);
  });

  it('cannot be signed before a reason and a PIN are there', async () => {
    const html = await renderPart(<RefundPart charge={paid()} onDone={nothing} />);
    expect(html).toMatch(/aria-disabled="true" aria-keyshortcuts="Enter"/);
    expect(html).toMatch(/aria-disabled="false" aria-keyshortcuts="Escape"/);
  });
});
