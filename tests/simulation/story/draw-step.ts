import { WELL_TEMPERED, type PrinterTemper } from '../model/model-printer.ts';
import type { Weather } from '../model/faulty-network.ts';
import type { SeededRandom } from '../../../build/run/seeded-random.ts';
import type { Glance } from './glance.ts';
import type { Act, PinAct, Setting, SlipWord, Step, Troubles } from './story.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NIGHT = 12 * HOUR;

const JUMPS = [-DAY, -HOUR, -MINUTE, MINUTE, HOUR, DAY];
const AMOUNTS = [100, 800, 2590, 99_999, 9_999_999];
const OPERATORS = ['ana', 'bruno', 'carla'];
/** What lies over the weather of a shop whose line gives answers twice and stale. */
const ECHOES = { staleAnswer: 0.2, arrivesTwice: 0.2 };

/** The share of orders that a refusing gateway refuses. Others pass, so that a refusal can follow a lost order. */
const REFUSALS = 0.2;

/** Draws what happens next from chance and from what a person sees. */
export function drawStep(random: SeededRandom, glance: Glance, setting: Setting): Step {
  const drawn = drawTroubles(random, setting);
  const starts = random.chance(0.5);
  const chance = random.seed();
  const troubles = { ...drawn, ...drawBlip(chance), ...drawHang(chance, drawn) };
  return {
    chance,
    ...(Object.keys(troubles).length === 0 ? {} : { troubles }),
    acts: glance.isLocked
      ? drawUnlock(chance)
      : [...drawAtTill(random, glance, setting), ...drawLock(chance, glance)],
    wait: drawWait(random),
    ...(starts ? { starts } : {}),
  };
}

/** One step in thirteen has an interruption of up to ten seconds. It takes no draw of its own, so that the others stay as they were. */
function drawBlip(chance: number): Troubles {
  return chance % 13 === 5 ? { blip: 200 + (chance % 9_800) } : {};
}

/** One printer in four that is on hangs from now on. It takes no draw of its own. */
function drawHang(chance: number, { printer }: Troubles): Troubles {
  if (printer === undefined || printer.off === true || chance % 4 !== 1) return {};
  return { printer: { ...printer, hangs: 0.5 } };
}

function drawAtTill(random: SeededRandom, glance: Glance, { printer, pins }: Setting): Act[] {
  return [
    ...drawActs(random, glance),
    ...(pins === true && glance.isOn && random.chance(0.1) ? [drawPinAct(random)] : []),
    ...(printer === null ? [] : drawPaper(random, glance)),
  ];
}

/** One step in thirty the operator locks the till and goes. It takes no draw of its own. */
function drawLock(chance: number, { isShiftOpen }: Glance): Act[] {
  return isShiftOpen && chance % 31 === 4 ? [{ do: 'lock' }] : [];
}

/** At a locked till nothing else can be done. Sometimes another operator comes. */
function drawUnlock(chance: number): Act[] {
  if (chance % 3 === 0) return [];
  return [{ do: 'unlock', operator: chance % 5 === 1 ? (OPERATORS[chance % 3] ?? null) : null }];
}

/** Mostly seconds; sometimes a minute, and now and then the whole life of a QR. */
function drawWait(random: SeededRandom): number {
  const kind = random.fraction();
  if (kind < 0.9) return random.between(500, 12_000);
  return kind < 0.97 ? random.between(15_000, 90_000) : random.between(90_000, 400_000);
}

function drawTroubles(random: SeededRandom, { printer, chance, keysChange }: Setting): Troubles {
  return {
    ...(random.chance(0.3) ? { weather: drawWeather(random, chance % 5 === 2) } : {}),
    ...(random.chance(0.2)
      ? {
          temper: {
            cancelIgnored: random.chance(0.3) ? 0.5 : 0,
            refundRefused: random.chance(0.3) ? 0.3 : 0,
            refundPending: random.chance(0.5) ? 0.5 : 0,
            cancelOfPaidKept: random.chance(0.3) ? 0.5 : 0,
            unknownWord: random.chance(0.2) ? 0.3 : 0,
            spell: random.chance(0.1) ? 0.1 : 0,
            listedLate: random.chance(0.2) ? 0.5 : 0,
            refusesOrder: chance % 7 === 3 ? REFUSALS : 0,
          },
        }
      : {}),
    ...(random.chance(0.03) ? { expireTokens: true } : {}),
    ...(random.chance(0.06) ? { diesAtWrite: random.between(1, 12) } : {}),
    ...(random.chance(0.04) ? { dies: true } : {}),
    ...(random.chance(0.02) ? { clock: random.pick(JUMPS) } : {}),
    ...(random.chance(0.02) ? { diskFull: true } : {}),
    ...(keysChange === true && random.chance(0.05) ? { otherKeys: true } : {}),
    ...(random.chance(0.01) ? { sleep: random.pick([20 * MINUTE, 2 * HOUR, NIGHT]) } : {}),
    ...(printer === null && random.chance(0.004) ? { restore: true } : {}),
    ...(printer === null ? {} : drawPrinterTrouble(random)),
  };
}

function drawWeather(random: SeededRandom, isEchoing: boolean): Partial<Weather> {
  const echoes = isEchoing ? ECHOES : {};
  if (random.chance(0.5)) return echoes;
  if (random.chance(0.3)) return { ...echoes, unreachable: 1 };
  return {
    ...echoes,
    unreachable: random.pick([0, 0.1, 0.5]),
    lostRequest: random.pick([0, 0.1, 0.3]),
    arrivesLate: random.pick([0, 0.3]),
    lostAnswer: random.pick([0, 0.1, 0.4]),
    errorBefore: random.pick([0, 0.1]),
    garbledAfter: random.pick([0, 0.1, 0.3]),
    slowest: random.pick([50, 2_000, 20_000]),
  };
}

function drawPrinterTrouble(random: SeededRandom): Troubles {
  // The printer is switched off, whatever waits for it, and the machine sleeps.
  if (random.chance(0.02)) return { printer: { off: true }, sleep: NIGHT };
  if (!random.chance(0.3)) return {};
  return { printer: random.chance(0.5) ? WELL_TEMPERED : drawPrinterTemper(random) };
}

function drawPrinterTemper(random: SeededRandom): Partial<PrinterTemper> {
  if (random.chance(0.4)) return { off: true };
  return {
    paper: random.chance(0.2) ? 'out' : 'ok',
    cover: random.chance(0.2) ? 'open' : 'closed',
    silent: random.chance(0.3),
    breaks: random.pick([0, 0.1, 0.3]),
    stops: random.pick([0, 0, 0.2]),
    paperEnds: random.pick([0, 0.1]),
    slowest: random.pick([20, 300, 3_000]),
  };
}

function drawActs(random: SeededRandom, glance: Glance): Act[] {
  const acts: Act[] = [];
  if (!glance.isOn) return acts;
  if (glance.keysUnconfirmed && random.chance(0.3)) acts.push({ do: 'confirm-keys' });
  if (!glance.isShiftOpen) {
    if (random.chance(0.7)) acts.push({ do: 'open-shift', operator: random.pick(OPERATORS) });
    return acts;
  }
  if (glance.current !== null) acts.push(...drawForCurrent(random, glance.current));
  else if (random.chance(0.6)) acts.push(drawSale(random));
  if (glance.others > 0 && random.chance(0.2)) acts.push(drawSettling(random));
  if (glance.isNewestFinalized && random.chance(0.05)) acts.push(drawRefund(random, 'newest'));
  if (random.chance(0.02)) acts.push({ do: 'look' });
  if (glance.current === null && random.chance(0.02)) acts.push({ do: 'close-shift' });
  if (random.chance(0.01)) acts.push({ do: 'back-up' });
  return acts;
}

function drawSale(random: SeededRandom): Act {
  const amount = random.chance(0.8) ? random.pick(AMOUNTS) : random.between(1, 100_000);
  const mood = random.fraction();
  if (mood < 0.2) return { do: 'sell', amount, repeat: 'same-again' };
  return mood < 0.3 ? { do: 'sell', amount, repeat: 'another' } : { do: 'sell', amount };
}

function drawForCurrent(random: SeededRandom, status: Glance['current']): Act[] {
  if (status === 'approved') {
    if (random.chance(0.7)) return [{ do: 'finalize' }];
    return random.chance(0.1) ? [drawRefund(random, 'current')] : [];
  }
  if (random.chance(0.08)) return [{ do: 'give-up' }];
  if (status === 'pending' && random.chance(0.1)) return [{ do: 'extend' }];
  return status === 'creating' && random.chance(0.3) ? [{ do: 'retry' }] : [];
}

function drawRefund(random: SeededRandom, of: 'current' | 'newest'): Act {
  return { do: 'refund', of, part: random.chance(0.5) ? 1 : random.fraction() };
}

/** The manager is called for some of what hangs, and is not always right. */
function drawSettling(random: SeededRandom): Act {
  return {
    do: 'settle',
    which: random.fraction(),
    late: random.chance(0.5) ? 'refund' : 'keep',
    hanging: random.pick(['wait', 'wait', 'wait', 'wait', 'wait', 'wait', 'paid', 'not-paid'] as const),
  };
}

function drawPinAct(random: SeededRandom): PinAct {
  const kind = random.fraction();
  if (kind < 0.7)
    return { do: 'try-pin', pin: random.pick(['right', 'wrong', 'wrong', 'wrong', 'wrong', 'old'] as const) };
  return { do: kind < 0.85 ? 'change-pin' : 'unlock-pin' };
}

/** The other hand, on the printer: prints, says what came out, prints again, walks away. */
function drawPaper(random: SeededRandom, glance: Glance): Act[] {
  const acts: Act[] = [];
  if (!glance.isOn) return acts;
  if (glance.isPrinterAsking && random.chance(0.4)) acts.push(drawSlipAnswer(random));
  if (glance.current === 'pending' && random.chance(0.25)) acts.push({ do: 'print', slip: 'qr-slip' });
  if (random.chance(0.2))
    acts.push({ do: 'print', slip: random.pick(['receipt', 'receipt', 'cancel'] as const) });
  return acts;
}

function drawSlipAnswer(random: SeededRandom): Act {
  const other = (): SlipWord => (random.chance(0.6) ? 'again' : 'drop');
  return {
    do: 'answer-slip',
    whole: random.chance(0.8) ? 'came-out' : other(),
    otherwise: random.chance(0.1) ? 'came-out' : other(),
  };
}
