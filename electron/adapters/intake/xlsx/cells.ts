/** The cells of one sheet, as they stand. */
import type { RawCell } from '../../../../shared/ports/documents';
import { formatDate } from '../../../../shared/date/plain-date';
import { cellAddress } from '../../../../shared/documents/sheet-model';
import { WorkbookRefusal } from './refusal';
import type { Workbook, WorkbookSheet } from './workbook';
import { cleanText } from './workbook';
import { scanXml } from './xml';

const MAX_ROWS = 200_000;
const MAX_COLUMNS = 1_000;
const MAX_CELLS = 2_000_000;
/** Excel's own last row and column. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

export interface PlacedCell extends RawCell {
  readonly row: number;
  readonly column: number;
  /** What stands in the part itself: "35599" of a number, the stored result of a formula, the text of a text. */
  readonly written: string;
}

/**
 * Calls `visit` for every cell with a value or a formula, in the file's order. `wanted` narrows to some rows,
 * so that a form's cells cost the same however large the sheet is. Throws `WorkbookRefusal`, `XmlFault`.
 */
export function visitCells(
  workbook: Workbook,
  sheet: WorkbookSheet,
  fileName: string,
  visit: (cell: PlacedCell) => void,
  wantedRows: ReadonlySet<number> | null = null,
): void {
  const xml = workbook.sheetXml(sheet);
  if (xml === null) return;
  let cells = 0;
  let filledRows = 0;
  let lastFilledRow = 0;
  let row = 0;
  let column = 0;
  let cell: Draft | null = null;
  let piece: 'value' | 'formula' | 'inline' | null = null;
  let phonetic = 0;

  const count = (draft: Draft): void => {
    cells += 1;
    if (draft.row !== lastFilledRow) filledRows += 1;
    lastFilledRow = draft.row;
    if (filledRows > MAX_ROWS || cells > MAX_CELLS || draft.column > MAX_COLUMNS)
      throw new WorkbookRefusal(
        'too-large',
        `Tệp “${fileName}”, trang “${sheet.name}” có quá nhiều dòng hoặc cột (giới hạn 200.000 dòng, 1.000 cột) nên không được đọc. Hãy xóa phần thừa rồi lưu lại.`,
      );
  };

  scanXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          row =
            attributes.get('r') === undefined
              ? row + 1
              : position(attributes.get('r'), LAST_ROW, sheet, fileName);
          column = 0;
          return;
        }
        case 'c': {
          const place = parseAddress(attributes.get('r') ?? '');
          if (place) ({ row, column } = place);
          else column += 1;
          cell = {
            row,
            column,
            address: cellAddress(row, column),
            type: attributes.get('t') ?? 'n',
            style: attributes.get('s') ?? '',
            value: '',
            inline: '',
            formula: false,
          };
          return;
        }
        case 'v':
          piece = 'value';
          return;
        case 'f':
          piece = 'formula';
          if (cell) cell.formula = true;
          return;
        case 'rPh':
          phonetic += 1;
          return;
        case 't':
          if (phonetic === 0) piece = 'inline';
          return;
      }
    },
    text(text) {
      if (!cell) return;
      if (piece === 'value') cell.value += text;
      else if (piece === 'inline') cell.inline += text;
    },
    close(name) {
      if (name === 'v' || name === 'f' || name === 't') piece = null;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c' && cell) {
        const draft = cell;
        cell = null;
        if (draft.value === '' && draft.inline === '' && !draft.formula) return;
        count(draft);
        if (wantedRows && !wantedRows.has(draft.row)) return;
        visit(finish(draft, workbook, sheet));
      }
    },
  });
}

interface Draft {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly type: string;
  readonly style: string;
  value: string;
  inline: string;
  formula: boolean;
}

function finish(draft: Draft, workbook: Workbook, sheet: WorkbookSheet): PlacedCell {
  const plain = plainValue(draft, workbook);
  const base = {
    sheet: sheet.name,
    cell: draft.address,
    row: draft.row,
    column: draft.column,
    written: draft.type === 's' || draft.type === 'inlineStr' ? plain.text : draft.value,
  };
  // A formula's stored result may be stale or forged: its number is never handed on.
  return draft.formula ? { ...base, type: 'formula', number: null, text: plain.text } : { ...base, ...plain };
}

function plainValue(draft: Draft, workbook: Workbook): Pick<RawCell, 'type' | 'number' | 'text'> {
  switch (draft.type) {
    case 's':
      return textValue(workbook.sharedStrings()[Number(draft.value)] ?? '');
    case 'inlineStr':
      return textValue(cleanText(draft.inline));
    case 'str':
      return textValue(cleanText(draft.value));
    case 'b':
      return { type: 'boolean', number: null, text: draft.value.trim() === '1' ? 'ĐÚNG' : 'SAI' };
    case 'e':
      return { type: 'error', number: null, text: draft.value };
    case 'd':
      return isoDate(draft.value);
    default:
      return numberValue(draft, workbook);
  }
}

function textValue(text: string): Pick<RawCell, 'type' | 'number' | 'text'> {
  return text === '' ? { type: 'empty', number: null, text: '' } : { type: 'text', number: null, text };
}

function numberValue(draft: Draft, workbook: Workbook): Pick<RawCell, 'type' | 'number' | 'text'> {
  const number = Number(draft.value);
  if (draft.value.trim() === '' || !Number.isFinite(number)) return textValue(cleanText(draft.value));
  if (draft.style !== '' && workbook.isDateStyle(Number(draft.style))) {
    const date = dateOfSerial(number, workbook.date1904);
    if (date !== null) return { type: 'date', number, text: formatDate(date) };
  }
  return { type: 'number', number, text: shownNumber(number) };
}

/** As a Vietnamese reader writes it, without grouping: 12,5. */
function shownNumber(number: number): string {
  // Excel keeps 15 digits: 0.1 + 0.2 is stored as 0.30000000000000004.
  return String(Number(number.toPrecision(15))).replace('.', ',');
}

const DAY_MS = 86_400_000;

/** Excel's day number → date. The 1900 system counts a 29 February 1900 that never was. */
function dateOfSerial(serial: number, date1904: boolean): string | null {
  const day = Math.floor(serial);
  if (day < 1 || day > 2_958_465) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * DAY_MS).toISOString().slice(0, 10);
}

function isoDate(value: string): Pick<RawCell, 'type' | 'number' | 'text'> {
  const match = /^(\d{4}-\d{2}-\d{2})/.exec(value.trim());
  return match?.[1] === undefined
    ? textValue(cleanText(value))
    : { type: 'date', number: null, text: formatDate(match[1]) };
}

function position(text: string | undefined, last: number, sheet: WorkbookSheet, fileName: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= last) return number;
  throw new WorkbookRefusal(
    'damaged',
    `Tệp “${fileName}”, trang “${sheet.name}” có số dòng không hợp lệ nên không được đọc. Hãy mở bằng Excel rồi lưu lại.`,
  );
}

/** "D7" or "$D$7" → row and column; null when it is no address of a sheet. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  const row = Number(match[2]);
  return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}
