import type { Credentials } from '../../../shared/contract/main-port.ts';
import { owesGateway } from '../../../shared/domain/charge/owing.ts';
import type { By, Via } from '../../../shared/domain/ledger-event/by.ts';
import type { KeyChange } from '../../../shared/domain/ledger-event/till-event.ts';
import { ACTORS } from '../../../shared/domain/people/actors.ts';
import type { TillMode } from '../../../shared/domain/till/identity.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { recordKeyChange } from '../directory/gateway-keys.ts';
import { askManager, type Signature, type SignatureError } from '../directory/people/ask-manager.ts';
import { checkBaseUrl } from '../gateway/base-urls.ts';
import type { GatewayFailure } from '../gateway/port.ts';
import type { StorageErrorCode } from '../ledger/storage-error.ts';
import type { Core } from '../till/core.ts';
import type { Till } from '../till/till.ts';
import { signNotice } from './settings.ts';

/** Why credentials do not work. `detail` is for the log and for support. */
interface BadKeys {
  readonly code: 'bad-url' | 'unreachable' | 'credentials-refused' | 'gateway-trouble';
  readonly detail: string;
}

/** Logs in once with these credentials and counts the wallets. Stores nothing. */
export async function testKeys(
  core: Pick<Core, 'gatewayOf'>,
  credentials: Credentials,
): Promise<Result<{ wallets: number }, BadKeys>> {
  const baseUrl = checkBaseUrl(credentials.baseUrl);
  if (!baseUrl.ok) return err({ code: 'bad-url', detail: baseUrl.error });
  const gateway = core.gatewayOf(baseUrl.value, credentials);
  const login = await gateway.login();
  const listed = login.ok ? await gateway.wallets() : login;
  if (listed.ok) return ok({ wallets: listed.value.length });
  return err({ code: codeOf(listed.error), detail: listed.error.kind });
}

function codeOf(failure: GatewayFailure): BadKeys['code'] {
  if (failure.kind === 'unreachable') return 'unreachable';
  const isRefused =
    failure.kind === 'refused' && (failure.reason === 'credentials' || failure.reason === 'permission');
  return isRefused ? 'credentials-refused' : 'gateway-trouble';
}

type AddressError =
  SignatureError | { readonly code: 'bad-url' | 'ledger-gone' | 'storage-failed'; readonly detail: string };
type ChangeError = AddressError | { readonly code: 'unsettled-charge' };

/**
 * Checks an address to which a person wants to send credentials. Returns it as it will be used.
 *
 * @param signature the PIN of a manager of production, and who it is. Required once production has a manager.
 */
export function checkAddress(
  core: Pick<Core, 'till' | 'production' | 'alone'>,
  via: Via,
  address: string,
  signature: Signature,
): Promise<Result<string, AddressError>> {
  return core.alone(async () => {
    const checked = checkBaseUrl(address);
    if (!checked.ok) return err({ code: 'bad-url', detail: checked.error });
    // Without a ledger of production there is no manager. Nothing is created for a question.
    if (!core.production.exists()) return checked;
    const signed = await signForKeys(core, via, true, signature);
    if (!signed.ok) return signed;
    signed.value.close();
    return checked;
  });
}

/** What a part of the core must offer to change the credentials. */
type KeysCore = Pick<Core, 'till' | 'production' | 'credentials' | 'alone' | 'openWith' | 'modeChosen'>;

/**
 * Closes the till and opens the till of these credentials. Null opens training. Refuses with `unsettled-charge` while an order may
 * need the present credentials.
 *
 * @param signature the PIN of a manager of production, and who it is. Required once production has a manager.
 */
export function changeKeys(
  core: KeysCore,
  via: Via,
  { credentials, signature }: { readonly credentials: Credentials | null; readonly signature: Signature },
): Promise<Result<TillMode, ChangeError>> {
  return core.alone(async () => {
    const checked = credentials === null ? ok(null) : withCheckedUrl(credentials);
    if (!checked.ok) return checked;
    const next = checked.value;
    const mode = next === null ? 'training' : 'production';
    const signed = await signForKeys(core, via, next !== null, signature);
    if (!signed.ok) return signed;
    const stays = next === null && core.till().identity.mode === 'training';
    try {
      // An order can be cancelled only with the credentials that made it. Checked after the PIN, because checking a PIN takes
      // time in which a charge can begin.
      if (!stays && core.till().ledger.charges.unresolved().some(owesGateway))
        return err({ code: 'unsettled-charge' });
      // Recorded before the change, so that each change is in the diary. An entry without a change does no harm.
      signed.value.record(changeTo(next, core.till().identity.mode), next);
    } finally {
      signed.value.close();
    }
    if (stays) {
      core.modeChosen();
      return ok(mode);
    }
    const opened = await core.openWith(next);
    if (opened.ok) return ok(mode);
    const { identity, ledger } = core.till();
    if (identity.mode === 'production') recordKeyChange(ledger, 'kept', core.credentials(), signed.value.by);
    return err(notOpened(opened.error));
  });
}

function withCheckedUrl(
  credentials: Credentials,
): Result<Credentials, { readonly code: 'bad-url'; readonly detail: string }> {
  const baseUrl = checkBaseUrl(credentials.baseUrl);
  return baseUrl.ok
    ? ok({ ...credentials, baseUrl: baseUrl.value })
    : err({ code: 'bad-url', detail: baseUrl.error });
}

function notOpened(error: StorageErrorCode): AddressError {
  return { code: error === 'ledger-gone' ? error : 'storage-failed', detail: error };
}

function changeTo(next: Credentials | null, present: TillMode): KeyChange {
  if (next === null) return 'removed';
  return present === 'training' ? 'connected' : 'replaced';
}

/** The permission to change the credentials, given by a person who may. */
interface KeySignature {
  readonly by: By;
  /** Writes the change into the diary of production. Throws if the disk does not accept the write. */
  record(change: KeyChange, credentials: Credentials | null): void;
  /** Closes the ledger that was opened to check the PIN. Must be called once, also if the change fails. */
  close(): void;
}

/**
 * Checks the PIN of a manager of production, also while the till is in training, because the PINs of training are public. If
 * production has no manager yet, no PIN is needed. If production has no ledger and no credentials are set, nothing is
 * checked. Fails with `wrong-pin` or `wait`, or with `storage-failed` if production's ledger cannot be opened.
 *
 * @param keysCome true if new credentials are set.
 */
async function signForKeys(
  { till, production }: Pick<Core, 'till' | 'production'>,
  via: Via,
  keysCome: boolean,
  signature: Signature,
): Promise<Result<KeySignature, AddressError>> {
  if (till().identity.mode === 'training' && !keysCome && !production.exists() && !production.isKnown())
    return ok({ by: { actor: ACTORS.firstRun, via }, record: () => undefined, close: () => undefined });
  const books = production.open();
  if (!books.ok) return err(notOpened(books.error));
  const { ledger, operators, close } = books.value;
  try {
    const asked = await askManager(operators, 'configure', signature, via);
    if (!asked.ok) {
      close();
      return asked;
    }
    const by = { actor: asked.value, via };
    return ok({ by, close, record: (change, keys) => recordKeyChange(ledger, change, keys, by) });
  } catch (error) {
    close();
    throw error;
  }
}

/** Confirms the keys in use, which changed outside Balcão, signed by a manager of this ledger. */
export async function confirmKeys(
  till: Till,
  via: Via,
  signature: Signature,
): Promise<Result<void, SignatureError>> {
  const asked = await askManager(till.operators, 'sign-notice', signature, via);
  if (!asked.ok) return asked;
  signNotice(till, { actor: asked.value, via }, 'keys-changed-outside');
  return ok(undefined);
}
