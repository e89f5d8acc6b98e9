import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { autostartEntry, loginItem } from '../../../../main/lifecycle/start-with-computer.ts';
import { isWindows, notOnWindows } from '../../../support/windows/not-on-windows.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balcao-autostart-'));
  file = join(folder, 'autostart', 'balcao.desktop');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('is off until a person switches it on, and off again without a trace', () => {
  const startup = autostartEntry(file, ['/opt/Balcão/balcao']);
  expect(startup.isOn()).toBe(false);
  startup.set(true);
  expect(startup.isOn()).toBe(true);
  startup.set(false);
  expect(startup.isOn()).toBe(false);
  expect(existsSync(file)).toBe(false);
  startup.set(false);
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is off if the desktop wrote %s', (line) => {
  const startup = autostartEntry(file, ['/opt/Balcão/balcao']);
  startup.set(true);
  appendFileSync(file, `${line}\n`);
  expect(startup.isOn()).toBe(false);
  startup.set(true);
  expect(startup.isOn()).toBe(true);
});

test.skipIf(isWindows)(
  `names the program so that a desktop reads the very path${notOnWindows('shell')}`,
  () => {
    const command = ['/opt/Bal cão/$HOME `x` "y" \\n/balcao', '--ozone-platform=x11', '100%'];
    autostartEntry(file, command).set(true);
    const line = /^Exec=(.*)$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    // A desktop undoes the escapes of the file's strings, then the quotes as a shell does, then the codes with %.
    const unescaped = line.replaceAll('\\\\', '\\');
    const read = execFileSync('/bin/sh', ['-c', `printf '%s\\n' ${unescaped}`], { encoding: 'utf8' });
    expect(read.replaceAll('%%', '%').trimEnd().split('\n')).toEqual(command);
  },
);

test('on Windows and macOS it is the list of the system', () => {
  let openAtLogin = false;
  const startup = loginItem({
    getLoginItemSettings: () => ({ openAtLogin }) as ReturnType<Electron.App['getLoginItemSettings']>,
    setLoginItemSettings: (settings) => void (openAtLogin = settings.openAtLogin ?? false),
  });
  startup.set(true);
  expect([startup.isOn(), openAtLogin]).toEqual([true, true]);
});
