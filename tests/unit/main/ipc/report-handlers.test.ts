import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import { expect, it, onTestFinished } from 'vitest';
import { reportHandlers } from '../../../../main/ipc/report-handlers.ts';
import type { CoreClient } from '../../../../shared/rpc/client.ts';

function setUp(chosen: string | null, exists = false) {
  const asked: SaveDialogOptions[] = [];
  const told: unknown[] = [];
  const shown: string[] = [];
  const answer = Promise.withResolvers<string | null>();
  const invoke = (method: string, input: unknown) => {
    told.push([method, input]);
    return Promise.resolve({ ok: true, value: { file: 'TOKEN', name: 'x', exists } });
  };
  const dialogs = {
    folder: () => '/home/shop/Documentos',
    show: (path: string) => void shown.push(path),
    ask: (options: SaveDialogOptions) => {
      asked.push(options);
      return answer.promise;
    },
  };
  const handlers = reportHandlers(dialogs, () => ({ invoke }) as unknown as CoreClient);
  return {
    asked,
    told,
    shown,
    choose: handlers['report/choose-file'],
    show: handlers['report/show-file'],
    answer: () => answer.resolve(chosen),
  };
}

it('asks in the system’s dialog, tells the core alone the path, and gives the page a token', async () => {
  const { asked, told, choose, answer } = setUp('/media/stick/vendas');
  const reply = choose({ format: 'xlsx', name: 'vendas-2026-11' });
  answer();
  expect(await reply).toEqual({ ok: true, value: { file: 'TOKEN', name: 'x', mayReplace: false } });
  expect(told).toEqual([['report/allow-file', { path: '/media/stick/vendas.xlsx', format: 'xlsx' }]]);
  expect(asked[0]?.defaultPath).toBe(join('/home/shop/Documentos', 'vendas-2026-11.xlsx'));
  expect(asked[0]?.properties).toContain('showOverwriteConfirmation');
});

it.each([
  ['the dialog asked about the very file', 'vendas.xlsx', 'vendas.xlsx', true],
  ['the ending was added after it had asked', 'vendas.xlsx', 'vendas', false],
  ['the file came after it had asked', null, 'vendas.xlsx', false],
])('a file that is there may be replaced only where %s: %s, %s', async (_, standing, typed, mayReplace) => {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-choose-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (standing !== null) writeFileSync(join(folder, standing), 'mine');
  const { choose, answer } = setUp(join(folder, typed), true);
  const reply = choose({ format: 'xlsx', name: 'vendas' });
  answer();
  expect(await reply).toMatchObject({ ok: true, value: { mayReplace } });
});

it('says nothing to anybody when the person thinks better of it', async () => {
  const { told, choose, answer } = setUp(null);
  answer();
  expect(await choose({ format: 'csv', name: 'vendas' })).toEqual({ ok: true, value: null });
  expect(told).toEqual([]);
});

it('opens one dialog at a time', async () => {
  const { asked, choose, answer } = setUp(null);
  const first = choose({ format: 'csv', name: 'vendas' });
  expect(await choose({ format: 'csv', name: 'vendas' })).toMatchObject({
    ok: false,
    error: { code: 'busy' },
  });
  answer();
  await first;
  expect(asked.length).toBe(1);
});

it('shows a chosen file in its folder, and no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balcao-show-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'vendas.xlsx');
  const { shown, choose, show, answer } = setUp(path);
  const reply = choose({ format: 'xlsx', name: 'vendas' });
  answer();
  await reply;
  expect(await show({ file: 'TOKEN' }), 'not written yet').toMatchObject({ error: { code: 'not-found' } });
  writeFileSync(path, 'rows');
  expect(await show({ file: 'TOKEN' })).toEqual({ ok: true, value: {} });
  expect(await show({ file: 'OTHER' })).toMatchObject({ error: { code: 'not-found' } });
  expect(shown).toEqual([path]);
});
