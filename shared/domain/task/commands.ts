/** What a person enters about duties: states with evidence, more time, what a task is, counts. Each is one commit. */
import { dateOfInstant, formatDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { dayFault } from '../report/day-faults';
import { looksPersonal } from '../report/validate-values';
import { formatNumber } from '../../text/numbers';
import {
  enteredDuties,
  followedTargets,
  settingOf,
  type CarryingOut,
  type DutyRow,
  type FollowedTask,
} from './duties';
import { guardedNumber, looksLikeAccount } from './guarded';
import {
  dutyId,
  dutySchema,
  NO_UNIT,
  taskSettingSchema,
  type Duty,
  type DutyState,
  type GuardedChoice,
  type Rhythm,
  type TaskSetting,
} from './model';
import { isTooLong, slotsOf } from './rhythm';

type DossierDraft = Draft<DossierTables>;

export interface Acting {
  readonly now: Instant;
  readonly by: string;
}

/** A task and the units of it that are meant; null: every unit whose duty is neither done nor given up. */
export interface ChosenDuties {
  readonly task: string;
  readonly units: readonly string[] | null;
}

export const STATE_WORDS = {
  todo: 'chưa làm',
  doing: 'đang làm',
  done: 'hoàn thành',
  'not-done': 'không thực hiện',
} as const satisfies Record<DutyState, string>;

export const CHOICE_WORDS = {
  reported: 'Đã báo cáo bằng văn bản',
  handled: 'Đã xử lý theo thẩm quyền',
  none: 'Không phát sinh',
} as const satisfies Record<GuardedChoice, string>;

interface Chosen {
  readonly task: FollowedTask;
  readonly row: DutyRow;
}

const GONE =
  'Nhiệm vụ này không còn trong kế hoạch nên không ghi được kết quả. Khôi phục ở phần Rà soát nếu cần.';

/** The duties that are meant; refused where a task is gone or a unit does not owe it. */
function chosenDuties(
  { tasks }: CarryingOut,
  chosen: readonly ChosenDuties[],
  nameOf: (unitId: string) => string,
): Result<readonly Chosen[]> {
  const out = new Map<string, Chosen>();
  for (const { task: id, units } of chosen) {
    const found = tasks.find(({ task }) => task.id === id);
    if (!found) return fail('NOT_FOUND', GONE);
    const { task, duties } = found;
    const open = ({ state }: DutyRow): boolean => state !== 'done' && state !== 'not-done';
    const rows = new Map(duties.map((row) => [row.unitId, row]));
    for (const unitId of units ?? duties.filter(open).map((row) => row.unitId)) {
      const row = rows.get(unitId);
      if (!row)
        return fail(
          'BAD_REQUEST',
          `${nameOf(unitId)} không được giao nhiệm vụ “${task.text.slice(0, 80)}”. Xem lại phần phân công của kế hoạch.`,
          { fieldErrors: { units: 'Đơn vị không được giao nhiệm vụ này.' } },
        );
      out.set(dutyId(id, unitId), { task, row });
    }
  }
  if (out.size === 0) return fail('CONFLICT', 'Không còn đơn vị nào chưa xong trong các nhiệm vụ đã chọn.');
  return ok([...out.values()]);
}

/** Keeps the task as it stands beside its progress, so that the progress outlives it. */
function rememberTask(draft: DossierDraft, task: FollowedTask): void {
  draft.put(
    'taskSettings',
    taskSettingSchema.parse({
      ...settingOf(draft, task),
      id: task.id,
      text: task.text,
      origins: task.origins,
      lastDay: task.lastDay,
    }),
  );
}

function startOf({ task, row }: Chosen): Duty {
  const { record } = row;
  return record
    ? { ...record, id: dutyId(task.id, row.unitId), taskId: task.id }
    : dutySchema.parse({
        id: dutyId(task.id, row.unitId),
        taskId: task.id,
        unitId: row.unitId,
        state: task.settled ? 'done' : 'todo',
      });
}

function store(draft: DossierDraft, chosen: Chosen, duty: Duty): void {
  // Entered under the id that the task had before it was read anew: it moves to the present one.
  if (chosen.row.record && chosen.row.record.id !== duty.id) draft.remove('taskDuties', chosen.row.record.id);
  draft.put('taskDuties', duty);
}

export interface PutDuties {
  readonly duties: readonly ChosenDuties[];
  readonly state: DutyState;
  /** Done: its day; null: today. */
  readonly doneOn: PlainDate | null;
  readonly reason: string;
  readonly result: string;
  readonly amount: number | null;
  readonly choice: GuardedChoice | null;
  readonly numberText: string;
  readonly date: PlainDate | null;
  /** sha256 of the kept file; null: none came. */
  readonly file: string | null;
}

export interface Put {
  readonly duties: number;
  /** Questions to the person, as sentences; the text stands as it was written. */
  readonly questions: readonly string[];
}

const PERSONAL =
  'Nội dung có chỗ giống số điện thoại, số giấy tờ, thư điện tử hoặc trang cá nhân. Chỉ ghi việc của đơn vị, không ghi thông tin của công dân; hãy xem lại.';
const GUARDED_ONLY =
  'Nhiệm vụ về tư tưởng, dư luận, thông tin sai trái chỉ ghi số lượng, kết quả theo lựa chọn và số, ngày văn bản';

const refuse = (field: string, why: string): Result<never> =>
  fail('BAD_REQUEST', why, { fieldErrors: { [field]: why } });

/** Free words, a file, a link: refused for guarded tasks, whoever asks. Answers the number as it may be kept. */
function guardedFault(command: PutDuties): Result<string> {
  if (command.result.trim() !== '') return refuse('result', `${GUARDED_ONLY}; không ghi lời.`);
  if (command.file !== null) return refuse('ticket', `${GUARDED_ONLY}; không kèm tệp.`);
  if (command.reason.trim() !== '')
    return refuse(
      'reason',
      `${GUARDED_ONLY}; không ghi lý do bằng lời. Nếu không có việc, chọn “Không phát sinh”.`,
    );
  return guardedNumber(command.numberText);
}

function putFault(command: PutDuties, today: PlainDate): Result<never> | null {
  const { state, amount } = command;
  const day =
    dayFault(command.doneOn, { notAfter: today }, 'doneOn', 'Ngày hoàn thành') ??
    dayFault(command.date, { notAfter: today }, 'date', 'Ngày văn bản');
  if (day) return day;
  if (amount !== null && (!Number.isFinite(amount) || amount < 0))
    return refuse('amount', 'Số lượng là số không âm.');
  if (command.result.length > 500)
    return refuse('result', 'Kết quả ghi gọn trong 500 ký tự; chi tiết để trong tệp kèm.');
  if (command.reason.length > 300) return refuse('reason', 'Lý do ghi gọn trong 300 ký tự.');
  if (state !== 'not-done' && command.reason.trim() !== '')
    return refuse('reason', 'Lý do chỉ ghi khi chọn “Không thực hiện”.');
  if (command.date !== null && command.numberText.trim() === '' && command.file === null)
    return refuse('numberText', 'Đã ghi ngày văn bản nhưng chưa ghi số, ký hiệu.');
  return null;
}

/** What was done, in the duty's trace: a sentence without the words of the result. */
function told(duty: Duty, command: PutDuties): string {
  const mark = [command.numberText.trim(), command.date === null ? '' : formatDate(command.date)].filter(
    Boolean,
  );
  return [
    `${STATE_WORDS[duty.state]}${duty.doneOn === null ? '' : ` ngày ${formatDate(duty.doneOn)}`}`,
    ...(duty.reason === '' ? [] : [`lý do: ${duty.reason}`]),
    ...(command.amount === null ? [] : [`số lượng ${formatNumber(command.amount)}`]),
    ...(mark.length === 0 ? [] : [`văn bản ${mark.join(', ')}`]),
    ...(command.file === null ? [] : ['kèm tệp']),
  ].join('; ');
}

/** Ghi kết quả: one state, day and evidence for as many duties as were chosen. What is left empty leaves what stands. */
export function putDuties(
  draft: DossierDraft,
  carrying: CarryingOut,
  command: PutDuties,
  acting: Acting,
  nameOf: (unitId: string) => string,
): Result<Put> {
  const chosen = chosenDuties(carrying, command.duties, nameOf);
  if (!chosen.ok) return chosen;
  const today = dateOfInstant(acting.now);
  const fault = putFault(command, today);
  if (fault) return fault;
  const guarded = chosen.value.some(({ task }) => task.guarded);
  let numberText = command.numberText.trim();
  if (guarded) {
    const allowed = guardedFault(command);
    if (!allowed.ok) return allowed;
    numberText = allowed.value;
  } else if (command.choice !== null)
    return refuse('choice', 'Lựa chọn này chỉ dùng cho nhiệm vụ về tư tưởng, dư luận, thông tin sai trái.');
  if (command.state === 'not-done' && command.reason.trim() === '' && !guarded)
    return refuse('reason', 'Ghi lý do không thực hiện.');
  for (const each of chosen.value) {
    const start = startOf(each);
    const { state } = command;
    const evidence =
      numberText === '' && command.file === null
        ? start.evidence
        : {
            numberText,
            date: command.date,
            file: command.file ?? (start.evidence?.numberText === numberText ? start.evidence.file : null),
          };
    const replaced =
      start.evidence !== null && evidence !== start.evidence && start.evidence.numberText !== numberText;
    const lost = start.evidence?.file != null && evidence?.file !== start.evidence.file;
    const duty: Duty = {
      ...start,
      state,
      reason: state === 'not-done' ? command.reason.trim() : '',
      doneOn:
        state === 'done' ? (command.doneOn ?? (start.state === 'done' ? start.doneOn : null) ?? today) : null,
      result: command.result.trim() === '' ? start.result : command.result.trim(),
      amount: command.amount ?? start.amount,
      choice: command.choice ?? start.choice,
      evidence,
      earlierEvidence:
        start.evidence !== null && (replaced || lost)
          ? [...start.earlierEvidence, start.evidence]
          : start.earlierEvidence,
    };
    store(draft, each, {
      ...duty,
      trace: [
        ...start.trace,
        { at: acting.now, by: acting.by, text: told(duty, { ...command, numberText }) },
      ],
    });
  }
  for (const task of new Set(chosen.value.map(({ task }) => task))) rememberTask(draft, task);
  const questions = looksPersonal(`${command.result} ${command.reason}`) ? [PERSONAL] : [];
  return ok({ duties: chosen.value.length, questions });
}

/** Gia hạn: a new last day with its reason; the old ones stay. Refused for what is done or given up. */
export function extendDuties(
  draft: DossierDraft,
  carrying: CarryingOut,
  command: {
    readonly duties: readonly ChosenDuties[];
    readonly lastDay: PlainDate;
    readonly reason: string;
    readonly agreedBy: string;
  },
  acting: Acting,
  nameOf: (unitId: string) => string,
): Result<Put> {
  const chosen = chosenDuties(carrying, command.duties, nameOf);
  if (!chosen.ok) return chosen;
  const reason = command.reason.trim();
  if (reason === '') return refuse('reason', 'Ghi lý do gia hạn.');
  if (looksLikeAccount(reason) && chosen.value.some(({ task }) => task.guarded))
    return refuse('reason', 'Lý do không ghi đường dẫn, tên tài khoản hay thông tin của công dân.');
  for (const each of chosen.value) {
    const { row } = each;
    if (row.state === 'done' || row.state === 'not-done')
      return fail(
        'CONFLICT',
        `${nameOf(row.unitId)} đã ghi “${STATE_WORDS[row.state]}” nên không gia hạn. Bỏ chọn đơn vị này rồi làm lại.`,
      );
    if (row.due !== null && command.lastDay <= row.due)
      return refuse(
        'lastDay',
        `Hạn mới phải sau hạn đang có (${formatDate(row.due)}${row.unitId === NO_UNIT ? '' : `, ${nameOf(row.unitId)}`}).`,
      );
  }
  for (const each of chosen.value) {
    const start = startOf(each);
    const { now: at, by } = acting;
    const agreedBy = command.agreedBy.trim();
    store(draft, each, {
      ...start,
      extensions: [...start.extensions, { lastDay: command.lastDay, reason, agreedBy, at, by }],
      trace: [
        ...start.trace,
        {
          at,
          by,
          text: `gia hạn đến ${formatDate(command.lastDay)}; lý do: ${reason}${agreedBy === '' ? '' : `; ${agreedBy} đồng ý`}`,
        },
      ],
    });
  }
  for (const task of new Set(chosen.value.map(({ task }) => task))) rememberTask(draft, task);
  return ok({ duties: chosen.value.length, questions: [] });
}

/** Absent: as it stands. */
export interface SettingPatch {
  readonly guarded?: boolean | null | undefined;
  readonly rhythm?: Rhythm | 'none' | null | undefined;
  readonly entryIds?: readonly string[] | null | undefined;
}

/** What a task (or weekly target) is: guarded or not, its rhythm, whom a target asks. */
export function saveTaskSetting(
  draft: DossierDraft,
  { tasks }: CarryingOut,
  itemId: string,
  patch: SettingPatch,
): Result<TaskSetting> {
  const task = tasks.find(({ task: each }) => each.id === itemId)?.task;
  const item = task ?? followedTargets(draft).find(({ id }) => id === itemId);
  if (!item) return fail('NOT_FOUND', 'Không tìm thấy nhiệm vụ này trong kế hoạch.');
  const { rhythm, guarded, entryIds } = patch;
  if (rhythm != null && rhythm !== 'none') {
    if (rhythm.to < rhythm.from)
      return refuse(
        'to',
        `Ngày cuối (${formatDate(rhythm.to)}) phải từ ngày đầu (${formatDate(rhythm.from)}) trở đi.`,
      );
    if (isTooLong(rhythm)) return refuse('to', 'Thời gian theo dõi dài quá 5 năm; chia thành từng năm.');
  }
  if (guarded === true && task) {
    // Nothing is changed by itself: what was entered in words is for the person to take away first.
    const worded = draft
      .list('taskDuties')
      .filter(
        ({ taskId, result, reason, evidence, earlierEvidence }) =>
          taskId === itemId &&
          (result !== '' ||
            reason !== '' ||
            [evidence, ...earlierEvidence].some((each) => each?.file != null)),
      );
    if (worded.length > 0)
      return fail(
        'CONFLICT',
        `Nhiệm vụ này đã ghi kết quả bằng lời hoặc kèm tệp ở ${worded.length} đơn vị. Hoàn tác hoặc xóa hẳn các nội dung đó (Cài đặt → Xóa hẳn) rồi mới đặt “chỉ ghi số lượng”.`,
      );
  }
  const standing = settingOf(draft, item);
  const setting = taskSettingSchema.parse({
    ...standing,
    id: itemId,
    text: item.text,
    origins: item.origins,
    lastDay: task?.lastDay ?? null,
    guarded: guarded === undefined ? (standing?.guarded ?? null) : guarded,
    rhythm: rhythm === undefined ? (standing?.rhythm ?? null) : rhythm,
    entryIds: entryIds === undefined ? (standing?.entryIds ?? null) : entryIds,
  });
  draft.put('taskSettings', setting);
  return ok(setting);
}

export interface CountsRow {
  readonly unitId: string;
  /** Slot → count; null takes the count away. */
  readonly counts: Readonly<Record<string, number | null>>;
}

/** The counts of the grid, all rows or none. `units`: who owes them. */
export function putCounts(
  draft: DossierDraft,
  { id: itemId, origins, rhythm }: Pick<FollowedTask, 'id' | 'origins' | 'rhythm'>,
  units: readonly string[],
  rows: readonly CountsRow[],
  nameOf: (unitId: string) => string,
): Result<{ readonly cells: number }> {
  if (rhythm === null) return fail('BAD_REQUEST', 'Nhiệm vụ này chưa đặt định kỳ nên chưa có bảng để ghi.');
  const slots = new Map(slotsOf(rhythm).map((slot) => [slot.id, slot]));
  const { countsOf } = enteredDuties(draft, [{ id: itemId, origins }]);
  let cells = 0;
  for (const { unitId, counts } of rows) {
    if (!units.includes(unitId))
      return fail('BAD_REQUEST', `${nameOf(unitId)} không được giao nhiệm vụ này.`, {
        details: { unit: unitId },
      });
    const id = dutyId(itemId, unitId);
    const next: Record<string, number> = { ...countsOf(itemId, unitId) };
    for (const [slot, count] of Object.entries(counts)) {
      if (!slots.has(slot))
        return fail('BAD_REQUEST', `Cột ${slot} không thuộc thời gian theo dõi của nhiệm vụ.`, {
          details: { slot },
        });
      cells += 1;
      if (count === null) Reflect.deleteProperty(next, slot);
      else next[slot] = count;
    }
    if (Object.keys(next).length === 0) draft.remove('taskCounts', id);
    else draft.put('taskCounts', { id, itemId, unitId, counts: next });
  }
  return ok({ cells });
}
