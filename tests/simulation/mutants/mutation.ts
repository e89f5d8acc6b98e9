import type { Gateway } from '../../../main/core/gateway/port.ts';
import type { HttpTransport } from '../../../main/core/gateway/transport.ts';
import type { Printers } from '../../../main/core/printing/transport-port.ts';
import type { Tamper } from '../../../main/core/till/till-ports.ts';

/** A deliberate bug, made by putting something wrong between the real parts. The simulation must find it. */
export interface Mutation {
  readonly name: string;
  /** A seed that caught it: it is tried first, so that a rare bug need not be looked for anew each time. */
  readonly tryFirst?: number;
  /** The invariant that must catch it, for example `I7`. Any, if it is absent. */
  readonly breaks?: string;
  transport?(real: HttpTransport): HttpTransport;
  gateway?(real: Gateway): Gateway;
  printers?(real: Printers): Printers;
  readonly tamper?: Tamper;
}
