/** Targets that stand in a table: the column of names ("Chỉ tiêu") beside the column of this plan's figures. */
import type { ParsedTarget } from '../parsed';
import { keyOf } from './lines';
import type { Paragraph } from './paragraphs';

interface Columns {
  readonly name: number;
  readonly value: number;
  readonly unit: number | null;
  readonly width: number;
}

const NAME = /^(?:tên |các )?(?:chỉ tiêu|mục tiêu|nội dung chỉ tiêu|chỉ số)/;
const VALUE =
  /^(?:kế hoạch|chỉ tiêu|mục tiêu|phấn đấu|yêu cầu|giá trị|mức)(?:\s|$)|^(?:năm|đến năm) 20\d{2}$|^tỷ lệ/;
const UNIT = /^(?:đơn vị tính|đvt)/;
const FIGURE =
  /^(?<sign>(?:phấn đấu |đạt |từ |là )*(?:trên|hơn|>=?|≥|tối thiểu|ít nhất|từ|không dưới|không quá|tối đa|dưới|<=?|≤)?)\s*(?<value>\d{1,3}(?:\.\d{3})+|\d+(?:[.,]\d+)?)\s*(?<unit>%|[\p{L} ]{0,25}?)\s*(?<up>trở lên)?$/u;

/** The columns that a table's heading row names; null for any other row. */
export function targetColumns(row: Paragraph): Columns | null {
  const keys = (row.cells ?? []).map((cell) => keyOf(cell.text));
  const name = keys.findIndex((key) => NAME.test(key) && key.length < 60);
  if (name < 0) return null;
  const value = keys.findIndex((key, index) => index > name && VALUE.test(key) && key.length < 60);
  if (value < 0) return null;
  const unit = keys.findIndex((key) => UNIT.test(key));
  return { name, value, unit: unit < 0 ? null : unit, width: keys.length };
}

/** The target of a row under such a heading; null where its cell of figures holds no single figure. */
export function targetOfRow(row: Paragraph, columns: Columns): ParsedTarget | null {
  const cells = row.cells ?? [];
  const [name, value] = [cells[columns.name], cells[columns.value]];
  if (cells.length !== columns.width || !name || !value || name.text === '') return null;
  const found = FIGURE.exec(keyOf(value.text).trim())?.groups;
  if (!found) return null;
  const printed = found['value'] ?? '';
  const figure = Number(
    /^\d{1,3}(?:\.\d{3})+$/.test(printed) ? printed.replaceAll('.', '') : printed.replace(',', '.'),
  );
  const unit = found['unit'] ?? '';
  const column = columns.unit === null ? '' : (cells[columns.unit]?.text ?? '');
  return {
    text: row.text.slice(name.start - row.start, value.end - row.start),
    scope: 'own',
    operator: operatorOf(found['sign'] ?? '', found['up'] !== undefined),
    value: figure,
    upper: null,
    unit: unit !== '' ? unit : column !== '' ? column : null,
    per: null,
    of: null,
    approx: false,
    year: null,
    source: { start: name.start, end: value.end },
  };
}

function operatorOf(sign: string, upwards: boolean): ParsedTarget['operator'] {
  if (upwards || /≥|>=|tối thiểu|ít nhất|không dưới/.test(sign)) return '>=';
  if (/trên|hơn|>/.test(sign)) return '>';
  if (/≤|<=|không quá|tối đa/.test(sign)) return '<=';
  return /dưới|</.test(sign) ? '<' : '=';
}
