/** The consolidated workbook of a period for superiors and for the office. domain.md §5, "Table for superiors". */
import type { Indicator } from '../domain/office/model';
import { periodNameInText } from '../domain/report/periods';
import { OCCASION } from '../i18n/vi';
import { sheetFooter } from './cell-style';
import { summaryCharts } from './charts/summary-charts';
import type { SheetModel, WorkbookModel } from './sheet-model';
import { asOfText, SUMMARY_SHEETS } from './summary-head';
import { chartsSheet } from './summary-charts-sheet';
import { conferenceSheet } from './summary-conference-sheet';
import { occasionInTitle, shownIndicators, type SummaryInput } from './summary-input';
import { missingSheet } from './summary-missing-sheet';
import { modelsSheet } from './summary-models-sheet';
import { statusSheet } from './summary-status-sheet';
import { summaryTable, type TableSeries } from './summary-table';
import { HEAD_TOP, tableSheet, TOTAL_NAME } from './summary-table-sheet';
import { supplementSheet } from './supplement-annex';
import { targetsSheet } from './summary-targets-sheet';

/**
 * Sheets: units × indicators with Kỳ này | Lũy kế and named totals (`tong_<code>`); the same against the period
 * before; coverages and targets; timeliness; who is missing; conferences; charts; one table a section. Formulas hold
 * the consolidation's own numbers as stored values.
 */
export function summaryWorkbook(input: SummaryInput): WorkbookModel {
  const indicators = shownIndicators(input);
  const missing = new Set(input.totals.missingUnits.map(({ unit }) => unit));
  const current: TableSeries = {
    title: 'Kỳ này',
    totals: input.totals,
    days: input.days?.period ?? null,
    rateDays: input.rateDays?.period,
    namePrefix: TOTAL_NAME,
  };
  const cumulative: TableSeries = {
    title: 'Lũy kế',
    totals: input.cumulative,
    days: input.days?.cumulative ?? null,
    rateDays: input.rateDays?.cumulative,
    namePrefix: null,
  };
  const table = summaryTable({
    indicators,
    series: [current, cumulative],
    difference: null,
    top: HEAD_TOP,
    missing,
  });
  const sheets: SheetModel[] = [
    tableSheet(input, SUMMARY_SHEETS.table, table, `TỔNG HỢP BÁO CÁO${occasionInTitle(input)}`),
  ];
  if (input.previous !== null)
    sheets.push(
      tableSheet(
        input,
        SUMMARY_SHEETS.comparison,
        summaryTable({
          indicators,
          series: [
            { ...current, namePrefix: null },
            { title: 'Kỳ trước', totals: input.previous, days: null, namePrefix: null },
          ],
          difference: 1,
          absorbed: input.absorbed,
          top: HEAD_TOP,
          missing,
        }),
        'SO SÁNH VỚI KỲ TRƯỚC:',
      ),
    );
  const footer = sheetFooter(asOfText(input));
  const supplement = input.supplement ? supplementSheet({ ...input, supplement: input.supplement }) : null;
  const models = modelsSheet(input, footer);
  const conferences = conferenceSheet(input, indicators, table, footer);
  const charts = chartsSheet(input, summaryCharts(input), footer);
  sheets.push(
    targetsSheet(input, indicators, table, footer),
    statusSheet(input, footer),
    missingSheet(input, footer),
    ...(supplement ? [supplement] : []),
    ...(conferences ? [conferences] : []),
    ...(models ? [models] : []),
    ...(charts ? [charts] : []),
    ...sectionSheets(input, indicators, [current, cumulative], missing),
  );
  return {
    title: `Tổng hợp báo cáo${input.occasion ? ` ${OCCASION[input.occasion]}` : ''} ${periodNameInText(input.totals.period)} – ${input.planTitle}`,
    creator: input.office.issuingBody,
    createdAt: input.createdAt,
    sheets,
  };
}

/** One sheet a section of the catalogue, with all four columns; none where one section is all there is. */
function sectionSheets(
  input: SummaryInput,
  indicators: readonly Indicator[],
  both: readonly TableSeries[],
  missing: ReadonlySet<string>,
): readonly SheetModel[] {
  const sections = [...new Set(indicators.map(({ section }) => section))];
  if (sections.length < 2) return [];
  const series = both.map((one) => ({ ...one, namePrefix: null }));
  const { previous } = input;
  return sections.map((section, index) =>
    tableSheet(
      input,
      `${index + 1}. ${section}`,
      summaryTable({
        indicators: indicators.filter((indicator) => indicator.section === section),
        series:
          previous === null
            ? series
            : [...series, { title: 'Kỳ trước', totals: previous, days: null, namePrefix: null }],
        difference: previous === null ? null : series.length,
        absorbed: input.absorbed,
        top: HEAD_TOP,
        missing,
      }),
      section.toUpperCase(),
    ),
  );
}
