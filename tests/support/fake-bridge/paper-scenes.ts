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

const target = { kind: 'usb', id: '04b8:0e28:X2BM003241' } as const;
const setup = { target, name: 'EPSON TM-T20X', profile: 'epson', encoder: 'pos' } as const;

export const printer = (patch: Partial<Printer> = {}): Printer => ({
  name: 'EPSON TM-T20X',
  setup,
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

const discovered: Replies['printing/discover'] = {
  ok: true,
  value: {
    printers: [
      { target, label: 'EPSON TM-T20X', place: 'USB 1-2', profile: 'epson', problem: null },
      {
        target: { kind: 'serial', id: '0b1b:0003:00001' },
        label: 'Bematech MP-4200 TH',
        place: '/dev/ttyACM0',
        profile: 'bematech-escpos',
        problem: 'NO_PERMISSION',
      },
    ],
    profiles: [
      { id: 'epson', name: 'Epson TM-T20 e compatíveis', columns: 48 },
      { id: 'elgin-i9', name: 'Elgin i9', columns: 48 },
      { id: 'bematech-escpos', name: 'Bematech MP-4200 TH (modo ESC/POS)', columns: 48 },
      { id: 'daruma', name: 'Daruma DR800 e DR700', columns: 48 },
      { id: 'generic-80', name: 'Genérica 80 mm', columns: 48 },
      { id: 'generic-58', name: 'Genérica 58 mm', columns: 32 },
    ],
    unsearched: [],
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
const tested: Replies['printing/test-page'] = { ok: true, value: { outcome: 'delivered', reason: null } };
const TO_PRINTER_TAB = ['F1', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'];

const wizard = {
  'printing/discover': discovered,
  'printing/preview': testPage,
  'printing/test-page': tested,
};
const TO_TESTED = [...TO_PRINTER_TAB, 'Tab', 'Enter', 'wait:[data-paper]', 'F6', 'wait:[data-tested]'];

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
    name: 'settings-printer',
    screen: 'settings',
    views: [tillView()],
    replies: { 'printing/discover': discovered },
    keys: TO_PRINTER_TAB,
  },
  {
    name: 'settings-printer-model',
    screen: 'settings',
    views: [tillView()],
    replies: { 'printing/discover': discovered, 'printing/preview': testPage },
    keys: [...TO_PRINTER_TAB, 'Tab', 'Enter', 'wait:[data-paper]'],
  },
  {
    name: 'settings-printer-tested',
    screen: 'settings',
    views: [tillView()],
    replies: wizard,
    keys: TO_TESTED,
  },
  {
    name: 'settings-printer-keep',
    screen: 'settings',
    views: [tillView()],
    replies: wizard,
    keys: [...TO_TESTED, 'Tab', ' ', 'Enter', 'wait:input[type="password"]'],
  },
];
