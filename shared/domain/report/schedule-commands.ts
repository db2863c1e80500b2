/** What is owed: asking for a period, and giving one unit more time. domain.md §5 "Periods", "Late". */
import { isLater } from './extension';
import { dateOfInstant, formatDate } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import { sameJson } from '../../records';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator } from '../office/model';
import { arrangeAsks } from './asks';
import type { Asked } from './asks';
import { askedUnits, entryMap, expectedUnits, isActiveOn } from './expected-units';
import type { EntryMap } from './expected-units';
import { withExtension } from './extension';
import { indicatorMap } from './indicators';
import type { FigurePeriod, PeriodId, PeriodRequest, ReportPeriod } from './model';
import { reportPeriodSchema } from './model';
import { reportId } from './lateness';
import { owedTwice, reportsLost } from './owed-once';
import { isMonthRange, parsePeriod, periodNameInText } from './periods';

export interface ScheduleCommand {
  readonly period: PeriodId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly lastDay: PlainDate;
  /** HH:mm, for an ad hoc request with an hour. */
  readonly time: string | null;
  /** Codes of the units that no ask names; what their rates need is added. */
  readonly indicators: readonly string[];
  /** Other lists of codes for some of the units. */
  readonly asks?: readonly Asked[];
  /** Unit ids, groups already expanded. */
  readonly unitIds: readonly string[];
  readonly cumulativeFrom: ReportPeriod['cumulativeFrom'];
  readonly via: string;
  /** Absent: as it stands, else none. */
  readonly receivedBy?: string;
  readonly consolidatedBy?: string;
  readonly dueToCity?: PlainDate | null;
  readonly scheduleId?: string | null;
  readonly request?: PeriodRequest | null;
}

export interface ScheduleContext {
  readonly now: Instant;
  readonly entries: readonly DirectoryEntry[];
  readonly catalogue: readonly Indicator[];
}

/**
 * Asks for a period's reports, or changes what is asked (extensions stay). Refused: an unknown indicator or unit,
 * nobody expected, a figure that a unit already owes in an overlapping period ("nobody owes the same figure twice"),
 * and dropping a unit whose report is in or a figure that one of them gave.
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
  if (command.dueToCity && command.dueToCity < command.lastDay)
    return fail(
      'BAD_REQUEST',
      `Hạn gửi cấp trên ${formatDate(command.dueToCity)} sớm hơn hạn của đơn vị (${formatDate(command.lastDay)}) trong ${periodNameInText(period)}.`,
      { fieldErrors: { dueToCity: 'Phải bằng hoặc sau hạn của đơn vị.' } },
    );
  if (command.lastDay < command.from)
    return fail(
      'BAD_REQUEST',
      `Hạn nộp ${formatDate(command.lastDay)} trước cả ngày đầu của kỳ số liệu (${formatDate(command.from)}).`,
      { fieldErrors: { lastDay: 'Hạn nộp phải sau ngày đầu của kỳ.' } },
    );
  const catalogue = indicatorMap(context.catalogue);
  const asks = command.asks ?? [];
  const named = [...command.indicators, ...asks.flatMap((ask) => ask.indicators)];
  const strangers = [...new Set(named)].filter((code) => !catalogue.has(code));
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
  const standing = draft.get('periods', period);
  const unitIds = [
    ...new Set([...command.unitIds, ...goneAfterReporting(draft, standing, command, entries)]),
  ];
  const others = asks.flatMap((ask) => ask.unitIds).filter((id) => !unitIds.includes(id));
  if (others.length > 0)
    return fail(
      'BAD_REQUEST',
      `Có danh sách chỉ tiêu riêng cho đơn vị không được giao báo cáo: ${namesOf(others, entries)}. Thêm đơn vị hoặc bỏ danh sách riêng đó.`,
      { details: { units: others }, fieldErrors: { asks: 'Chỉ giao riêng cho đơn vị phải báo cáo.' } },
    );
  const owes = arrangeAsks(unitIds, command.indicators, asks, context.catalogue);
  const nothing = owes.asks.find((ask) => ask.indicators.length === 0);
  if (nothing)
    return fail(
      'BAD_REQUEST',
      `Chưa chọn chỉ tiêu nào cho ${namesOf(nothing.unitIds, entries)}. Chọn ít nhất một chỉ tiêu hoặc bỏ đơn vị khỏi danh sách.`,
      { fieldErrors: { asks: 'Chọn ít nhất một chỉ tiêu cho mỗi đơn vị.' } },
    );
  const sameUnits = standing && sameJson([...standing.unitIds].sort(), [...unitIds].sort());
  const asking = {
    id: period,
    unitIds,
    lastDay: command.lastDay,
    askedOn: sameUnits ? standing.askedOn : dateOfInstant(context.now),
    ...owes,
  };
  if (expectedUnits(asking, entries).length === 0)
    return fail(
      'BAD_REQUEST',
      `Không có đơn vị nào hoạt động vào ngày ${formatDate(command.lastDay)} để giao báo cáo.`,
      {
        fieldErrors: { units: 'Chọn ít nhất một đơn vị đang hoạt động.' },
      },
    );
  const lost = reportsLost(draft.list('reports'), asking, entries);
  if (lost) return lost;
  const twice = owedTwice(draft.list('periods'), asking, context.catalogue, entries);
  if (twice)
    return fail(
      'CONFLICT',
      `Các đơn vị đã phải báo cáo ${twice.codes.slice(0, 5).join(', ')}${twice.codes.length > 5 ? ', …' : ''} trong ${periodNameInText(twice.period)}, trùng thời gian với ${periodNameInText(period)}; số liệu được cộng từ kỳ đó, không giao hai lần. Chọn chỉ tiêu khác hoặc đơn vị khác.`,
      { details: { period: twice.period, indicators: twice.codes } },
    );
  const record = reportPeriodSchema.safeParse({
    ...asking,
    from: command.from,
    to: command.to,
    time: command.time,
    // An extension until a moment that is no later than the new one for all says nothing any more.
    extensions: (standing?.extensions ?? []).filter((extension) => isLater(extension, command)),
    cumulativeFrom: command.cumulativeFrom,
    via: command.via,
    receivedBy: command.receivedBy ?? standing?.receivedBy ?? '',
    consolidatedBy: command.consolidatedBy ?? standing?.consolidatedBy ?? '',
    dueToCity: command.dueToCity === undefined ? (standing?.dueToCity ?? null) : command.dueToCity,
    scheduleId: command.scheduleId === undefined ? (standing?.scheduleId ?? null) : command.scheduleId,
    request: command.request === undefined ? (standing?.request ?? null) : command.request,
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

/** Units that reported and were gone by the last day: no list names them any more, their figures stay asked. */
function goneAfterReporting(
  draft: Draft<DossierTables>,
  standing: ReportPeriod | undefined,
  { lastDay }: ScheduleCommand,
  entries: EntryMap,
): readonly string[] {
  if (!standing) return [];
  return standing.unitIds.filter((id) => {
    const unit = entries.get(id);
    const report = draft.get('reports', reportId(standing.id, id));
    return report?.state === 'received' && unit !== undefined && !isActiveOn(unit, lastDay);
  });
}

function namesOf(unitIds: readonly string[], entries: EntryMap): string {
  const names = unitIds.map((id) => entries.get(id)?.name ?? id);
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` và ${names.length - 5} đơn vị khác` : ''}`;
}

/** Gia hạn: a later last day for one unit, with the reason. A second one replaces the first. */
export function extendPeriod(
  draft: Draft<DossierTables>,
  command: {
    readonly period: PeriodId;
    readonly extension: ReportPeriod['extensions'][number];
    readonly entries: readonly DirectoryEntry[];
  },
): Result<ReportPeriod> {
  const period = draft.get('periods', command.period);
  if (!period) return notScheduled(command.period);
  const extensions = withExtension(
    { ...period, unitIds: [...askedUnits(period, entryMap(command.entries))] },
    command.extension,
  );
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
