/** "Bảng điều chỉnh, bổ sung": đã báo cáo → điều chỉnh of a supplementary closing, as a sheet and as a page table. */
import { dateOfInstant, formatDate } from '../date/plain-date';
import type { Indicator } from '../domain/office/model';
import { sumExact } from '../domain/report/decimals';
import type { FigureDifference, Supplement, UnitDifference } from '../domain/report/supplement-model';
import { unitChangeWords } from '../i18n/vi';
import { formatNumber } from '../text/numbers';
import { CENTRED, HEAD, numberFormat, numberOrEmpty, NUMBER, sheetFooter, TEXT, textRow } from './cell-style';
import type { BlockModel } from './page-model';
import { listTable, plainLine } from './page-table';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type CellModel, type SheetModel } from './sheet-model';
import { headMerges, sheetHead, headHeights } from './summary-head';
import type { SummaryInput } from './summary-input';

export const SUPPLEMENT_SHEET = 'Điều chỉnh, bổ sung';

const HEADS = ['STT', 'Đơn vị', 'Mã', 'Chỉ tiêu', 'Đã báo cáo', 'Điều chỉnh', 'Tăng/giảm', 'Ghi chú'];
const WIDTHS = [6, 34, 9, 44, 15, 15, 15, 34];

interface Row {
  /** "Tổng cộng" after the units. */
  readonly name: string;
  /** Null: the unit came in or left without figures. */
  readonly indicator: Indicator | null;
  readonly code: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly note: string;
}

type SupplementInput = SummaryInput & { readonly supplement: Supplement };

/** "Bản bổ sung lần 2 (20/04/2026) so với bản chốt lần 1 (25/03/2026). Lý do: …" */
export function supplementText({ before, after }: Supplement): string {
  const day = (at: string): string => formatDate(dateOfInstant(at));
  const reason = after.reason.trim() === '' ? '' : ` Lý do: ${after.reason.trim().replace(/\.$/, '')}.`;
  const now =
    after.version === null
      ? `Số liệu đến ${day(after.at)}`
      : `Bản bổ sung lần ${after.version} (${day(after.at)})`;
  return `${now} so với bản chốt lần ${before.version ?? ''} (${day(before.at)}).${reason}`;
}

function noteOf({ change, receivedAt }: UnitDifference): string {
  const day = receivedAt === null ? '' : `, nhận ngày ${formatDate(dateOfInstant(receivedAt))}`;
  return `${unitChangeWords(change).word}${day}`;
}

function rowsOf(input: SupplementInput): readonly Row[] {
  const indicators = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  const row = (name: string, note: string, difference: FigureDifference): Row => ({
    name,
    note,
    indicator: indicators.get(difference.indicator) ?? null,
    code: difference.indicator,
    before: difference.before,
    after: difference.after,
  });
  const held = new Map(input.totals.units.map((each) => [each.unit, each.held]));
  // The total does not follow what a unit above told already.
  const heldNote = (unit: string, code: string): string =>
    held.get(unit)?.[code] === undefined ? '' : '; đã nằm trong số của đơn vị cấp trên, không cộng vào tổng';
  return [
    ...input.supplement.units.flatMap((unit) =>
      unit.figures.length === 0
        ? [{ name: unit.name, indicator: null, code: '', before: null, after: null, note: noteOf(unit) }]
        : unit.figures.map((difference) =>
            row(unit.name, `${noteOf(unit)}${heldNote(unit.unit, difference.indicator)}`, difference),
          ),
    ),
    ...input.supplement.totals.map((difference) => row('TỔNG CỘNG', 'kỳ này', difference)),
    ...input.supplement.cumulative.map((difference) => row('TỔNG CỘNG', 'lũy kế', difference)),
  ];
}

function difference({ before, after }: Row): number | null {
  return before === null || after === null ? null : sumExact([after, -before]);
}

/** One row a unit and figure, then the totals; null where nothing changed. */
export function supplementSheet(input: SupplementInput): SheetModel | null {
  const rows = rowsOf(input);
  if (rows.length === 0) return null;
  const text = supplementText(input.supplement);
  const width = WIDTHS.reduce((sum, each) => sum + each, 0);
  const first = 6;
  const cells: CellModel[] = [
    ...sheetHead(input, 'BẢNG ĐIỀU CHỈNH, BỔ SUNG'),
    textCell(4, 1, text, { italic: true, size: 12, align: 'center', wrap: true }),
    ...textRow(first - 1, HEADS, HEAD),
  ];
  rows.forEach((row, index) => {
    const at = first + index;
    const format = row.indicator ? numberFormat(row.indicator) : '#,##0';
    const changed = difference(row);
    cells.push(
      { row: at, column: 1, value: { kind: 'number', value: index + 1 }, style: CENTRED },
      textCell(at, 2, row.name, TEXT),
      textCell(at, 3, row.code, CENTRED),
      textCell(at, 4, row.indicator?.name ?? '', TEXT),
      { row: at, column: 5, value: numberOrEmpty(row.before, format), style: NUMBER },
      { row: at, column: 6, value: numberOrEmpty(row.after, format), style: NUMBER },
      {
        row: at,
        column: 7,
        value:
          changed === null
            ? numberOrEmpty(null, format)
            : {
                kind: 'formula',
                // Rates are kept to two decimals: so is their difference.
                formula: `ROUND(${cellAddress(at, 6)}-${cellAddress(at, 5)},6)`,
                value: changed,
                format: `+${format};-${format};0`,
              },
        style: NUMBER,
      },
      textCell(at, 8, row.note, TEXT),
    );
  });
  return {
    name: SUPPLEMENT_SHEET,
    visibility: 'visible',
    columns: WIDTHS,
    rowHeights: {
      ...headHeights(input, width),
      4: rowHeight([{ text, width, size: 12 }]),
      [first - 1]: 34,
      ...Object.fromEntries(
        rows.map((row, index) => [
          first + index,
          rowHeight([
            { text: row.name, width: WIDTHS[1] ?? 0, size: 12 },
            { text: row.indicator?.name ?? '', width: WIDTHS[3] ?? 0, size: 12 },
            { text: row.note, width: WIDTHS[7] ?? 0, size: 12 },
          ]),
        ]),
      ),
    },
    cells,
    merges: [...headMerges(1, WIDTHS.length), `A4:${cellAddress(4, WIDTHS.length)}`],
    freeze: { rows: first - 1, columns: 2 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      titleRows: `${first - 1}:${first - 1}`,
      footer: sheetFooter(text),
    },
  };
}

/** The same for a report's annex; empty where nothing changed. */
export function supplementBlocks(input: SupplementInput): readonly BlockModel[] {
  const rows = rowsOf(input);
  if (rows.length === 0) return [];
  const shown = ({ indicator }: Row, value: number | null): string =>
    value === null ? '' : formatNumber(value, 2, indicator?.kind === 'P' || indicator?.kind === 'R');
  const signed = (row: Row): string => {
    const changed = difference(row);
    if (changed === null) return '';
    return `${changed > 0 ? '+' : changed < 0 ? '-' : ''}${shown(row, Math.abs(changed))}`;
  };
  return [
    plainLine(
      'Bảng điều chỉnh, bổ sung',
      'left',
      { size: 13, bold: true },
      { spaceBefore: 10, spaceAfter: 4, keepWithNext: true },
    ),
    plainLine(
      supplementText(input.supplement),
      'left',
      { size: 12, italic: true },
      { spaceAfter: 4, keepWithNext: true },
    ),
    listTable(
      HEADS.map((title, index) => ({
        title,
        width: WIDTHS[index] ?? 10,
        align: index >= 4 && index <= 6 ? 'right' : index === 0 || index === 2 ? 'center' : 'left',
      })),
      rows.map((row, index) => [
        String(index + 1),
        row.name,
        row.code,
        row.indicator?.name ?? '',
        shown(row, row.before),
        shown(row, row.after),
        signed(row),
        row.note,
      ]),
      10.5,
    ),
  ];
}
