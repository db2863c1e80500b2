/** What is owed: asking for a period, and giving one unit more time. domain.md §5 "Periods", "Late". */
import { formatDate } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator } from '../office/model';
import { entryMap, expectedUnits } from './expected-units';
import { withExtension } from './extension';
import { indicatorMap, isFigure, withParts } from './indicators';
import type { FigurePeriod, PeriodId, ReportPeriod } from './model';
import { reportPeriodSchema } from './model';
import { isMonthRange, parsePeriod, periodNameInText, periodsOverlap } from './periods';

export interface ScheduleCommand {
  readonly period: PeriodId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly lastDay: PlainDate;
  /** HH:mm, for an ad hoc request with an hour. */
  readonly time: string | null;
  /** Codes; what their rates need is added. */
  readonly indicators: readonly string[];
  /** Unit ids, groups already expanded. */
  readonly unitIds: readonly string[];
  readonly cumulativeFrom: ReportPeriod['cumulativeFrom'];
  readonly via: string;
}

export interface ScheduleContext {
  readonly now: Instant;
  readonly entries: readonly DirectoryEntry[];
  readonly catalogue: readonly Indicator[];
}

/**
 * Asks for a period's reports, or changes what is asked (extensions stay). Refused: an unknown indicator or unit,
 * nobody expected, a figure that a unit already owes in an overlapping period ("nobody owes the same figure twice"),
 * and dropping a unit whose report is in.
 */
export function schedulePeriod(
  draft: Draft<DossierTables>,
  command: ScheduleCommand,
  context: ScheduleContext,
): Result<ReportPeriod> {
  const { period } = command;
  if (parsePeriod(period) === null)
    return fail(
      'BAD_REQUEST',
      `Kỳ báo cáo “${period}” không hợp lệ; ví dụ đúng: 2026-03, 2026-Q1, 2026-H1, 2026.`,
      {
        fieldErrors: { period: 'Kỳ báo cáo không hợp lệ.' },
      },
    );
  if (command.to < command.from)
    return fail('BAD_REQUEST', 'Ngày cuối của số liệu phải bằng hoặc sau ngày đầu.', {
      fieldErrors: { to: 'Phải bằng hoặc sau ngày đầu.' },
    });
  if (command.lastDay < command.from)
    return fail(
      'BAD_REQUEST',
      `Hạn nộp ${formatDate(command.lastDay)} trước cả ngày đầu của kỳ số liệu (${formatDate(command.from)}).`,
      { fieldErrors: { lastDay: 'Hạn nộp phải sau ngày đầu của kỳ.' } },
    );
  const catalogue = indicatorMap(context.catalogue);
  const strangers = command.indicators.filter((code) => !catalogue.has(code));
  if (strangers.length > 0)
    return fail('BAD_REQUEST', `Danh mục không có chỉ tiêu ${strangers.join(', ')}; hãy kiểm tra lại mã.`, {
      details: { indicators: strangers },
      fieldErrors: { indicators: `Không có chỉ tiêu ${strangers.join(', ')}.` },
    });
  const entries = entryMap(context.entries);
  const noUnits = command.unitIds.filter((id) => entries.get(id)?.kind !== 'unit');
  if (noUnits.length > 0)
    return fail(
      'BAD_REQUEST',
      'Danh sách có mục không phải là đơn vị trong danh bạ; chỉ đơn vị mới nộp báo cáo.',
      {
        details: { units: noUnits },
        fieldErrors: { units: 'Chỉ chọn đơn vị hoặc nhóm có đơn vị.' },
      },
    );
  const unitIds = [...new Set(command.unitIds)];
  const indicators = withParts(command.indicators, context.catalogue);
  if (expectedUnits({ unitIds, lastDay: command.lastDay }, entries).length === 0)
    return fail(
      'BAD_REQUEST',
      `Không có đơn vị nào hoạt động vào ngày ${formatDate(command.lastDay)} để giao báo cáo.`,
      {
        fieldErrors: { units: 'Chọn ít nhất một đơn vị đang hoạt động.' },
      },
    );
  const standing = draft.get('periods', period);
  const dropped = draft
    .list('reports')
    .filter(
      (report) => report.period === period && report.state === 'received' && !unitIds.includes(report.unitId),
    )
    .map((report) => entries.get(report.unitId)?.name ?? report.unitId);
  if (dropped.length > 0)
    return fail(
      'CONFLICT',
      `Không bỏ được đơn vị đã nộp báo cáo ${periodNameInText(period)}: ${dropped.join(', ')}. Trả lại báo cáo trước nếu thật sự cần bỏ.`,
      { details: { units: dropped } },
    );
  const twice = owedTwice(draft.list('periods'), { period, unitIds, indicators }, context.catalogue);
  if (twice)
    return fail(
      'CONFLICT',
      `Các đơn vị đã phải báo cáo ${twice.codes.slice(0, 5).join(', ')}${twice.codes.length > 5 ? ', …' : ''} trong ${periodNameInText(twice.period)}, trùng thời gian với ${periodNameInText(period)}; số liệu được cộng từ kỳ đó, không giao hai lần. Chọn chỉ tiêu khác hoặc đơn vị khác.`,
      { details: { period: twice.period, indicators: twice.codes } },
    );
  const record = reportPeriodSchema.safeParse({
    id: period,
    from: command.from,
    to: command.to,
    lastDay: command.lastDay,
    time: command.time,
    indicators,
    unitIds,
    extensions: standing?.extensions ?? [],
    cumulativeFrom: command.cumulativeFrom,
    via: command.via,
    createdAt: standing?.createdAt ?? context.now,
  });
  if (!record.success) {
    const issue = record.error.issues[0];
    const message = issue?.message ?? 'Thông tin kỳ báo cáo chưa hợp lệ.';
    return fail('BAD_REQUEST', message, { fieldErrors: { [String(issue?.path[0] ?? 'period')]: message } });
  }
  draft.put('periods', record.data);
  return ok(record.data);
}

/** Another owed period that overlaps and asks some of the same units for some of the same figures. */
function owedTwice(
  periods: readonly ReportPeriod[],
  wanted: {
    readonly period: PeriodId;
    readonly unitIds: readonly string[];
    readonly indicators: readonly string[];
  },
  catalogue: readonly Indicator[],
): { readonly period: PeriodId; readonly codes: readonly string[] } | null {
  const known = indicatorMap(catalogue);
  const units = new Set(wanted.unitIds);
  const figures = new Set(
    wanted.indicators.filter((code) => {
      const indicator = known.get(code);
      return indicator !== undefined && isFigure(indicator);
    }),
  );
  for (const other of periods) {
    if (other.id === wanted.period || !periodsOverlap(other.id, wanted.period)) continue;
    const codes = other.indicators.filter((code) => figures.has(code));
    if (codes.length > 0 && other.unitIds.some((id) => units.has(id))) return { period: other.id, codes };
  }
  return null;
}

/** Gia hạn: a later last day for one unit, with the reason. A second one replaces the first. */
export function extendPeriod(
  draft: Draft<DossierTables>,
  command: { readonly period: PeriodId; readonly extension: ReportPeriod['extensions'][number] },
): Result<ReportPeriod> {
  const period = draft.get('periods', command.period);
  if (!period) return notScheduled(command.period);
  const extensions = withExtension(period, command.extension);
  if (!extensions.ok) return extensions;
  const record: ReportPeriod = { ...period, extensions: extensions.value };
  draft.put('periods', record);
  return ok(record);
}

/** Nothing owed is, or feeds, what figures were asked for. */
export function notScheduled(period: FigurePeriod): Result<never> {
  if (isMonthRange(period))
    return fail(
      'NOT_FOUND',
      `Kế hoạch này không có kỳ báo cáo nào nằm trọn ${periodNameInText(period)}. Chọn khoảng tháng rộng hơn hoặc giao kỳ báo cáo trước.`,
      { details: { period } },
    );
  const name = parsePeriod(period) ? periodNameInText(period) : `“${period}”`;
  return fail('NOT_FOUND', `Kế hoạch này chưa giao báo cáo ${name}. Hãy giao kỳ báo cáo trước.`, {
    details: { period },
  });
}
