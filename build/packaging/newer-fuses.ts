import { FuseV1Options } from '@electron/fuses';

/** Fuses that `electronFuses` in electron-builder.yml cannot name yet, each with our decision. */
export const newerFuses: Readonly<Partial<Record<FuseV1Options, boolean>>> = {
  // As Electron ships it: WebAssembly's bounds are kept by the processor, not by a check at each access.
  [FuseV1Options.WasmTrapHandlers]: true,
};
