import { lines, middle, ruleOf } from './items.ts';
import type { Columns, TicketItem } from './ticket.ts';

/** What both QRs of the test page say: nothing that can be paid. */
const TEST_QR = 'BALCAO TESTE DE IMPRESSAO';

/** Shows what a printer can do: accents, the width, both forms of a QR, bold, large, white on black, the cut. */
export function testBody(profileName: string, columns: Columns): TicketItem[] {
  const ruler = '1234567890'.repeat(5).slice(0, columns);
  return [
    ...middle('PÁGINA DE TESTE', columns, { bold: true, size: 2 }),
    ...lines(`Perfil: ${profileName}, ${columns} colunas`, columns),
    ruleOf(columns),
    ...lines('Acentos: ÁÀÂÃ ÉÊ Í ÓÔÕ Ú Ç', columns),
    ...lines('         áàâã éê í óôõ ú ü ç ª º °', columns),
    ...lines('Largura: os números cabem em uma linha', columns),
    ...lines(ruler, columns),
    ...lines('Negrito', columns, { bold: true }),
    ...lines('Grande', columns, { size: 2 }),
    ...lines('Branco no preto', columns, { inverse: true }),
    ruleOf(columns),
    ...middle('QR 1: feito pela impressora', columns),
    { kind: 'qr', data: TEST_QR, form: 'native' },
    ...middle('QR 2: enviado como imagem', columns),
    { kind: 'qr', data: TEST_QR, form: 'raster' },
    ...middle('O papel é cortado abaixo', columns),
  ];
}
