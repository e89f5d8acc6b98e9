import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { refusedArguments } from '../../../../main/start/allowed-arguments.ts';
import { refuseStart } from '../../../../main/start/refuse-start.ts';
import { keptLogger } from '../../../support/log/kept-logger.ts';

const PERSON = 1000;
const ALLOWED = [
  '--language=pt-BR',
  '--language=en',
  '--ozone-platform=x11',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--password-store=gnome-libsecret',
  '--password-store=kwallet',
  '--password-store=kwallet5',
  '--password-store=kwallet6',
  '--updated',
];

test('what a till needs is accepted', () => {
  expect(refusedArguments(ALLOWED, PERSON)).toEqual([]);
  expect(refusedArguments([], PERSON)).toEqual([]);
});

test.each([
  '--remote-debugging-port=9445',
  '-remote-debugging-port=9445',
  '/remote-debugging-port=9445',
  '--REMOTE-DEBUGGING-PORT=9445',
  '--remote-debugging-port',
  '--remote-debugging-pipe',
  '--remote-allow-origins=*',
  '--inspect=0',
  '--js-flags=--expose-gc',
  '--user-data-dir=/tmp/other',
  '--data-dir=/tmp/other',
  '--proxy-server=127.0.0.1:8080',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--ignore-certificate-errors',
  '--no-sandbox',
  '--renderer-cmd-prefix=/tmp/program',
  '--password-store=basic',
  '--disable-gpu-sandbox',
  '--language=fr',
  '--ozone-platform=wayland',
  '--disable-gpu=\n--remote-debugging-port=1',
  '--',
  'x11',
  'https://example.com/',
  '',
])('%j is refused, alone and among accepted ones', (argument) => {
  expect(refusedArguments([argument], PERSON)).toEqual([argument]);
  expect(refusedArguments([...ALLOWED, argument], PERSON)).toEqual([argument]);
});

test('nothing but the accepted arguments passes, whatever it is made of', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom(...ALLOWED));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 3 }), (parts) => {
      const argument = parts.join('');
      fc.pre(!ALLOWED.includes(argument));
      expect(refusedArguments([argument], PERSON)).toEqual([argument]);
    }),
  );
});

test('root alone may leave the sandbox out, because Chromium has none for root', () => {
  expect(refusedArguments(['--no-sandbox'], 0)).toEqual([]);
  expect(refusedArguments(['--no-sandbox'], undefined)).toEqual(['--no-sandbox']);
  expect(refusedArguments(['--no-sandbox', '--remote-debugging-port=1'], 0)).toEqual([
    '--remote-debugging-port=1',
  ]);
});

test.each(['pt-BR', 'en'] as const)(
  'a refusal in %s names the arguments, is logged, and ends the app',
  (language) => {
    const log = keptLogger();
    const exit = vi.fn();
    const showErrorBox = vi.fn();
    const long = `--user-data-dir=/${'x'.repeat(500)}`;
    refuseStart(
      { exit },
      { showErrorBox },
      log.logger,
      { why: 'arguments', refused: ['--inspect', long] },
      { language },
    );
    expect(exit).toHaveBeenCalledWith(1);
    const [title, text] = showErrorBox.mock.calls[0] as [string, string];
    expect(title).toContain('Balcão');
    expect(text).toContain('--inspect\n--user-data-dir=/xxx');
    expect(text.length).toBeLessThan(500);
    expect(log.records[0]).toMatchObject({ event: 'start-refused', level: 'error' });
    expect(String(log.records[0]?.fields['what'])).toContain('--inspect --user-data-dir=/xxx');
  },
);

test.each(['node-not-read', 'node-changed'] as const)('a file of the program: %s', (why) => {
  const log = keptLogger();
  const exit = vi.fn();
  const showErrorBox = vi.fn();
  const refusal = { why, file: '/opt/Balcão/resources/node' };
  refuseStart({ exit }, { showErrorBox }, log.logger, refusal, { language: 'pt-BR' });
  expect(exit).toHaveBeenCalledWith(1);
  expect(showErrorBox.mock.calls[0]?.[1]).toContain('/opt/Balcão/resources/node');
  expect(showErrorBox.mock.calls[0]?.[1]).toContain('Instale o Balcão de novo');
});

test.each(['pt-BR', 'en'] as const)(
  'keys of production on an Electron without fixes: said in %s',
  (language) => {
    const log = keptLogger();
    const exit = vi.fn();
    const showErrorBox = vi.fn();
    const refusal = { why: 'trial-runtime', electron: '33.2.1' } as const;
    refuseStart({ exit }, { showErrorBox }, log.logger, refusal, { language });
    expect(exit).toHaveBeenCalledWith(1);
    expect(showErrorBox.mock.calls[0]?.[1]).toContain('Electron 33.2.1');
    expect(log.records[0]?.fields).toEqual({ why: 'trial-runtime', what: '33.2.1' });
  },
);
