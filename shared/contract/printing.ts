import { z } from 'zod';
import { PRINT_REASONS } from '../domain/printer/print-reason.ts';
import { SEARCH_TROUBLES } from '../domain/printer/search-trouble.ts';
import { TRANSPORT_KINDS } from '../domain/printer/target.ts';
import { ChargeId, Instant } from './charge-view.ts';
import { method } from './define.ts';

/** An id in letters, digits and hyphens. It cannot be a path or an address. */
const Id = z.string().regex(/^[0-9A-Za-z-]{1,40}$/);

/** The token of a printer that the core found, or of an address that a manager typed. A page never names where to print. */
const PrinterToken = z.string().regex(/^[0-9A-Z]{26}$/);

/** A printer and its settings. `profile` is the id of a profile. */
const PrinterSetup = z.strictObject({
  printer: PrinterToken,
  profile: Id,
  encoder: z.enum(['pos', 'escpos']),
});

const PrintReason = z.enum(PRINT_REASONS);

/** A printer that can be set up. */
const FoundPrinter = z.object({
  printer: PrinterToken,
  kind: z.enum(TRANSPORT_KINDS),
  label: z.string(),
  place: z.string(),
  /** True for a serial port at which no known printer is plugged in. Another device can be there, or none. */
  isBarePort: z.boolean(),
  /** The suggested profile. */
  profile: z.string(),
  problem: PrintReason.nullable(),
  /** The text of the system about the problem, for support. */
  detail: z.string().nullable(),
});

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
    /** The address of a network printer, `192.168.0.50`. Null for another printer. */
    address: z.string().nullable(),
    automatic: z.boolean(),
    drawer: z.boolean(),
    /** `unknown`: the printer reports no state, and no trouble is known. */
    state: z.enum(['ready', 'near-end', 'paper-out', 'cover-open', 'offline', 'unreachable', 'unknown']),
    reason: PrintReason.nullable(),
    slips: z.array(SlipView),
  })
  .nullable();

const slip = z.object({ id: z.string() });
const asked = z.strictObject({ id: Id });
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
  /**
   * Searches for printers of all kinds. `unsearched` are the kinds that could not be searched. `detail` is the text of the system,
   * for support.
   */
  'printing/discover': method({
    input: z.strictObject({}),
    output: z.object({
      printers: z.array(FoundPrinter),
      profiles: z.array(z.object({ id: z.string(), name: z.string(), columns: z.int() })),
      unsearched: z.array(
        z.object({ kind: z.enum(TRANSPORT_KINDS), trouble: z.enum(SEARCH_TROUBLES), detail: z.string() }),
      ),
    }),
    errors: [],
    needs: { manager: 'configure' },
    roles: ['manager'],
  }),
  /**
   * Returns the network printer at an address that a person typed. It must be an IP address inside the shop: private, link-local
   * or of this machine, on port 9100. Connects to nothing.
   */
  'printing/find-at': method({
    input: z.strictObject({ address: z.string().max(80) }),
    output: FoundPrinter,
    errors: ['not-an-address', 'public-address', 'other-port'],
    needs: { manager: 'configure' },
    roles: ['manager'],
  }),
  /**
   * Returns the content of a printer's test page, of a slip that was made, or of one that a charge has or could have. Leaves out
   * the QR of a QR slip, which could be paid from the screen.
   */
  'printing/preview': method({
    input: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('test'), profile: Id }),
      z.strictObject({ of: z.literal('job'), id: Id }),
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
  /**
   * Prints the test page at once. The printer does not have to be the one that is set up. `confirmed`: the printer answered after
   * the last byte that it can print. `sent`: it took the bytes and answered nothing, so nothing may be on paper.
   */
  'printing/test-page': method({
    input: z.strictObject({ setup: PrinterSetup }),
    output: z.object({
      outcome: z.enum(['confirmed', 'sent', 'not-started', 'partial']),
      reason: PrintReason.nullable(),
      /** The text of the system about the reason, for support. */
      detail: z.string().nullable(),
    }),
    errors: ['unknown-printer', 'unknown-profile', 'unfit-slip'],
    needs: { manager: 'configure' },
    roles: ['manager'],
  }),
  /** Sets up the printer, or removes it. */
  'printing/configure': method({
    input: z.strictObject({
      setup: PrinterSetup.nullable(),
      automatic: z.boolean(),
      drawer: z.boolean(),
    }),
    output: z.object({ done: z.literal(true) }),
    errors: ['unknown-printer', 'unknown-profile', 'storage-failed'],
    needs: { manager: 'configure' },
    roles: ['manager'],
  }),
} as const;
