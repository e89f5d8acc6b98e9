import type { Charge } from '../../shared/domain/charge/charge.ts';
import { createGatewayClient } from '../../main/core/gateway/create-gateway-client.ts';
import { storageErrorCode } from '../../main/core/ledger/storage-error.ts';
import { joinTransports } from '../../main/core/printing/transports/create-printers.ts';
import { createTill, type Till } from '../../main/core/till/till.ts';
import { networkPrinter } from '../support/printers/network-printer.ts';
import { createChances, type Chances } from './chances.ts';
import type { CoverageProbe } from './coverage/probe.ts';
import { Crash, createDisk } from './crashing-database.ts';
import { createFileDisk } from './file-disk.ts';
import { openedInMemory } from '../support/till/birth.ts';
import { CLEAR, createFaultyNetwork, type Weather } from './model/faulty-network.ts';
import { createFlights } from './model/flights.ts';
import { createOutside, isAboutOrders, keysOf } from './outside.ts';
import { createHeardOrders, type HeardOrders } from './model/heard-orders.ts';
import { createModelGateway, type ModelGateway } from './model/model-gateway.ts';
import { createModelPrinter, type ModelPrinter, type Sheet } from './model/model-printer.ts';
import type { HttpTransport } from '../../main/core/gateway/transport.ts';
import { createSimulationLogger } from './simulation-logger.ts';
import type { Setting } from './story/story.ts';
import { createTillClock, createVirtualTime, type VirtualTime, type Wall } from './virtual-time.ts';
import type { Mutation } from './mutants/mutation.ts';
import { byWindow } from '../../shared/domain/ledger-event/by.ts';

/** 2026-03-02 12:00 UTC: an ordinary Monday morning in the shop. */
const BEGINNING = Date.UTC(2026, 2, 2, 12);

/** One more death than the story has: before the nth thing that happens, or at the nth write. */
export interface Death {
  readonly before: 'event' | 'write';
  readonly nth: number;
}

export interface WorldOptions {
  readonly mutation?: Mutation;
  /** Real files instead of memory. */
  readonly files?: boolean;
  readonly death?: Death;
  /** Keeps a line for everything that happens. Without it a story is told twice as fast. */
  readonly traced?: boolean;
  /** Counts what the story meets. */
  readonly probe?: CoverageProbe;
}

/** One shop: a till that lives, dies and lives again, a gateway, and the network between them. */
export interface World {
  readonly time: VirtualTime;
  readonly wall: Wall;
  readonly chances: Chances;
  readonly gateway: ModelGateway;
  readonly printer: ModelPrinter | null;
  weather: Weather;
  /** Until then nothing leaves, whatever the weather, in ms since the world began. */
  blipEnds: number;
  /** The weather of this moment. */
  weatherNow(): Weather;
  /** The answers about orders that reached the till. */
  readonly heard: HeardOrders;
  /** Writes until the process dies; Infinity for none. */
  writesToCrash: number;
  diskFull: boolean;
  /** What has happened and been written so far: the instants at which a till can die. */
  readonly counted: { event: number; write: number };
  /** The till at work, or null while the machine is off. */
  till(): Till | null;
  /** Runs something a person does. A crash in the middle is a crash of the till, and gives null. */
  act<T>(doIt: (till: Till) => T): T | null;
  crash(): void;
  start(): void;
  /** Time goes by in which the machine is asleep, ms. The gateway is not. */
  sleep(ms: number): void;
  /** The till dies, and its next start has the keys of another account. */
  changeKeys(): void;
  /** A manager confirmed the keys in use. */
  keysConfirmed(): void;
  /** Keeps what a backup keeps. */
  backUp(): void;
  /** Puts the last backup in the place of the ledger, with all that the ledger still proves. The till is off. */
  restore(): void;
  /** The last crash, after which nothing starts again. */
  end(): void;
  onChange(listener: (till: Till, charge: Charge | null) => void): void;
  /** At each job that is handed to the printer. */
  onSheet(listener: (till: Till, sheet: Sheet) => void): void;
  readonly trace: string[];
  note(line: string): void;
  readonly bugs: string[];
}

export function createWorld(setting: Setting, options: WorldOptions): World {
  const { mutation, files, death, traced, probe } = options;
  const chances = createChances();
  chances.begin(setting.chance);
  const counted = { event: 0, write: 0 };
  const dies = (before: Death['before']): boolean => {
    counted[before] += 1;
    return death?.before === before && death.nth === counted[before];
  };
  const time = createVirtualTime(() => {
    if (dies('event')) world.crash();
  });
  const flights = createFlights(time);
  const wall: Wall = { offset: BEGINNING };
  let slept = 0;
  const gateway = createModelGateway(
    chances.gateway,
    setting.gateway,
    BEGINNING,
    () => time.elapsed() + slept,
  );
  const listeners: ((till: Till, charge: Charge | null) => void)[] = [];
  const sheetListeners: ((till: Till, sheet: Sheet) => void)[] = [];
  const disk = files === true ? createFileDisk(chances.disk) : createDisk();
  const printer = setting.printer === null ? null : createModelPrinter(time, chances.printer);
  let alive: { till: Till; life: number } | null = null;
  let lives = 0;
  let isDyingAtWrite = false;
  let account = 1;
  let confirmedAccount = 1;
  const outside = createOutside(() => world.diskFull);

  /** No order is created, read or cancelled in an account that no manager has confirmed. The first keys need no confirmation. */
  const watchOrders =
    (transport: HttpTransport): HttpTransport =>
    (request) => {
      if (isAboutOrders(request) && account !== confirmedAccount)
        world.bugs.push(`${request.method} ${request.url} with keys that no manager has confirmed`);
      return transport(request);
    };

  const world: World = {
    time,
    wall,
    chances,
    gateway,
    printer,
    weather: CLEAR,
    blipEnds: 0,
    weatherNow: () =>
      time.elapsed() < world.blipEnds ? { ...world.weather, unreachable: 1 } : world.weather,
    heard: createHeardOrders(time, wall, () => !world.diskFull),
    writesToCrash: Infinity,
    diskFull: false,
    counted,
    till: () => alive?.till ?? null,
    trace: [],
    bugs: [],
    note(line) {
      if (traced === true) world.trace.push(`${(time.elapsed() / 1000).toFixed(3).padStart(10)} ${line}`);
    },
    onChange: (listener) => void listeners.push(listener),
    onSheet: (listener) => void sheetListeners.push(listener),
    act(doIt) {
      if (alive === null) return null;
      try {
        return doIt(alive.till);
      } catch (error) {
        if (error instanceof Crash) return null;
        // A disk that takes nothing is an answer, as the windows and the API have it.
        if (storageErrorCode(error) === null) throw error;
        world.note('storage-failed');
        return null;
      }
    },
    crash() {
      if (alive === null) return;
      world.note('till dies');
      if (!isDyingAtWrite) probe?.died('event');
      isDyingAtWrite = false;
      alive = null;
      world.writesToCrash = Infinity;
    },
    sleep(ms) {
      flights.pass(ms);
      slept += ms;
      wall.offset += ms;
      world.note(`${Math.round(ms / 1000)} s are slept through`);
    },
    changeKeys() {
      world.crash();
      account += 1;
      world.note(`the keys are of account ${account}`);
    },
    keysConfirmed: () => void (confirmedAccount = account),
    backUp: () => disk.backUp(),
    restore() {
      world.crash();
      world.note(disk.restore() ? 'the ledger is restored from its backup' : 'there is no backup');
    },
    end() {
      world.crash();
      disk.close();
    },
    start() {
      if (alive !== null) return;
      lives += 1;
      const life = lives;
      world.note(`till starts (${life})`);
      const isAlive = (): boolean => alive?.life === life;
      const db = disk.open({
        beforeWrite() {
          if (!isAlive()) return 'crash';
          world.writesToCrash -= 1;
          if (dies('write') || world.writesToCrash <= 0) {
            probe?.died('write');
            isDyingAtWrite = true;
            // The process ends at the next turn; until then nothing of it can write.
            time.after(0, () => {
              if (isAlive()) world.crash();
            });
            return 'crash';
          }
          return world.diskFull ? 'disk-full' : 'go';
        },
      });
      alive = { till: null as never, life };
      const clock = createTillClock(time, wall, isAlive);
      const network = createFaultyNetwork(time, chances, gateway, flights, world.weatherNow, isAlive);
      const heard = world.heard.follow(network);
      const transport = watchOrders(probe?.transport(heard) ?? heard);
      const logger = createSimulationLogger(world);
      const client = createGatewayClient({
        baseUrl: 'https://gateway.example',
        credentials: { accessKey: 'a', secretKey: 's', clientId: 'c' },
        transport: mutation?.transport?.(transport) ?? transport,
        clock,
        random: chances.till,
        logger,
      });
      const printers =
        printer?.connect(clock, isAlive, (sheet) => {
          for (const listener of sheetListeners) listener(till, sheet);
        }) ?? joinTransports([]);
      const tamper = probe?.tamper(mutation?.tamper) ?? mutation?.tamper;
      const opened = unlessItDies(() =>
        createTill({
          file: openedInMemory(db),
          gateway: mutation?.gateway?.(client) ?? client,
          printers: mutation?.printers?.(printers) ?? printers,
          clock,
          random: chances.till,
          logger,
          keys: keysOf(account),
          heads: { outside, signer: null, keeps: true },
          ...(tamper === undefined ? {} : { tamper }),
        }),
      );
      if (opened === null) return world.crash();
      const till: Till = opened;
      alive = { till, life };
      till.onChange((charge) => {
        if (isAlive()) for (const listener of listeners) listener(till, charge);
      });
      if (lives === 1) world.act(() => void till.shifts.begin(byWindow('ana')));
      world.act(() => {
        const { family, printer: known } = till.settings.get();
        if (family !== setting.family) till.settings.set({ family: setting.family }, byWindow('marta'));
        if (setting.printer !== null && known === null)
          till.settings.set({ printer: { ...networkPrinter(), ...setting.printer } }, byWindow('marta'));
      });
      const begin = (): void =>
        void till.start().catch((error: unknown) => {
          if (!(error instanceof Crash)) world.bugs.push(`start: ${String(error)}`);
        });
      // Code comes from the disk in real time, and once it is there the till finds it in none.
      const loading = till.printing.load();
      if (loading === null) begin();
      else time.standStillFor(loading.then(begin));
    },
  };
  probe?.enter(world);
  return world;
}

/** Returns what `open` opens. Null if the process dies meanwhile: the first writes of a life come before its till is whole. */
function unlessItDies(open: () => Till): Till | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof Crash) return null;
    throw error;
  }
}
