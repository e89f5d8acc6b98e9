import type { Gateway } from '../../../main/core/gateway/port.ts';

/** A deliberate bug, made by putting something wrong between the real parts. */
export interface Mutation {
  readonly name: string;
  gateway?(real: Gateway): Gateway;
}
