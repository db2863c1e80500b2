/**
 * Biểu 3 of a report's annex: units by group down, indicators across, each Kỳ này | Lũy kế | Kỳ trước | Tăng/giảm;
 * under each table the units whose figures are not in it. domain.md §5 "Table for superiors".
 */
import type { Indicator } from '../domain/office/model';
import type { Compared, ComparedRow } from '../domain/report/comparison';
import { sumExact } from '../domain/report/decimals';
import type { Totals } from '../domain/report/model';
import { HELD_MARK, heldWords, lackingWords } from '../i18n/vi';
import { formatNumber } from '../text/numbers';
import type { BlockModel, TableCellModel, TableModel } from './page-model';
import { plainLine, shares } from './page-table';
import { groupsOfSeries, type TableGroup } from './table-groups';
import { comparedWithBefore, type SummaryInput } from './summary-input';

export const ANNEX_SIZE = 10.5;
export const CAPTION_FILL = 'D9E2F3';
export const GROUP_FILL = 'F2F2F2';
export const TOTAL_FILL = 'FFF2CC';

/** Value columns beside the unit's name that stay legible on A4 landscape: one series each, or all of them. */
const PLAIN_COLUMNS = 9;
const SERIES_COLUMNS = 12;
/** Units × indicators up to which every unit is printed with every series; beyond, the groups are. */
const MOST_DETAILED = 600;

/** What a row of the table is about. */
type Row = ComparedRow;

/** One column under an indicator. */
interface Series {
  readonly title: string;
  readonly text: (row: Row, indicator: Indicator) => string;
}

/** "35.599"; percentages and rates with two decimals; nothing where nothing is known. */
export function figure(indicator: Indicator, value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const rate = indicator.kind === 'P' || indicator.kind === 'R';
  return formatNumber(value, 2, rate);
}

export function signed(indicator: Indicator, compared: Compared | null): string {
  if (compared === null) return '';
  const difference = sumExact([compared.now, -compared.before]);
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '-'}${figure(indicator, Math.abs(difference))}`;
}

/** Of one unit: yes or no in words. */
function unitFigure(indicator: Indicator, value: number | undefined): string {
  if (indicator.kind !== 'B' || value === undefined) return figure(indicator, value);
  return value > 0 ? 'Có' : 'Không';
}

/**
 * A table's caption is the first of its head rows: it never stands alone at the foot of a page and is repeated with
 * the headings. Where there is no table, the caption is a heading over the sentence.
 */
export function captioned(text: string, block: BlockModel): readonly BlockModel[] {
  if (block.kind !== 'table')
    return [
      plainLine(
        text,
        'left',
        { size: 13, bold: true },
        { spaceBefore: 10, spaceAfter: 4, keepWithNext: true },
      ),
      block,
    ];
  const caption: TableCellModel = { text, bold: true, columnSpan: block.widths.length, fill: CAPTION_FILL };
  return [
    { kind: 'space', height: 10 },
    { ...block, headRows: block.headRows + 1, rows: [[caption], ...block.rows] },
  ];
}

/**
 * "Chưa có số liệu của 2 đơn vị: … Chi bộ A: thiếu tháng 2/2026." under the table: its last row, so that no page parts the two. The table alone where
 * every unit's figures are in.
 */
export function withMissing<Block extends BlockModel>(block: Block, totals: Totals): Block | TableModel {
  if (block.kind !== 'table' || totals.missingUnits.length === 0) return block;
  const names = totals.missingUnits.filter(({ lacking }) => !lacking).map(({ name }) => name);
  const text = [
    ...(names.length === 0 ? [] : [`Chưa có số liệu của ${names.length} đơn vị: ${names.join('; ')}.`]),
    ...totals.missingUnits.flatMap((unit) => (unit.lacking ? [`${lackingWords(unit)}.`] : [])),
  ].join(' ');
  return { ...block, rows: [...block.rows, [{ text, italic: true, columnSpan: block.widths.length }]] };
}

/** Units of which something stands in the report of a unit above them. */
function heldUnits({ totals, cumulative, previous }: SummaryInput): ReadonlySet<string> {
  return new Set(
    [totals, cumulative, ...(previous ? [previous] : [])].flatMap(({ units }) =>
      units.flatMap(({ unit, held }) => (held ? [unit] : [])),
    ),
  );
}

/** Why rows do not add up to their group, as a last row; of a table with groups only there is nothing to explain. */
function withHeld(block: TableModel, input: SummaryInput, rows: readonly TableGroup[]): TableModel {
  const { totals, cumulative, previous } = input;
  const words = heldWords([totals, cumulative, ...(previous ? [previous] : [])]);
  if (words === null || rows.every(({ units }) => units.length === 0)) return block;
  return {
    ...block,
    rows: [...block.rows, [{ text: words, italic: true, columnSpan: block.widths.length }]],
  };
}

export function unitTables(input: SummaryInput, indicators: readonly Indicator[]): readonly BlockModel[] {
  const { totals, cumulative, previous } = input;
  const groups = groupsOfSeries([totals, cumulative]);
  const units = groups.reduce((sum, group) => sum + group.units.length, 0);
  const series = allSeries(input);
  const held = heldUnits(input);
  const detailed = units * indicators.length <= MOST_DETAILED;
  const columns = (count: number): number => Math.max(1, Math.floor(SERIES_COLUMNS / count));
  const draw = (chosen: readonly Indicator[], shown: readonly Series[], rows: readonly TableGroup[]) =>
    withMissing(withHeld(table(chosen, shown, rows, held), input, rows), totals);
  if (detailed)
    return tables('Biểu 3', 'Số liệu theo đơn vị', indicators, columns(series.length), (chosen) =>
      draw(chosen, series, groups),
    );
  const bare = groups.map((group) => ({ ...group, units: [] }));
  const compared = previous === null ? 'kỳ này và lũy kế' : 'kỳ này, lũy kế và so với kỳ trước';
  return [
    ...tables(
      'Biểu 3',
      `Số liệu theo nhóm đơn vị, ${compared}`,
      indicators,
      columns(series.length),
      (chosen) => draw(chosen, series, bare),
    ),
    ...tables(
      'Biểu 3',
      'Số liệu kỳ này theo đơn vị',
      indicators,
      PLAIN_COLUMNS,
      (chosen) => draw(chosen, series.slice(0, 1), groups),
      Math.ceil(indicators.length / columns(series.length)),
    ),
  ];
}

/** "Biểu 3.2. …: sections": one table a handful of indicators, numbered on from `before`. */
function tables(
  label: string,
  title: string,
  indicators: readonly Indicator[],
  size: number,
  draw: (chosen: readonly Indicator[]) => TableModel,
  before = 0,
): readonly BlockModel[] {
  const count = Math.ceil(indicators.length / size);
  return Array.from({ length: count }, (_, index) => {
    const chosen = indicators.slice(index * size, (index + 1) * size);
    const number = count === 1 && before === 0 ? label : `${label}.${before + index + 1}`;
    const sections =
      count === 1
        ? '(ô trống là chưa có số liệu)'
        : `– ${[...new Set(chosen.map((one) => one.section))].join('; ')}`;
    return captioned(`${number}. ${title} ${sections}`, draw(chosen));
  }).flat();
}

/** Figures of a row in one consolidation; units are looked up in an index made once. */
function lookup(totals: Totals): (row: Row) => Readonly<Record<string, number>> | undefined {
  const units = new Map(totals.units.map((row) => [row.unit, row.values]));
  const groups = new Map(totals.groups.map((row) => [row.group, row.values]));
  return (row) => {
    if (row.kind === 'total') return totals.totals;
    return row.kind === 'unit' ? units.get(row.unit) : groups.get(row.group);
  };
}

function allSeries(input: SummaryInput): readonly Series[] {
  const { totals, cumulative, previous } = input;
  const now = lookup(totals);
  const plain = (title: string, of: ReturnType<typeof lookup>): Series => ({
    title,
    text: (row, indicator) => {
      const value = of(row)?.[indicator.id];
      return row.kind === 'unit' ? unitFigure(indicator, value) : figure(indicator, value);
    },
  });
  const both = [plain('Kỳ này', now), plain('Lũy kế', lookup(cumulative))];
  if (previous === null) return both;
  const comparison = comparedWithBefore(input);
  return [
    ...both,
    plain('Kỳ trước', lookup(previous)),
    {
      title: 'Tăng/giảm',
      text: (row, indicator) => signed(indicator, comparison?.of(indicator, row) ?? null),
    },
  ];
}

function table(
  indicators: readonly Indicator[],
  series: readonly Series[],
  groups: readonly TableGroup[],
  held: ReadonlySet<string>,
): TableModel {
  const group: Partial<TableCellModel> = { bold: true, fill: GROUP_FILL };
  const total: Partial<TableCellModel> = { bold: true, fill: TOTAL_FILL };
  const figures = (row: Row, style: Partial<TableCellModel> = {}): readonly TableCellModel[] =>
    indicators.flatMap((indicator) =>
      series.map((one): TableCellModel => ({ text: one.text(row, indicator), align: 'right', ...style })),
    );
  const rows: TableCellModel[][] = [...headRows(indicators, series)];
  let ordinal = 0;
  for (const one of groups) {
    rows.push([
      { text: '', ...group },
      { text: one.name, ...group },
      ...figures({ kind: 'group', group: one.group }, group),
    ]);
    for (const unit of one.units) {
      ordinal += 1;
      rows.push([
        { text: String(ordinal), align: 'center' },
        { text: held.has(unit.unit) ? `${unit.name} ${HELD_MARK}` : unit.name },
        ...figures({ kind: 'unit', unit: unit.unit }),
      ]);
    }
  }
  rows.push([{ text: '', ...total }, { text: 'TỔNG CỘNG', ...total }, ...figures({ kind: 'total' }, total)]);
  const columns = indicators.length * series.length;
  return {
    kind: 'table',
    widths: shares([5, 26, ...Array.from({ length: columns }, () => 69 / Math.max(columns, 4))]),
    headRows: series.length > 1 ? 2 : 1,
    rows,
    size: ANNEX_SIZE - (series.length > 1 ? 1 : 0.5),
  };
}

function headRows(indicators: readonly Indicator[], series: readonly Series[]): readonly TableCellModel[][] {
  const head = (text: string, more: Partial<TableCellModel> = {}): TableCellModel => ({
    text,
    bold: true,
    align: 'center',
    ...more,
  });
  const name = (indicator: Indicator): string => `${indicator.name}\n${indicator.id} (${indicator.unit})`;
  if (series.length === 1)
    return [[head('STT'), head('Đơn vị'), ...indicators.map((indicator) => head(name(indicator)))]];
  return [
    [
      head('STT', { rowSpan: 2 }),
      head('Đơn vị', { rowSpan: 2 }),
      ...indicators.map((indicator) => head(name(indicator), { columnSpan: series.length })),
    ],
    indicators.flatMap(() => series.map(({ title }) => head(title))),
  ];
}
