import type { ReactNode } from 'react';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { PortContext } from '../../../renderer/calls/port-context.ts';
import { ShopContext } from '../../../renderer/calls/shop-context.ts';
import { ptBR } from '../../../renderer/i18n/pt-br/index.ts';
import { Nav } from '../../../renderer/manager/nav.tsx';
import { Filters } from '../../../renderer/manager/payments/filters.tsx';
import { readQuery } from '../../../renderer/manager/payments/query.ts';
import { WaysOut } from '../../../renderer/manager/payments/ways-out.tsx';
import { Section } from '../../../renderer/manager/section.tsx';
import type { Capability } from '../../../renderer/port/transport.ts';
import { paid } from '../../support/fake-bridge/charges.ts';
import { recordingBridge } from '../../support/fake-bridge/recording-bridge.ts';
import { shopView } from '../../support/fake-bridge/shop-view.ts';
import { tillView } from '../../support/fake-bridge/till-view.ts';

const shop = shopView(tillView());
const nothing = (): void => undefined;
const acts = { act: () => Promise.resolve(null), busy: false, error: null, clear: nothing };

/** The keys that a part of the manager's screens offers over a port that can do this. */
function keysOf(part: ReactNode, ...capabilities: readonly Capability[]): readonly string[] {
  const port = { ...recordingBridge(), capabilities: new Set(capabilities) };
  const html = renderToStaticMarkup(
    <PortContext value={port}>
      <ShopContext value={shop}>{part}</ShopContext>
    </PortContext>,
  );
  return [...html.matchAll(/aria-keyshortcuts="([^"]+)"/g)].map(([, key = '']) => key);
}

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'pt-BR', resources: { 'pt-BR': { translation: ptBR } } });
});

describe('without backups', () => {
  const nav = <Nav name="Marta" place={{ section: 'day', day: null }} onLeave={nothing} />;
  const backups = <Section shop={shop} place={{ section: 'backups' }} onLeave={nothing} />;

  it('no key leads to them, and all others stay', () => {
    expect(keysOf(nav, 'backups')).toEqual(['F2', 'F3', 'F4', 'F5', 'Ctrl+B', 'F9']);
    expect(keysOf(nav)).toEqual(['F2', 'F3', 'F4', 'F5', 'F9']);
  });

  it('an address of theirs shows none of their keys', () => {
    expect(keysOf(backups, 'backups')).toContain('F7');
    expect(keysOf(backups)).not.toContain('F7');
  });
});

describe('without slips', () => {
  const ways = (
    <WaysOut charge={paid()} ways={['refund']} wasPrinted>
      {null}
    </WaysOut>
  );

  it('a charge offers no paper, and its ways out stay', () => {
    expect(keysOf(ways, 'slips')).toEqual(['F6', 'F10']);
    expect(keysOf(ways)).toEqual(['F10']);
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

  it('the list offers no report, and its filters stay', () => {
    expect(keysOf(filters, 'save-dialog')).toEqual(['F7', 'F8', 'Delete', 'Ctrl+S']);
    expect(keysOf(filters)).toEqual(['F7', 'Delete', 'Ctrl+S']);
  });
});
