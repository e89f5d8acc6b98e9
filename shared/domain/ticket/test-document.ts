import type { PrinterAbilities } from './context.ts';
import { lines, middle, ruleOf } from './items.ts';
import type { Columns, TicketItem } from './ticket.ts';

/** The text of the test page's QR. It cannot be paid. */
const TEST_QR = 'BALCAO TESTE DE IMPRESSAO';

const QR_NAMES = { native: 'QR feito pela impressora', raster: 'QR enviado como imagem' } as const;

/** Returns the test page: accents, the width, each form of a QR, bold, large, white on black, the cut. */
export function testBody(profileName: string, can: PrinterAbilities, columns: Columns): TicketItem[] {
  const ruler = '1234567890'.repeat(5).slice(0, columns);
  return [
    ...middle('PÁGINA DE TESTE', columns, { bold: true, size: 2 }),
    ...lines(`Perfil: ${profileName}, ${columns} colunas`, columns),
    ruleOf(columns),
    ...lines('Acentos: ÁÀÂÃ ÉÊ Í ÓÔÕ Ú Ç', columns),
    ...lines('áàâã éê í óôõ ú ü ç ª º °', columns),
    ...lines('Os números cabem em uma linha:', columns),
    ...lines(ruler, columns),
    ...lines('Negrito', columns, { bold: true }),
    ...lines('Grande', columns, { size: 2 }),
    ...(can.inverse ? lines('Branco no preto', columns, { inverse: true }) : []),
    ruleOf(columns),
    ...can.qrs.flatMap((form): TicketItem[] => [
      ...middle(QR_NAMES[form], columns),
      { kind: 'qr', data: TEST_QR, form },
    ]),
    ...(can.cut ? middle('O papel é cortado abaixo', columns) : []),
  ];
}
