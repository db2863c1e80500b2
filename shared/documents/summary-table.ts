/** The table of a consolidation: rows = units by group, columns = indicators, each with its series. domain.md §5. */
import type { Indicator } from '../domain/office/model';
import { compareTotals } from '../domain/report/comparison';
import type { Totals } from '../domain/report/model';
import type { RateDays } from '../domain/report/rate-days';
import { CENTRED, GROUP_FILL, HEAD, TEXT, TOTAL_FILL } from './cell-style';
import { HELD_MARK } from '../i18n/vi';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type CellModel, type CellStyle } from './sheet-model';
import { valueCells, type RowSource } from './summary-figures';
import { groupsOfSeries } from './table-groups';

/** One column under each indicator. */
export interface TableSeries {
  readonly title: string;
  readonly totals: Totals;
  /** Days for rates per week; null: numbers instead of formulas. */
  readonly days: number | null;
  /** The same by rate and row, where rows differ; absent: `days` for all. */
  readonly rateDays?: Readonly<Record<string, RateDays>> | undefined;
  /** The total row's cells carry this and their code as name: `tong_<code>`; null: no names. */
  readonly namePrefix: string | null;
}

export interface TableInput {
  readonly indicators: readonly Indicator[];
  readonly series: readonly TableSeries[];
  /** A last column "Tăng/giảm": the first series less the one at this place; null: none. */
  readonly difference: number | null;
  /** Units that took others in since the period of that series. */
  readonly absorbed?: readonly string[] | undefined;
  /** First row of the table's head. */
  readonly top: number;
  /** Units that have not reported: printed pale, never as 0. */
  readonly missing: ReadonlySet<string>;
}

export interface PlacedTable {
  readonly cells: readonly CellModel[];
  readonly merges: readonly string[];
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly headRows: { readonly first: number; readonly last: number };
  readonly lastColumn: number;
  readonly totalRow: number;
  /** Rows of units, which fold away under their group. */
  readonly outline: Readonly<Record<number, number>>;
  /** "F9:F40" of every column "Tăng/giảm". */
  readonly differences: readonly string[];
  /** Next free row. */
  readonly next: number;
  /** Address of a total: code and series → "D20". */
  addressOfTotal(code: string, series: number): string | null;
}

const FIRST_VALUE_COLUMN = 3;
/** Widths in characters. */
export const ORDINAL_WIDTH = 6;
export const NAME_WIDTH = 34;
export const VALUE_WIDTH = 10;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

export function summaryTable(input: TableInput): PlacedTable {
  const span = input.series.length + (input.difference === null ? 0 : 1);
  const columnOf = (index: number, series: number): number => FIRST_VALUE_COLUMN + index * span + series;
  const lastColumn = Math.max(2, columnOf(input.indicators.length, 0) - 1);
  const head = headCells(input, span, columnOf);
  const cells: CellModel[] = [...head.cells];
  const [first, against] = [input.series[0], input.series[input.difference ?? -1]];
  const comparison = first && against ? compareTotals(first.totals, against.totals, input.absorbed) : null;
  const draw = (row: number, source: RowSource): void => {
    cells.push(...valueCells(input, row, source, columnOf, comparison));
  };
  const groups = groupsOfSeries(input.series.map(({ totals }) => totals));
  const unitsOf = new Map(
    input.series.map(({ totals }) => [totals, new Map(totals.units.map((unit) => [unit.unit, unit]))]),
  );
  const held = new Set(
    input.series.flatMap(({ totals }) => totals.units.flatMap((row) => (row.held ? [row.unit] : []))),
  );
  const nameOf = ({ unit, name }: { readonly unit: string; readonly name: string }): string =>
    held.has(unit) ? `${name} ${HELD_MARK}` : name;
  const rowHeights: Record<number, number> = headHeights(input, span);
  const groupRows: number[] = [];
  const outline: Record<number, number> = {};
  let row = input.top + 4;
  let ordinal = 0;
  for (const [index, group] of groups.entries()) {
    const groupRow = row;
    groupRows.push(groupRow);
    const unitRows = group.units.map((_, offset) => groupRow + 1 + offset);
    const groupStyle: CellStyle = { bold: true, fill: GROUP_FILL };
    const groupName = `${group.name} (${group.units.length} đơn vị)`;
    rowHeights[row] = rowHeight([{ text: groupName, width: NAME_WIDTH, size: 12, bold: true }]);
    cells.push(
      textCell(row, 1, ROMAN[index] ?? String(index + 1), { ...CENTRED, ...groupStyle }),
      textCell(row, 2, groupName, { ...TEXT, ...groupStyle }),
    );
    draw(row, {
      row: { kind: 'group', group: group.group },
      values: ({ totals }) => totals.groups.find((one) => one.group === group.group)?.values,
      parts: unitRows,
      partFigures: ({ totals }, code) => {
        const rows = unitsOf.get(totals);
        return group.units.map(({ unit }) => ({
          value: rows?.get(unit)?.values[code],
          held: rows?.get(unit)?.held?.[code] ?? 0,
        }));
      },
      carried: () => false,
      style: groupStyle,
    });
    row += 1;
    for (const unit of group.units) {
      ordinal += 1;
      outline[row] = 1;
      rowHeights[row] = rowHeight([{ text: nameOf(unit), width: NAME_WIDTH, size: 12 }]);
      const pale: CellStyle = input.missing.has(unit.unit) ? { italic: true, color: '7F7F7F' } : {};
      cells.push(
        { row, column: 1, value: { kind: 'number', value: ordinal }, style: CENTRED },
        textCell(row, 2, nameOf(unit), { ...TEXT, ...pale }),
      );
      draw(row, {
        row: { kind: 'unit', unit: unit.unit },
        values: ({ totals }) => unitsOf.get(totals)?.get(unit.unit)?.values,
        parts: [],
        partFigures: () => [],
        carried: ({ totals }, code) => unitsOf.get(totals)?.get(unit.unit)?.carried.includes(code) ?? false,
        style: pale,
      });
      row += 1;
    }
  }
  const totalStyle: CellStyle = { bold: true, fill: TOTAL_FILL };
  cells.push(
    textCell(row, 1, '', { ...CENTRED, ...totalStyle }),
    textCell(row, 2, 'TỔNG CỘNG', { ...TEXT, ...totalStyle }),
  );
  const totalRow = row;
  rowHeights[totalRow] = 22;
  const totalCells = valueCells(
    input,
    totalRow,
    {
      row: { kind: 'total' },
      values: ({ totals }) => totals.totals,
      parts: groupRows,
      partFigures: ({ totals }, code) =>
        groups.map(({ group }) => ({
          value: totals.groups.find((one) => one.group === group)?.values[code],
          held: 0,
        })),
      carried: () => false,
      style: totalStyle,
    },
    columnOf,
    comparison,
  );
  cells.push(...totalCells.map((cell) => named(cell, input, span)));
  return {
    cells,
    merges: head.merges,
    rowHeights,
    headRows: { first: input.top, last: input.top + 3 },
    lastColumn,
    totalRow,
    outline,
    differences:
      input.difference === null
        ? []
        : input.indicators.map((_, index) => {
            const column = columnOf(index, input.series.length);
            return `${cellAddress(input.top + 4, column)}:${cellAddress(totalRow, column)}`;
          }),
    next: totalRow + 1,
    addressOfTotal(code, series) {
      const index = input.indicators.findIndex((indicator) => indicator.id === code);
      return index < 0 ? null : cellAddress(totalRow, columnOf(index, series));
    },
  };
}

function named(cell: CellModel, input: TableInput, span: number): CellModel {
  const offset = cell.column - FIRST_VALUE_COLUMN;
  const indicator = input.indicators[Math.floor(offset / span)];
  const prefix = input.series[offset % span]?.namePrefix ?? null;
  return indicator && prefix !== null ? { ...cell, name: `${prefix}${indicator.id}` } : cell;
}

function headHeights(input: TableInput, span: number): Record<number, number> {
  const width = span * VALUE_WIDTH;
  const tallest = (text: (indicator: Indicator) => string): number =>
    rowHeight(input.indicators.map((one) => ({ text: text(one), width, size: 11, bold: true })));
  return {
    [input.top]: tallest((one) => (aloneInSection(input, one) ? one.section : '')),
    [input.top + 1]: tallest((one) => one.name),
    [input.top + 2]: tallest((one) => `${one.id} (${one.unit})`),
    [input.top + 3]: 20,
  };
}

/** A section over one indicator has to wrap in its width. */
function aloneInSection({ indicators }: TableInput, indicator: Indicator): boolean {
  return indicators.filter(({ section }) => section === indicator.section).length === 1;
}

/** Four rows: section, indicator, code and unit of measure, series. */
function headCells(
  input: TableInput,
  span: number,
  columnOf: (index: number, series: number) => number,
): { readonly cells: readonly CellModel[]; readonly merges: readonly string[] } {
  const { top, indicators } = input;
  const cells: CellModel[] = [];
  const merges: string[] = [];
  const merge = (row: number, first: number, last: number, lastRow = row): void => {
    if (first !== last || row !== lastRow)
      merges.push(`${cellAddress(row, first)}:${cellAddress(lastRow, last)}`);
  };
  const put = (row: number, first: number, last: number, text: string): void => {
    for (let column = first; column <= last; column += 1)
      cells.push(textCell(row, column, column === first ? text : '', HEAD));
  };
  for (const [column, text] of [
    [1, 'STT'],
    [2, 'Đơn vị'],
  ] as const) {
    for (let row = top; row < top + 4; row += 1) put(row, column, column, row === top ? text : '');
    merge(top, column, column, top + 3);
  }
  const titles = [
    ...input.series.map((one) => one.title),
    ...(input.difference === null ? [] : ['Tăng/giảm']),
  ];
  let sectionStart = 0;
  indicators.forEach((indicator, index) => {
    const first = columnOf(index, 0);
    const last = first + span - 1;
    put(top + 1, first, last, indicator.name);
    merge(top + 1, first, last);
    put(top + 2, first, last, `${indicator.id} (${indicator.unit})`);
    merge(top + 2, first, last);
    titles.forEach((title, series) => put(top + 3, first + series, first + series, title));
    if (indicators[index + 1]?.section === indicator.section) return;
    put(top, columnOf(sectionStart, 0), last, indicator.section);
    merge(top, columnOf(sectionStart, 0), last);
    sectionStart = index + 1;
  });
  return { cells, merges };
}
