/** Rules of the directory: who exists on a day, what a group comes to, what may be ended or removed. domain.md §5–6. */
import { formatDate, isPlainDate, type PlainDate } from '../../date/plain-date';
import { isActiveOn } from '../report/expected-units';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { spellingKey } from '../../text/normalize';
import { contactFaults } from './contact-faults';
import type { DirectoryEntry, OfficeTables } from './model';

export const KIND_NAMES = {
  superior: 'Cấp trên',
  unit: 'Đơn vị',
  group: 'Nhóm',
  position: 'Chức danh',
} as const satisfies Record<DirectoryEntry['kind'], string>;

/** Units that exist on the day, in the directory's order. */
export function activeUnits(entries: readonly DirectoryEntry[], day: PlainDate): readonly DirectoryEntry[] {
  return inOrder(entries.filter((entry) => entry.kind === 'unit' && isActiveOn(entry, day)));
}

export function inOrder(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  return [...entries].sort((a, b) => a.order - b.order);
}

export interface ExpandedEntry {
  readonly entry: DirectoryEntry;
  /** Name of the group through which it came; null where it was named itself. */
  readonly group: string | null;
}

export interface Expansion {
  readonly entries: readonly ExpandedEntry[];
  /** Vietnamese sentences about entries that come to nobody on that day. */
  readonly problems: readonly string[];
}

/**
 * What the named entries come to on a day: groups to their members (whatever the depth), units that no longer exist
 * to their successors. Each entry once, the first mention stands.
 */
export function expandEntries(
  entries: readonly DirectoryEntry[],
  ids: readonly string[],
  day: PlainDate,
): Expansion {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const out = new Map<string, ExpandedEntry>();
  const problems: string[] = [];
  const visit = (id: string, group: string | null, path: readonly string[]): void => {
    const entry = byId.get(id);
    if (!entry) {
      problems.push('Có một mục không còn trong danh mục; hãy chọn lại đơn vị.');
      return;
    }
    // A group inside itself, or units that name each other as successors, must not run for ever.
    if (path.includes(id)) return;
    const next = [...path, id];
    if (entry.kind === 'group') {
      const members = entry.memberIds.filter((member) => byId.has(member));
      if (members.length === 0) problems.push(`Nhóm “${entry.name}” chưa có đơn vị nào.`);
      const ordered = inOrder(members.flatMap((member) => byId.get(member) ?? []));
      for (const member of ordered) visit(member.id, group ?? entry.name, next);
      return;
    }
    if (isActiveOn(entry, day)) {
      if (!out.has(id)) out.set(id, { entry, group });
      return;
    }
    const heirs = entry.successors.filter((successor) => successor.from <= day);
    for (const heir of heirs) visit(heir.unitId, group, next);
    if (heirs.length === 0 && group === null)
      problems.push(
        `“${entry.name}” không hoạt động vào ngày ${formatDate(day)} và chưa ghi đơn vị kế tiếp.`,
      );
  };
  for (const id of ids) visit(id, null, []);
  return { entries: [...out.values()], problems };
}

/** Ids of units only, after expansion: what owes reports. */
export function expandUnits(
  entries: readonly DirectoryEntry[],
  ids: readonly string[],
  day: PlainDate,
): readonly string[] {
  return expandEntries(entries, ids, day)
    .entries.filter(({ entry }) => entry.kind === 'unit')
    .map(({ entry }) => entry.id);
}

/** Key under which two names are the same name: case, spaces, punctuation and the tone mark's place do not count. */
export function nameKey(name: string): string {
  return spellingKey(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whom to ask there and how, on one line: "Văn phòng, Phó Chánh Văn phòng, 0225 000 001". */
export function contactLine(entry: Pick<DirectoryEntry, 'contact' | 'contactPosition' | 'phone'>): string {
  return [entry.contact, entry.contactPosition ?? '', entry.phone ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
}

function wouldCycle(entries: ReadonlyMap<string, DirectoryEntry>, entry: DirectoryEntry): boolean {
  let parent = entry.parentId;
  for (let step = 0; parent !== null && step <= entries.size; step += 1) {
    if (parent === entry.id) return true;
    parent = entries.get(parent)?.parentId ?? null;
  }
  return false;
}

/** Field errors of an entry against the rest of the directory; empty when it may stand. */
export function entryFaults(entry: DirectoryEntry, all: readonly DirectoryEntry[]): Record<string, string> {
  const errors: Record<string, string> = {};
  const others = new Map(all.filter((other) => other.id !== entry.id).map((other) => [other.id, other]));
  const key = nameKey(entry.name);
  for (const other of others.values())
    if (nameKey(other.name) === key)
      errors['name'] = `Tên “${entry.name}” đã có trong danh mục (${KIND_NAMES[other.kind].toLowerCase()}).`;
  if (entry.activeFrom !== null && entry.activeTo !== null && entry.activeTo < entry.activeFrom)
    errors['activeTo'] = 'Ngày hết hoạt động sớm hơn ngày bắt đầu.';
  if (entry.parentId !== null) {
    const parent = others.get(entry.parentId);
    if (parent?.kind !== 'unit') errors['parentId'] = 'Đơn vị cấp trên không có trong danh mục đơn vị.';
    else if (wouldCycle(new Map([...others, [entry.id, entry]]), entry))
      errors['parentId'] = `“${entry.name}” không thể trực thuộc chính nó qua các cấp.`;
  }
  if (entry.kind !== 'group' && entry.memberIds.length > 0)
    errors['memberIds'] = 'Chỉ nhóm mới có thành viên; một đơn vị không phải là nhóm.';
  for (const member of entry.memberIds)
    if (member === entry.id) errors['memberIds'] = 'Nhóm không thể chứa chính nó.';
    else if (!others.has(member)) errors['memberIds'] = 'Nhóm có thành viên không còn trong danh mục.';
  if (entry.summaryGroupId !== null && others.get(entry.summaryGroupId)?.kind !== 'group')
    errors['summaryGroupId'] = 'Nhóm tổng hợp phải là một nhóm trong danh mục.';
  for (const { unitId } of entry.successors)
    // Itself: it only gave a part away.
    if (unitId !== entry.id && others.get(unitId)?.kind !== 'unit')
      errors['successors'] = 'Đơn vị kế tiếp không có trong danh mục đơn vị.';
  return errors;
}

/** Keeps an entry; field errors where it contradicts the directory. */
export function saveEntry(draft: Draft<OfficeTables>, entry: DirectoryEntry): Result<{ id: string }> {
  const standing = draft.get('entries', entry.id);
  const errors = entryFaults(entry, draft.list('entries'));
  if (standing && standing.kind !== entry.kind && (standing.kind === 'group' || entry.kind === 'group'))
    errors['kind'] = 'Không đổi nhóm thành đơn vị hay ngược lại; hãy thêm mục mới.';
  for (const [field, fault] of contactFaults(entry, standing))
    errors[field] = `${fault.charAt(0).toLocaleUpperCase('vi')}${fault.slice(1)}`;
  if (Object.keys(errors).length > 0)
    return fail('BAD_REQUEST', Object.values(errors).join(' '), { fieldErrors: errors });
  draft.put('entries', entry);
  return ok({ id: entry.id });
}

/** Ends an entry on its last day and names who takes over. */
export function endEntry(
  draft: Draft<OfficeTables>,
  id: string,
  lastDay: PlainDate,
  successors: readonly { unitId: string; from: PlainDate }[],
): Result<null> {
  const entry = draft.get('entries', id);
  if (!entry) return fail('NOT_FOUND', 'Không tìm thấy mục này trong danh mục.');
  if (!isPlainDate(lastDay) || successors.some(({ from }) => !isPlainDate(from)))
    return fail('BAD_REQUEST', 'Ngày không có thật; ghi theo ngày/tháng/năm.', {
      fieldErrors: { lastDay: 'Ngày không có thật.' },
    });
  const saved = saveEntry(draft, { ...entry, activeTo: lastDay, successors: [...successors] });
  return saved.ok ? ok(null) : saved;
}

/** Deletes an entry that nothing in the office names; `namedBy` tells who outside it does. */
export function removeEntry(
  draft: Draft<OfficeTables>,
  id: string,
  namedBy: readonly string[],
): Result<null> {
  const entry = draft.get('entries', id);
  if (!entry) return fail('NOT_FOUND', 'Không tìm thấy mục này trong danh mục.');
  const inside = draft
    .list('entries')
    .filter(
      (other) =>
        other.id !== id &&
        (other.parentId === id ||
          other.memberIds.includes(id) ||
          other.summaryGroupId === id ||
          other.successors.some(({ unitId }) => unitId === id)),
    )
    .map((other) => `mục “${other.name}”`);
  const all = [...inside, ...namedBy];
  if (all.length > 0)
    return fail(
      'CONFLICT',
      `Không xóa được “${entry.name}” vì đang được dùng ở ${all.slice(0, 3).join(', ')}${all.length > 3 ? ` và ${all.length - 3} chỗ khác` : ''}. Nếu đơn vị không còn hoạt động, hãy ghi ngày hết hoạt động.`,
    );
  draft.remove('entries', id);
  return ok(null);
}
