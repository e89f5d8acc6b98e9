import type { Input, Output } from '../../../../../shared/contract/index.ts';

/** A printer and how it is spoken to, ready to be kept. */
export type Setup = Input<'printing/test-page'>['setup'];

/** The printers and profiles that a search found. */
export type Found = Output<'printing/discover'>;

/** A printer that a person chose. The profile is null until it is known. */
export type Draft = Pick<Setup, 'target' | 'name'> & { readonly profile: string | null };
