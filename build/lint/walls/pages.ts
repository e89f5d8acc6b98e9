import type { Layer } from './layer.ts';

const page = (name: string, may: Omit<Layer, 'folder'> = {}): Layer => ({
  ...may,
  folder: `renderer/${name}`,
  imports: ['shared/kernel', 'shared/domain', ...(may.imports ?? [])],
});
const pages = (...names: readonly string[]): string[] => names.map((name) => `renderer/${name}`);

const WIRE = ['shared/contract', 'shared/rpc'];
const SCREENS = {
  imports: [...pages('api', 'stores', 'i18n', 'styles', 'components'), 'assets'],
  types: WIRE,
  packages: ['react', 'react-dom', 'react-i18next', 'zustand'],
  packageTypes: ['zod'],
};

/** renderer/: the pages, sandboxed. */
export const pageLayers: readonly Layer[] = [
  page('api', { types: WIRE }),
  page('stores', { imports: pages('api'), types: WIRE, packages: ['react', 'zustand'] }),
  page('i18n', { types: pages('api'), packages: ['i18next', 'react-i18next'] }),
  page('styles'),
  page('components', {
    imports: [...pages('stores', 'i18n'), 'assets'],
    types: [...pages('api'), 'shared/contract'],
    packages: ['react', 'react-i18next', 'qrcode', 'jsqr'],
  }),
  // The manager's screens are in the cashier's window.
  page('cashier', { ...SCREENS, imports: [...SCREENS.imports, ...pages('manager')] }),
  page('manager', { ...SCREENS, imports: [...SCREENS.imports, ...pages('cashier')] }),
  page('customer', SCREENS),
];
