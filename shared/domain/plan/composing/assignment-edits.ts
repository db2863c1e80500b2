/** Units and their tasks, edited as data and written into the text where and how the plan writes its others. */
import type { PlainDate } from '../../../date/plain-date';
import { fail, ok, type Result } from '../../../result';
import type { ParsedAssignment, ParsedPlan } from '../parsed';
import { keyOf } from '../reading/lines';
import { labelOf } from '../reading/labels';
import { ordinalOf, relabelled } from './numbering';
import { flatSections, placesOf, type SectionPlace } from './outline';
import { dataOf, readingBack, readLines, type PlanData, type TaskData, type UnitData } from './read-back';
import { insertLine, sectionEdits } from './section-edits';
import { fieldWords } from './task-words';
import type { TextEdit } from './text-edits';

export interface NewTask {
  /** With its day said, where it has one (`withDay`). */
  readonly text: string;
  readonly lastDay: PlainDate | null;
}

/** Units and tasks are named by their place in the reading: `unit` 0 is the first heading that names one. */
export type AssignmentChange =
  | { readonly kind: 'addUnit'; readonly name: string; readonly tasks: readonly NewTask[] }
  | { readonly kind: 'renameUnit'; readonly unit: number; readonly name: string }
  | { readonly kind: 'removeUnit'; readonly unit: number }
  | { readonly kind: 'moveUnit'; readonly unit: number; readonly by: -1 | 1 }
  | { readonly kind: 'addTask'; readonly unit: number; readonly task: NewTask }
  | { readonly kind: 'editTask'; readonly unit: number; readonly task: number; readonly to: NewTask }
  | { readonly kind: 'removeTask'; readonly unit: number; readonly task: number }
  | { readonly kind: 'moveTask'; readonly unit: number; readonly task: number; readonly by: -1 | 1 };

const GONE = 'Mục phân công này không còn trong nội dung kế hoạch; hãy tải lại trang.';
const OF_TEXT = 'Chưa ghi nội dung.';

/** Edits after which the text reads as the plan's data with the change, and nothing else is different. */
export function assignmentEdits(text: string, change: AssignmentChange): Result<readonly TextEdit[]> {
  const plan = readLines(text);
  const wanted = changed(dataOf(plan), change);
  if (!wanted.ok) return wanted;
  const candidates = candidatesOf(text, plan, change);
  if (!candidates.ok) return candidates;
  const newSection = change.kind === 'addUnit' && plan.assignments.length === 0;
  return readingBack(text, candidates.value, wanted.value, { newSection });
}

function tidyTask(task: NewTask): TaskData {
  return { text: fieldWords(task.text), lastDay: task.lastDay };
}

function swapped<T>(list: readonly T[], index: number, by: number): readonly T[] | null {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return null;
  return list.map((each, at) => (at === index ? other : at === index + by ? one : each));
}

/** The data as they are to be. */
function changed(data: PlanData, change: AssignmentChange): Result<PlanData> {
  const withUnits = (units: readonly UnitData[]): Result<PlanData> => ok({ ...data, units });
  const withUnit = (index: number, next: (unit: UnitData) => UnitData | null): Result<PlanData> => {
    const unit = data.units[index];
    const to = unit && next(unit);
    if (!to) return fail('NOT_FOUND', GONE);
    return withUnits(data.units.map((each, at) => (at === index ? to : each)));
  };
  const empty = (words: string, field: string): Result<never> | null =>
    /\p{L}/u.test(words) ? null : fail('BAD_REQUEST', OF_TEXT, { fieldErrors: { [field]: OF_TEXT } });
  switch (change.kind) {
    case 'addUnit': {
      const name = fieldWords(change.name);
      const tasks = change.tasks.map(tidyTask);
      return (
        empty(name, 'name') ??
        tasks.map((task) => empty(task.text, 'task')).find((refusal) => refusal !== null) ??
        withUnits([...data.units, { unit: name, tasks }])
      );
    }
    case 'renameUnit':
      return (
        empty(fieldWords(change.name), 'name') ??
        withUnit(change.unit, (unit) => ({ ...unit, unit: fieldWords(change.name) }))
      );
    case 'removeUnit':
      if (!data.units[change.unit]) return fail('NOT_FOUND', GONE);
      return withUnits(data.units.filter((_, at) => at !== change.unit));
    case 'moveUnit': {
      const units = swapped(data.units, change.unit, change.by);
      return units ? withUnits(units) : fail('BAD_REQUEST', 'Đơn vị này không chuyển được nữa.');
    }
    case 'addTask': {
      const task = tidyTask(change.task);
      return (
        empty(task.text, 'task') ??
        withUnit(change.unit, (unit) => ({ ...unit, tasks: [...unit.tasks, task] }))
      );
    }
    case 'editTask': {
      const to = tidyTask(change.to);
      return (
        empty(to.text, 'task') ??
        withUnit(change.unit, (unit) =>
          unit.tasks[change.task]
            ? { ...unit, tasks: unit.tasks.map((task, at) => (at === change.task ? to : task)) }
            : null,
        )
      );
    }
    case 'removeTask':
      return withUnit(change.unit, (unit) =>
        unit.tasks[change.task]
          ? { ...unit, tasks: unit.tasks.filter((_, at) => at !== change.task) }
          : null,
      );
    case 'moveTask':
      return withUnit(change.unit, (unit) => {
        const tasks = swapped(unit.tasks, change.task, change.by);
        return tasks && { ...unit, tasks };
      });
  }
}

interface Block {
  /** Whole lines of the unit: its heading and its tasks. */
  readonly start: number;
  readonly end: number;
  /** The line of the heading. */
  readonly heading: string;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** Behind the line feed of the line that `at` stands in, or the text's end. */
const lineEnd = (text: string, at: number): number => {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
};

function blockOf(text: string, assignment: ParsedAssignment | undefined): Block | null {
  if (!assignment?.source) return null;
  const start = lineStart(text, assignment.source.start);
  const last = Math.max(assignment.source.end, ...assignment.tasks.map(({ source }) => source?.end ?? 0));
  return {
    start,
    end: lineEnd(text, last - 1),
    heading: text.slice(start, lineEnd(text, assignment.source.start)).replace(/\n$/u, ''),
  };
}

function sectionAt(text: string, start: number): SectionPlace | undefined {
  return flatSections(placesOf(text).sections).find((section) => section.start === start);
}

type Candidates = Result<readonly (readonly TextEdit[])[]>;

function candidatesOf(text: string, plan: ParsedPlan, change: AssignmentChange): Candidates {
  if (change.kind === 'addUnit') return ok(unitCandidates(text, plan, change));
  const assignment = plan.assignments[change.unit];
  const block = blockOf(text, assignment);
  if (!assignment?.source || !block) return fail('NOT_FOUND', GONE);
  switch (change.kind) {
    case 'renameUnit':
      return ok([[{ ...assignment.source, text: fieldWords(change.name) }]]);
    case 'removeUnit': {
      const section = sectionAt(text, block.start);
      const bySection = section && sectionEdits(text, { kind: 'removeSection', key: section.key });
      return ok([
        ...(bySection?.ok === true ? [bySection.value] : []),
        [{ start: block.start, end: block.end, text: '' }],
      ]);
    }
    case 'moveUnit':
      return ok(moveCandidates(text, plan, change.unit, change.by, block));
    case 'addTask':
      return ok(taskCandidates(text, assignment, block, fieldWords(change.task.text)));
    case 'editTask': {
      const source = assignment.tasks[change.task]?.source;
      return source ? ok([[{ ...source, text: fieldWords(change.to.text) }]]) : fail('NOT_FOUND', GONE);
    }
    case 'removeTask': {
      const source = assignment.tasks[change.task]?.source;
      if (!source) return fail('NOT_FOUND', GONE);
      const line = { start: lineStart(text, source.start), end: lineEnd(text, source.end - 1), text: '' };
      const section = sectionAt(text, line.start);
      const bySection = section && sectionEdits(text, { kind: 'removeSection', key: section.key });
      return ok([
        ...(bySection?.ok === true ? [bySection.value] : []),
        [line],
        [{ start: source.start, end: source.end, text: '' }],
      ]);
    }
    case 'moveTask': {
      const [one, other] = [assignment.tasks[change.task]?.source, assignment.tasks[change.task + change.by]?.source];
      if (!one || !other) return fail('BAD_REQUEST', 'Nhiệm vụ này không chuyển được nữa.');
      // The texts change places; bullets and numbers stay.
      return ok([
        [
          { ...one, text: text.slice(other.start, other.end) },
          { ...other, text: text.slice(one.start, one.end) },
        ],
      ]);
    }
  }
}

function moveCandidates(
  text: string,
  plan: ParsedPlan,
  index: number,
  by: -1 | 1,
  block: Block,
): readonly (readonly TextEdit[])[] {
  const other = blockOf(text, plan.assignments[index + by]);
  if (!other) return [];
  const section = sectionAt(text, block.start);
  const bySection = section && sectionEdits(text, { kind: 'moveSection', key: section.key, by });
  const [first, second] = by < 0 ? [other, block] : [block, other];
  const tail = text.slice(first.start, second.end).endsWith('\n') ? '\n' : '';
  const between = text.slice(first.end, second.start);
  const [upper, lower] = [text.slice(second.start, second.end), text.slice(first.start, first.end)].map((part) =>
    part.replace(/\n$/u, ''),
  );
  return [
    ...(bySection?.ok === true ? [bySection.value] : []),
    [{ start: first.start, end: second.end, text: `${upper ?? ''}\n${between}${lower ?? ''}${tail}` }],
  ];
}

/** Label of a line that goes on the row of `line`: the next number, the same bullet. */
function nextLabel(line: string): string {
  const label = labelOf(line);
  if (!label) return '';
  const value = ordinalOf(label);
  const printed = line.slice(0, label.length);
  return value === null ? printed : relabelled(printed, label, value + 1);
}

/** A task as a line of its own, under the unit's others. */
function taskCandidates(
  text: string,
  assignment: ParsedAssignment,
  block: Block,
  words: string,
): readonly (readonly TextEdit[])[] {
  const last = assignment.tasks.at(-1)?.source;
  const lastStart = last && lineStart(text, last.start);
  const lastLine =
    last && lastStart !== undefined && lastStart !== block.start ? text.slice(lastStart, last.end) : null;
  const labels = [...new Set([...(lastLine === null ? [] : [nextLabel(lastLine)]), '- ', '+ ', ''])];
  const inline = /:\s*$/u.test(block.heading) || last ? [] : [`${block.heading.trimEnd()}: ${words}`];
  return [
    ...labels.map((label) => [insertLine(text, block.end, label + words)]),
    ...inline.map((line) => [{ start: block.start, end: block.start + block.heading.length, text: line }]),
  ];
}

const EXECUTION = /tổ chức thực hiện|phân công|tổ chức triển khai/u;

/** A unit with its tasks after the last one, in its form; the plainest form where there is none to follow. */
function unitCandidates(
  text: string,
  plan: ParsedPlan,
  change: Extract<AssignmentChange, { kind: 'addUnit' }>,
): readonly (readonly TextEdit[])[] {
  const name = fieldWords(change.name);
  const tasks = change.tasks.map((task) => fieldWords(task.text));
  const last = plan.assignments.at(-1);
  const block = blockOf(text, last);
  const lines = (heading: string, bullet: string) => [heading, ...tasks.map((task) => bullet + task)].join('\n');
  if (last && block) {
    const label = nextLabel(block.heading);
    const lastTask = last.tasks.at(-1)?.source;
    const taskLine = lastTask && lineStart(text, lastTask.start);
    const ownLines = taskLine !== undefined && taskLine !== block.start;
    const bullet = ownLines ? (/^(?:[-–+•]\s*)?/u.exec(text.slice(taskLine))?.[0] ?? '- ') : '- ';
    const colon = /:\s*$/u.test(block.heading) ? ':' : '';
    const [first, ...others] = tasks;
    const inline = [`${label}${name}: ${first ?? ''}`, ...others.map((task) => `- ${task}`)].join('\n');
    const forms = [
      ...(ownLines || tasks.length === 0 ? [lines(`${label}${name}${colon}`, bullet || '- ')] : [inline]),
      lines(`${label}${name}`, '- '),
      lines(`${label}${name}:`, '- '),
      inline,
    ];
    return forms.map((form) => [insertLine(text, block.end, form)]);
  }
  const places = placesOf(text);
  const home = places.sections.find((section) => EXECUTION.test(keyOf(section.title)));
  const form = lines(`1. ${name}`, '- ');
  if (home) {
    const child = home.children.at(-1);
    const value = child?.label ? ordinalOf(child.label) : null;
    const label =
      child?.label && value !== null
        ? relabelled(text.slice(child.start, child.start + child.label.length), child.label, value + 1)
        : '1. ';
    return [[insertLine(text, home.end, lines(`${label}${name}`, '- '))], [insertLine(text, home.end, form)]];
  }
  const lastTop = places.sections.at(-1);
  const value = lastTop?.label ? ordinalOf(lastTop.label) : 0;
  const top =
    lastTop?.label && value !== null
      ? relabelled(text.slice(lastTop.start, lastTop.start + lastTop.label.length), lastTop.label, value + 1)
      : 'I. ';
  return [[insertLine(text, places.closingStart, `${top}TỔ CHỨC THỰC HIỆN\n${form}`)]];
}
