import { startKeyring, type Keyring } from './start-keyring.ts';

/**
 * Runs something with a real keychain, and removes the keychain afterwards.
 *
 * @param use gets the environment of the program under test.
 */
export async function withKeyring<T>(use: (env: Keyring['env']) => Promise<T>): Promise<T> {
  const keyring = await startKeyring();
  try {
    return await use(keyring.env);
  } finally {
    await keyring.stop();
  }
}
