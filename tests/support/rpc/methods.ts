import type { MethodSpec } from '../../../shared/contract/define.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';

/** The name of every method of the contract. */
export const METHODS = Object.entries(contract)
  .filter(([, spec]) => spec.kind === 'method')
  .map(([name]) => name) as MethodName[];

/** Returns the description of a method. */
export const methodSpec = (name: string): MethodSpec => contract[name as keyof typeof contract] as MethodSpec;
