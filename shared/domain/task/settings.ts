/** What a person says a task (or target) is. One commit. */
import { formatDate } from '../../date/plain-date';
import { fail, ok, type Result } from '../../result';
import { refuse, type DossierDraft } from './chosen';
import type { CarryingOut } from './duties';
import { followedTargets, settingOf } from './followed';
import { taskSettingSchema, type Rhythm, type TaskSetting } from './model';
import { isTooLong } from './rhythm';

/** Absent: as it stands. */
export interface SettingPatch {
  readonly guarded?: boolean | null | undefined;
  readonly rhythm?: Rhythm | 'none' | null | undefined;
  readonly byReports?: boolean | null | undefined;
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
  const { rhythm, guarded, byReports, entryIds } = patch;
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
    byReports: byReports === undefined ? (standing?.byReports ?? null) : byReports,
    rhythm: rhythm === undefined ? (standing?.rhythm ?? null) : rhythm,
    entryIds: entryIds === undefined ? (standing?.entryIds ?? null) : entryIds,
  });
  draft.put('taskSettings', setting);
  return ok(setting);
}
