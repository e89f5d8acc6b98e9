import { paidCharge } from '../../../build/run/ticket/sample.ts';
import type { TillView } from '../../../shared/contract/views.ts';
import { buildTicket } from '../../../shared/domain/ticket/build-ticket.ts';
import type { TicketRequest } from '../../../shared/domain/ticket/context.ts';
import { withholdQrs } from '../../../shared/domain/ticket/ticket.ts';
import { epochMs } from '../../../shared/kernel/time.ts';
import { charge, MINUTE, NOW, paid } from './charges.ts';
import type { CashierScene, Replies } from './scene.ts';
import { tillView } from './till-view.ts';

type Printer = NonNullable<TillView['printer']>;
type Slip = Printer['slips'][number];

export const printer = (patch: Partial<Printer> = {}): Printer => ({
  name: 'EPSON TM-T20X',
  address: null,
  automatic: true,
  drawer: false,
  state: 'ready',
  reason: null,
  slips: [],
  ...patch,
});

const slip = (patch: Partial<Slip> = {}): Slip => ({
  id: 's1',
  document: 'receipt',
  copy: false,
  state: 'held',
  reason: 'NO_PROGRESS',
  amount: 2_590,
  at: NOW - MINUTE,
  ...patch,
});

type Discovered = NonNullable<Replies['printing/discover']>;
type Found = Extract<Discovered, { ok: true }>['value'];
type FoundPrinter = Found['printers'][number];

const PROFILES: Found['profiles'] = [
  { id: 'epson', name: 'Epson TM-T20 e compatíveis', columns: 48 },
  { id: 'elgin-i9', name: 'Elgin i9', columns: 48 },
  { id: 'bematech-escpos', name: 'Bematech MP-4200 TH (modo ESC/POS)', columns: 48 },
  { id: 'daruma', name: 'Daruma DR800 e DR700', columns: 48 },
  { id: 'generic-80', name: 'Genérica 80 mm', columns: 48 },
  { id: 'generic-58', name: 'Genérica 58 mm', columns: 32 },
];

const found = (patch: Partial<FoundPrinter>): FoundPrinter => ({
  printer: '01JDPR1NTERAAAAAAAAAAAAAA1',
  kind: 'usb',
  label: 'EPSON TM-T20X',
  place: 'USB 1-2',
  isBarePort: false,
  profile: 'epson',
  problem: null,
  detail: null,
  ...patch,
});

const PORT = found({
  printer: '01JDPR1NTERAAAAAAAAAAAAAA3',
  kind: 'serial',
  label: '/dev/ttyS0',
  place: '/dev/ttyS0',
  isBarePort: true,
  profile: 'generic-80',
});

const discovered: Discovered = {
  ok: true,
  value: {
    printers: [
      found({}),
      found({
        printer: '01JDPR1NTERAAAAAAAAAAAAAA2',
        kind: 'serial',
        label: 'Bematech (/dev/ttyACM0)',
        place: '/dev/ttyACM0',
        profile: 'bematech-escpos',
        problem: 'NO_PERMISSION',
        detail: "EACCES: permission denied, access '/dev/ttyACM0'",
      }),
      PORT,
    ],
    profiles: PROFILES,
    unsearched: [],
  },
};

/** A machine without a printer: two serial ports, and two kinds that could not be searched. */
const nothing: Discovered = {
  ok: true,
  value: {
    printers: [
      PORT,
      { ...PORT, printer: '01JDPR1NTERAAAAAAAAAAAAAA4', label: '/dev/ttyS1', place: '/dev/ttyS1' },
    ],
    profiles: PROFILES,
    unsearched: [
      {
        kind: 'usb',
        trouble: 'no-usb',
        detail: 'GenericFailure: getDevices error: /sys/bus/usb/devices/ not found (errno 2)',
      },
      { kind: 'spooler', trouble: 'no-print-service', detail: 'scheduler is not running' },
    ],
  },
};
const preview = (request: TicketRequest): NonNullable<Replies['printing/preview']> => {
  const context = {
    shopName: 'Mercearia São Jorge',
    operator: 'Ana',
    zone: 'America/Sao_Paulo',
    training: false,
    printedAt: epochMs(NOW - MINUTE),
  };
  const ticket = buildTicket(request, context, 48);
  const { columns, items } = request.document === 'qr-slip' ? withholdQrs(ticket) : ticket;
  return { ok: true, value: { columns, items: [...items] } };
};
const testPage = preview({
  document: 'test',
  profileName: 'Epson TM-T20 e compatíveis',
  can: { inverse: true, cut: true, qrs: ['native', 'raster'] },
});
export const qrSlip = preview({
  document: 'qr-slip',
  charge: { ...paidCharge, reference: null },
});
export const receipt = preview({ document: 'receipt', charge: { ...paidCharge, reference: null } });
const tested = (outcome: 'confirmed' | 'sent'): NonNullable<Replies['printing/test-page']> => ({
  ok: true,
  value: { outcome, reason: null, detail: null },
});

/** To the charging tab, and past the PIN of a manager. */
const TO_SIGNED = [
  'F1',
  ...Array.from({ length: 4 }, () => 'ArrowLeft'),
  ...Array.from({ length: 7 }, () => 'Tab'),
  ...'4321',
  'Enter',
  'wait:dialog form p[role="status"]',
];
/** To the printer's tab, and past the PIN of a manager. */
const TO_GATE = ['F1', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];
const TO_PRINTERS = [...TO_GATE, 'Tab', '4', '3', '2', '1', 'Enter', 'wait:input[type="radio"]'];
const TO_TESTED = [...TO_PRINTERS, 'Tab', 'Enter', 'wait:[data-paper]', 'F6', 'wait:[data-tested]'];

const atDesk: Replies = {
  'manager/enter': { ok: true, value: { operatorId: 'marta', name: 'Marta' } },
  'manager/stay': { ok: true, value: { done: true } },
  'manager/leave': { ok: true, value: { done: true } },
};
const wizard: Replies = {
  ...atDesk,
  'printing/discover': discovered,
  'printing/preview': testPage,
  'printing/test-page': tested('confirmed'),
};

/** What the cashier sees of paper. */
export const paperScenes: readonly CashierScene[] = [
  {
    name: 'waiting-printer',
    screen: 'waiting',
    views: [tillView({ current: charge(), customerSees: 'qr', printer: printer() })],
  },
  {
    name: 'approved-printer',
    screen: 'approved',
    views: [tillView({ current: paid(), customerSees: 'paid', printer: printer({ state: 'near-end' }) })],
  },
  {
    name: 'sell-paper-out',
    screen: 'sell',
    views: [
      tillView({
        printer: printer({
          state: 'paper-out',
          slips: [slip({ state: 'queued', reason: 'PAPER_OUT' })],
        }),
      }),
    ],
  },
  {
    name: 'slips',
    screen: 'slips',
    views: [tillView({ printer: printer({ slips: [slip(), slip({ id: 's2' })] }) })],
    replies: { 'printing/preview': receipt },
    keys: ['Control+p', 'wait:[data-paper]'],
  },
  {
    name: 'settings-charging-signed',
    screen: 'settings',
    views: [tillView()],
    replies: { ...wizard, 'session/configure': { ok: true, value: { timeLimitMinutes: 5 } } },
    keys: TO_SIGNED,
  },
  { name: 'settings-printer-pin', screen: 'settings', views: [tillView()], keys: [...TO_GATE, 'Tab'] },
  {
    name: 'settings-printer',
    screen: 'settings',
    views: [tillView()],
    replies: wizard,
    keys: TO_PRINTERS,
  },
  {
    name: 'settings-printer-none',
    screen: 'settings',
    views: [tillView()],
    replies: { ...wizard, 'printing/discover': nothing },
    keys: TO_PRINTERS,
  },
  {
    name: 'settings-printer-port',
    screen: 'settings',
    views: [tillView()],
    replies: { ...wizard, 'printing/discover': nothing },
    keys: [...TO_PRINTERS, 'Tab', 'ArrowDown'],
  },
  {
    name: 'settings-printer-model',
    screen: 'settings',
    views: [tillView()],
    replies: wizard,
    keys: [...TO_PRINTERS, 'Tab', 'Enter', 'wait:[data-paper]'],
  },
  {
    name: 'settings-printer-tested',
    screen: 'settings',
    views: [tillView()],
    replies: wizard,
    keys: TO_TESTED,
  },
  {
    name: 'settings-printer-unsure',
    screen: 'settings',
    views: [tillView()],
    replies: { ...wizard, 'printing/test-page': tested('sent') },
    keys: TO_TESTED,
  },
  {
    name: 'settings-printer-keep',
    screen: 'settings',
    views: [tillView()],
    replies: wizard,
    keys: [...TO_TESTED, 'Tab', ' ', 'Enter', 'wait:input[name]'],
  },
];
