import { expect, test } from 'vitest';
import { createCashier } from '../../../../renderer/cashier/create-cashier.ts';
import { CoreGaveUp } from '../../../../renderer/cashier/dialogs/core-trouble.tsx';
import { CashierContext } from '../../../../renderer/cashier/till-context.ts';
import { recordingBridge } from '../../../support/fake-bridge/recording-bridge.ts';
import { keysIn, renderPart } from '../../../support/render/render-part.tsx';

const drawn = (holder: string | null): Promise<string> =>
  renderPart(
    <CashierContext value={createCashier(recordingBridge())}>
      <CoreGaveUp trouble="data-folder-locked" holder={holder} />
    </CashierContext>,
  );

test('names the account that has the till open, and the key that closes this window', async () => {
  const html = await drawn('maria');
  expect(html).toContain('a conta maria deste computador');
  expect(keysIn(html)).toContain('Enter');
});

test('says nothing of an account that is not known', async () => {
  expect(await drawn(null)).not.toContain('a conta');
});
