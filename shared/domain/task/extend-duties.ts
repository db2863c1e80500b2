/** Gia hạn: more time for duties that are open. One commit. */
import { formatDate, type PlainDate } from '../../date/plain-date';
import { fail, ok, type Result } from '../../result';
import {
  chosenDuties,
  refuse,
  rememberTask,
  startOf,
  store,
  type Acting,
  type ChosenDuties,
  type DossierDraft,
  type Put,
} from './chosen';
import type { CarryingOut } from './duties';
import { looksLikeAccount } from './guarded';
import { NO_UNIT } from './model';
import { STATE_WORDS } from './words';

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
