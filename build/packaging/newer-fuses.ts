import { FuseV1Options } from '@electron/fuses';

/** Fuses that `electronFuses` in electron-builder.yml cannot name yet, with our values. */
export const newerFuses: Readonly<Partial<Record<FuseV1Options, boolean>>> = {
  // The value of Electron: the processor keeps the bounds of WebAssembly's memory, not a check at each access.
  [FuseV1Options.WasmTrapHandlers]: true,
};
