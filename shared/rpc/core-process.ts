import { z } from 'zod';
import { PORT_ROLES } from '../contract/define.ts';
import { FatalCode } from '../contract/core-trouble.ts';
import { Credentials, LedgerMemory } from '../contract/main-port.ts';

export type { FatalCode } from '../contract/core-trouble.ts';

/**
 * The messages between main and the core's process, over the IPC channel of a Node child. The frames of the ports are relayed
 * over it too, because a MessagePort cannot be sent to a child process.
 */

const PortId = z.int().min(1);
const PortRole = z.enum(PORT_ROLES);

const Relay = z.strictObject({ t: z.literal('relay'), portId: PortId, frame: z.unknown() });

/** The first message: the data folder and what to work with. Without credentials the core starts in training. */
export const StartOrder = z.strictObject({
  t: z.literal('start'),
  dataDir: z.string().min(1),
  credentials: Credentials.nullable(),
  /** What main knows of production's ledger. Without that ledger the core does not start in production. */
  ledger: LedgerMemory.nullable(),
  /** The file outside the data folder that keeps the newest head of production's ledger. */
  headFile: z.string().min(1),
  /** The port of the local API, 0 for a free one. Null: the usual one. */
  apiPort: z.int().min(0).max(65_535).nullable(),
  version: z.string(),
  language: z.enum(['pt-BR', 'en']),
  /** False until a person chose training or production. The first-run screen is shown until then. */
  modeChosen: z.boolean(),
});
export type StartOrder = z.infer<typeof StartOrder>;

/** Messages from main to the core. `resumed`: the machine has slept. */
export const ToCore = z.discriminatedUnion('t', [
  StartOrder,
  z.strictObject({ t: z.literal('open-port'), portId: PortId, role: PortRole }),
  z.strictObject({ t: z.literal('close-port'), portId: PortId }),
  Relay,
  z.strictObject({ t: z.literal('resumed') }),
  z.strictObject({ t: z.literal('shutdown') }),
]);
export type ToCore = z.infer<typeof ToCore>;

const Field = z.union([z.string(), z.number(), z.boolean(), z.null(), z.undefined()]);

/** The shape of `LogRecord` in the kernel. */
const WireLogRecord = z.object({
  level: z.enum(['debug', 'info', 'warn', 'error']),
  scope: z.string().max(80),
  event: z.string().max(80),
  fields: z.record(z.string(), Field),
  atMs: z.number(),
});

/** Messages from the core to main. `ready`: the ports are served. `ledger`: production's ledger is open and has this id. `stop-asked`: a program of the shop ends the app over the local API. `training-phone`: the one loopback page that may be opened. */
export const FromCore = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ready') }),
  z.strictObject({ t: z.literal('log'), record: WireLogRecord }),
  z.strictObject({ t: z.literal('fatal'), code: FatalCode, detail: z.string() }),
  z.strictObject({ t: z.literal('ledger'), id: LedgerMemory.shape.id }),
  z.strictObject({ t: z.literal('stop-asked') }),
  z.strictObject({ t: z.literal('training-phone'), url: z.string().max(300).nullable() }),
  Relay,
]);
export type FromCore = z.infer<typeof FromCore>;
