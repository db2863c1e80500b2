/** Phụ lục số liệu of a report: totals, rates, units, who is late. Landscape, headings repeated, own page numbers. */
import { dateOfInstant, formatDate, isPlainDate } from '../date/plain-date';
import type { Indicator } from '../domain/office/model';
import { sumExact } from '../domain/report/decimals';
import type { Totals } from '../domain/report/model';
import { formatNumber } from '../text/numbers';
import { targetText } from './indicator-text';
import type { BlockModel, TableCellModel, TableModel } from './page-model';
import { listTable, plainLine, shares } from './page-table';
import { asOfText } from './summary-head';
import { shownIndicators, unknownNote, versionText, type SummaryInput } from './summary-input';
import { supplementBlocks } from './supplement-annex';
import { unitStateText } from './unit-state-text';

const SIZE = 10.5;
/** Value columns beside the unit's name that stay legible on A4 landscape. */
const COLUMNS_A_TABLE = 9;
const CAPTION_FILL = 'D9E2F3';
const GROUP_FILL = 'F2F2F2';
const TOTAL_FILL = 'FFF2CC';

/** "35.599"; percentages and rates with two decimals; nothing where nothing is known. */
function figure(indicator: Indicator, value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const rate = indicator.kind === 'P' || indicator.kind === 'R';
  return formatNumber(value, 2, rate);
}

/** Of one unit: yes or no in words. */
function unitFigure(indicator: Indicator, value: number | undefined): string {
  if (indicator.kind !== 'B' || value === undefined) return figure(indicator, value);
  return value > 0 ? 'Có' : 'Không';
}

function signed(indicator: Indicator, now: number | undefined, before: number | undefined): string {
  if (now === undefined || before === undefined) return '';
  const difference = sumExact([now, -before]);
  const shown = figure(indicator, Math.abs(difference));
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '-'}${shown}`;
}

/**
 * A table's caption is the first of its head rows: it never stands alone at the foot of a page and is repeated with
 * the headings. Where there is no table, the caption is a heading over the sentence.
 */
function captioned(text: string, block: BlockModel): readonly BlockModel[] {
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

export function reportAnnex(input: SummaryInput, attachedTo: string): readonly BlockModel[] {
  const indicators = shownIndicators(input);
  const note = unknownNote(indicators, [{ title: '', totals: input.totals }]);
  return [
    plainLine('PHỤ LỤC SỐ LIỆU', 'center', { size: 14, bold: true }, { outlineLevel: 1 }),
    plainLine(attachedTo, 'center', { size: 13, italic: true }),
    plainLine(`${asOfText(input)}. ${versionText(input.totals.version)}.`, 'center', {
      size: 12,
      italic: true,
    }),
    ...captioned('Biểu 1. Số liệu chung', totalsTable(input, indicators)),
    ...captioned('Biểu 2. Tỷ lệ và mục tiêu', coverageTable(input, indicators)),
    ...(note === null
      ? []
      : [plainLine(note, 'left', { size: 11, italic: true }, { spaceBefore: 4, keepWithNext: false })]),
    ...unitTables(input.totals, indicators),
    ...captioned('Biểu 4. Đơn vị chưa báo cáo, bị trả lại, báo cáo trễ hạn', lateTable(input)),
    ...(input.supplement ? supplementBlocks({ ...input, supplement: input.supplement }) : []),
  ];
}

function totalsTable(input: SummaryInput, indicators: readonly Indicator[]): TableModel {
  const widths = [5, 7, 44, 13, 11, 11, 11, 11];
  const heads = ['STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ này', 'Lũy kế', 'Kỳ trước', 'Tăng/giảm'];
  const rows: TableCellModel[][] = [
    heads.map((text): TableCellModel => ({ text, bold: true, align: 'center' })),
  ];
  let section: string | null = null;
  indicators.forEach((indicator, index) => {
    if (indicator.section !== section) {
      section = indicator.section;
      rows.push([{ text: section, bold: true, columnSpan: widths.length, fill: GROUP_FILL }]);
    }
    const [now, overall, before] = [input.totals, input.cumulative, input.previous].map(
      (totals) => totals?.totals[indicator.id],
    );
    rows.push([
      { text: String(index + 1), align: 'center' },
      { text: indicator.id, align: 'center' },
      { text: indicator.name },
      { text: indicator.unit, align: 'center' },
      { text: figure(indicator, now), align: 'right' },
      { text: figure(indicator, overall), align: 'right' },
      { text: figure(indicator, before), align: 'right' },
      { text: signed(indicator, now, before), align: 'right' },
    ]);
  });
  return { kind: 'table', widths: shares(widths), headRows: 1, rows, size: SIZE };
}

function coverageTable(input: SummaryInput, indicators: readonly Indicator[]): BlockModel {
  const { totals } = input;
  const verdict = (met: boolean | null | undefined): string =>
    met === null || met === undefined ? '' : met ? 'Đạt' : 'Chưa đạt';
  const rows = indicators
    .filter(({ id }) => totals.coverage[id] !== undefined || totals.targets[id] !== undefined)
    .map((indicator) => {
      const target = totals.targets[indicator.id];
      const coverage = totals.coverage[indicator.id] ?? {
        reported: totals.totals[indicator.id] ?? null,
        expected: null,
      };
      return [
        indicator.id,
        indicator.name,
        target ? targetText(target.operator, target.value, indicator.unit) : '',
        figure(indicator, coverage.reported),
        verdict(target?.reported),
        `${figure(indicator, coverage.expected)}${totals.unknownDenominators?.[indicator.id] ? '*' : ''}`,
        verdict(target?.expected),
      ];
    });
  if (rows.length === 0)
    return plainLine('Kỳ này không có chỉ tiêu tính tỷ lệ.', 'left', { size: 12, italic: true });
  return listTable(
    [
      { title: 'Mã', width: 7, align: 'center' },
      { title: 'Chỉ tiêu', width: 40 },
      { title: 'Mục tiêu', width: 16, align: 'center' },
      { title: 'Trên số đã báo cáo', width: 12, align: 'right' },
      { title: 'Đánh giá', width: 10, align: 'center' },
      { title: 'Trên tổng số phải báo cáo', width: 13, align: 'right' },
      { title: 'Đánh giá', width: 10, align: 'center' },
    ],
    rows,
    SIZE,
  );
}

/** One table a handful of indicators: all units down, so that nothing is printed too small to read. */
function unitTables(totals: Totals, indicators: readonly Indicator[]): readonly BlockModel[] {
  const count = Math.ceil(indicators.length / COLUMNS_A_TABLE);
  return Array.from({ length: count }, (_, index) => {
    const chosen = indicators.slice(index * COLUMNS_A_TABLE, (index + 1) * COLUMNS_A_TABLE);
    return captioned(captionOf(index, count, chosen), unitTable(totals, chosen));
  }).flat();
}

function captionOf(index: number, count: number, chosen: readonly Indicator[]): string {
  if (count === 1) return 'Biểu 3. Số liệu theo đơn vị (kỳ này; ô trống là chưa có số liệu)';
  const sections = [...new Set(chosen.map((indicator) => indicator.section))].join('; ');
  return `Biểu 3.${index + 1}. Số liệu theo đơn vị (kỳ này): ${sections}`;
}

function unitTable(totals: Totals, indicators: readonly Indicator[]): TableModel {
  const figures = (values: Readonly<Record<string, number>>, style: Partial<TableCellModel> = {}) =>
    indicators.map((indicator): TableCellModel => ({
      text: style.bold
        ? figure(indicator, values[indicator.id])
        : unitFigure(indicator, values[indicator.id]),
      align: 'right',
      ...style,
    }));
  const group: Partial<TableCellModel> = { bold: true, fill: GROUP_FILL };
  const total: Partial<TableCellModel> = { bold: true, fill: TOTAL_FILL };
  const head = (text: string): TableCellModel => ({ text, bold: true, align: 'center' });
  let ordinal = 0;
  const rows: TableCellModel[][] = [
    [
      head('STT'),
      head('Đơn vị'),
      ...indicators.map((indicator) => head(`${indicator.name}\n${indicator.id} (${indicator.unit})`)),
    ],
  ];
  for (const one of totals.groups) {
    rows.push([{ text: '', ...group }, { text: one.name, ...group }, ...figures(one.values, group)]);
    for (const unit of totals.units.filter((row) => row.group === one.group)) {
      ordinal += 1;
      rows.push([{ text: String(ordinal), align: 'center' }, { text: unit.name }, ...figures(unit.values)]);
    }
  }
  rows.push([{ text: '', ...total }, { text: 'TỔNG CỘNG', ...total }, ...figures(totals.totals, total)]);
  return {
    kind: 'table',
    widths: shares([5, 26, ...indicators.map(() => 69 / Math.max(indicators.length, 4))]),
    headRows: 1,
    rows,
    size: SIZE - 0.5,
  };
}

function lateTable(input: SummaryInput): BlockModel {
  const shown = input.status.units.filter(({ state }) => state !== 'on-time');
  if (shown.length === 0)
    return plainLine('Tất cả các đơn vị phải báo cáo đã báo cáo đúng hạn.', 'left', {
      size: 12,
      italic: true,
    });
  return listTable(
    [
      { title: 'STT', width: 6, align: 'center' },
      { title: 'Đơn vị', width: 50 },
      { title: 'Hạn nộp', width: 14, align: 'center' },
      { title: 'Ngày nhận', width: 14, align: 'center' },
      { title: 'Tình trạng', width: 26 },
    ],
    shown.map((unit, index) => [
      String(index + 1),
      unit.name,
      formatDate(unit.lastDay),
      unit.receivedAt === null
        ? ''
        : formatDate(isPlainDate(unit.receivedAt) ? unit.receivedAt : dateOfInstant(unit.receivedAt)),
      unitStateText(unit),
    ]),
    SIZE,
  );
}
