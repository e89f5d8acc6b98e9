import { describe, expect, it } from 'vitest';
import { screenOf } from '../../../renderer/cashier/screen-of.ts';
import { shownFor } from '../../../renderer/components/customer-page/shown.ts';
import { ShopView } from '../../../shared/contract/shop.ts';
import { CustomerView, TillView } from '../../../shared/contract/views.ts';
import { cashierScenes } from '../../support/fake-bridge/cashier-scenes.ts';
import { customerScenes } from '../../support/fake-bridge/customer-scenes.ts';
import { shopView } from '../../support/fake-bridge/shop-view.ts';

const LOCAL = { settingUp: false, settle: null, manager: null, ended: null, created: null } as const;

describe('the fixtures', () => {
  it.each(cashierScenes)('of the cashier, $name, fit the contract', ({ views }) => {
    for (const view of views) {
      expect(TillView.parse(view)).toEqual(view);
      expect(ShopView.parse(shopView(view))).toEqual(shopView(view));
    }
  });

  it.each(customerScenes)('of the customer, $name, fit the contract', ({ view }) => {
    expect(CustomerView.nullable().parse(view)).toEqual(view);
  });
});

describe('which screen a view calls for', () => {
  const untouched = cashierScenes.filter(
    ({ keys, events, views }) =>
      keys === undefined && events === undefined && (views.at(-1)?.late.length ?? 0) === 0,
  );
  it.each(untouched)('$name', ({ views, screen }) => {
    const view = views.at(-1) ?? null;
    const ended = screen === 'ended' ? (view?.lastEnded ?? null) : null;
    expect(screenOf(view, { ...LOCAL, ended }).kind).toBe(screen);
  });

  it.each(customerScenes)('customer: $name', ({ view, screen }) => {
    const remainingMs = view?.screen.kind === 'qr' ? view.screen.remainingMs : 0;
    expect(shownFor(view, remainingMs, null)).toBe(screen);
  });
});

describe('the customer’s QR', () => {
  const qr = customerScenes.find(({ name }) => name === 'qr')?.view ?? null;
  const code = qr?.screen.kind === 'qr' ? qr.screen.brCode : '';

  it('goes at zero by the window’s own clock', () => {
    expect(shownFor(qr, 1, null)).toBe('qr');
    expect(shownFor(qr, 0, null)).toBe('expired');
  });

  it('is not shown when it does not read back as itself; another one is', () => {
    expect(shownFor(qr, 1_000, code)).toBe('qr-refused');
    expect(shownFor(qr, 1_000, 'another code')).toBe('qr');
  });

  it('goes when the core is gone', () => {
    expect(shownFor(null, 1_000, null)).toBe('wait');
  });
});
