import { z } from 'zod';
import { CoreTrouble } from './core-trouble.ts';
import { CREDENTIAL_ERRORS, Credentials, ManagerPin } from './main-port.ts';
import { method } from './define.ts';
import { FileToken, ReportFormat } from './exports.ts';

export const DisplayView = z.object({
  /** Stable across restarts and replugging: made of what the monitor says of itself, not of its index. */
  identity: z.string(),
  label: z.string(),
  width: z.int(),
  height: z.int(),
  isPrimary: z.boolean(),
  isCustomer: z.boolean(),
  isPresent: z.boolean(),
});

export const VaultView = z.object({
  /** `keychain`: encrypted by the system. `none`: the system has no keychain, and storing needs a yes. */
  protection: z.enum(['keychain', 'none']),
  stored: z.boolean(),
  baseUrl: z.string().nullable(),
  /** The last four characters of each, all that is ever shown. */
  accessKeyEnd: z.string().nullable(),
  secretKeyEnd: z.string().nullable(),
  clientIdEnd: z.string().nullable(),
  /** False until training or connection was chosen once. */
  chosen: z.boolean(),
  /** Keys are stored and could not be read: another system account, or a keychain that is locked. Nothing was lost. */
  unreadable: z.boolean(),
});

/** Control plane, cashier's window to main: windows, displays, the vault, quitting. Few, and none is a business rule. */
export const control = {
  'displays/list': method({
    input: z.strictObject({}),
    output: z.array(DisplayView),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /** Shows each screen's number on it for a few seconds: which screen is which. */
  'displays/identify': method({
    input: z.strictObject({}),
    output: z.object({ shown: z.int() }),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  'displays/choose': method({
    input: z.strictObject({ identity: z.string().max(200) }),
    output: z.array(DisplayView),
    errors: ['not-found'],
    needs: {},
    roles: ['cashier'],
  }),
  'vault/describe': method({
    input: z.strictObject({}),
    output: VaultView,
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  'vault/test': method({
    input: Credentials,
    output: z.object({ wallets: z.int() }),
    errors: CREDENTIAL_ERRORS,
    needs: {},
    roles: ['cashier'],
  }),
  /** Tests, stores and uses them. `withoutKeychain` is the person's yes where the system has no keychain. */
  'vault/save': method({
    input: z.strictObject({
      credentials: Credentials,
      withoutKeychain: z.boolean(),
      managerPin: ManagerPin,
    }),
    output: VaultView,
    errors: [...CREDENTIAL_ERRORS, 'no-keychain', 'wrong-pin', 'wait', 'unsettled-charge', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  'vault/remove': method({
    input: z.strictObject({ managerPin: ManagerPin }),
    output: VaultView,
    errors: ['wrong-pin', 'wait', 'unsettled-charge', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  'vault/choose-training': method({
    input: z.strictObject({ managerPin: ManagerPin }),
    output: VaultView,
    errors: ['wrong-pin', 'wait', 'unsettled-charge', 'storage-failed'],
    needs: {},
    roles: ['cashier'],
  }),
  /** The Pix code of the charge on screen, put on the clipboard by main. */
  'clipboard/copy': method({
    input: z.strictObject({ text: z.string().max(1000) }),
    output: z.object({ copied: z.literal(true) }),
    errors: [],
    needs: {},
    roles: ['cashier'],
  }),
  /**
   * Asks a person where a report is to be written, in the system's own dialog. Null: they thought better of it.
   * `mayReplace`: they chose a file that is there, and the dialog asked them; `report/start` is told so with `replace`. A
   * file that is there without it was never asked about, and the page has to.
   */
  'report/choose-file': method({
    input: z.strictObject({
      format: ReportFormat,
      /** What the dialog suggests, without folder and ending. */
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
  /** Quits. Refused while a charge waits for its operator; what only the machine owes goes on at the next start. */
  'app/quit': method({
    input: z.strictObject({}),
    output: z.object({ quitting: z.boolean() }),
    errors: ['unsettled-charge'],
    needs: {},
    roles: ['cashier'],
  }),
} as const;

/** Pushed by main to the cashier's window. */
export const CONTROL_EVENTS = {
  /** Somebody tried to quit or to close the window while a charge is unsettled: show the settle screen. */
  'app/quit-refused': z.object({ waitsForOperator: z.boolean(), cancelling: z.int() }),
  /** Quitting waits up to 10 s for cancels to be certain; `leftMs` counts down. */
  'app/quitting': z.object({ cancelling: z.int(), leftMs: z.number() }),
  'displays/changed': z.array(DisplayView),
  /** `down`: the core died and is being restarted; `gave-up`: it keeps dying, and a person must act. */
  'core/state': z.object({ state: z.enum(['up', 'down', 'gave-up']), trouble: CoreTrouble.nullable() }),
} as const;
