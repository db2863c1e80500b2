/**
 * What the plan's own sentences ask for beside periodic reports: units' own plans by a date, sơ kết, tổng kết. Each
 * proposal shows its sentence; a person confirms. domain.md §5 "Upward".
 */
import { proposeWorkingDay, proposeWorkingDayBefore } from '../../date/working-days';
import type { SpecialDay, WorkingDayProposal } from '../../date/working-days';
import type { PlainDate } from '../../date/plain-date';
import { fold } from '../../text/normalize';
import type { PlanItem } from '../plan/model';
import { sentenceAt } from '../plan/sentence-at';
import { isDayBefore } from './due-words';
import { isSpecial, periodNameInText, proposedDueDay } from './periods';
import type { PeriodRequest, ReportPeriod } from './model';
import type { PlanRequest, UpwardReport } from './obligation-model';

interface Dated {
  readonly itemId: string;
  readonly sentence: string;
  readonly lastDay: PlainDate;
  readonly time: string | null;
  /** The unit of the heading above, as printed. */
  readonly who: string | null;
  readonly assignmentId: string | null;
}

/** Tasks and deadlines with a last day, each sentence once: a deadline inside a task is the task's. */
function datedSentences(items: readonly PlanItem[], text: string): Dated[] {
  const kept = items.filter(({ dropped }) => !dropped);
  const tasks = kept.flatMap((item): (Dated & { source: PlanItem['source'] })[] =>
    item.kind === 'task' && item.lastDay !== null
      ? [
          {
            itemId: item.id,
            sentence: item.text.replace(/^[\s\-–+•*]+/u, ''),
            lastDay: item.lastDay,
            time: null,
            who: null,
            assignmentId: item.assignmentId,
            source: item.source,
          },
        ]
      : [],
  );
  const inTask = (source: { start: number; end: number }, lastDay: PlainDate): boolean =>
    tasks.some(
      (task) =>
        task.lastDay === lastDay &&
        task.source !== null &&
        task.source.start <= source.start &&
        source.end <= task.source.end,
    );
  const deadlines = kept.flatMap((item): Dated[] => {
    if (item.kind !== 'deadline' || item.lastDay === null) return [];
    if (item.source !== null && inTask(item.source, item.lastDay)) return [];
    return [
      {
        itemId: item.id,
        sentence: item.source === null ? item.text : sentenceAt(text, item.source),
        lastDay: item.lastDay,
        time: item.time,
        who: item.who,
        assignmentId: null,
      },
    ];
  });
  return [...tasks, ...deadlines];
}

/** "Trước ngày 21/6" is never proposed for that day or a later one. */
function workingDayOf({ sentence, lastDay }: Dated, holidays: readonly SpecialDay[]): WorkingDayProposal {
  return isDayBefore(sentence, lastDay)
    ? proposeWorkingDayBefore(lastDay, holidays)
    : proposeWorkingDay(lastDay, holidays);
}

export interface OwnPlanProposal {
  readonly itemId: string;
  readonly sentence: string;
  readonly title: string;
  /** As the sentence says it ("trước ngày 10/6" → 09/6). */
  readonly dueDay: PlainDate;
  /** The same, or a working day beside it. */
  readonly proposedLastDay: PlainDate;
  readonly reason: string | null;
  /** The sentence speaks of all units ("các đơn vị …"), or of whom nobody can tell. */
  readonly everyone: boolean;
  readonly who: string | null;
  readonly assignmentId: string | null;
  /** The request that was made from this sentence. */
  readonly requestId: string | null;
}

const MAKES_A_PLAN =
  /(?:xay dung|ban hanh|lap|hoan thanh|cu the hoa|gui)(?:(?!bao cao)[^.;]){0,60}?(?:ke hoach|chuong trinh hanh dong)/u;
const EVERYONE =
  /(?:cac|tung|moi)\s+(?:(?:cap uy|chi|dang|co so|truc thuoc)\s*,?\s*)*(?:don vi|chi bo|dang bo|co quan|to chuc|cap uy|chi uy|dia phuong|nganh|phong|ban|truong)/u;
const LONGEST_TITLE = 120;

/** Plans that units are to make by a day that the text names. */
export function proposeOwnPlans(
  items: readonly PlanItem[],
  text: string,
  planTitle: string,
  requests: readonly PlanRequest[],
  holidays: readonly SpecialDay[],
): OwnPlanProposal[] {
  return datedSentences(items, text).flatMap((dated): OwnPlanProposal[] => {
    const key = fold(dated.sentence);
    if (!MAKES_A_PLAN.test(key)) return [];
    const { proposed, reason } = workingDayOf(dated, holidays);
    return [
      {
        itemId: dated.itemId,
        sentence: dated.sentence,
        title: titleFrom(dated.sentence, planTitle),
        dueDay: dated.lastDay,
        proposedLastDay: proposed,
        reason,
        everyone: EVERYONE.test(key) || (dated.who === null && dated.assignmentId === null),
        who: dated.who,
        assignmentId: dated.assignmentId,
        requestId: requests.find(({ itemId }) => itemId === dated.itemId)?.id ?? null,
      },
    ];
  });
}

/** "… xây dựng kế hoạch tuyên truyền Nghị quyết, gửi về … trước ngày …" → "Kế hoạch tuyên truyền Nghị quyết". */
function titleFrom(sentence: string, planTitle: string): string {
  const named =
    /(?:kế hoạch|chương trình hành động)(?:(?!\s+(?:trước|chậm nhất|xong|hoàn thành|gửi|nộp|báo cáo|để|phù hợp|của đơn vị|của địa phương|trong tháng|trong quý|và gửi|và tổ chức)(?!\p{L}))[^,;.(])*/iu.exec(
      sentence,
    )?.[0] ?? '';
  const title = named.trim();
  // A title that says nothing but "kế hoạch (thực hiện)" is completed by the plan that is carried out.
  if (title.split(/\s+/u).length >= 4) return capital(shortened(title));
  return shortened(`Kế hoạch của đơn vị thực hiện: ${planTitle}`);
}

export interface UpwardProposal {
  readonly kind: UpwardReport['kind'];
  readonly title: string;
  readonly to: string;
  /** Sentence of the plan that says so; null: by the office's usual days. */
  readonly sentence: string | null;
  readonly itemId: string | null;
  readonly period: string | null;
  readonly request: PeriodRequest | null;
  readonly dueDay: PlainDate;
  readonly proposedLastDay: PlainDate;
  readonly time: string | null;
  readonly reason: string | null;
}

export interface UpwardSource {
  readonly items: readonly PlanItem[];
  readonly text: string;
  readonly planTitle: string;
  readonly periods: readonly ReportPeriod[];
  readonly standing: readonly UpwardReport[];
  readonly holidays: readonly SpecialDay[];
  /** Due day ward → city of the office. */
  readonly dueDayToCity: number;
  /** Names of superiors in the directory, in its order. */
  readonly superiors: readonly string[];
}

/** Reports upward that the dossier's periods and sentences call for and that are not on the list yet, by last day. */
export function proposeUpward(source: UpwardSource): UpwardProposal[] {
  const { to, sentence } = addressee(source);
  const fromPeriods = source.periods
    .filter(({ id }) => !source.standing.some(({ period }) => period === id))
    .map((period): UpwardProposal => {
      const adHoc = isSpecial(period.id);
      const said = period.dueToCity ?? null;
      const dueDay = said ?? (adHoc ? period.lastDay : proposedDueDay(period.to, source.dueDayToCity));
      // A day that was set for the period was confirmed there already.
      const { proposed, reason } =
        said === null ? proposeWorkingDay(dueDay, source.holidays) : { proposed: said, reason: null };
      const issuer = period.request?.issuer ?? '';
      return {
        kind: adHoc ? 'ad-hoc' : 'periodic',
        title: shortened(`Báo cáo ${periodNameInText(period.id)} về ${lowered(source.planTitle)}`),
        to: issuer === '' ? to : issuer,
        sentence,
        itemId: null,
        period: period.id,
        request: period.request,
        dueDay,
        proposedLastDay: proposed,
        time: adHoc ? period.time : null,
        reason,
      };
    });
  const reviews = datedSentences(source.items, source.text).flatMap((dated): UpwardProposal[] => {
    const key = fold(dated.sentence);
    const kind = /tong ket/u.test(key) ? 'final' : /so ket/u.test(key) ? 'preliminary' : null;
    if (kind === null || source.standing.some(({ itemId }) => itemId === dated.itemId)) return [];
    const { proposed, reason } = workingDayOf(dated, source.holidays);
    return [
      {
        kind,
        title: shortened(`Báo cáo ${kind === 'final' ? 'tổng kết' : 'sơ kết'} ${lowered(source.planTitle)}`),
        to,
        sentence: dated.sentence,
        itemId: dated.itemId,
        period: null,
        request: null,
        dueDay: dated.lastDay,
        proposedLastDay: proposed,
        time: dated.time,
        reason,
      },
    ];
  });
  return [...fromPeriods, ...reviews].sort((a, b) =>
    a.proposedLastDay < b.proposedLastDay ? -1 : a.proposedLastDay > b.proposedLastDay ? 1 : 0,
  );
}

/** To whom: the superior that a reporting sentence names, else the directory's own body for propaganda work. */
function addressee(source: UpwardSource): { readonly to: string; readonly sentence: string | null } {
  for (const item of source.items) {
    if (item.kind !== 'reporting' || item.dropped || item.to === null) continue;
    const key = fold(item.to);
    const known = source.superiors.some((name) => fold(name) === key);
    if (known || /thanh uy|tinh uy|trung uong|ubnd thanh pho|uy ban nhan dan (?:thanh pho|tinh)/u.test(key))
      return { to: item.to.trim(), sentence: item.text.replace(/^[\s\-–+•*]+/u, '') };
  }
  const usual = source.superiors.find((name) => fold(name).includes('tuyen giao'));
  return { to: usual ?? source.superiors[0] ?? '', sentence: null };
}

function shortened(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/u, '')}…` : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowered(text: string): string {
  // "KẾ HOẠCH" and names keep their capitals: only an ordinary first word is lowered.
  return /^\p{Lu}\p{Ll}/u.test(text) && !/^(?:Nghị|Chương|Chỉ|Kết|Quyết)\s/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
