/** Which duties a person means, and how one of them is written: shared by every command about duties. */
import type { Instant } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { CarryingOut, DutyRow } from './duties';
import { settingOf, type FollowedTask } from './followed';
import { dutyId, dutySchema, taskSettingSchema, type Duty } from './model';

export type DossierDraft = Draft<DossierTables>;

export interface Acting {
  readonly now: Instant;
  readonly by: string;
}

/** A task and the units of it that are meant; null: every unit whose duty is neither done nor given up. */
export interface ChosenDuties {
  readonly task: string;
  readonly units: readonly string[] | null;
}

export interface Put {
  readonly duties: number;
  /** Questions to the person, as sentences; the text stands as it was written. */
  readonly questions: readonly string[];
}

export interface Chosen {
  readonly task: FollowedTask;
  readonly row: DutyRow;
}

const GONE =
  'Nhiệm vụ này không còn trong kế hoạch nên không ghi được kết quả. Khôi phục ở phần Rà soát nếu cần.';

/** The duties that are meant; refused where a task is gone or a unit does not owe it. */
export function chosenDuties(
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
export function rememberTask(draft: DossierDraft, task: FollowedTask): void {
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

export function startOf({ task, row }: Chosen): Duty {
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

export function store(draft: DossierDraft, chosen: Chosen, duty: Duty): void {
  // Entered under the id that the task had before it was read anew: it moves to the present one.
  if (chosen.row.record && chosen.row.record.id !== duty.id) draft.remove('taskDuties', chosen.row.record.id);
  draft.put('taskDuties', duty);
}

export const refuse = (field: string, why: string): Result<never> =>
  fail('BAD_REQUEST', why, { fieldErrors: { [field]: why } });
