import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createExporter, type Exporter } from '../../../../main/core/reports/export/exporter.ts';
import { fileFailure, openWholeFile } from '../../../../main/core/reports/export/whole-file.ts';
import { systemClock, systemRandom } from '../../../../main/core/boot/system-ports.ts';
import type { ReportProgress } from '../../../../shared/contract/exports.ts';
import { seedSales } from '../../../support/reports/sales-ledger.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';
import { temporaryFolder } from '../../ledger/setup-ledger.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'balcao-exporter-'));
let ledger: string;
beforeAll(async () => {
  ledger = await seedSales(dataDir, 400);
});
afterAll(() => rmSync(dataDir, { recursive: true }));

function exporter(own = temporaryFolder()): Exporter {
  const made = createExporter(own, systemClock, systemRandom, keptLogger().logger);
  onTestFinished(() => made.stop());
  return made;
}

async function tokenFor(reports: Exporter, path: string): Promise<string> {
  const allowed = await reports.allow(path, 'csv');
  if (!allowed.ok) throw new Error(allowed.error);
  return allowed.value.file;
}

/** Resolves to the first state that this holds of. */
function until(reports: Exporter, holds: (progress: ReportProgress) => boolean): Promise<ReportProgress> {
  return new Promise((resolve) => {
    const stop = reports.subscribe((progress) => {
      if (progress === null || !holds(progress)) return;
      queueMicrotask(() => stop());
      resolve(progress);
    });
  });
}

const isOver = ({ state }: ReportProgress): boolean => ['done', 'cancelled', 'failed'].includes(state);
const ask = (file: string, replace = false) => ({ file, replace, filter: {}, ledger });

describe('a file that a person chose', () => {
  it('is written once, by its token, in a thread of its own', async () => {
    const reports = exporter();
    const folder = temporaryFolder();
    const token = await tokenFor(reports, join(folder, 'vendas.csv'));
    const started = await reports.start(ask(token));
    expect(started.ok).toBe(true);
    const end = await until(reports, isOver);
    expect(end).toMatchObject({ state: 'done', rows: 400, total: 400, name: 'vendas.csv', failure: null });
    expect(readdirSync(folder)).toEqual(['vendas.csv']);
    expect(await reports.start(ask(token))).toEqual({ ok: false, error: 'not-found' });
  });

  it('is told to be there already, and is replaced only when told so', async () => {
    const reports = exporter();
    const path = join(temporaryFolder(), 'vendas.csv');
    writeFileSync(path, 'mine');
    const allowed = await reports.allow(path, 'csv');
    expect(allowed).toMatchObject({ ok: true, value: { exists: true, name: 'vendas.csv' } });
    const token = await tokenFor(reports, path);
    expect(await reports.start(ask(token))).toEqual({ ok: false, error: 'exists' });
    expect((await reports.start(ask(token, true))).ok).toBe(true);
    expect((await until(reports, isOver)).state).toBe('done');
  });

  it.skipIf(process.platform === 'win32')('is not written through a link, and the link stays', async () => {
    const reports = exporter();
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const [path, real] = [join(folder, 'vendas.csv'), join(elsewhere, 'real.csv')];
    writeFileSync(real, 'old');
    for (const target of [real, join(elsewhere, 'none.csv')]) {
      symlinkSync(target, path);
      const token = await tokenFor(reports, path);
      expect(await reports.start(ask(token))).toEqual({ ok: false, error: 'exists' });
      expect(await reports.start(ask(token, true))).toEqual({ ok: false, error: 'is-link' });
      expect(readlinkSync(path)).toBe(target);
      rmSync(path);
    }
    expect([readFileSync(real, 'utf8'), readdirSync(elsewhere)]).toEqual(['old', ['real.csv']]);
  });

  it.skipIf(process.platform === 'win32')(
    'is not put in the place of a link that came meanwhile',
    async () => {
      const folder = temporaryFolder();
      const [path, real] = [join(folder, 'vendas.csv'), join(folder, 'real.csv')];
      const file = await openWholeFile(path, join(folder, 'part'), true);
      symlinkSync(real, path);
      const refused = await file.finish().catch(fileFailure);
      await file.discard();
      expect([refused, readlinkSync(path)]).toEqual(['is-link', real]);
    },
  );

  it.each([
    ['a relative path', 'vendas.csv'],
    ['another ending', '/tmp/ledger.db'],
    ['a folder that is not there', '/no-such-folder/vendas.csv'],
  ])('is refused: %s', async (_, path) => {
    expect(await exporter().allow(path, 'csv')).toEqual({ ok: false, error: 'not-writable' });
  });

  it('is refused where a folder has its name', async () => {
    const path = join(temporaryFolder(), 'vendas.csv');
    mkdirSync(path);
    expect(await exporter().allow(path, 'csv')).toEqual({ ok: false, error: 'not-writable' });
  });

  it('is forgotten when others were chosen after it', async () => {
    const reports = exporter();
    const folder = temporaryFolder();
    const first = await tokenFor(reports, join(folder, 'first.csv'));
    for (let place = 0; place < 8; place += 1) await tokenFor(reports, join(folder, `${place}.csv`));
    expect(await reports.start(ask(first))).toEqual({ ok: false, error: 'not-found' });
  });
});

describe('one at a time', () => {
  it('a second report waits for nobody: it is refused', async () => {
    const reports = exporter();
    const folder = temporaryFolder();
    const [one, two] = [
      await tokenFor(reports, join(folder, '1.csv')),
      await tokenFor(reports, join(folder, '2.csv')),
    ];
    const [first, second] = await Promise.all([reports.start(ask(one)), reports.start(ask(two))]);
    expect(first.ok).toBe(true);
    expect(second).toEqual({ ok: false, error: 'busy' });
    await until(reports, isOver);
  });

  it('cancelled, it leaves nothing, and the next one can begin', async () => {
    const reports = exporter();
    const folder = temporaryFolder();
    const started = await reports.start(ask(await tokenFor(reports, join(folder, '1.csv'))));
    expect(started.ok).toBe(true);
    if (!started.ok) return;
    expect(await reports.cancel('another')).toBe(false);
    expect(await reports.cancel(started.value)).toBe(true);
    expect((await until(reports, isOver)).state).toBe('cancelled');
    expect(readdirSync(folder)).toEqual([]);
    expect(await reports.cancel(started.value)).toBe(false);
    expect((await reports.start(ask(await tokenFor(reports, join(folder, '1.csv'))))).ok).toBe(true);
    await until(reports, ({ state }) => state === 'done');
  });

  it('a core that stops leaves nothing', async () => {
    const reports = exporter();
    const folder = temporaryFolder();
    await reports.start(ask(await tokenFor(reports, join(folder, '1.csv'))));
    await reports.stop();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a core that was killed leaves it to the next one to clear away what is half written, and nothing else', async () => {
    const [own, folder] = [temporaryFolder(), temporaryFolder()];
    const half = join(folder, '.balcao-shop-12345-1.parcial');
    const note = join(own, 'report-partial');
    for (const path of [half, join(folder, 'mine.txt')]) {
      writeFileSync(path, 'x');
      writeFileSync(note, path);
      exporter(own);
    }
    expect([readdirSync(folder), readdirSync(own)]).toEqual([['mine.txt'], []]);
    const reports = exporter(own);
    await reports.start(ask(await tokenFor(reports, join(folder, '1.csv'))));
    expect(readFileSync(note, 'utf8')).toMatch(/\.parcial$/);
    await until(reports, isOver);
    expect(readdirSync(own)).toEqual([]);
  });

  it('clears away what a process that was killed has left, and nothing of anybody else', async () => {
    const reports = exporter();
    const folder = temporaryFolder();
    const here = hostname()
      .replace(/[^A-Za-z0-9-]/g, '')
      .slice(0, 40);
    // No process has a number above Linux's largest, 2^22.
    const dead = `.balcao-${here}-4194999-1.parcial`;
    // A container's processes have the same numbers each time.
    const before = `.balcao-${here}-${process.pid}-1.parcial`;
    const alive = `.balcao-${here}-${process.ppid}-99.parcial`;
    const elsewhere = '.balcao-another-machine-4194999-1.parcial';
    for (const name of [dead, before, alive, elsewhere]) writeFileSync(join(folder, name), '');
    await reports.start(ask(await tokenFor(reports, join(folder, '1.csv'))));
    await until(reports, isOver);
    expect(readdirSync(folder).toSorted()).toEqual(['1.csv', alive, elsewhere].toSorted());
  });
});
