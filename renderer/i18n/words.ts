import type { ptBR } from './pt-br/index.ts';

/** The same keys, each with a text. */
export type Same<T> = T extends string ? string : { readonly [K in keyof T]: Same<T[K]> };

/** What every language must say: the keys of pt-BR. */
export type Words = Same<typeof ptBR>;
