import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { Nav } from '../../../../renderer/manager/nav.tsx';
import { Filters } from '../../../../renderer/manager/payments/filters.tsx';
import { readQuery } from '../../../../renderer/manager/payments/query.ts';
import { WaysOut } from '../../../../renderer/manager/payments/ways-out.tsx';
import { Section } from '../../../../renderer/manager/section.tsx';
import type { Capability } from '../../../../renderer/port/transport.ts';
import { paid } from '../../../support/fake-bridge/charges.ts';
import { shopView } from '../../../support/fake-bridge/shop-view.ts';
import { tillView } from '../../../support/fake-bridge/till-view.ts';
import { keysIn, renderPart } from '../../../support/render/render-part.tsx';

const shop = shopView(tillView());
const nothing = (): void => undefined;
const acts = { act: () => Promise.resolve(null), busy: false, error: null, clear: nothing };

/** The keys that a part of the manager's screens offers over a port that can do this. */
async function keysOf(part: ReactNode, ...capabilities: readonly Capability[]): Promise<readonly string[]> {
  return keysIn(await renderPart(part, ...capabilities));
}

describe('without backups', () => {
  const nav = <Nav name="Marta" place={{ section: 'day', day: null }} onLeave={nothing} />;
  const backups = <Section shop={shop} place={{ section: 'backups' }} onLeave={nothing} />;

  it('no key leads to them, and all others stay', async () => {
    expect(await keysOf(nav, 'backups')).toEqual(['F9', 'F2', 'F3', 'F4', 'F5', 'Ctrl+B']);
    expect(await keysOf(nav)).toEqual(['F9', 'F2', 'F3', 'F4', 'F5']);
  });

  it('an address of theirs shows none of their keys', async () => {
    expect(await keysOf(backups, 'backups')).toContain('F7');
    expect(await keysOf(backups)).not.toContain('F7');
  });
});

describe('without slips', () => {
  const ways = (
    <WaysOut charge={paid()} ways={['refund']} wasPrinted>
      {null}
    </WaysOut>
  );

  it('a charge offers no paper, and its ways out stay', async () => {
    expect(await keysOf(ways, 'slips')).toEqual(['F6', 'F10']);
    expect(await keysOf(ways)).toEqual(['F10']);
  });
});

describe('without the system’s dialog', () => {
  const filters = (
    <Filters
      asked={readQuery('')}
      sums={null}
      onChange={nothing}
      onClear={nothing}
      onReport={nothing}
      acts={acts}
    />
  );

  it('the list offers no report, and its filters stay', async () => {
    expect(await keysOf(filters, 'save-dialog')).toEqual(['F7', 'F8', 'Delete', 'Ctrl+S']);
    expect(await keysOf(filters)).toEqual(['F7', 'Delete', 'Ctrl+S']);
  });
});
