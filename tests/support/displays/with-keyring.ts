import { startKeyring, type Keyring } from './start-keyring.ts';

/**
 * Runs something where a real keychain is at hand, and takes the keychain away afterwards.
 *
 * @param use gets the environment to start the program under test with.
 */
export async function withKeyring<T>(use: (env: Keyring['env']) => Promise<T>): Promise<T> {
  const keyring = await startKeyring();
  try {
    return await use(keyring.env);
  } finally {
    await keyring.stop();
  }
}
