/**
 * "Phụ lục: phân công nhiệm vụ" of a plan: what the items say, unit by unit, as one table on its side. Nothing is made
 * up: what neither an item nor its own words say stays an empty cell to be filled in.
 */
import { formatDate } from '../date/plain-date';
import type { Plan, PlanItem, PlanItemOf } from '../domain/plan/model';
import { parsePeriod, periodNameInText } from '../domain/report/periods';
import { matchKey } from '../text/normalize';
import { styledLine } from './letterhead';
import type { BlockModel, TableCellModel, TableModel } from './page-model';
import { shares } from './page-table';
import type { RuleProfile } from './rule-profile';

type Task = PlanItemOf<'task'>;

const COLUMNS = [
  ['STT', 5],
  ['Nội dung nhiệm vụ', 38],
  ['Chủ trì', 16],
  ['Phối hợp', 16],
  ['Thời gian', 13],
  ['Kết quả, sản phẩm', 12],
] as const;
const TABLE_SIZE = 12;

/** Rows of the table, tasks under their unit in the order of the plan; [] where the plan has no tasks. */
export function assignmentRows(
  plan: Plan,
  items: readonly PlanItem[],
): readonly (readonly [string, string, string, string, string])[] {
  const standing = items.filter((item) => !item.dropped).sort((a, b) => a.order - b.order);
  const tasks = standing.filter((item) => item.kind === 'task');
  const groups = unitGroups(
    standing.filter((item) => item.kind === 'assignment'),
    tasks,
  );
  const known = new Set(groups.flatMap(({ ids }) => [...ids]));
  const row = (task: Task, unit: string) =>
    [
      taskText(task.text),
      unit,
      task.coordinating.map(upperFirst).join(', '),
      timeText(task),
      resultOf(plan, task),
    ] as const;
  return [
    ...groups.flatMap(({ unit, ids }) =>
      tasks
        .filter(({ assignmentId }) => assignmentId !== null && ids.has(assignmentId))
        .map((task) => row(task, unit)),
    ),
    ...tasks
      .filter((task) => task.assignmentId === null || !known.has(task.assignmentId))
      .map((task) => row(task, '')),
  ];
}

interface UnitGroup {
  readonly unit: string;
  /** Several headings may name one unit. */
  readonly ids: ReadonlySet<string>;
  /** Where the plan first names it. */
  readonly place: number;
}

/** Units in the order in which the plan names them, each once; one added by a person follows the one before it. */
function unitGroups(
  units: readonly PlanItemOf<'assignment'>[],
  tasks: readonly Task[],
): readonly UnitGroup[] {
  const groups = new Map<string, UnitGroup>();
  let before = 0;
  for (const unit of units) {
    const key = matchKey(unit.unit);
    const sources = [unit, ...tasks.filter(({ assignmentId }) => assignmentId === unit.id)].flatMap(
      ({ source }) => (source ? [source.start] : []),
    );
    const place = sources.length > 0 ? Math.min(...sources) : before;
    before = place;
    const known = groups.get(key);
    groups.set(key, {
      unit: known?.unit ?? unit.unit,
      ids: new Set([...(known?.ids ?? []), unit.id]),
      place: Math.min(known?.place ?? place, place),
    });
  }
  return [...groups.values()].sort((a, b) => a.place - b.place);
}

/** "- xây dựng kế hoạch;" → "Xây dựng kế hoạch": a cell is no line of a list. */
function taskText(text: string): string {
  const bare = text.replace(/^(?:[-–+•*]|\p{L}\)|\(\d{1,2}\))\s+/u, '').replace(/[\s;,]+$/u, '');
  return upperFirst(bare === '' ? text : bare);
}

/** "Chậm nhất 09/6/2026", "Quý II năm 2026", "Hằng tháng"; empty where the plan names no time. */
function timeText(task: Task): string {
  if (task.lastDay !== null) return `Chậm nhất ${formatDate(task.lastDay)}`;
  if (task.period !== null && parsePeriod(task.period)) return upperFirst(periodNameInText(task.period));
  return task.recurrence === null ? '' : upperFirst(task.recurrence);
}

/** What the plan's own table or "Sản phẩm: …" line says under the same words. */
function resultOf(plan: Plan, task: Task): string {
  return plan.parsed.workItems.find((work) => work.text === task.text)?.result ?? '';
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `attached`: "(Kèm theo Kế hoạch số 07-KH/ĐU, ngày … của …)". */
export function assignmentAnnex(
  profile: RuleProfile,
  plan: Plan,
  items: readonly PlanItem[],
  attached: string,
): readonly BlockModel[] {
  return [
    styledLine('PHỤ LỤC', profile.sectionTitle, 'center', { outlineLevel: 1, keepWithNext: true }),
    styledLine('Phân công nhiệm vụ', profile.subject, 'center'),
    styledLine(attached, { ...profile.subject, bold: false, italic: true }, 'center', { spaceAfter: 8 }),
    assignmentTable(assignmentRows(plan, items)),
  ];
}

function assignmentTable(rows: ReturnType<typeof assignmentRows>): TableModel {
  return {
    kind: 'table',
    widths: shares(COLUMNS.map(([, width]) => width)),
    headRows: 1,
    size: TABLE_SIZE,
    rows: [
      COLUMNS.map(([text]): TableCellModel => ({ text, bold: true, align: 'center' })),
      ...rows.map((cells, index) => [
        { text: String(index + 1), align: 'center' } satisfies TableCellModel,
        ...cells.map((text, column): TableCellModel => ({ text, align: column === 3 ? 'center' : 'left' })),
      ]),
    ],
  };
}
