import type { Layer, LooseFiles } from './layer.ts';

const page = (name: string, may: Omit<Layer, 'folder'> = {}): Layer => ({
  ...may,
  folder: `renderer/${name}`,
  imports: ['shared/kernel', 'shared/domain', ...(may.imports ?? [])],
});
const pages = (...names: readonly string[]): string[] => names.map((name) => `renderer/${name}`);

const WIRE = ['shared/contract', 'shared/rpc'];
const SCREENS = {
  imports: [...pages('port', 'calls', 'stores', 'i18n', 'styles', 'components'), 'assets'],
  types: WIRE,
  packages: ['react', 'react-dom', 'react-i18next', 'zustand'],
  packageTypes: ['zod'],
};

/** renderer/: the pages, sandboxed. The cashier's screens and the manager's are peers. */
export const pageLayers: readonly Layer[] = [
  page('port', { types: WIRE }),
  page('stores', { imports: pages('port'), types: WIRE, packages: ['react', 'zustand'] }),
  page('calls', { imports: pages('port', 'stores'), types: WIRE, packages: ['react'] }),
  page('i18n', { types: pages('port'), packages: ['i18next', 'react-i18next'] }),
  page('styles'),
  page('components', {
    imports: [...pages('calls', 'stores', 'i18n'), 'assets'],
    types: [...pages('port'), ...WIRE],
    packages: ['react', 'react-i18next', 'qrcode', 'jsqr'],
  }),
  page('cashier', SCREENS),
  page('manager', SCREENS),
  page('customer', SCREENS),
];

/** Loose files of the pages that `prohibitions` names. They are also part of their folders. */
export const pageFiles: readonly LooseFiles[] = [
  { name: 'page-entry', pattern: 'renderer/*/main.tsx' },
  { name: 'cashier-entry', pattern: 'renderer/cashier/main.tsx' },
  { name: 'electron-port', pattern: 'renderer/port/electron-port.ts' },
];
