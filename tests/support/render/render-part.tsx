import type { ReactNode } from 'react';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { PortContext } from '../../../renderer/calls/port-context.ts';
import { ShopContext } from '../../../renderer/calls/shop-context.ts';
import { ptBR } from '../../../renderer/i18n/pt-br/index.ts';
import type { Capability } from '../../../renderer/port/transport.ts';
import { recordingBridge } from '../fake-bridge/recording-bridge.ts';
import { shopView } from '../fake-bridge/shop-view.ts';
import { tillView } from '../fake-bridge/till-view.ts';

/** Returns the HTML of a part of a page at its first drawing, in Portuguese, over a port with these capabilities. */
export async function renderPart(part: ReactNode, ...capabilities: readonly Capability[]): Promise<string> {
  if (!i18next.isInitialized) {
    const resources = { 'pt-BR': { translation: ptBR } };
    await i18next
      .use(initReactI18next)
      .init({ lng: 'pt-BR', resources, interpolation: { escapeValue: false } });
  }
  return renderToStaticMarkup(
    <PortContext value={{ ...recordingBridge(), capabilities: new Set(capabilities) }}>
      <ShopContext value={shopView(tillView())}>{part}</ShopContext>
    </PortContext>,
  );
}

/** Returns the keys on the buttons of this HTML, in order. */
export function keysIn(html: string): readonly string[] {
  return [...html.matchAll(/aria-keyshortcuts="([^"]+)"/g)].map(([, key = '']) => key);
}
