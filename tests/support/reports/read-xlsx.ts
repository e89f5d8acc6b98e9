import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** A cell of the file: its text or its number, and its format. */
export interface ReadCell {
  readonly text: string | null;
  readonly number: number | null;
  readonly style: number;
}

/** A sheet, read by code that is independent of the product. */
export interface ReadSheet {
  readonly title: string;
  readonly xml: string;
  /** The cells by address, such as `A1`. */
  readonly cells: ReadonlyMap<string, ReadCell>;
  /** The rows of cells, in order, without missing cells. */
  readonly rows: readonly (readonly ReadCell[])[];
}

/** Unzips a workbook and reads its sheets in the order of the tabs. */
export function readXlsx(file: string): {
  readonly parts: Readonly<Record<string, string>>;
  sheets: ReadSheet[];
} {
  const members = unzipSync(readFileSync(file));
  const parts = Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const titles = [
    ...part(parts, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)" sheetId="\d+" r:id="(\w+)"/g),
  ];
  const relations = part(parts, 'xl/_rels/workbook.xml.rels');
  const sheets = titles.map(([, title = '', id = '']) => {
    const target = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations)?.[1] ?? '';
    return readSheet(unescapeXml(title), part(parts, `xl/${target}`));
  });
  return { parts, sheets };
}

function part(parts: Readonly<Record<string, string>>, name: string): string {
  const text = parts[name];
  if (text === undefined) throw new Error(`the package has no ${name}`);
  return text;
}

function readSheet(title: string, xml: string): ReadSheet {
  const cells = new Map<string, ReadCell>();
  const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?( t="inlineStr")?>(.*?)<\/c>/gs)].map(
      ([, at = '', style, isText, inner = '']) => {
        const value = /<(?:v|t xml:space="preserve")>(.*)<\//s.exec(inner.replace('</is>', ''))?.[1] ?? '';
        const cell: ReadCell = {
          text: isText === undefined ? null : unescapeXml(value),
          number: isText === undefined ? Number(value) : null,
          style: Number(style ?? 0),
        };
        cells.set(at, cell);
        return cell;
      },
    ),
  );
  return { title, xml, cells, rows };
}

/** Decodes XML entities, then Excel's escapes. */
function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };
  return text
    .replace(/&(amp|lt|gt|quot|#13);/g, (_, name: string) => named[name] ?? '')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
