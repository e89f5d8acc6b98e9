import type { z } from 'zod';
import type { VaultView as Schema } from '../../shared/contract/control.ts';
import type { Credentials } from '../../shared/contract/main-port.ts';

export type VaultView = z.infer<typeof Schema>;

export interface VaultState {
  readonly credentials: Credentials | null;
  readonly chosen: boolean;
  readonly unreadable: boolean;
  readonly protection: 'keychain' | 'none';
  readonly file: 'keychain' | 'none' | null;
}

/** Returns everything that a window may know of the keys. */
export function describe({ credentials, chosen, unreadable, protection, file }: VaultState): VaultView {
  return {
    protection,
    stored: credentials !== null,
    baseUrl: credentials?.baseUrl ?? null,
    accessKeyEnd: end(credentials?.accessKey),
    secretKeyEnd: end(credentials?.secretKey),
    clientIdEnd: end(credentials?.clientId),
    chosen,
    unreadable,
    file,
  };
}

/** Returns the last four characters. Null for a short key: four of eight would be half of it. */
function end(key: string | undefined): string | null {
  if (key === undefined) return null;
  return key.length > 12 ? key.slice(-4) : '';
}
