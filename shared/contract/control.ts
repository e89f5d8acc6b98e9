import { z } from 'zod';
import { GATEWAY_BASE_URLS } from '../domain/gateway/base-urls.ts';
import { CoreTrouble, FolderHolder } from './core-trouble.ts';
import { CREDENTIAL_ERRORS, Credentials, keySignature } from './main-port.ts';
import { method } from './define.ts';
import { PIN_ERRORS } from './needs.ts';
import { FileFormat, FileToken } from './exports.ts';

/** A monitor. */
export const DisplayView = z.object({
  /** Made from the monitor's description and not from its index, so it survives a restart and another port. */
  identity: z.string(),
  /** The number that `displays/identify` shows on it. Null while it is unplugged. */
  number: z.int().nullable(),
  label: z.string(),
  width: z.int(),
  height: z.int(),
  isPrimary: z.boolean(),
  isCustomer: z.boolean(),
  isPresent: z.boolean(),
});

/** How the cashier's window is shown. */
const WindowView = z.strictObject({ fullScreen: z.boolean() });

/** Whether the app opens with the computer. Null: a run from the sources, which no system can start. */
const StartupView = z.strictObject({ withComputer: z.boolean().nullable() });

/** The state of the vault. It contains no key. */
export const VaultView = z.object({
  /** What the system offers. `none`: it has no keychain, and a person must agree to store the keys. */
  protection: z.enum(['keychain', 'none']),
  stored: z.boolean(),
  baseUrl: z.string().nullable(),
  /** The last four characters of each key. No more of a key is ever shown. */
  accessKeyEnd: z.string().nullable(),
  secretKeyEnd: z.string().nullable(),
  clientIdEnd: z.string().nullable(),
  /** False until a person chose training or production. */
  chosen: z.boolean(),
  /**
   * True if keys are stored and cannot be read: another system account, a locked keychain, or unprotected keys on a system with a
   * keychain. The keys are not lost.
   */
  unreadable: z.boolean(),
  /** How the file protects its keys. Null if it has none, or is not a vault. */
  file: z.enum(['keychain', 'none']).nullable(),
});

/**
 * The gateways that a page can name. The addresses of the first two are in the program. `other` is the address that a person
 * allowed in main's dialog (`vault/allow-address`).
 */
export const GatewayName = z.enum(['production', 'staging', 'other']);

/** The addresses that are in the program. */
export const GATEWAY_ADDRESSES = GATEWAY_BASE_URLS;

/** The keys that a person typed, with the name of the gateway. A page sends no address with them. */
export const TypedKeys = Credentials.omit({ baseUrl: true }).extend({ gateway: GatewayName });

/**
 * The error codes of a test of keys. `connection-busy`: another test waits or runs. `trial-runtime`: this Electron gets no
 * security fixes, so it takes no keys of production.
 */
const TEST_ERRORS = [...CREDENTIAL_ERRORS, 'connection-busy', 'trial-runtime'] as const;

/** The control plane, from the cashier's window to main: windows, displays, the vault, quitting. It has no business rule. */
export const control = {
  /** Returns the monitors. */
  'displays/list': method({
    input: z.strictObject({}),
    output: z.array(DisplayView),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Shows on each monitor its number for a few seconds. */
  'displays/identify': method({
    input: z.strictObject({}),
    output: z.object({ shown: z.int() }),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Sets the monitor of the customer's window. */
  'displays/choose': method({
    input: z.strictObject({ identity: z.string().max(200) }),
    output: z.array(DisplayView),
    errors: ['not-found'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Returns the state of the vault. */
  'vault/describe': method({
    input: z.strictObject({}),
    output: VaultView,
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /**
   * Asks for an address of the gateway that is not in the program: the core checks it and the PIN of a manager, then a person
   * agrees in main's dialog, which shows it. The address counts as `other` until the app ends. Null: the person refused.
   */
  'vault/allow-address': method({
    input: z.strictObject({ address: Credentials.shape.baseUrl, ...keySignature }),
    output: z.object({ allowed: z.literal(true) }).nullable(),
    errors: ['bad-url', ...PIN_ERRORS, 'ledger-gone', 'storage-failed', 'connection-busy', 'trial-runtime'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Logs in with these credentials once. Stores nothing. Waits some seconds after the test before. */
  'vault/test': method({
    input: TypedKeys,
    output: z.object({ wallets: z.int() }),
    errors: TEST_ERRORS,
    needs: {},
    roles: ['cashier'],
  }),
  /** Tests, stores and uses these credentials. `withoutKeychain`: the person agreed to store them without a keychain. */
  'vault/save': method({
    input: z.strictObject({
      credentials: TypedKeys,
      withoutKeychain: z.boolean(),
      ...keySignature,
    }),
    output: VaultView,
    errors: [
      ...TEST_ERRORS,
      'no-keychain',
      ...PIN_ERRORS,
      'unsettled-charge',
      'ledger-gone',
      'storage-failed',
    ],
    needs: {},
    roles: ['cashier'],
  }),
  /** Removes the credentials. The till is in training then. */
  'vault/remove': method({
    input: z.strictObject(keySignature),
    output: VaultView,
    errors: [...PIN_ERRORS, 'unsettled-charge', 'ledger-gone', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Chooses training. */
  'vault/choose-training': method({
    input: z.strictObject(keySignature),
    output: VaultView,
    errors: [...PIN_ERRORS, 'unsettled-charge', 'ledger-gone', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Puts the Pix code of the charge on the screen on the clipboard. */
  'clipboard/copy': method({
    input: z.strictObject({ text: z.string().max(1000) }),
    output: z.object({ copied: z.literal(true) }),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /**
   * Asks a person in the system's dialog where to write a report, or the data of a charge. Null: the person cancelled. `mayReplace`: the person chose an
   * existing file and the dialog asked about it. The page then calls `report/start` with `replace`. If a file exists without
   * `mayReplace`, the page must ask.
   */
  'report/choose-file': method({
    input: z.strictObject({
      format: FileFormat,
      /** The name that the dialog suggests, without folder and extension. */
      name: z
        .string()
        .max(80)
        .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u),
    }),
    output: z.object({ file: FileToken, name: z.string(), mayReplace: z.boolean() }).nullable(),
    errors: ['not-writable', 'busy'],
    needs: {},
    roles: ['cashier'],
  }),
  /**
   * Shows a written report in its folder, in the file manager of the system. `file`: the token of `report/choose-file`.
   * `not-found`: the token is of another start of the app, or the file is no longer there.
   */
  'report/show-file': method({
    input: z.strictObject({ file: FileToken }),
    output: z.object({}),
    errors: ['not-found'],
    needs: {},
    roles: ['cashier'],
  }),
  /** Returns how the cashier's window is shown. */
  'window/describe': method({
    input: z.strictObject({}),
    output: WindowView,
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Shows the cashier's window over its whole monitor without a title bar, or as a window. Also at the next start. */
  'window/fill-screen': method({
    input: WindowView,
    output: WindowView,
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Returns whether the app opens when a person signs in to the computer. */
  'startup/describe': method({
    input: z.strictObject({}),
    output: StartupView,
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Sets whether the app opens when a person signs in to the computer, for this account. */
  'startup/set': method({
    input: z.strictObject({ withComputer: z.boolean() }),
    output: StartupView,
    errors: ['storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /**
   * Quits. Refuses while a charge waits for its operator, and asks with `app/quit-asked` while a shift is open. `confirmed`: the
   * person answered. The jobs of the outbox continue at the next start.
   */
  'app/quit': method({
    input: z.strictObject({ confirmed: z.literal(true).optional() }),
    output: z.object({ quitting: z.boolean() }),
    errors: ['unsettled-charge', 'shift-open'],
    needs: {},
    roles: ['cashier'],
  }),
} as const;

/** The events that main pushes to the cashier's window. */
export const CONTROL_EVENTS = {
  /** A person tried to quit or to close the window while a charge is not settled. The page shows the settle screen. */
  'app/quit-refused': z.object({ waitsForOperator: z.boolean(), cancelling: z.int() }),
  /** A person tried to quit while a shift is open, by its operator's name if a person opened it. The page asks. */
  'app/quit-asked': z.object({ operator: z.string().nullable() }),
  /** Quitting waits up to 10 s until cancels are confirmed. `leftMs` counts down. */
  'app/quitting': z.object({ cancelling: z.int(), leftMs: z.number() }),
  'displays/changed': z.array(DisplayView),
  /** `down`: the core ended and is restarted. `gave-up`: the core is not restarted any more, and a person must act. */
  'core/state': z.object({
    state: z.enum(['up', 'down', 'gave-up']),
    trouble: CoreTrouble.nullable(),
    /** The account whose till uses the data folder, if that is the trouble and it is known. */
    holder: FolderHolder.shape.account.nullable().optional(),
  }),
} as const;
