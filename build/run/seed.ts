import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isBusinessDay, businessDayRange } from '../../shared/domain/business-day/business-day.ts';
import { DEFAULT_SETTINGS } from '../../main/core/directory/shop/settings.ts';
import { lockFolder } from '../../main/core/ledger/folder-lock.ts';
import { epochMs, HOUR, type EpochMs } from '../../shared/kernel/time.ts';
import { say } from './say.ts';
import { seedLedger } from './seed/seed-ledger.ts';

const USAGE = `Uso: npm run seed -- --data-dir PASTA [--charges N] [--seed TEXTO] [--until AAAA-MM-DD]

  --data-dir PASTA   pasta de um Balcão que ainda não vendeu; as vendas vão para o treinamento
  --charges N        quantas cobranças (padrão: 1000)
  --seed TEXTO       a mesma semente dá as mesmas vendas (padrão: balcao)
  --until DIA        último dia, até o fim (padrão: hoje, até a hora que passou)`;

/** npm run seed: fills a training ledger with the sales of an invented shop. */
async function seed(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      charges: { type: 'string', default: '1000' },
      seed: { type: 'string', default: 'balcao' },
      until: { type: 'string' },
    },
  });
  const { 'data-dir': folder, charges, until } = values;
  if (folder === undefined) return fail('Falta --data-dir PASTA.');
  if (!/^[1-9]\d{0,6}$/.test(charges))
    return fail(`--charges ${charges}: deve ser um número de 1 a 9999999.`);
  if (until !== undefined && !isBusinessDay(until))
    return fail(`--until ${until}: deve ser um dia, AAAA-MM-DD.`);
  const dataDir = resolve(folder);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = lockFolder(dataDir);
  if (release === null) return fail('Um Balcão usa esta pasta agora. Feche-o, ou indique outra pasta.');
  try {
    const began = performance.now();
    const seeded = await seedLedger({
      dataDir,
      charges: Number(charges),
      seed: values.seed,
      until: until === undefined ? lastFullHour() : endOf(until),
      progress: (done) => void (process.stderr.isTTY && process.stderr.write(`\r${done} cobranças`)),
    });
    if (!seeded.ok) return fail(WORDS[seeded.error] ?? `Não foi possível: ${seeded.error}.`);
    const seconds = (performance.now() - began) / 1000;
    const result = {
      ...seeded.value,
      seconds: round(seconds),
      chargesPerSecond: Math.round(seeded.value.charges / seconds),
    };
    if (process.stderr.isTTY) process.stderr.write('\r');
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  } finally {
    release();
  }
}

const WORDS: Readonly<Record<string, string>> = {
  'not-empty':
    'Esta pasta já tem cobranças de treinamento; o passado não se acrescenta. Indique outra pasta.',
  'from-the-future': 'Os dados desta pasta são de uma versão mais nova do Balcão.',
  'read-only': 'A pasta não aceita gravação.',
  'held-by-another-program': 'Outro programa está usando os arquivos desta pasta. Feche-o e tente de novo.',
  'disk-full': 'O disco está cheio.',
};

function lastFullHour(): EpochMs {
  return epochMs(Math.floor(Date.now() / HOUR) * HOUR);
}

function endOf(day: string): EpochMs {
  return businessDayRange(day, DEFAULT_SETTINGS.zone).to;
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

function fail(message: string): number {
  say(`${message}\n\n${USAGE}`);
  return 2;
}

process.exitCode = await seed().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  return 1;
});
