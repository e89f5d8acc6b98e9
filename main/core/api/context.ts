import type { Logger } from '../../../shared/kernel/logger.ts';
import type { Core } from '../till/core.ts';
import type { EventStreams } from './event-streams.ts';

/** What every call of the API works with. */
export interface ApiContext {
  readonly core: Core;
  readonly version: string;
  readonly streams: EventStreams;
  /** Ends the till in order. A second call has no effect. */
  readonly stop: () => void;
  readonly logger: Logger;
}
