import type { KeysName } from '../../../shared/domain/ledger-event/till-event.ts';
import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Random } from '../../../shared/kernel/random.ts';
import type { Clock } from '../../../shared/kernel/time.ts';
import type { Gateway } from '../gateway/port.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OpenedFile } from '../ledger/open-ledger.ts';
import type { Job, JobResult } from '../outbox/job.ts';
import type { Printers } from '../printing/transport-port.ts';
import type { HeadPorts } from './keep-head.ts';

/** What a till is made with. */
export interface TillPorts {
  readonly file: OpenedFile;
  readonly gateway: Gateway;
  readonly printers: Printers;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** The keys in use, as the ledger names them. Null in training. */
  readonly keys: KeysName | null;
  /** Where the heads of the ledger are kept and signed. */
  readonly heads: HeadPorts;
  /** Only for the simulation, which puts a deliberate bug here and must then detect it. */
  readonly tamper?: Tamper;
}

/** The places between real parts where the simulation puts a deliberate bug. */
export interface Tamper {
  ledger?(real: Ledger): Ledger;
  run?(real: (job: Job) => Promise<JobResult>): (job: Job) => Promise<JobResult>;
}
