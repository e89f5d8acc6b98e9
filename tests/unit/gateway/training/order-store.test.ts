import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openOrderStore } from '../../../../main/core/gateway/training/order-store.ts';
import { anOrder } from './an-order.ts';

function setupFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-orders-'));
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

describe('openOrderStore', () => {
  it('keeps the newest two thousand', () => {
    const file = join(setupFolder(), 'orders.json');
    const store = openOrderStore(file, () => 0);
    for (let number = 0; number < 2_010; number++) store.put(anOrder({ orderId: `order-${number}` }));
    store.close();
    const again = openOrderStore(file, () => 0);
    onTestFinished(() => again.close());
    expect(again.find(() => true)).toHaveLength(2_000);
    expect([again.get('order-9'), again.get('order-10')?.orderId]).toEqual([null, 'order-10']);
  });

  it('writes for its owner alone', () => {
    const file = join(setupFolder(), 'orders.json');
    const store = openOrderStore(file, () => 0);
    onTestFinished(() => store.close());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('writes down what time has changed, so that it holds although the clock is set back', () => {
    const file = join(setupFolder(), 'orders.json');
    let now = 0;
    const store = openOrderStore(file, () => now);
    store.put(anOrder());
    now = 4_000_000;
    expect(store.find((order) => order.status === 'expired')).toHaveLength(1);
    store.close();
    now = 0;
    const again = openOrderStore(file, () => now);
    onTestFinished(() => again.close());
    expect(again.get(anOrder().orderId)?.status).toBe('expired');
  });

  it('throws at once where it cannot write', () => {
    expect(() => openOrderStore(join(setupFolder(), 'no-such-folder', 'orders.json'), () => 0)).toThrow(
      /ENOENT/,
    );
  });
});
