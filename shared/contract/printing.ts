import { z } from 'zod';
import { PRINT_REASONS } from '../domain/printer/print-reason.ts';
import { TRANSPORT_KINDS } from '../domain/printer/target.ts';
import { ChargeId, Instant } from './charge-view.ts';
import { method } from './define.ts';
import { plainText } from './plain-text.ts';

const JobId = z.string().max(40);

const PrinterTarget = z.strictObject({
  kind: z.enum(TRANSPORT_KINDS),
  id: z.string().min(1).max(300),
  baudRate: z.int().positive().max(1_000_000).optional(),
});

/** A printer and its settings. `profile` is the id of a profile. */
const PrinterSetup = z.strictObject({
  target: PrinterTarget,
  name: plainText(80).trim().min(1),
  profile: z.string().max(40),
  encoder: z.enum(['pos', 'escpos']),
});

const PrintReason = z.enum(PRINT_REASONS);

const SlipView = z.object({
  id: z.string(),
  document: z.enum(['qr-slip', 'receipt', 'cancel', 'late', 'refund', 'closing', 'test']),
  copy: z.boolean(),
  state: z.enum(['queued', 'sending', 'held', 'unknown']),
  reason: PrintReason.nullable(),
  amount: z.int().nullable(),
  at: Instant,
});

/** The printer in the cashier's window. Null if none is set up. */
export const PrinterView = z
  .object({
    name: z.string(),
    setup: PrinterSetup,
    automatic: z.boolean(),
    drawer: z.boolean(),
    /** `unknown`: the printer reports no state, and no trouble is known. */
    state: z.enum(['ready', 'near-end', 'paper-out', 'cover-open', 'offline', 'unreachable', 'unknown']),
    reason: PrintReason.nullable(),
    slips: z.array(SlipView),
  })
  .nullable();

const slip = z.object({ id: z.string() });
const asked = z.strictObject({ id: JobId });
const PRINT_ERRORS = [
  'not-found',
  'no-printer',
  'not-printable',
  'paper-out',
  'unfit-slip',
  'storage-failed',
] as const;

/** A ticket of shared/domain/ticket in the shape for a screen. */
const TicketView = z.object({
  columns: z.literal([32, 42, 48]),
  items: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('line'),
        text: z.string(),
        align: z.enum(['left', 'center', 'right']),
        bold: z.boolean(),
        size: z.literal([1, 2]),
        inverse: z.boolean(),
      }),
      z.object({ kind: z.literal('qr'), data: z.string(), form: z.enum(['profile', 'native', 'raster']) }),
      z.object({ kind: z.literal('withheld-qr') }),
      z.object({ kind: z.literal('barcode'), data: z.string() }),
      z.object({ kind: z.literal('feed'), lines: z.int() }),
      z.object({ kind: z.literal('cut') }),
    ]),
  ),
});

/** Slips, print jobs in doubt, and the set-up of the printer. */
export const printing = {
  /** Queues a slip of a charge. A QR slip extends the charge to ten minutes from now. */
  'printing/print': method({
    input: z.strictObject({ chargeId: ChargeId, slip: z.enum(['qr-slip', 'receipt', 'cancel']) }),
    output: slip,
    errors: PRINT_ERRORS,
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Marks a held or unknown slip as delivered: a person says that it is on paper. */
  'printing/came-out': method({
    input: asked,
    output: slip,
    errors: ['not-found', 'not-held', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /**
   * Cancels a held or unknown slip and queues it again, marked 2ª VIA if an earlier one may be on paper. If the same slip waits
   * already, returns its id.
   */
  'printing/reprint': method({
    input: asked,
    output: slip,
    errors: [...PRINT_ERRORS, 'not-held'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Cancels a held or unknown slip. */
  'printing/discard': method({
    input: asked,
    output: slip,
    errors: ['not-found', 'not-held', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Searches for printers of all kinds. `unsearched` are the kinds that could not be searched, with the reason. */
  'printing/discover': method({
    input: z.strictObject({}),
    output: z.object({
      printers: z.array(
        z.object({
          target: PrinterTarget,
          label: z.string(),
          place: z.string(),
          /** The suggested profile, or null if the printer is not known. */
          profile: z.string().nullable(),
          problem: PrintReason.nullable(),
        }),
      ),
      profiles: z.array(z.object({ id: z.string(), name: z.string(), columns: z.int() })),
      unsearched: z.array(
        z.object({ kind: z.enum(TRANSPORT_KINDS), reason: PrintReason, detail: z.string() }),
      ),
    }),
    errors: [],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /**
   * Returns the content of a printer's test page, of a slip that was made, or of one that a charge has or could have. Leaves out
   * the QR of a QR slip, which could be paid from the screen.
   */
  'printing/preview': method({
    input: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('test'), profile: z.string().max(40) }),
      z.strictObject({ of: z.literal('job'), id: JobId }),
      z.strictObject({
        of: z.literal('charge'),
        chargeId: ChargeId,
        slip: z.enum(['qr-slip', 'receipt', 'cancel']),
      }),
    ]),
    output: TicketView,
    errors: ['not-found', 'not-printable', 'unknown-profile'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Prints the test page at once. The printer does not have to be the one that is set up. */
  'printing/test-page': method({
    input: z.strictObject({ setup: PrinterSetup }),
    output: z.object({
      outcome: z.enum(['delivered', 'not-started', 'partial']),
      reason: PrintReason.nullable(),
    }),
    errors: ['unknown-profile', 'unfit-slip'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** Sets up the printer, or removes it. Needs the PIN of a manager. */
  'printing/configure': method({
    input: z.strictObject({
      setup: PrinterSetup.nullable(),
      automatic: z.boolean(),
      drawer: z.boolean(),
      managerPin: z.string().regex(/^\d{4,12}$/),
    }),
    output: z.object({ done: z.literal(true) }),
    errors: ['unknown-profile', 'storage-failed'],
    needs: { pin: 'configure' },
    roles: ['cashier'],
  }),
} as const;
