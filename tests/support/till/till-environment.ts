import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Returns the environment of a till under test. It is built and not inherited, so the till cannot reach the settings, the
 * keychain and the session bus of the person who runs the tests.
 *
 * @param home a folder for this test. Created if it is missing.
 */
export async function tillEnvironment(home: string): Promise<Record<string, string>> {
  await mkdir(home, { recursive: true });
  return {
    PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    // As on a computer in Brazil: Chromium writes dates as 21/11/2026.
    LANGUAGE: 'pt_BR',
    // Without `startKeyring` there is no keychain. With this word Chromium reports nothing.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    LANG: 'C.UTF-8',
    TZ: 'America/Sao_Paulo',
    NO_AT_BRIDGE: '1',
  };
}

/** Returns the home of a test's till: beside its data, in the test's output folder. */
export function homeBeside(dataDir: string): string {
  return join(dataDir, '..', 'home');
}
