import type { Input, Output } from '../../../../../shared/contract/index.ts';

/** A printer by its token and how it is spoken to, ready to be kept. */
export type Setup = Input<'printing/test-page'>['setup'];

/** The printers and profiles that a search found. */
export type Found = Output<'printing/discover'>;

/** A printer that can be set up. */
export type FoundPrinter = Output<'printing/find-at'>;
