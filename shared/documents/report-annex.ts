/** Phụ lục số liệu of a report: totals, rates, units, who is late. Landscape, headings repeated, own page numbers. */
import { dayWithHour } from '../date/hour';
import { dateOfInstant, formatDate, isPlainDate } from '../date/plain-date';
import type { Indicator } from '../domain/office/model';
import { formatNumber } from '../text/numbers';
import {
  ANNEX_SIZE,
  captioned,
  figure,
  GROUP_FILL,
  signed,
  unitTables,
  withMissing,
} from './annex-unit-tables';
import { summaryCharts } from './charts/summary-charts';
import { targetText } from './indicator-text';
import type { BlockModel, TableCellModel, TableModel } from './page-model';
import { listTable, plainLine, shares } from './page-table';
import { asOfText } from './summary-head';
import {
  comparedWithBefore,
  shownIndicators,
  unknownNote,
  versionText,
  type SummaryInput,
} from './summary-input';
import { supplementBlocks } from './supplement-annex';
import { unitStateText } from './unit-state-text';

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
    ...captioned('Biểu 1. Số liệu chung', withMissing(totalsTable(input, indicators), input.totals)),
    ...captioned(
      `Biểu 2. Tỷ lệ và mục tiêu (tính đến ${formatDate(dateOfInstant(input.createdAt))})`,
      withMissing(coverageTable(input, indicators), input.totals),
    ),
    ...(note === null
      ? []
      : [plainLine(note, 'left', { size: 11, italic: true }, { spaceBefore: 4, keepWithNext: false })]),
    ...unitTables(input, indicators),
    ...captioned('Biểu 4. Đơn vị chưa báo cáo, bị trả lại, báo cáo trễ hạn', lateTable(input)),
    ...(input.supplement ? supplementBlocks({ ...input, supplement: input.supplement }) : []),
    ...summaryCharts(input).map((chart, index): BlockModel => ({
      kind: 'chart',
      caption: `Biểu đồ ${index + 1}. ${chart.title}`,
      captionSize: 12,
      chart,
    })),
  ];
}

function totalsTable(input: SummaryInput, indicators: readonly Indicator[]): TableModel {
  const widths = [5, 7, 44, 13, 11, 11, 11, 11];
  const heads = ['STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kỳ này', 'Lũy kế', 'Kỳ trước', 'Tăng/giảm'];
  const rows: TableCellModel[][] = [
    heads.map((text): TableCellModel => ({ text, bold: true, align: 'center' })),
  ];
  const comparison = comparedWithBefore(input);
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
      { text: signed(indicator, comparison?.of(indicator) ?? null), align: 'right' },
    ]);
  });
  return { kind: 'table', widths: shares(widths), headRows: 1, rows, size: ANNEX_SIZE };
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
        partsText(totals, indicator, 'reported'),
        verdict(target?.reported),
        `${figure(indicator, coverage.expected)}${totals.unknownDenominators?.[indicator.id] ? '*' : ''}`,
        partsText(totals, indicator, 'expected'),
        verdict(target?.expected),
      ];
    });
  if (rows.length === 0)
    return plainLine('Kỳ này không có chỉ tiêu tính tỷ lệ.', 'left', { size: 12, italic: true });
  return listTable(
    [
      { title: 'Mã', width: 6, align: 'center' },
      { title: 'Chỉ tiêu', width: 30 },
      { title: 'Mục tiêu', width: 13, align: 'center' },
      { title: 'Trên số đã báo cáo', width: 10, align: 'right' },
      { title: 'Tử số/mẫu số', width: 12, align: 'center' },
      { title: 'Đánh giá', width: 9, align: 'center' },
      { title: 'Trên tổng số phải báo cáo', width: 11, align: 'right' },
      { title: 'Tử số/mẫu số', width: 12, align: 'center' },
      { title: 'Đánh giá', width: 9, align: 'center' },
    ],
    rows,
    ANNEX_SIZE,
  );
}

/** "99/103": what a coverage is the quotient of; nothing for a closing that was made before parts were kept. */
function partsText(totals: SummaryInput['totals'], { id }: Indicator, base: 'reported' | 'expected'): string {
  const parts = totals.coverageParts?.[id]?.[base];
  return parts ? `${formatNumber(parts.numerator)}/${formatNumber(parts.denominator)}` : '';
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
      dayWithHour(unit.lastDay, unit.time ?? null),
      unit.receivedAt === null
        ? ''
        : formatDate(isPlainDate(unit.receivedAt) ? unit.receivedAt : dateOfInstant(unit.receivedAt)),
      unitStateText(unit),
    ]),
    ANNEX_SIZE,
  );
}
