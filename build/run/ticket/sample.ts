import type { Centavos } from '../../../shared/domain/money/centavos.ts';
import type {
  PrinterAbilities,
  TicketCharge,
  TicketContext,
  TicketRequest,
} from '../../../shared/domain/ticket/context.ts';
import { buildBrCode } from '../../../shared/domain/br-code/build-br-code.ts';
import { epochMs } from '../../../shared/kernel/time.ts';

const AT = epochMs(Date.UTC(2026, 10, 23, 17, 31, 8));

const code = buildBrCode({
  kind: 'dynamic',
  url: 'pix.treinamento.invalid/v2/0123456789abcdef0123456789abcdef',
  merchantName: 'LOJA CENTRO',
  merchantCity: 'SAO PAULO',
  amount: 2590 as Centavos,
  txid: null,
});
if (!code.ok) throw new Error(code.error);

/** The text of the sample's QR. */
export const SAMPLE_BR_CODE = code.value;

export const sampleCharge: TicketCharge = {
  id: '01JDCV7Y2GABCDEFGHJKMNPQRS',
  till: 'Caixa 2',
  reference: 'PDV 8841',
  amount: 2590 as Centavos,
  paidAmount: null,
  refundedAmount: 0 as Centavos,
  brCode: SAMPLE_BR_CODE,
  deadlineAt: epochMs(AT + 600_000),
  approvedAt: null,
  closedAt: null,
  endToEndId: null,
  late: false,
  walletName: 'Pix',
};

export const paidCharge: TicketCharge = {
  ...sampleCharge,
  paidAmount: 2590 as Centavos,
  approvedAt: AT,
  endToEndId: 'E00000000202611231731abcdefghijk',
};

export const sampleContext: TicketContext = {
  shopName: 'Pão & Açúcar da Conceição',
  operator: 'João',
  zone: 'America/Sao_Paulo',
  training: true,
  printedAt: AT,
};

/** One of each document. */
export const sampleRequests = requestsOf(sampleCharge, paidCharge, sampleContext.operator ?? '');

/** The longest names and the largest amount. */
export const widestContext: TicketContext = {
  ...sampleContext,
  shopName: 'Supermercado e Padaria Pão & Açúcar da Conceição do Mato Dentro',
  operator: 'Maria Aparecida da Conceição',
  training: false,
};

const widest = {
  till: 'Caixa 12 (balcão da padaria)',
  reference: 'PEDIDO-2026-000000123456789',
  amount: 9_999_999 as Centavos,
  walletName: 'Mercado Pago Pagamentos',
} as const;

/** The same documents with the longest texts. */
export const widestRequests = requestsOf(
  { ...sampleCharge, ...widest },
  { ...paidCharge, ...widest, paidAmount: widest.amount },
  widestContext.operator ?? '',
);

function requestsOf(charge: TicketCharge, paid: TicketCharge, operator: string): readonly TicketRequest[] {
  const receipt = { document: 'receipt', charge: paid } as const;
  return [
    { document: 'qr-slip', charge },
    receipt,
    { document: 'copy', of: receipt },
    { document: 'cancel', charge: { ...charge, closedAt: AT } },
    {
      document: 'refund',
      charge: { ...paid, refundedAmount: 590 as Centavos },
      refund: { amount: 590 as Centavos, at: AT },
    },
    { document: 'late', charge: { ...paid, late: true } },
    {
      document: 'closing',
      shift: {
        till: charge.till,
        operator,
        openedAt: AT,
        closedAt: epochMs(AT + 28_800_000),
        rows: [
          {
            walletName: charge.walletName,
            count: 41,
            total: 431_000 as Centavos,
            refunded: { count: 1, total: 590 as Centavos },
          },
          {
            walletName: 'PicPay',
            count: 3,
            total: charge.amount,
            refunded: { count: 0, total: 0 as Centavos },
          },
        ],
        refunded: { count: 1, total: 590 as Centavos },
        statuses: [
          { word: 'approved', count: 40, total: 420_000 as Centavos },
          { word: 'partially-refunded', count: 1, total: charge.amount },
          { word: 'cancelled', count: 2, total: 11_000 as Centavos },
        ],
        late: 1,
        lateTotal: charge.amount,
        forced: 1,
        forcedTotal: 4_900 as Centavos,
        earlier: {
          received: { count: 0, total: 0 as Centavos },
          refunded: { count: 1, total: 590 as Centavos },
        },
        first: { at: AT, shortCode: 'K7Z4F2A', amount: 2_590 as Centavos },
        last: { at: epochMs(AT + 28_700_000), shortCode: '4F2AK7Z', amount: 9_999_999 as Centavos },
        head: { seq: 184_213, hash: '9f1c2d7ab34e4b6f8a90c1d2e3f4a5b6c7d8e9f00112233445566778899aabbc' },
      },
    },
    {
      document: 'test',
      profileName: 'Genérica 80 mm',
      can: { inverse: true, cut: true, qrs: ['native', 'raster'] },
    },
  ];
}

/** The test page is about a printer; every other document is as it is. */
export function forPrinter(
  request: TicketRequest,
  { name, can }: { readonly name: string; readonly can: PrinterAbilities },
): TicketRequest {
  return request.document === 'test' ? { document: 'test', profileName: name, can } : request;
}
