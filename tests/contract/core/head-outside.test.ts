import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { repoRoot } from '../../../build/run/repo-root.ts';
import { runCommand } from '../../../build/run/run-command.ts';
import { createLogger } from '../../../main/core/boot/core-logger.ts';
import { systemClock, systemRandom } from '../../../main/core/boot/system-ports.ts';
import { rowHash, type EventRow } from '../../../main/core/ledger/event-log.ts';
import { createHeadSigner, isSignedBy } from '../../../main/core/ledger/head/signed-head.ts';
import { createPrinters } from '../../../main/core/printing/transports/create-printers.ts';
import { createHandlers } from '../../../main/core/rpc/handlers.ts';
import { closingSlip } from '../../../main/core/shifts/closing-slip.ts';
import { createClosingRepo } from '../../../main/core/ledger/projections/closing-repo.ts';
import { startCore } from '../../../main/core/till/core.ts';
import { headFileOf } from '../../../main/start/head-file.ts';
import { err } from '../../../shared/kernel/result.ts';
import { temporaryFolder } from '../../support/core/start-test-core.ts';
import { expectMode } from '../../support/windows/not-on-windows.ts';

const MANAGER_PIN = '963074';
const SIGNING_KEY = Buffer.alloc(32, 7).toString('base64');
const KEYS = {
  accessKey: 'access-key-of-the-shop',
  secretKey: 'secret-key-of-the-shop',
  clientId: 'client-id-of-the-shop',
  baseUrl: 'https://gateway.invalid',
};

/** A till of production whose head is kept in a folder of its own. */
async function shop(signingKey: string | null = SIGNING_KEY) {
  const [data, state] = [temporaryFolder(), temporaryFolder()];
  onTestFinished(data.remove);
  onTestFinished(state.remove);
  const env = { XDG_STATE_HOME: state.path };
  const headFile = headFileOf(data.path, { platform: 'linux', home: state.path, env });
  let id: string | null = null;
  const start = async () => {
    const started = await startCore({
      dataDir: data.path,
      credentials: KEYS,
      ledgerMemory: id === null ? null : { id, signingKey },
      headFile,
      screens: null,
      clock: systemClock,
      random: systemRandom,
      logger: createLogger(() => undefined, systemClock),
      transport: () => Promise.resolve(err({ kind: 'unreachable', detail: 'no network' } as const)),
      printers: createPrinters(systemClock),
    });
    if (!started.ok) throw new Error(started.error);
    onTestFinished(() => started.value.stop());
    return { core: started.value, till: started.value.till(), call: createHandlers(started.value) };
  };
  const first = await start();
  id = first.till.ledgerId;
  await first.call['session/add-operator']({ name: 'Rui', role: 'manager', pin: MANAGER_PIN });
  await first.core.stop();

  const ledger = join(data.path, 'production', 'ledger.db');
  /** Opens and closes a shift, and writes some rows after the closing. */
  const day = async (): Promise<void> => {
    const { core, till, call } = await start();
    const operatorId = till.operators.byName('Rui')?.id ?? '';
    await call['session/sign-in']({ operatorId, pin: MANAGER_PIN });
    expect(await call['session/close-shift']({})).toMatchObject({ ok: true });
    await call['session/sign-in']({ operatorId, pin: MANAGER_PIN });
    await call['manager/enter']({ pin: MANAGER_PIN });
    await call['manager/leave']({});
    await core.stop();
  };
  /** Removes what the vault knows, as a program does that removes its file. */
  const forget = (): void => void (id = null);
  const verify = (...args: string[]) =>
    runCommand(process.execPath, ['build/run/verify-ledger.ts', '--data-dir', data.path, ...args], {
      cwd: repoRoot,
      env: { ...process.env, ...env },
    });
  return { data: data.path, state: state.path, headFile, ledger, start, day, verify, forget };
}

/** Changes the rows of a ledger as a program does that can write the file. The guards are there again afterwards. */
function tamper(file: string, change: (db: Database.Database) => void): void {
  const db = new Database(file);
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('ledger_event', 'closing')",
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  change(db);
  for (const { sql } of guards) db.exec(sql);
  db.close();
}

function rewrite(db: Database.Database): void {
  const rows = db.prepare<[], EventRow>('SELECT * FROM ledger_event ORDER BY seq').all();
  let before: Buffer = Buffer.alloc(32);
  for (const row of rows) {
    const body = row.type === 'manager-entered' ? '{"via":{"channel":"api"}}' : row.body;
    const hash = rowHash(before, { ...row, body });
    db.prepare('UPDATE ledger_event SET body = ?, hash = ? WHERE seq = ?').run(body, hash, row.seq);
    db.prepare('UPDATE closing SET event_hash = ? WHERE event_seq = ?').run(hash, row.seq);
    before = hash;
  }
}

const differences = (till: Awaited<ReturnType<Awaited<ReturnType<typeof shop>>['start']>>['till']) =>
  till.ledger.log
    .since(0, 1000)
    .filter(({ type }) => type === 'ledger-head-differs')
    .map(({ body }) => body['kind']);

describe('the head that is kept outside the data folder', () => {
  it('is written at each closing and at each end, for its owner only, and a start that finds it says nothing', async () => {
    const { headFile, data, start, day, verify } = await shop();
    await day();
    expect(headFile.startsWith(data)).toBe(false);
    expectMode(headFile, 0o600);
    const { till, core } = await start();
    const kept = JSON.parse(readFileSync(headFile, 'utf8')) as Record<string, unknown>;
    const { seq, hash } = till.ledger.log.head();
    expect(kept).toMatchObject({ ledgerId: till.ledgerId, seq, hash: hash.toString('hex') });
    expect([till.notices.all(), differences(till)]).toEqual([[], []]);
    await core.stop();
    const verified = await verify();
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('1 fechamentos assinados')]);
  });

  it.each([
    ['an older copy of the whole folder', 'rolled-back', 'ledger-rolled-back'],
    ['rows cut off the end', 'cut', 'ledger-cut'],
    ['rows written anew with their hashes', 'rewritten', 'ledger-rewritten'],
    ['another head outside', 'head-unproven', 'ledger-head-unproven'],
    ['no head outside', 'head-unproven', 'ledger-head-unproven'],
  ] as const)('reports %s until a manager signs', async (what, kind, code) => {
    const { headFile, data, state, ledger, start, day, verify } = await shop();
    await day();
    const copy = join(state, 'copy');
    cpSync(data, copy, { recursive: true });
    await day();
    if (kind === 'rolled-back') {
      rmSync(data, { recursive: true });
      cpSync(copy, data, { recursive: true });
    } else if (kind === 'cut') {
      const { till, core } = await start();
      await till.backUp('late');
      await core.stop();
      tamper(ledger, (db) =>
        db.exec('DELETE FROM ledger_event WHERE seq > (SELECT max(seq) - 1 FROM ledger_event)'),
      );
    } else if (kind === 'rewritten') tamper(ledger, rewrite);
    else if (what === 'another head outside')
      writeFileSync(headFile, readFileSync(headFile, 'utf8').replace(/"seq": \d+/, '"seq": 3'));
    else rmSync(headFile);

    if (kind !== 'head-unproven') {
      const verified = await verify();
      expect([verified.code, verified.stdout]).toEqual([
        1,
        expect.stringMatching(/\[(outside|figures|closing|signature)\]/),
      ]);
    }
    const { till, call, core } = await start();
    expect(differences(till)).toEqual([kind]);
    expect(till.notices.all().map((notice) => notice.code)).toContain(code);
    const dismissed = await call['session/dismiss-notice']({ id: code });
    expect(dismissed).toMatchObject({ error: { code: 'manager-needed' } });
    till.ledger.db.prepare('DELETE FROM notice').run();
    await core.stop();

    const again = await start();
    expect(differences(again.till), 'written once').toEqual([kind]);
    expect(
      again.till.notices.all().map((notice) => notice.code),
      'shown again',
    ).toContain(code);
    expect(await again.call['session/sign-notice']({ id: code, pin: MANAGER_PIN })).toMatchObject({
      ok: true,
    });
    await again.core.stop();
    const after = await start();
    expect(after.till.notices.all().map((notice) => notice.code)).not.toContain(code);
    const signed = after.till.ledger.log.since(0, 1000).filter(({ type }) => type === 'notice-signed');
    expect(signed).toMatchObject([{ body: { code }, actor: after.till.operators.byName('Rui')?.id }]);
  });

  it('reports a ledger that is begun anew although the machine knew another one', async () => {
    const { data, start, day, forget } = await shop();
    await day();
    rmSync(data, { recursive: true });
    forget();
    const { till } = await start();
    expect(differences(till)).toEqual(['rewritten']);
    expect(till.notices.all().map(({ code }) => code)).toEqual(['ledger-rewritten']);
  });

  it('is kept without a signature where no keychain is', async () => {
    const { headFile, start, day } = await shop(null);
    await day();
    expect(readFileSync(headFile, 'utf8')).not.toContain('signature');
    writeFileSync(headFile, readFileSync(headFile, 'utf8').replace(/"hash": "../, '"hash": "zz'));
    expect(differences((await start()).till)).toEqual(['rewritten']);
  });

  it('stops no start where it cannot be written', async () => {
    const { headFile, start } = await shop();
    rmSync(headFile, { force: true });
    rmSync(join(headFile, '..'), { recursive: true, force: true });
    writeFileSync(join(headFile, '..'), 'a file in the place of the folder');
    const { till } = await start();
    expect(till.notices.all().map(({ code }) => code)).toEqual(['ledger-head-unproven']);
    expect(existsSync(headFile)).toBe(false);
  });
});

describe('the signature of a closing', () => {
  it('is of the row on the paper, and the paper has the public key', async () => {
    const { start, day, verify, ledger } = await shop();
    await day();
    const { till, core } = await start();
    const [closing] = createClosingRepo(till.ledger.db).before(Number.MAX_SAFE_INTEGER, 1);
    if (closing === undefined) throw new Error('no closing');
    const slip = closingSlip(closing, till);
    const { publicKey } = createHeadSigner(SIGNING_KEY);
    expect(slip.document === 'closing' && slip.shift.head.key).toBe(publicKey);
    const row = till.ledger.log.since(closing.eventSeq, 3).find(({ type }) => type === 'head-signed');
    const head = { ledgerId: till.ledgerId, seq: closing.eventSeq, hash: closing.eventHash.toString('hex') };
    expect(row?.body).toMatchObject({ seq: head.seq, hash: head.hash, publicKey });
    const signature = String(row?.body['signature']);
    expect(isSignedBy(publicKey, head, signature)).toBe(true);
    expect(isSignedBy(publicKey, { ...head, seq: head.seq + 1 }, signature)).toBe(false);
    expect(isSignedBy('ab'.repeat(32), head, signature)).toBe(false);
    await core.stop();

    const groups = publicKey.match(/.{1,8}/g)?.join(' ') ?? '';
    const right = await verify('--key', groups);
    expect([right.code, right.stderr]).toEqual([0, '']);
    const wrong = await verify('--key', 'ab'.repeat(32));
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('[signature]')]);
    expect((await verify('--key', 'abc')).code).toBe(2);

    // Who can write the file can compute hashes, and has no key.
    tamper(ledger, (db) => {
      db.prepare(
        "UPDATE ledger_event SET body = json_set(body, '$.signature', 'AAAA') WHERE type = 'head-signed'",
      ).run();
      rewrite(db);
    });
    const forged = await verify();
    expect([forged.code, forged.stdout]).toEqual([1, expect.stringContaining('[signature]')]);
  });
});
