/**
 * Reports coming in, going back, and the period's closing: transitions over the draft of a dossier.
 * domain.md §5 "Late" (receipt of the first acceptable one; a returned report is owed again; late figures after a
 * close make a new version, "bổ sung").
 */
import { dateOfInstant, timeOfInstant } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { sameJson } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry, Indicator } from '../office/model';
import { periodFor } from './asks';
import { canonicalJson } from './canonical-json';
import { consolidate } from './consolidate';
import { withEarlierEvidence } from './evidence';
import { entryMap } from './expected-units';
import { notOwing } from './judge-form';
import { reportId } from './lateness';
import { closingHere, type Consolidation, type PrintedContext } from './consolidation-model';
import type { FigurePeriod, GoodModel, PeriodId, Report, ReportSource, Totals } from './model';
import { owedParts } from './parts';
import { isFigurePeriod, periodNameInText } from './periods';
import type { Target } from './rates';
import { notScheduled } from './schedule-commands';

export interface AcceptCommand {
  readonly period: PeriodId;
  readonly unitId: string;
  /** Judged figures and texts (`judgeForm`, `judgeTyped`). */
  readonly values: Readonly<Record<string, number>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly nil: boolean;
  readonly nilSaidBy: string;
  /** How nil was said: "điện thoại", "Zalo", "biểu". */
  readonly nilHow?: string;
  /** Absent: nothing was said about titled entries, those that stand are kept. */
  readonly models?: readonly GoodModel[];
  /** Day of receipt; null: today. */
  readonly receivedOn: PlainDate | null;
  /** HH:mm of receipt; undefined: now when it was received today, else not known; null: not known. */
  readonly receivedTime: string | null | undefined;
  readonly source: ReportSource;
}

/**
 * One figure or text before and after; `NIL` for the nil mark, `NIL-SAID` for who said so and how, `MODELS` for the
 * titled entries.
 */
export interface FigureChange {
  readonly indicator: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

export interface Accepted {
  readonly report: Report;
  readonly outcome: 'first' | 'unchanged' | 'changed';
  readonly changes: readonly FigureChange[];
}

/**
 * Takes a report in. The first becomes version 1; the same content again changes nothing; other content replaces it
 * (version + 1) and keeps the day of the first acceptable receipt, unless it had been returned: then this is the
 * receipt.
 */
export function acceptReport(
  draft: Draft<DossierTables>,
  command: AcceptCommand,
  context: { readonly now: Instant; readonly entries: readonly DirectoryEntry[] },
): Result<Accepted> {
  const period = draft.get('periods', command.period);
  if (!period) return notScheduled(command.period);
  const unit = context.entries.find((entry) => entry.id === command.unitId);
  if (unit?.kind !== 'unit')
    return fail('NOT_FOUND', 'Danh bạ không có đơn vị này; hãy kiểm tra lại đơn vị.', {
      details: { unit: command.unitId },
    });
  const why = notOwing(periodFor(period, unit.id, entryMap(context.entries)), unit);
  if (why)
    return fail(
      'BAD_REQUEST',
      `${unit.name} không phải nộp báo cáo ${periodNameInText(period.id)}: ${why}.`,
      {
        details: { unit: unit.id, period: period.id },
      },
    );

  const id = reportId(command.period, command.unitId);
  const standing = draft.get('reports', id) ?? null;
  const narrative = Object.fromEntries(
    Object.entries(command.narrative).filter(([, text]) => text.trim() !== ''),
  );
  const content = {
    nil: command.nil,
    values: command.nil ? {} : { ...command.values },
    narrative,
    models: (command.models ?? standing?.models ?? []).map((model) => ({ ...model })),
  };
  const said = saidOf(command, standing);
  const changes = standing
    ? [...changesOf(standing, content), ...nilChange(standing, command.nil, said)]
    : [];
  if (standing?.state === 'received' && changes.length === 0)
    return ok({ report: standing, outcome: 'unchanged', changes });

  const today = dateOfInstant(context.now);
  const receivedOn = command.receivedOn ?? today;
  const keepsReceipt = standing?.state === 'received';
  const report: Report = {
    id,
    period: command.period,
    unitId: command.unitId,
    state: 'received',
    ...content,
    ...said,
    receivedOn: keepsReceipt ? standing.receivedOn : receivedOn,
    receivedTime: keepsReceipt
      ? standing.receivedTime
      : command.receivedTime === undefined
        ? receivedOn === today
          ? timeOfInstant(context.now)
          : null
        : command.receivedTime,
    enteredAt: context.now,
    source: withEarlierEvidence(command.source, standing),
    version: (standing?.version ?? 0) + 1,
    returnedReason: null,
    ...(standing?.receiptCorrections ? { receiptCorrections: standing.receiptCorrections } : {}),
  };
  draft.put('reports', report);
  return ok({ report, outcome: standing ? 'changed' : 'first', changes });
}

type NilSaid = Pick<Report, 'nilSaidBy' | 'nilHow'>;

/** Who said that there is nothing, and how; the same nil by a form does not take back what a person wrote down. */
function saidOf(command: AcceptCommand, standing: Report | null): NilSaid {
  if (!command.nil) return { nilSaidBy: '', nilHow: '' };
  if (command.source.kind === 'form' && standing?.state === 'received' && standing.nil)
    return { nilSaidBy: standing.nilSaidBy, nilHow: standing.nilHow };
  return { nilSaidBy: command.nilSaidBy.trim(), nilHow: (command.nilHow ?? '').trim() };
}

function nilChange(standing: Report, nil: boolean, said: NilSaid): FigureChange[] {
  if (!nil || !standing.nil || (standing.nilSaidBy === said.nilSaidBy && standing.nilHow === said.nilHow))
    return [];
  const words = ({ nilSaidBy, nilHow }: NilSaid): string | null =>
    [nilSaidBy, nilHow].filter((part) => part !== '').join(', ') || null;
  return [{ indicator: 'NIL-SAID', before: words(standing), after: words(said) }];
}

type Content = Pick<Report, 'nil' | 'values' | 'narrative' | 'models'>;

/** Differences of two reports of one unit and period, by code. */
export function changesOf(before: Content, after: Content): FigureChange[] {
  const changes: FigureChange[] = [];
  if (before.nil !== after.nil)
    changes.push({ indicator: 'NIL', before: before.nil ? 1 : 0, after: after.nil ? 1 : 0 });
  for (const part of ['values', 'narrative'] as const) {
    const codes = [...new Set([...Object.keys(before[part]), ...Object.keys(after[part])])].sort();
    for (const indicator of codes) {
      const [was, is] = [before[part][indicator] ?? null, after[part][indicator] ?? null];
      if (was !== is) changes.push({ indicator, before: was, after: is });
    }
  }
  const [were, are] = [modelsText(before), modelsText(after)];
  if (were !== are) changes.push({ indicator: 'MODELS', before: were, after: are });
  return changes;
}

function modelsText({ models }: Content): string | null {
  return models.length === 0 ? null : models.map(({ title, result }) => `${title}: ${result}`).join('; ');
}

/** Sends a received report back with a reason: its figures stop counting and it is owed again. */
export function returnReport(
  draft: Draft<DossierTables>,
  command: { readonly period: PeriodId; readonly unitId: string; readonly reason: string },
): Result<Report> {
  const report = draft.get('reports', reportId(command.period, command.unitId));
  if (!report)
    return fail('NOT_FOUND', 'Đơn vị chưa nộp báo cáo kỳ này, nên không có gì để trả lại.', {
      details: { period: command.period, unit: command.unitId },
    });
  if (report.state === 'returned')
    return fail('CONFLICT', 'Báo cáo này đã được trả lại và đang chờ đơn vị nộp lại.', {
      details: { period: command.period, unit: command.unitId },
    });
  const reason = command.reason.trim();
  if (reason === '')
    return fail('BAD_REQUEST', 'Ghi lý do trả lại.', { fieldErrors: { reason: 'Ghi lý do trả lại.' } });
  const returned: Report = { ...report, state: 'returned', returnedReason: reason };
  draft.put('reports', returned);
  return ok(returned);
}

export interface CloseContext {
  readonly now: Instant;
  readonly by: string;
  readonly entries: readonly DirectoryEntry[];
  readonly catalogue: readonly Indicator[];
  /** Own targets of the plan, by code. */
  readonly targets?: Readonly<Record<string, Target>>;
  /** What is printed beside the figures; absent: nothing is kept of it. */
  readonly printed?: PrintedContext;
  /** Lower-case hexadecimal sha256 of the UTF-8 of a text. */
  readonly sha256: (text: string) => string;
}

/** Freezes the consolidation of a period (owed itself or made of owed ones). Nothing new since the last: that one. */
export function closePeriod(
  draft: Draft<DossierTables>,
  command: { readonly period: FigurePeriod; readonly reason: string },
  context: CloseContext,
): Result<Consolidation> {
  const { period } = command;
  const periods = draft.list('periods');
  if (!isFigurePeriod(period) || owedParts(period, periods).length === 0) return notScheduled(period);
  const earlier = versionsOf(draft, period);
  const version = (earlier.at(-1)?.version ?? 0) + 1;
  const added = (cumulative: boolean): Totals =>
    consolidate({
      period,
      cumulative,
      periods,
      reports: draft.list('reports'),
      entries: context.entries,
      catalogue: context.catalogue,
      now: context.now,
      targets: context.targets ?? {},
      version,
    });
  const frozen = { totals: added(false), cumulative: added(true) };
  const last = earlier.at(-1);
  if (last && sameFigures(closingHere(last), frozen)) return ok(last);
  if (last && command.reason.trim() === '')
    return fail(
      'BAD_REQUEST',
      `Kỳ này đã chốt lần ${last.version}, số liệu đã khác: chốt bổ sung phải ghi lý do. Chưa có gì thay đổi.`,
      { fieldErrors: { reason: 'Ghi lý do chốt bổ sung.' } },
    );
  const record: Consolidation = {
    id: `${period}|${version}`,
    period,
    version,
    supplement: version > 1,
    reason: command.reason,
    closedAt: context.now,
    closedBy: context.by,
    checksum: context.sha256(canonicalJson(frozen)),
    ...frozen,
    ...(context.printed ? { printed: context.printed } : {}),
  };
  draft.put('consolidations', record);
  return ok(record);
}

/** Frozen versions of a period, oldest first. */
export function versionsOf(view: Pick<Draft<DossierTables>, 'list'>, period: FigurePeriod): Consolidation[] {
  return view
    .list('consolidations')
    .filter((record) => record.period === period)
    .sort((a, b) => a.version - b.version);
}

type Frozen = Pick<Consolidation, 'totals' | 'cumulative'>;

function sameFigures(a: Frozen, b: Frozen): boolean {
  return sameTotals(a.totals, b.totals) && sameTotals(a.cumulative, b.cumulative);
}

/** What was added to totals after the first release: closings made before do not have it. */
const LATER_FIELDS = ['unknownDenominators', 'coverageParts', 'gaps'] as const;

/** Whether two totals say the same, whichever version they are; what a closing was made too early to keep is not asked. */
export function sameTotals(a: Totals, b: Totals): boolean {
  const early = a.coverageParts === undefined || b.coverageParts === undefined;
  const withHeld = (totals: Totals): boolean => totals.units.some(({ held }) => held !== undefined);
  const heldInOne = withHeld(a) !== withHeld(b);
  const bare = (totals: Totals): unknown => ({
    ...totals,
    version: null,
    // That a day has come meanwhile changes no figure: not due yet and missing are both "not in".
    status: { ...totals.status, missing: totals.status.missing + totals.status.notDue, notDue: 0 },
    missingUnits: totals.missingUnits.map((unit) =>
      unit.state === 'not-due' ? { ...unit, state: 'missing' } : unit,
    ),
    ...(heldInOne ? { units: totals.units.map((row) => ({ ...row, held: undefined })) } : {}),
    ...(early ? Object.fromEntries(LATER_FIELDS.map((field) => [field, undefined])) : {}),
  });
  return sameJson(bare(a), bare(b));
}

/** Whether a frozen consolidation still has the figures that it was closed with. */
export function checksumHolds(record: Consolidation, sha256: (text: string) => string): boolean {
  const { totals, cumulative } = record;
  return sha256(canonicalJson({ totals, cumulative })) === record.checksum;
}
