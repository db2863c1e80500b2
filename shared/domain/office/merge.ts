/** Sáp nhập, chia tách: a unit goes into others from a day, or gives a part of itself away. domain.md §5, §6. */
import { addDays, formatDate, isPlainDate } from '../../date/plain-date';
import type { PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import { isActiveOn } from '../report/expected-units';
import { entryFaults, nameKey } from './directory';
import type { DirectoryEntry, OfficeTables } from './model';

export interface MergeCommand {
  readonly id: string;
  /** First day of the new order. */
  readonly from: PlainDate;
  /** Units of the directory, and names of units that begin with it. */
  readonly into: readonly string[];
  readonly founded: readonly string[];
  /** Tách một phần: the unit goes on beside those that it gave a part to. */
  readonly keeps: boolean;
  /** "Nghị quyết số 12-NQ/ĐU …" */
  readonly reason: string;
}

/** Ids of the units that were founded with it. */
export interface Merged {
  readonly founded: readonly string[];
}

/**
 * Records it: the unit's last day and its successors; new units begin on the day, in the old one's groups. Refused: a
 * unit that is not there on the day before, successors that are not there on the day, nobody to go into.
 */
export function mergeEntry(
  draft: Draft<OfficeTables>,
  command: MergeCommand,
  newId: () => string,
): Result<Merged> {
  const { from, keeps } = command;
  const unit = draft.get('entries', command.id);
  if (unit?.kind !== 'unit') return fail('NOT_FOUND', 'Không tìm thấy đơn vị này trong danh mục.');
  const refuse = (field: string, message: string): Result<never> =>
    fail('BAD_REQUEST', message, { fieldErrors: { [field]: message } });
  if (!isPlainDate(from)) return refuse('from', 'Ngày không có thật; ghi theo ngày/tháng/năm.');
  const eve = addDays(from, -1);
  if (!isActiveOn(unit, eve))
    return refuse(
      'from',
      `“${unit.name}” không hoạt động vào ngày ${formatDate(eve)}, nên không sáp nhập hay chia tách từ ngày ${formatDate(from)} được.`,
    );
  const founded = [...new Set(command.founded.map((name) => name.trim()).filter((name) => name !== ''))];
  const into = [...new Set(command.into)].filter((id) => id !== unit.id);
  if (into.length + founded.length === 0)
    return refuse('into', 'Chọn ít nhất một đơn vị nhận, hoặc ghi tên đơn vị mới.');
  for (const id of into) {
    const heir = draft.get('entries', id);
    if (heir?.kind !== 'unit') return refuse('into', 'Đơn vị nhận không có trong danh mục đơn vị.');
    if (!isActiveOn(heir, from))
      return refuse(
        'into',
        `“${heir.name}” không hoạt động vào ngày ${formatDate(from)}, nên không nhận được “${unit.name}”.`,
      );
  }
  const ids: string[] = [];
  for (const name of founded) {
    const made = found(draft, unit, name, from, newId());
    if (!made.ok) return made;
    ids.push(made.value.id);
  }
  const later = unit.successors.filter((successor) => successor.from > from);
  if (later.length > 0)
    return refuse(
      'from',
      `“${unit.name}” đã ghi sáp nhập hoặc chia tách từ một ngày sau đó; sửa lần đó trước.`,
    );
  const heirs = [...into, ...ids, ...(keeps ? [unit.id] : [])].map((unitId) => ({ unitId, from }));
  draft.put('entries', {
    ...unit,
    activeTo: keeps ? unit.activeTo : eve,
    successors: [...unit.successors.filter((successor) => successor.from < from), ...heirs],
    endReason: command.reason.trim(),
  });
  return ok({ founded: ids });
}

/** A unit that begins on the day, where the old one stood: under the same parent, in the same groups. */
function found(
  draft: Draft<OfficeTables>,
  old: DirectoryEntry,
  name: string,
  from: PlainDate,
  id: string,
): Result<DirectoryEntry> {
  const all = draft.list('entries');
  const taken = all.find((entry) => nameKey(entry.name) === nameKey(name));
  if (taken) {
    const message = `Tên “${name}” đã có trong danh mục; chọn đơn vị đó trong ô “Đơn vị nhận”, hoặc ghi tên khác.`;
    return fail('BAD_REQUEST', message, { fieldErrors: { founded: message } });
  }
  const entry: DirectoryEntry = {
    id,
    kind: 'unit',
    name,
    short: '',
    aliases: [],
    parentId: old.parentId,
    memberIds: [],
    summaryGroupId: old.summaryGroupId,
    activeFrom: from,
    activeTo: null,
    successors: [],
    endReason: '',
    contact: '',
    order: Math.max(0, ...all.map((other) => other.order)) + 1,
  };
  const errors = Object.values(entryFaults(entry, all));
  if (errors.length > 0)
    return fail('BAD_REQUEST', errors.join(' '), { fieldErrors: { founded: errors.join(' ') } });
  draft.put('entries', entry);
  for (const group of all)
    if (group.kind === 'group' && group.memberIds.includes(old.id))
      draft.put('entries', { ...group, memberIds: [...group.memberIds, id] });
  return ok(entry);
}
