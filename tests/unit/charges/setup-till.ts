import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { identify } from '../../../main/core/ledger/identity.ts';
import type { OpenedFile } from '../../../main/core/ledger/open-ledger.ts';
import type { Job } from '../../../main/core/outbox/job.ts';
import type { Printers } from '../../../main/core/printing/transport-port.ts';
import { joinTransports } from '../../../main/core/printing/transports/create-printers.ts';
import { createTill, type Till } from '../../../main/core/till/till.ts';
import type { Charge } from '../../../shared/domain/charge/charge.ts';
import type { ChargeEvent } from '../../../shared/domain/charge/event.ts';
import { centavos } from '../../../shared/domain/money/centavos.ts';
import type { LogRecord } from '../../../shared/kernel/logger.ts';
import { epochMs, MINUTE } from '../../../shared/kernel/time.ts';
import { keptLogger } from '../../support/log/kept-logger.ts';
import { createScriptedGateway, type ScriptedGateway } from '../../support/gateway/scripted-gateway.ts';
import { createDullRandom } from '../../support/random/dull-random.ts';
import { birthAt, openedInMemory } from '../../support/till/birth.ts';
import { createVirtualClock, type VirtualClock } from '../../support/time/virtual-clock.ts';
import { memoryLedger } from '../ledger/setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

export const AMOUNT = centavos(1000);
export const TIME_LIMIT = 5 * MINUTE;

/** The gateway's clock at the start, less the clock's own beginning. */
const GATEWAY_START = Date.UTC(2031, 6, 1);

export interface TestTill {
  readonly gateway: ScriptedGateway;
  readonly clock: VirtualClock;
  readonly logs: LogRecord[];
  readonly till: Till;
  /** Makes a charge; `advance(0)` sends it. */
  place(own?: { requestId?: string; timeLimitMs?: number }): string;
  charge(id: string): Charge;
  act(id: string, event: ChargeEvent): Charge;
  /** The jobs of a charge, sorted: `cancel 1`, with `(dead)` behind what is given up. */
  owed(id: string): string[];
  job(id: string, kind: Job['kind']): Job | undefined;
  /** The process dies: nothing is finished. The next start finds what was on disk. */
  crash(): void;
  /** Starts again on what a crash or a stop left. */
  start(): void;
}

interface TestTillParts {
  readonly gateway: ScriptedGateway;
  readonly printers: Printers;
  /** Its ledger; one in memory unless given. A till on a file cannot crash: contract/killed kills those. */
  readonly file: OpenedFile;
}

/** A till at work in virtual time, with a ledger in memory or on a file and a gateway that says what the test wrote. */
export function setUpTill({
  gateway = createScriptedGateway(),
  printers = joinTransports([]),
  file: given,
}: Partial<TestTillParts> = {}): TestTill {
  const clock = createVirtualClock();
  // Years from ours, and steady whatever is done to the wall clock.
  gateway.setClock(() => epochMs(GATEWAY_START + Math.floor(clock.monotonic())));
  const { logger, records: logs } = keptLogger(clock);
  const random = createDullRandom();
  let db = given?.db ?? memoryLedger(clock).db;
  if (given === undefined) identify(db, birthAt(clock.now()));
  let requests = 0;

  let alive = { dead: false };
  const open = (): Till => {
    const life = { dead: false };
    alive = life;
    const mine: VirtualClock = {
      ...clock,
      after: (delayMs, action) => clock.after(delayMs, () => (life.dead ? undefined : action())),
    };
    const file = given ?? openedInMemory(db);
    const till = createTill({
      file,
      gateway: deadWith(gateway, life),
      printers,
      clock: mine,
      random,
      logger,
      keys: null,
      heads: { outside: null, signer: null, keeps: false },
    });
    void till.start();
    return till;
  };
  let till = open();
  onTestFinished(() => {
    alive.dead = true;
    db.close();
  });

  return {
    gateway,
    clock,
    logs,
    get till() {
      return till;
    },
    place({ requestId = `request-${requests++}`, timeLimitMs = TIME_LIMIT } = {}) {
      const created = till.service.create(
        {
          requestId,
          amount: AMOUNT,
          wallet: 'pix',
          pixDictKey: 'key-1',
          reference: null,
          description: null,
          store: 'Loja Centro',
          till: 'caixa-1',
          shiftId: 'shift-1',
          zone: 'America/Sao_Paulo',
          timeLimitMs,
          family: 'order',
        },
        byWindow('ana'),
      );
      if (!created.ok) throw new Error(created.error.code);
      return created.value.id;
    },
    charge(id) {
      const charge = till.ledger.charges.byId(id);
      if (charge === null) throw new Error(`no charge ${id}`);
      return charge;
    },
    act(id, event) {
      const acted = till.service.act(id, event, byWindow('ana'));
      if (!acted.ok) throw new Error(`${event.type}: ${acted.error}`);
      return acted.value;
    },
    owed: (id) =>
      till.ledger.jobs
        .of(id)
        .map(({ kind, attempt, state }) => {
          const about = attempt === 0 ? kind : `${kind} ${attempt}`;
          return state === 'dead' ? `${about} (dead)` : about;
        })
        .sort(),
    job: (id, kind) => till.ledger.jobs.of(id).find((job) => job.kind === kind),
    crash() {
      if (given !== undefined) throw new Error('a till on a file cannot crash here');
      alive.dead = true;
      const content = db.serialize();
      db.close();
      db = new Database(content);
      db.pragma('foreign_keys = ON');
    },
    start: () => void (till = open()),
  };
}

/** Answers that come after the process died reach nobody. */
function deadWith(gateway: ScriptedGateway, life: { readonly dead: boolean }): ScriptedGateway {
  const unlessDead =
    <A extends unknown[], T>(call: (...asked: A) => Promise<T>) =>
    async (...asked: A): Promise<T> => {
      const answer = await call(...asked);
      return life.dead ? new Promise<never>(() => undefined) : answer;
    };
  return {
    ...gateway,
    login: unlessDead(gateway.login),
    wallets: unlessDead(gateway.wallets),
    create: unlessDead(gateway.create),
    read: unlessDead(gateway.read),
    cancel: unlessDead(gateway.cancel),
    refund: unlessDead(gateway.refund),
    find: unlessDead(gateway.find),
  };
}
