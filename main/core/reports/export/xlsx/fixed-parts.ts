import { escapeXml } from './cells.ts';

/** A sheet of the workbook, in the order of the tabs. */
export interface SheetInfo {
  readonly title: string;
  /** The cells of its filter, such as `A1:Q10`; null without a filter. */
  readonly filter: string | null;
}

/** A file of the package: its path and its text. */
export interface Part {
  readonly name: string;
  readonly text: string;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Returns the path of a sheet in the package. `place` is counted from 0. */
export function sheetName(place: number): string {
  return `xl/worksheets/sheet${place + 1}.xml`;
}

/** Returns the files of a workbook other than its sheets. Source: ECMA-376, part 1, section 18, and part 2, sections 8 and 10. */
export function fixedParts(sheets: readonly SheetInfo[]): readonly Part[] {
  return [
    { name: '[Content_Types].xml', text: contentTypes(sheets) },
    { name: '_rels/.rels', text: relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbook(sheets) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations([
        ...sheets.map((_, place) => [`${OFFICE}/worksheet`, sheetName(place).slice(3)] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: STYLES },
  ];
}

function contentTypes(sheets: readonly SheetInfo[]): string {
  const part = (name: string, kind: string): string =>
    `<Override PartName="/${name}" ContentType="${KIND}.${kind}+xml"/>`;
  return `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', 'sheet.main')}${sheets.map((_, place) => part(sheetName(place), 'worksheet')).join('')}${part('xl/styles.xml', 'styles')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

function workbook(sheets: readonly SheetInfo[]): string {
  const tabs = sheets.map(
    ({ title }, place) => `<sheet name="${escapeXml(title)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  // Excel stores the span of a filter in a hidden name, besides the element of the sheet.
  const filters = sheets.map(({ title, filter }, place) => {
    if (filter === null) return '';
    const span = filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${place}" hidden="1">'${escapeXml(title)}'!${span}</definedName>`;
  });
  const names = filters.join('');
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tabs.join('')}</sheets>${names === '' ? '' : `<definedNames>${names}</definedNames>`}</workbook>`;
}

const FONT = (more: string, size = 11): string =>
  `<font>${more}<sz val="${size}"/><name val="Calibri"/><family val="2"/></font>`;

/** The formats in the order of `STYLE`. 416 (hexadecimal) is Portuguese (Brazil) in Microsoft's list of languages, MS-LCID. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="hh:mm:ss"/><numFmt numFmtId="166" formatCode="[$R$-416]\\ #,##0.00;\\-[$R$-416]\\ #,##0.00"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts><fonts count="3">${FONT('')}${FONT('<b/>')}${FONT('<b/>', 14)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6EAF0"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="167" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Returns the XML before the first row of a sheet. */
export function sheetStart(widths: readonly number[], frozenHeader: boolean): string {
  const columns = widths.map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = frozenHeader
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
    : '';
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`;
}

/** Returns the XML after the last row of a sheet. */
export function sheetEnd(filter: string | null): string {
  return `</sheetData>${filter === null ? '' : `<autoFilter ref="${filter}"/>`}</worksheet>`;
}
