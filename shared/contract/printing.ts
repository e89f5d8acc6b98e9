import { z } from 'zod';
import { PRINT_REASONS } from '../domain/printer/print-reason.ts';
import { TRANSPORT_KINDS } from '../domain/printer/target.ts';
import { ChargeId, Instant } from './charge-view.ts';
import { method } from './define.ts';

const JobId = z.string().max(40);

const PrinterTarget = z.strictObject({
  kind: z.enum(TRANSPORT_KINDS),
  id: z.string().min(1).max(300),
  baudRate: z.int().positive().max(1_000_000).optional(),
});

/** A printer and how it is spoken to; profiles by their id. */
const PrinterSetup = z.strictObject({
  target: PrinterTarget,
  name: z.string().trim().min(1).max(80),
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

/** The printer as the cashier sees it; null where none was set up. */
export const PrinterView = z
  .object({
    name: z.string(),
    setup: PrinterSetup,
    automatic: z.boolean(),
    drawer: z.boolean(),
    /** `unknown`: nothing is known against it. */
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

/** A ticket of shared/domain/ticket as it goes to a screen. */
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

/** Paper: what is printed, what hangs in the middle, and the set-up of the printer. */
export const printing = {
  /** A slip about a charge. The QR's gives the charge ten minutes from now. */
  'printing/print': method({
    input: z.strictObject({ chargeId: ChargeId, slip: z.enum(['qr-slip', 'receipt', 'cancel']) }),
    output: slip,
    errors: PRINT_ERRORS,
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** A slip that stopped in the middle came out whole after all. */
  'printing/came-out': method({
    input: asked,
    output: slip,
    errors: ['not-found', 'not-held', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** It did not: another one, marked 2ª VIA if an earlier one may be on paper. Gives the id of the one that waits, if there is one. */
  'printing/reprint': method({
    input: asked,
    output: slip,
    errors: [...PRINT_ERRORS, 'not-held'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  'printing/discard': method({
    input: asked,
    output: slip,
    errors: ['not-found', 'not-held', 'storage-failed'],
    needs: { signedIn: 'sell' },
    roles: ['cashier'],
  }),
  /** All printers that can be found, of all kinds; and the kinds that could not be searched, with the reason. */
  'printing/discover': method({
    input: z.strictObject({}),
    output: z.object({
      printers: z.array(
        z.object({
          target: PrinterTarget,
          label: z.string(),
          place: z.string(),
          /** The profile to begin with, where its identity is known. */
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
   * What the paper says or would say: a printer's test page, a slip that was made, or one that a charge has or could have. A QR
   * slip comes without its QR, which could be paid from the screen.
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
  /** Prints the test page at once, whether or not this printer is the one that is set up. */
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
  /** Sets the printer up, or takes it away. The PIN is the manager's. */
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
