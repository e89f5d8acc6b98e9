import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { createEventLog } from '../../../main/core/ledger/event-log.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { createShifts } from '../../../main/core/shifts/shifts.ts';
import { backupNow, newestBackups } from '../../../main/core/ledger/backup/backups.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { startTestCore, temporaryFolder } from '../../support/core/start-test-core.ts';
import { ledgerOn, openFolder, sell } from '../../unit/ledger/setup-ledger.ts';
import { byWindow } from '../../../shared/domain/ledger-event/by.ts';

const verify = (...args: string[]) => verifyWith(process.env, ...args);

function verifyWith(env: NodeJS.ProcessEnv, ...args: string[]) {
  return runCommand(process.execPath, ['build/run/verify-ledger.ts', ...args], { cwd: repoRoot, env });
}

/** A data folder with a closed ledger in `production`: a sale, a shift that ended, a backup, and an event after them. */
function shop(): { folder: string; production: string; ledger: string; paper: string } {
  const { path: folder, remove } = temporaryFolder();
  onTestFinished(remove);
  const production = join(folder, 'production');
  const { db, path } = openFolder(production);
  const ledger = ledgerOn(db);
  const shifts = createShifts(ledger, systemClock, systemRandom);
  shifts.begin(byWindow('ana'));
  sell(ledger, 1);
  const ended = shifts.end(byWindow('ana'));
  if (!ended.ok) throw new Error(ended.error.code);
  backupNow(db, production, '2026-03-02T12-00-00-000Z', 'closing');
  ledger.record('manager-left', {}, byWindow('ana'));
  db.close();
  const { eventSeq, eventHash } = ended.value;
  return { folder, production, ledger: path, paper: `${eventSeq}:${eventHash.toString('hex')}` };
}

describe('npm run verify-ledger', () => {
  it('tells whole from damaged, also while the till runs', async () => {
    const folder = temporaryFolder();
    onTestFinished(folder.remove);
    const app = await startTestCore(folder.path);
    const { id } = app.place(1250);
    await app.charge(id, ({ status }) => status === 'pending');
    const whole = await verify('--data-dir', folder.path);
    expect(whole.stdout).toMatch(
      /^training: confere\. \d+ linhas, 1 cobranças, 0 fechamentos\. Última linha: \d+:[0-9a-f]{64}\.\n$/,
    );
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    await app.stop();

    const db = new Database(join(folder.path, 'training', 'ledger.db'));
    db.exec("DROP TRIGGER ledger_event_no_update; UPDATE ledger_event SET actor = 'eu' WHERE seq = 2");
    db.close();
    const damaged = await verify('--data-dir', folder.path);
    expect(damaged.code).toBe(1);
    expect(damaged.stdout).toMatch(/^training: ERRO\. linha 2: .*\[hash\]/);
  });

  it.each([
    ['of a type that is none', 'mood', { mood: 'good' }, 'mood'],
    ['with a channel that does not exist', 'manager-left', { via: { channel: 'fax' } }, 'via.channel'],
    ['without a part of its type', 'gateway-changed', { change: 'removed' }, 'gateway-changed: host'],
  ])('finds a row %s', async (_what, type, body, told) => {
    const { folder, ledger } = shop();
    const db = new Database(ledger);
    const at = epochMs(Date.UTC(2026, 2, 2, 12));
    createEventLog(db).append({
      at,
      businessDay: '2026-03-02',
      actor: 'ana',
      via: null,
      subject: null,
      type,
      body,
    });
    db.close();
    const odd = await verify('--data-dir', folder);
    expect(odd.stdout).toMatch(/^production: ERRO\. linha 9: .*\[body\] /);
    expect(odd.stdout).toContain(told);
    expect(odd.code).toBe(1);
  });

  it('proves that the ledger goes through what a paper says', async () => {
    const { folder, paper } = shop();
    const [seq, hash] = paper.split(':') as [string, string];
    const without = await verify('--data-dir', folder);
    expect(without.stdout).toContain(`1 fechamentos. Último fechamento: ${paper}. Última linha: 8:`);
    const asOnScreen = `${seq} ${hash.match(/.{1,8}/g)?.join(' ')}`;
    for (const head of [`${seq}:${hash.slice(0, 12)}`, `${seq}:${hash.toUpperCase()}`, asOnScreen]) {
      const through = await verify('--data-dir', folder, '--head', head);
      expect(through.stdout).toMatch(
        new RegExp(
          `Passa pelo registro ${seq} do papel; 1 linhas vieram depois, e este papel não fala delas\\.\n$`,
        ),
      );
      expect(through.code).toBe(0);
    }
    const other = hash.startsWith('0') ? '1'.repeat(12) : '0'.repeat(12);
    for (const head of [`${seq}:${other}`, `99:${hash}`]) {
      const past = await verify('--data-dir', folder, '--head', head);
      expect(past.stdout).toMatch(/^production: confere.*\nERRO\. .*\[head\]\n$/);
      expect(past.code).toBe(1);
    }
    const odd = await verify('--data-dir', folder, '--head', `${seq}:abc`);
    expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('deve ser o Registro do papel')]);
  });

  it('reads a folder that takes no writes, a till that was killed, and a backup alone, and leaves all as it was', async () => {
    const { production, ledger, folder } = shop();
    const [backup = ''] = newestBackups(production);
    const killed = join(folder, 'killed');
    const temporary = join(folder, 'temporary');
    for (const each of [killed, temporary]) mkdirSync(each);
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary };
    const open = new Database(ledger);
    open.exec("INSERT INTO notice VALUES ('n', 'disk-full', '', 1)");
    for (const side of ['', '-wal']) copyFileSync(ledger + side, join(killed, `ledger.db${side}`));
    open.close();
    for (const [given, place] of [
      [production, production],
      [killed, killed],
      [backup, join(production, 'backups')],
    ] as const) {
      const before = looks(place);
      const { code, stdout } = await verifyWith(env, '--data-dir', given);
      expect([code, stdout]).toEqual([0, expect.stringContaining('confere. ')]);
      // Whoever makes a file there, even for a moment, changes the folder's own time.
      expect(looks(place)).toEqual(before);
    }
    expect(readdirSync(temporary)).toEqual([]);
  });

  const odd: readonly (readonly [
    string,
    (shop: { production: string; ledger: string }) => void,
    number,
    RegExp,
  ])[] = [
    ['a newer version', ({ ledger }) => setVersion(ledger, 99_990), 2, /este Balcão é mais antigo/],
    ['an older version', ({ ledger }) => setVersion(ledger, 70), 2, /Abra-os uma vez nele/],
    [
      'an overwritten version',
      ({ ledger }) => setVersion(ledger, 0),
      1,
      /ERRO\. o arquivo não pode ser lido .*user_version 0/,
    ],
    [
      'a ledger that is gone and left backups',
      ({ ledger }) => rmSync(ledger),
      1,
      /ERRO\. ledger\.db sumiu .* abra o Balcão/,
    ],
    [
      'an empty file with backups',
      ({ ledger }) => writeFileSync(ledger, ''),
      1,
      /ERRO\. ledger\.db sumiu ou está vazio/,
    ],
    [
      'an empty file alone',
      ({ ledger, production }) => {
        rmSync(join(production, 'backups'), { recursive: true });
        writeFileSync(ledger, '');
      },
      2,
      /o arquivo está vazio/,
    ],
    [
      'a folder in its place',
      ({ ledger }) => {
        rmSync(ledger);
        mkdirSync(ledger);
      },
      2,
      /ledger\.db é uma pasta/,
    ],
    [
      "another program's database",
      ({ ledger }) => {
        rmSync(ledger);
        const db = new Database(ledger);
        db.exec('CREATE TABLE mine (x)');
        db.close();
      },
      2,
      /não é de um Balcão/,
    ],
    [
      'no database at all',
      ({ ledger }) => writeFileSync(ledger, '<html>'.repeat(500)),
      1,
      /ERRO\. o arquivo não pode ser lido/,
    ],
  ];
  it.each(odd)('says in one line what to do about %s', async (_, arrange, code, words) => {
    const { folder, production, ledger } = shop();
    // The other ledger is well, which must not hide it.
    mkdirSync(join(folder, 'training'));
    copyFileSync(ledger, join(folder, 'training', 'ledger.db'));
    arrange({ production, ledger });
    const before = looks(production);
    const told = await verify('--data-dir', folder);
    const [line, ...more] = `${told.stderr}${told.stdout}`
      .trimEnd()
      .split('\n')
      .filter((each) => !each.startsWith('training: confere. '));
    expect(more).toEqual([]);
    expect(line).toMatch(words);
    expect(line).toMatch(/^production: /);
    expect(told.code).toBe(code);
    expect(looks(production)).toEqual(before);
  });

  it('says how it is used when it is not', async () => {
    const { folder, production } = shop();
    renameSync(production, join(folder, 'elsewhere'));
    for (const bad of [[], ['--data-dir', folder], ['--unheard-of']]) {
      const refused = await verify(...bad);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('Uso: npm run verify-ledger');
    }
  });
});

function looks(folder: string): unknown[] {
  return [
    statSync(folder).mtimeMs,
    ...readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mtimeMs]),
  ];
}

function setVersion(file: string, version: number): void {
  const db = new Database(file);
  db.pragma(`user_version = ${version}`);
  db.close();
}
