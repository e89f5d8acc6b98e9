import koffi from 'koffi';
import { runCommand } from '../run-command.ts';
import { attention, works, type Check } from './finding.ts';

const ABSENT =
  'não há: o Balcão pergunta antes de guardar as chaves da loja sem essa proteção. No Linux, instale gnome-keyring e entre de novo.';
/** The name of the Secret Service on the bus of the session, by which Electron reaches a keyring. */
const SECRETS = 'org.freedesktop.secrets';

/** Finds out whether the system encrypts for this account. Stores nothing. */
export const keychainCheck: Check = {
  name: 'Cofre de senhas',
  async run() {
    if (process.platform === 'darwin') return [attention('não é testado aqui. Veja em Ajustes, Conexão.')];
    const isThere = process.platform === 'win32' ? encryptsOnWindows() : await hasSecretService();
    return [isThere ? works('protege as chaves desta conta') : attention(ABSENT)];
  },
};

async function hasSecretService(): Promise<boolean> {
  const ask = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const { stdout } = await runCommand('dbus-send', [...ask, 'org.freedesktop.DBus.ListActivatableNames']);
  return stdout.includes(`"${SECRETS}"`);
}

/** Encrypts and decrypts a text with DPAPI, which Electron also uses (learn.microsoft.com/windows/win32/api/dpapi). */
function encryptsOnWindows(): boolean {
  koffi.struct('DATA_BLOB', { cbData: 'uint32', pbData: 'void *' });
  const crypt = koffi.load('crypt32.dll');
  const signature = (name: string, description: string): string =>
    `bool __stdcall ${name}(DATA_BLOB *in, ${description}, void *entropy, void *reserved, void *prompt, uint32 flags, _Out_ DATA_BLOB *out)`;
  const protect = crypt.func(signature('CryptProtectData', 'str16 description'));
  const unprotect = crypt.func(signature('CryptUnprotectData', 'void *description'));
  interface Blob {
    cbData: number;
    pbData: unknown;
  }
  const free = koffi.load('kernel32.dll').func('void *__stdcall LocalFree(void *memory)');
  const text = Buffer.from('Balcao');
  const sealed: Partial<Blob> = {};
  const opened: Partial<Blob> = {};
  try {
    if (protect({ cbData: text.length, pbData: text }, 'Balcao', null, null, null, 0, sealed) !== true)
      return false;
    if (unprotect(sealed, null, null, null, null, 0, opened) !== true) return false;
    const bytes = koffi.decode(opened.pbData, 'uint8', opened.cbData ?? 0) as number[];
    return Buffer.from(bytes).equals(text);
  } finally {
    for (const { pbData } of [sealed, opened]) if (pbData !== undefined) free(pbData);
  }
}
