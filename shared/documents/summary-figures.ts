/**
 * The figures of one row of the summary table: numbers, or formulas where a formula gives the consolidation's own number.
 * domain.md §5.
 */
import type { Indicator } from '../domain/office/model';
import type { ComparedRow, Comparison } from '../domain/report/comparison';
import { sumExact } from '../domain/report/decimals';
import type { RateDays } from '../domain/report/rate-days';
import { roundHalfUp } from '../text/numbers';
import { EMPTY, NUMBER, numberFormat, YES_NO_FORMAT } from './cell-style';
import { cellAddress, type CellModel, type CellStyle, type CellValue } from './sheet-model';
import type { TableInput, TableSeries } from './summary-table';

interface PartFigure {
  /** Undefined: nothing was told. */
  readonly value: number | undefined;
  /** How much of it a unit above it already told. */
  readonly held: number;
}

export interface RowSource {
  readonly row: ComparedRow;
  /** Figures of the row in one series. */
  readonly values: (series: TableSeries) => Readonly<Record<string, number>> | undefined;
  /** Rows that add up to this one; empty for a unit. */
  readonly parts: readonly number[];
  /** Figures of those rows, in their order. */
  readonly partFigures: (series: TableSeries, code: string) => readonly PartFigure[];
  readonly carried: (series: TableSeries, code: string) => boolean;
  readonly style: CellStyle;
}

/** The cells of a row: every indicator in every series, and what it grew by. */
export function valueCells(
  input: TableInput,
  row: number,
  source: RowSource,
  columnOf: (index: number, series: number) => number,
  comparison: Comparison | null,
): readonly CellModel[] {
  return input.indicators.flatMap((indicator, index) => {
    const format = numberFormat(indicator);
    const style: CellStyle = { ...NUMBER, ...source.style };
    const cells = input.series.map((series, at): CellModel => {
      const value = cellValue(input, series, at, indicator, row, source, columnOf);
      const carried = source.carried(series, indicator.id);
      return {
        row,
        column: columnOf(index, at),
        value,
        style: carried ? { ...style, italic: true } : style,
        ...(carried && { note: 'Đơn vị báo không phát sinh: lấy theo số của kỳ gần nhất.' }),
      };
    });
    const against = input.difference;
    if (against === null) return cells;
    const compared = comparison?.of(indicator, source.row) ?? null;
    const column = columnOf(index, input.series.length);
    const signed = `+${format};-${format};0`;
    const differenceOf = (): CellValue => {
      if (compared === null) return EMPTY;
      const value = sumExact([compared.now, -compared.before]);
      if (compared.whole) {
        const [now, before] = [columnOf(index, 0), columnOf(index, against)];
        return {
          kind: 'formula',
          formula: `${cellAddress(row, now)}-${cellAddress(row, before)}`,
          value,
          format: signed,
        };
      }
      // Over some units only: no difference of the two cells beside it.
      return { kind: 'number', value, format: signed };
    };
    const over = compared === null || compared.whole ? null : compared.units;
    return [
      ...cells,
      {
        row,
        column,
        value: differenceOf(),
        style,
        ...(over !== null && { note: `Tính trên ${over} đơn vị báo cáo cả hai kỳ.` }),
      },
    ];
  });
}

function cellValue(
  input: TableInput,
  series: TableSeries,
  at: number,
  indicator: Indicator,
  row: number,
  source: RowSource,
  columnOf: (index: number, series: number) => number,
): CellValue {
  const values = source.values(series);
  const stored = values?.[indicator.id];
  if (values === undefined || stored === undefined) return EMPTY;
  const format =
    indicator.kind === 'B' && source.parts.length === 0 ? YES_NO_FORMAT : numberFormat(indicator);
  const addressOf = (code: string, inRow = row): string | null => {
    const index = input.indicators.findIndex((one) => one.id === code);
    return index < 0 ? null : cellAddress(inRow, columnOf(index, at));
  };
  const own = series.rateDays?.[indicator.id];
  const days = own ? (daysOf(own, source.row) ?? series.days) : series.days;
  const candidate = formulaFor(indicator, values, days, addressOf) ?? sumFormula();
  // A formula stands only where it gives the consolidation's own number (a parent that reports for its children, a
  // stock without its numerator … do not add up by columns); elsewhere the number itself.
  if (candidate === null || Math.abs(candidate.computed - stored) > 1e-9 * Math.max(1, Math.abs(stored)))
    return { kind: 'number', value: stored, format };
  return { kind: 'formula', formula: candidate.formula, value: stored, format };

  function sumFormula(): Computed | null {
    if (source.parts.length === 0 || indicator.kind === 'P' || indicator.kind === 'R') return null;
    const figures = source.partFigures(series, indicator.id);
    // What a unit above told already is not added again: its row is left out, or only what is over is added.
    const added = source.parts.filter((_, at) => (figures[at]?.held ?? 0) === 0);
    const over = source.parts.flatMap((part, at) => {
      const { value, held = 0 } = figures[at] ?? {};
      return value === undefined || held === 0 || value === held
        ? []
        : [`(${addressOf(indicator.id, part) ?? ''}-${held})`];
    });
    const [first, last] = [added[0], added.at(-1)];
    if (addressOf(indicator.id) === null || first === undefined || last === undefined) return null;
    const adjoining = last - first + 1 === added.length;
    const list = adjoining
      ? `${addressOf(indicator.id, first) ?? ''}:${addressOf(indicator.id, last) ?? ''}`
      : added.map((part) => addressOf(indicator.id, part) ?? '').join(',');
    return {
      formula: [`SUM(${list})`, ...over].join('+'),
      computed: sumExact(figures.flatMap(({ value, held }) => (value === undefined ? [] : [value, -held]))),
    };
  }
}

function daysOf(days: RateDays, row: ComparedRow): number | undefined {
  if (row.kind === 'total') return days.total;
  return days.rows[row.kind === 'unit' ? row.unit : (row.group ?? '')];
}

interface Computed {
  readonly formula: string;
  readonly computed: number;
}

/** P and R from the cells of their own row. */
function formulaFor(
  indicator: Indicator,
  values: Readonly<Record<string, number>>,
  days: number | null,
  addressOf: (code: string) => string | null,
): Computed | null {
  if (indicator.kind === 'P' && indicator.numerator !== null && indicator.denominator !== null) {
    const [part, whole] = [values[indicator.numerator], values[indicator.denominator]];
    const [partCell, wholeCell] = [addressOf(indicator.numerator), addressOf(indicator.denominator)];
    if (part === undefined || whole === undefined || whole === 0) return null;
    if (partCell === null || wholeCell === null) return null;
    return {
      formula: `ROUND(${partCell}/${wholeCell}*100,2)`,
      computed: roundHalfUp((part / whole) * 100, 2),
    };
  }
  if (indicator.kind === 'R' && days !== null && days > 0) {
    const cells = indicator.rateOf.map((code) => addressOf(code)).filter((address) => address !== null);
    if (cells.length !== indicator.rateOf.length) return null;
    const sum = sumExact(indicator.rateOf.flatMap((code) => values[code] ?? []));
    return {
      formula: `ROUND(SUM(${cells.join(',')})/(${days}/7),2)`,
      computed: roundHalfUp((sum * 7) / days, 2),
    };
  }
  return null;
}
