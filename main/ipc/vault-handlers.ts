import type { Credentials } from '../../shared/contract/main-port.ts';
import { oneAtATime } from '../../shared/kernel/one-at-a-time.ts';
import type { CoreClient } from '../../shared/rpc/client.ts';
import type { ControlInput, ControlReply } from '../../shared/rpc/bridge.ts';
import type { Vault } from '../vault/vault.ts';
import type { ControlHandlers } from './gate.ts';

type Names = 'vault/describe' | 'vault/test' | 'vault/save' | 'vault/remove' | 'vault/choose-training';
type Refusal<C extends string> = { readonly ok: false; readonly error: { code: C; message: string } };
/** The manager who signs a change of the keys, and the PIN. */
type KeySignature = ControlInput<'vault/remove'>;

const refusal = <C extends string>(code: C, message: string = code): Refusal<C> => ({
  ok: false,
  error: { code, message },
});

/**
 * Creates the handlers for the keys. New keys are tested at the gateway, written to a temporary file, taken by the core, and
 * then put in place. The core decides whether the manager's PIN is needed, and checks it.
 */
export function vaultHandlers(vault: Vault, core: () => CoreClient | null): Pick<ControlHandlers, Names> {
  // One change at a time, because two could leave different keys in the file and in the core.
  const inTurn = oneAtATime();

  const replace = async (
    next: Credentials | null,
    withoutKeychain: boolean,
    signed: KeySignature,
  ): Promise<ControlReply<'vault/save'>> => {
    const client = core();
    if (client === null) return refusal('core-restarted');
    const staged = vault.stage(next, withoutKeychain);
    if (!staged.ok) return refusal(staged.error);
    const used = await client.invoke('gateway/use', { credentials: next, ...signed });
    if (!used.ok) {
      staged.value.discard();
      return used;
    }
    const before = vault.credentials();
    const committed = staged.value.commit();
    if (committed.ok) return { ok: true, value: vault.describe() };
    // The core must use the keys that the next start reads.
    await core()?.invoke('gateway/use', { credentials: before, ...signed });
    return refusal('storage-failed');
  };

  /** Changes to training. The refusals of wrong keys are impossible, because training has no keys. */
  const withoutKeys = async (signed: KeySignature): Promise<ControlReply<'vault/remove'>> => {
    const reply = await replace(null, true, signed);
    if (reply.ok) return reply;
    const { code, message } = reply.error;
    switch (code) {
      case 'bad-url':
      case 'unreachable':
      case 'credentials-refused':
      case 'gateway-trouble':
      case 'no-keychain':
        return refusal('internal', message);
      default:
        return { ok: false, error: { ...reply.error, code } };
    }
  };

  const test = async (credentials: Credentials): Promise<ControlReply<'vault/test'>> =>
    (await core()?.invoke('gateway/test', credentials)) ?? refusal('core-restarted');

  return {
    'vault/describe': () => ({ ok: true, value: vault.describe() }),
    'vault/test': test,
    'vault/save': ({ credentials, withoutKeychain, ...signed }) =>
      inTurn(async () => {
        if (vault.describe().protection === 'none' && !withoutKeychain) return refusal('no-keychain');
        const tested = await test(credentials);
        return tested.ok ? replace(credentials, withoutKeychain, signed) : tested;
      }),
    'vault/remove': (signed) => inTurn(() => withoutKeys(signed)),
    'vault/choose-training': (signed) => inTurn(() => withoutKeys(signed)),
  };
}
