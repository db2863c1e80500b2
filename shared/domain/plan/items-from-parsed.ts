/** What the reader found → items of the plan, each with the fingerprint of its words and, where unsure, the reason. */
import { fold, matchKey } from '../../text/normalize';
import { coordinatingIn } from './coordinating';
import type { Matcher, NameMatch } from '../office/match';
import type { PlanItem, PlanItemOf } from './model';
import type { ParsedPlan, ParsedWorkItem, SourceSpan } from './parsed';
import { deadlineDoubt, taskDoubt } from './time-doubts';

export interface ReadingTools {
  readonly matcher: Matcher;
  /** Lower-case hexadecimal hash of a text. */
  readonly hash: (text: string) => string;
  readonly newId: () => string;
}

type Common = Pick<
  PlanItem,
  'id' | 'origins' | 'source' | 'touched' | 'dropped' | 'accepted' | 'doubt' | 'order'
>;

/** Items of one reading, in the text's order. Ids are new: `applyReading` keeps those of items that stand already. */
export function itemsFromParsed(parsed: ParsedPlan, tools: ReadingTools): readonly PlanItem[] {
  const counts = new Map<string, number>();
  const origin = (kind: string, words: string): string => {
    const key = `${kind}:${tools
      .hash(
        fold(words)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      )
      .slice(0, 16)}`;
    const ordinal = (counts.get(key) ?? 0) + 1;
    counts.set(key, ordinal);
    return `${key}:${ordinal}`;
  };
  let order = 0;
  const common = (kind: string, words: string, doubt: string, source: SourceSpan | undefined): Common => ({
    id: tools.newId(),
    origins: [origin(kind, words)],
    source: source ?? null,
    touched: false,
    dropped: false,
    accepted: doubt === '',
    doubt,
    order: (order += 1),
  });

  const items: PlanItem[] = [];
  for (const basis of parsed.basis)
    items.push({
      ...common(
        'basis',
        [basis.kind, basis.number, basis.date, basis.issuer].filter(Boolean).join(' '),
        basis.number === null ? 'Không thấy số, ký hiệu của văn bản căn cứ.' : '',
        basis.source,
      ),
      kind: 'basis',
      documentKind: basis.kind,
      number: basis.number,
      date: basis.date,
      issuer: basis.issuer,
    });
  const assignments = assignmentsOf(parsed, tools.matcher, common, items);
  addWorkItems(parsed.workItems, assignments, tools.matcher, common, items);
  addTargetsAndTimes(parsed, common, items);
  const named = new Map(
    items.flatMap((item) => (item.kind === 'assignment' ? [[item.id, item] as const] : [])),
  );
  for (const recipient of parsed.recipients) {
    const match = matchRecipient(recipient.name, tools.matcher, [...named.values()]);
    items.push({
      ...common('recipient', recipient.name, match.doubt, recipient.source),
      kind: 'recipient',
      name: recipient.name,
      purpose: recipient.purpose,
      entryIds: [...match.entryIds],
    });
  }
  return items;
}

type MakeCommon = (kind: string, words: string, doubt: string, source: SourceSpan | undefined) => Common;
type AssignmentItem = PlanItemOf<'assignment'>;

function assignmentsOf(
  parsed: ParsedPlan,
  matcher: Matcher,
  common: MakeCommon,
  items: PlanItem[],
): AssignmentItem[] {
  const made: AssignmentItem[] = [];
  for (const assignment of parsed.assignments) {
    const match = matcher.line(assignment.unit, assignment.units);
    const item: AssignmentItem = {
      ...common('assignment', assignment.unit, match.doubt, assignment.source),
      kind: 'assignment',
      unit: assignment.unit,
      entryIds: [...match.entryIds],
      from: assignment.from,
    };
    made.push(item);
    items.push(item);
    for (const task of assignment.tasks)
      items.push({
        ...common('task', task.text, taskDoubt(task), task.source),
        kind: 'task',
        assignmentId: item.id,
        text: task.text,
        lastDay: task.lastDay,
        period: task.period,
        recurrence: task.recurrence,
        coordinating: [...coordinatingIn(task.text)],
        state: 'open',
      });
  }
  return made;
}

/** "Đơn vị chủ trì / phối hợp" lines: tasks under the lead's assignment, made where the text has no heading for it. */
function addWorkItems(
  workItems: readonly ParsedWorkItem[],
  assignments: AssignmentItem[],
  matcher: Matcher,
  common: MakeCommon,
  items: PlanItem[],
): void {
  for (const work of workItems) {
    let lead: AssignmentItem | null = null;
    if (work.lead !== null && work.lead.trim() !== '') {
      const key = matchKey(work.lead);
      lead = assignments.find((known) => matchKey(known.unit) === key) ?? null;
      if (!lead) {
        const match = matcher.line(work.lead);
        lead = {
          ...common('lead', work.lead, match.doubt, work.source),
          kind: 'assignment',
          unit: work.lead,
          entryIds: [...match.entryIds],
          from: '',
        };
        assignments.push(lead);
        items.push(lead);
      }
    }
    items.push({
      ...common('task', work.text, work.lead === null ? 'Không thấy đơn vị chủ trì.' : '', work.source),
      kind: 'task',
      assignmentId: lead?.id ?? null,
      text: work.text,
      lastDay: null,
      period: null,
      recurrence: work.time,
      coordinating: [...work.coordinating],
      state: 'open',
    });
  }
}

function addTargetsAndTimes(parsed: ParsedPlan, common: MakeCommon, items: PlanItem[]): void {
  for (const target of parsed.targets)
    items.push({
      ...common(
        'target',
        target.text,
        target.approx && target.scope === 'own' ? 'Con số là ước chừng.' : '',
        target.source,
      ),
      kind: 'target',
      text: target.text,
      scope: target.scope,
      operator: target.operator,
      value: target.value,
      upper: target.upper,
      unit: target.unit,
      per: target.per,
      indicator: null,
    });
  for (const deadline of parsed.deadlines) {
    items.push({
      ...common('deadline', deadline.text, deadlineDoubt(deadline, items), deadline.source),
      kind: 'deadline',
      text: deadline.text,
      deadlineKind: deadline.kind,
      lastDay: deadline.lastDay,
      time: deadline.time,
      period: deadline.period,
      who: deadline.who,
    });
  }
  for (const conference of parsed.conferences)
    items.push({
      ...common(
        'conference',
        conference.name,
        conference.start === null && conference.period === null ? 'Không thấy ngày.' : '',
        conference.source,
      ),
      kind: 'conference',
      name: conference.name,
      organizer: conference.organizer,
      start: conference.start,
      period: conference.period,
      mode: conference.mode,
      participants: [...conference.participants],
    });
  for (const reporting of parsed.reporting)
    items.push({
      ...common('reporting', reporting.text, '', reporting.source),
      kind: 'reporting',
      text: reporting.text,
      from: reporting.from,
      to: reporting.to,
      via: reporting.via,
      cycle: reporting.cycle,
    });
}

const BY_SECTION = /\b(?:muc|phan)\s+(?:so\s+)?([ivx]+(?:\.\d+)*|\d{1,2}(?:\.\d+)*)\b/u;
/** "Các đơn vị được giao nhiệm vụ", "Các cơ quan, đơn vị có tên trong kế hoạch": whoever has work in it. */
const BY_WORK =
  /^\s*(?:cac|nhung)\s+(?:co quan|don vi|dia phuong|chi bo)\b.*\b(?:duoc (?:phan cong|giao)(?: (?:nhiem vu|viec))?|co ten (?:trong|tai) ke hoach)\b/u;
const BY_SECTION_OF = /^\s*(?:cac|nhung)\s+(?:co quan|don vi|dia phuong|chi bo)|^\s*nhu\b/u;

/** A recipient line → entries; "Các đơn vị ở mục IV" means the units of that section's assignments. */
export function matchRecipient(
  name: string,
  matcher: Matcher,
  assignments: readonly AssignmentItem[],
): NameMatch {
  const folded = fold(name);
  const section = BY_SECTION.exec(folded)?.[1];
  if (section !== undefined && BY_SECTION_OF.test(folded)) {
    const label = section.toUpperCase();
    const under = assignments.filter(
      ({ from, dropped }) => !dropped && (from === label || from.startsWith(`${label}.`)),
    );
    return unitsOf(under, `Mục ${label}`, `Không thấy đơn vị nào được giao việc ở mục ${label}.`);
  }
  if (BY_WORK.test(folded) && matcher.line(name).entryIds.length === 0)
    return unitsOf(
      assignments.filter(({ dropped }) => !dropped),
      'Kế hoạch',
      'Kế hoạch chưa giao việc cho đơn vị nào.',
    );
  return matcher.line(name);
}

function unitsOf(under: readonly AssignmentItem[], place: string, nobody: string): NameMatch {
  const unmatched = under.filter(({ entryIds }) => entryIds.length === 0).length;
  return {
    entryIds: [...new Set(under.flatMap(({ entryIds }) => entryIds))],
    doubt:
      under.length === 0
        ? nobody
        : unmatched > 0
          ? `${place} có ${unmatched} đơn vị chưa khớp với danh mục.`
          : '',
    suggestions: [],
  };
}
