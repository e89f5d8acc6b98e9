import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The environment a till under test starts in: built, not inherited, so that the settings, the keychain and the
 * session bus of whoever runs the tests are out of its reach.
 *
 * @param home a folder of this test's own; created if missing.
 */
export async function tillEnvironment(home: string): Promise<Record<string, string>> {
  await mkdir(home, { recursive: true });
  return {
    PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    // As on a computer in Brazil: dates that Chromium draws are 21/11/2026.
    LANGUAGE: 'pt_BR',
    // No bus: without `startKeyring` there is no keychain. Chromium understands this word and stays quiet.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    LANG: 'C.UTF-8',
    TZ: 'America/Sao_Paulo',
    NO_AT_BRIDGE: '1',
  };
}

/** Where the home of a test's till lies: beside its data, inside the test's own output folder. */
export function homeBeside(dataDir: string): string {
  return join(dataDir, '..', 'home');
}
