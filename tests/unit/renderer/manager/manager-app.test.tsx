import { afterEach, describe, expect, it, vi } from 'vitest';
import { ManagerApp } from '../../../../renderer/manager/manager-app.tsx';
import { createMemory } from '../../../../renderer/manager/memory.ts';
import { recordingBridge } from '../../../support/fake-bridge/recording-bridge.ts';
import { shopView } from '../../../support/fake-bridge/shop-view.ts';
import { tillView } from '../../../support/fake-bridge/till-view.ts';
import { renderPart } from '../../../support/render/render-part.tsx';

const shop = shopView(tillView());
const port = { ...recordingBridge(), capabilities: new Set<never>() };

/** A page that has an address and nothing else: no preload, and no cashier around the screens. */
const drawAt = (hash: string, told: typeof shop | null): Promise<string> => {
  vi.stubGlobal('window', { location: { hash } });
  return renderPart(
    <ManagerApp port={port} shop={told} name="Marta" memory={createMemory()} onLeave={() => undefined} />,
  );
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the manager’s screens over a port that is no window of the till', () => {
  it.each([
    ['', 'day'],
    ['#/gerente/fechamentos', 'closings'],
    ['#/gerente/historico', 'diary'],
    ['#/gerente/backup', 'backups'],
    ['#/gerente/pagamentos?periodo=all', 'payments'],
    ['#/gerente/pagamentos/01J', 'payment'],
  ])('draw %s', async (hash, section) => {
    const html = await drawAt(hash, shop);
    expect(html).toContain(`data-section="${section}"`);
    expect(html).toContain('Gerente · Marta');
    // Backups are no place of this page, so the day is there instead.
    expect(html).not.toContain('data-backups');
  });

  it('name the sections before the shop is told, and draw none', async () => {
    const html = await drawAt('#/gerente/pagamentos', null);
    expect(html).toContain('aria-keyshortcuts="F3"');
    expect(html).toContain('Carregando…');
    expect(html).not.toContain('<form');
  });
});
