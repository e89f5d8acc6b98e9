import type { Charge } from '../../shared/domain/charge/charge.ts';
import type { Logger } from '../../shared/kernel/logger.ts';
import { createGatewayClient } from '../../main/core/gateway/create-gateway-client.ts';
import type { Gateway } from '../../main/core/gateway/port.ts';
import { joinTransports } from '../../main/core/printing/transports/create-printers.ts';
import { createTill, type Till } from '../../main/core/till.ts';
import { networkPrinter } from '../support/printers/network-printer.ts';
import { Crash, createDisk } from './crashing-database.ts';
import { createFileDisk } from './file-disk.ts';
import { CLEAR, createFaultyNetwork, type Weather } from './model/faulty-network.ts';
import { createModelGateway, type ModelGateway } from './model/model-gateway.ts';
import { createModelPrinter, type ModelPrinter, type Sheet } from './model/model-printer.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import { createTillClock, createVirtualTime, type VirtualTime, type Wall } from './virtual-time.ts';
import type { Mutation } from './mutants/mutation.ts';

/** 2026-03-02 12:00 UTC: an ordinary Monday morning in the shop. */
const BEGINNING = Date.UTC(2026, 2, 2, 12);

/** Whether the till of a story has a printer: one in six does; in half of those receipts come out by themselves. */
export const hasPrinter = (seed: number): boolean => seed % 6 === 1;
/** At which of those a drawer is plugged in, that opens by a payment. */
const hasDrawer = (seed: number): boolean => seed % 5 < 2;

/** One more death than chance brings: before the nth thing that happens, or at the nth write. */
export interface Death {
  readonly before: 'event' | 'write';
  readonly nth: number;
}

export interface WorldOptions {
  readonly mutation?: Mutation;
  /** Real files instead of memory. */
  readonly files?: boolean;
  readonly death?: Death;
}

/** One shop: a till that lives, dies and lives again, a gateway, and the network between them. */
export interface World {
  readonly time: VirtualTime;
  readonly wall: Wall;
  readonly random: SeededRandom;
  readonly gateway: ModelGateway;
  readonly printer: ModelPrinter | null;
  /** Chance for all that has to do with paper: a story without a printer draws none of it. */
  readonly paper: SeededRandom;
  weather: Weather;
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
  /** The last crash, after which nothing starts again. */
  end(): void;
  onChange(listener: (till: Till, charge: Charge | null) => void): void;
  /** At each job that is handed to the printer. */
  onSheet(listener: (till: Till, sheet: Sheet) => void): void;
  readonly trace: string[];
  note(line: string): void;
  readonly bugs: string[];
}

export function createWorld(seed: number, { mutation, files, death }: WorldOptions): World {
  const random = createSeededRandom(seed);
  const counted = { event: 0, write: 0 };
  const dies = (before: Death['before']): boolean => {
    counted[before] += 1;
    return death?.before === before && death.nth === counted[before];
  };
  const time = createVirtualTime(() => {
    if (dies('event')) world.crash();
  });
  const wall: Wall = { offset: BEGINNING };
  const gateway = createModelGateway(random.fork(), () => BEGINNING + time.elapsed());
  const listeners: ((till: Till, charge: Charge | null) => void)[] = [];
  const sheetListeners: ((till: Till, sheet: Sheet) => void)[] = [];
  // Streams of their own: the same number tells the same story on every disk.
  const echoes = createSeededRandom(seed + 2);
  const disk = files === true ? createFileDisk(createSeededRandom(seed + 1)) : createDisk();
  const paper = createSeededRandom(seed + 3);
  const printer = hasPrinter(seed) ? createModelPrinter(time, paper.fork()) : null;
  const setting = { ...networkPrinter(), automatic: paper.chance(0.5), drawer: hasDrawer(seed) };
  let alive: { till: Till; life: number } | null = null;
  let lives = 0;

  const world: World = {
    time,
    wall,
    random,
    gateway,
    printer,
    paper,
    weather: CLEAR,
    writesToCrash: Infinity,
    diskFull: false,
    counted,
    till: () => alive?.till ?? null,
    trace: [],
    bugs: [],
    note: (line) => void world.trace.push(`${(time.elapsed() / 1000).toFixed(3).padStart(10)} ${line}`),
    onChange: (listener) => void listeners.push(listener),
    onSheet: (listener) => void sheetListeners.push(listener),
    act(doIt) {
      if (alive === null) return null;
      try {
        return doIt(alive.till);
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        return null;
      }
    },
    crash() {
      if (alive === null) return;
      world.note('till dies');
      alive = null;
      world.writesToCrash = Infinity;
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
          if (!isAlive() && lives !== life) return 'crash';
          if (alive === null) return 'crash';
          world.writesToCrash -= 1;
          if (dies('write') || world.writesToCrash <= 0) {
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
      const transport = createFaultyNetwork(
        time,
        random.fork(),
        echoes,
        gateway,
        () => world.weather,
        isAlive,
      );
      const logger = createSimulationLogger(world);
      const client = createGatewayClient({
        baseUrl: 'https://gateway.example',
        credentials: { accessKey: 'a', secretKey: 's', clientId: 'c' },
        transport: mutation?.transport?.(transport) ?? transport,
        clock,
        random: random.fork(),
        logger,
      });
      const mutated: Gateway = mutation?.gateway?.(client) ?? client;
      const printers =
        printer?.connect(clock, isAlive, (sheet) => {
          for (const listener of sheetListeners) listener(till, sheet);
        }) ?? joinTransports([]);
      const till: Till = createTill({
        mode: 'production',
        file: { db, path: ':memory:', folder: '', notices: [] },
        gateway: mutated,
        printers: mutation?.printers?.(printers) ?? printers,
        clock,
        random: random.fork(),
        logger,
        ...(mutation?.tamper === undefined ? {} : { tamper: mutation.tamper }),
      });
      alive = { till, life };
      till.onChange((charge) => {
        if (isAlive()) for (const listener of listeners) listener(till, charge);
      });
      world.act(() => void till.shifts.begin('ana'));
      const begin = (): void =>
        void till.start().catch((error: unknown) => {
          if (!(error instanceof Crash)) world.bugs.push(`start: ${String(error)}`);
        });
      world.act(() => {
        if (printer !== null && till.settings.get().printer === null)
          till.settings.set({ printer: setting }, 'marta');
      });
      // Code comes from the disk in real time, and once it is there the till finds it in none.
      const loading = till.printing.load();
      if (loading === null) begin();
      else time.standStillFor(loading.then(begin));
    },
  };
  return world;
}

/** A bug that the product would log and survive still fails the seed, unless it is the crash itself. */
function createSimulationLogger(world: World): Logger {
  const logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: (event, fields) => world.note(`warn ${event} ${JSON.stringify(fields ?? {})}`),
    error: (event, fields) => {
      const detail = String(fields?.['detail'] ?? '');
      const isOurs =
        detail.startsWith('Error\n') ||
        detail.includes('crashing-database') ||
        detail.includes('is not open') ||
        detail.includes('disk is full') ||
        detail.includes('could not be written');
      world.note(`error ${event} ${detail.split('\n')[0] ?? ''}`);
      if (event === 'job-threw' && !isOurs) world.bugs.push(`${event}: ${detail}`);
    },
    scoped: () => logger,
  };
  return logger;
}
