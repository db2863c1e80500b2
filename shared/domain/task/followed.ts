/** The tasks and targets of a plan as they are followed: last day, rhythm, guarded or not, and what a person set. */
import { addDays, dateOfInstant, partsOf, plainDate, type PlainDate } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { PLAN_ID, type PlanItem, type PlanItemOf } from '../plan/model';
import { sentenceAt } from '../plan/sentence-at';
import { monthsOf, parsePeriod } from '../report/periods';
import { proposesReporting, type Reporting } from './by-reports';
import { eachPhrases } from './each-unit';
import { proposesGuarded } from './guarded';
import { RHYTHMS, type Rhythm, type TaskSetting } from './model';
import type { Asked } from './owing';
import { rhythmInText } from './rhythm';

/** Last day of a task: its own, else the end of the period it names. */
export function lastDayOf(task: Pick<PlanItemOf<'task'>, 'lastDay' | 'period'>): PlainDate | null {
  if (task.lastDay !== null) return task.lastDay;
  const last = task.period !== null && parsePeriod(task.period) ? monthsOf(task.period).at(-1) : undefined;
  if (last === undefined) return null;
  const [year = 0, month = 0] = last.split('-').map(Number);
  return addDays(month === 12 ? plainDate(year + 1, 1, 1) : plainDate(year, month + 1, 1), -1);
}

export interface FollowedTask extends Asked {
  readonly id: string;
  readonly text: string;
  readonly origins: readonly string[];
  /** The heading it stands under, as printed; '' where it stands under none. */
  readonly heading: string;
  readonly order: number;
  readonly recurrence: string | null;
  /** Marked as done as a whole before duties were followed: units without an entry of their own count as done. */
  readonly settled: boolean;
  readonly guarded: boolean;
  readonly guardedBy: 'words' | 'person';
  readonly rhythm: Rhythm | null;
  readonly rhythmBy: 'words' | 'person';
  /** Its result is the unit's report; null: it is not, or a person counts it. */
  readonly reporting: Reporting | null;
  readonly reportingBy: 'words' | 'person';
}

/**
 * The span of a plan: from its day to the end of that year, unless the task itself ends sooner or later. A draft without
 * a day begins where it came in, or with the month of the first day that it names, where that is earlier.
 */
function spanOf(view: View<DossierTables>, lastDay: PlainDate | null): Pick<Rhythm, 'from' | 'to'> | null {
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return null;
  const from = plan.date ?? earliestDay(view, dateOfInstant(plan.createdAt));
  const to = lastDay ?? plainDate(partsOf(from).year, 12, 31);
  return to < from ? null : { from, to };
}

function earliestDay(view: View<DossierTables>, came: PlainDate): PlainDate {
  const named = view
    .list('items')
    .flatMap((item) => (item.kind === 'task' && !item.dropped ? (lastDayOf(item) ?? []) : []))
    .filter((day) => day < came)
    .sort()[0];
  return named === undefined ? came : `${named.slice(0, 7)}-01`;
}

function rhythmOf(
  view: View<DossierTables>,
  words: Pick<Rhythm, 'per' | 'quota' | 'unit'> | null,
  lastDay: PlainDate | null,
  setting: TaskSetting | undefined,
): Pick<FollowedTask, 'rhythm' | 'rhythmBy'> {
  if (setting && setting.rhythm !== null)
    return { rhythm: setting.rhythm === 'none' ? null : setting.rhythm, rhythmBy: 'person' };
  const span = words && spanOf(view, lastDay);
  return { rhythm: words && span ? { ...words, ...span } : null, rhythmBy: 'words' };
}

/**
 * A task is counted in the grid or follows the units' reports, never both: what a person set first, then its words.
 * Reports come by the month or longer, so that a weekly one is counted; what is said of opinion is no periodic report.
 */
function followedBy(
  view: View<DossierTables>,
  item: PlanItemOf<'task'>,
  lastDay: PlainDate | null,
  setting: TaskSetting | undefined,
): Pick<FollowedTask, 'rhythm' | 'rhythmBy' | 'reporting' | 'reportingBy'> {
  const words = rhythmInText(`${item.text} ${item.recurrence ?? ''}`);
  const counted = rhythmOf(view, words, lastDay, setting);
  const setByHand = counted.rhythmBy === 'person' && counted.rhythm !== null;
  const proposed =
    words?.per !== 'week' &&
    !setByHand &&
    !(setting?.guarded ?? proposesGuarded(item.text)) &&
    proposesReporting(item.text);
  const by = setting?.byReports == null ? 'words' : 'person';
  if (!(setting?.byReports ?? proposed)) return { ...counted, reporting: null, reportingBy: by };
  const until = words && item.lastDay === null ? (spanOf(view, lastDay)?.to ?? null) : null;
  const reporting = { day: item.lastDay, period: item.period, until };
  return { rhythm: null, rhythmBy: counted.rhythmBy, reporting, reportingBy: by };
}

const overlaps = (a: PlanItem['source'], b: PlanItem['source']): boolean =>
  a !== null && b !== null && a.start < b.end && b.start < a.end;

/** What a person set about an item; for one that was read anew (another id, the same words) what was set before. */
export function settingOf(
  view: View<DossierTables>,
  item: { readonly id: string; readonly origins: readonly string[] },
): TaskSetting | undefined {
  return (
    view.get('taskSettings', item.id) ??
    view
      .list('taskSettings')
      .find(
        ({ id, origins }) => !view.get('items', id) && origins.some((each) => item.origins.includes(each)),
      )
  );
}

/** The plan's tasks that stand, in the order of the plan. */
export function followedTasks(view: View<DossierTables>): readonly FollowedTask[] {
  const items = view.list('items').filter(({ dropped }) => !dropped);
  const headings = new Map(
    items.flatMap((item) => (item.kind === 'assignment' ? [[item.id, item] as const] : [])),
  );
  return items
    .filter((item) => item.kind === 'task')
    .map((item): FollowedTask => {
      const setting = settingOf(view, item);
      const heading = headings.get(item.assignmentId ?? '');
      const lastDay = lastDayOf(item);
      return {
        id: item.id,
        text: item.text,
        origins: item.origins,
        heading: heading?.unit ?? '',
        entryIds: heading?.entryIds ?? [],
        coordinating: item.coordinating,
        lastDay,
        order: item.order,
        recurrence: item.recurrence,
        settled: item.state === 'done',
        guarded: setting?.guarded ?? proposesGuarded(item.text),
        guardedBy: setting?.guarded == null ? 'words' : 'person',
        ...followedBy(view, item, lastDay, setting),
      };
    })
    .sort((a, b) => a.order - b.order);
}

/** A weekly (monthly …) target of the plan that no task's sentence holds: counted in the grid, owed by no duty. */
export interface FollowedTarget {
  readonly id: string;
  readonly text: string;
  readonly origins: readonly string[];
  readonly order: number;
  readonly rhythm: Rhythm | null;
  readonly rhythmBy: 'words' | 'person';
  /** Whom it asks by a person's choice; null: nobody chose, its sentence or section says it (`targetUnits`). */
  readonly entryIds: readonly string[] | null;
  /** The whole sentence that it stands in, as the plan has it. */
  readonly sentence: string;
  readonly each: readonly string[];
  readonly bound: readonly string[];
}

/** Entries of the assignment whose heading and tasks lie around a place of the text; [] outside any. */
function boundBy(items: readonly PlanItem[], { source }: PlanItem): readonly string[] {
  if (source === null) return [];
  const around = items.findLast(
    (item) => item.kind === 'assignment' && item.source !== null && item.source.start <= source.start,
  );
  if (around?.kind !== 'assignment') return [];
  const inside = items.some(
    (item) =>
      item.kind === 'task' &&
      item.assignmentId === around.id &&
      item.source !== null &&
      item.source.end >= source.end,
  );
  return inside ? around.entryIds : [];
}

export function followedTargets(view: View<DossierTables>): readonly FollowedTarget[] {
  const items = view.list('items').filter(({ dropped }) => !dropped);
  const tasks = items.filter(({ kind }) => kind === 'task');
  const inText = items.toSorted((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
  return items
    .flatMap((item): FollowedTarget[] => {
      // A share a year (growth) is no count.
      if (item.kind !== 'target' || item.scope !== 'own' || item.unit === '%') return [];
      const per = RHYTHMS.find((each) => each === item.per);
      if (per === undefined) return [];
      if (tasks.some(({ source }) => overlaps(source, item.source))) return [];
      const setting = settingOf(view, item);
      const text = view.get('plan', PLAN_ID)?.text ?? '';
      const sentence = item.source === null ? item.text : sentenceAt(text, item.source);
      const words =
        item.value !== null && item.value > 0 ? { per, quota: item.value, unit: item.unit ?? 'lần' } : null;
      return [
        {
          id: item.id,
          text: item.text,
          origins: item.origins,
          order: item.order,
          entryIds: setting?.entryIds ?? null,
          sentence,
          each: eachPhrases(sentence),
          bound: boundBy(inText, item),
          ...rhythmOf(view, words, null, setting),
        },
      ];
    })
    .sort((a, b) => a.order - b.order);
}
