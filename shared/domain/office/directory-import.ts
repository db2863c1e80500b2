/**
 * Importing the directory: every row is taken whole or refused with its reason; refused rows never stop the others.
 * A row whose name stands in the directory already (same kind of entry) updates that entry.
 */
import { addDays, parseDate, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { sameJson } from '../../records';
import { matchKey } from '../../text/normalize';
import { KIND_NAMES, nameKey } from './directory';
import type { DirectoryRow, ImportRows } from './import-rows';
import type { DirectoryEntry, EntryKind, OfficeTables } from './model';

export interface RefusedRow {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly reason: string;
}

export interface DirectoryImport {
  readonly added: string[];
  readonly updated: string[];
  readonly unchanged: string[];
  readonly refused: RefusedRow[];
  readonly signers: number;
}

const KIND_WORDS: Readonly<Record<string, EntryKind>> = {
  'cap tren': 'superior',
  'co quan cap tren': 'superior',
  superior: 'superior',
  'don vi': 'unit',
  unit: 'unit',
  nhom: 'group',
  'nhom don vi': 'group',
  group: 'group',
  'chuc danh': 'position',
  'chuc vu': 'position',
  position: 'position',
};

interface Candidate {
  readonly row: DirectoryRow;
  readonly kind: EntryKind;
  readonly id: string;
  readonly standing: DirectoryEntry | null;
  readonly activeFrom: PlainDate | null;
  readonly activeTo: PlainDate | null;
  readonly successors: readonly { readonly unit: string; readonly from: PlainDate }[];
}

type Lookup = (name: string) => { readonly id: string; readonly kind: EntryKind } | undefined;

/** Excel's day 0; days are counted from it, also in a cell that is formatted as text. */
const EXCEL_DAY_ZERO: PlainDate = '1899-12-30';

/** A day as written, or as the bare number that Excel leaves of it in a cell formatted as text (45839 = 01/07/2025). */
function dayOf(text: string): PlainDate | null {
  const serial = /^[3-5]\d{4}$/.test(text.trim()) ? Number(text) : null;
  return serial === null ? parseDate(text) : addDays(EXCEL_DAY_ZERO, serial);
}

interface Standing {
  readonly byName: ReadonlyMap<string, DirectoryEntry>;
  readonly byId: ReadonlyMap<string, DirectoryEntry>;
  readonly takenIds: ReadonlyMap<string, Candidate>;
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u;

/** Which units took this one over, from which day; a sentence when that can't be told. */
function successorsOf(row: DirectoryRow, activeTo: PlainDate | null): Candidate['successors'] | string {
  const out: { unit: string; from: PlainDate }[] = [];
  for (const { unit, from } of row.successors) {
    if (unit === '') return 'Mục “successors”: thiếu tên hoặc mã của đơn vị kế tiếp.';
    const day = from !== '' ? dayOf(from) : activeTo === null ? null : addDays(activeTo, 1);
    if (day === null)
      return from === ''
        ? `Đã nhập vào “${unit}” từ ngày nào? Ghi “activeTo” (ngày cuối cùng còn hoạt động) hoặc “from”.`
        : `Mục “successors”: “${from}” không phải là ngày có thật; ghi theo ngày/tháng/năm.`;
    out.push({ unit, from: day });
  }
  return out;
}

/** Reads one row by itself; a sentence when it can't be taken. */
function candidateOf(
  row: DirectoryRow,
  standing: Standing,
  seen: ReadonlyMap<string, DirectoryRow>,
  newId: () => string,
): Candidate | string {
  if (row.name === '') return 'Thiếu tên.';
  if (row.name.length > 300) return 'Tên dài quá 300 ký tự.';
  const kind = row.kind === '' ? 'unit' : KIND_WORDS[matchKey(row.kind)];
  if (!kind) return `Loại “${row.kind}” không có; ghi một trong: Đơn vị, Nhóm, Cấp trên, Chức danh.`;
  const twin = seen.get(nameKey(row.name));
  if (twin) return `Trùng tên với dòng ${twin.row} của trang tính “${twin.sheet}”.`;
  if (row.id !== '' && !ID.test(row.id)) return `Mã “${row.id}” chỉ được gồm chữ, số và các dấu . _ : -`;
  const named = standing.byName.get(nameKey(row.name)) ?? null;
  const known = named ?? standing.byId.get(row.id) ?? null;
  const taken = standing.takenIds.get(known?.id ?? row.id);
  if (taken)
    return `Trùng mã với “${taken.row.name}” (dòng ${taken.row.row} của trang tính “${taken.row.sheet}”).`;
  if (known && known.kind !== kind)
    return `“${row.name}” đã có trong danh mục là ${KIND_NAMES[known.kind].toLowerCase()}, không thể là ${KIND_NAMES[kind].toLowerCase()}.`;
  const activeFrom = row.activeFrom === '' ? null : dayOf(row.activeFrom);
  if (row.activeFrom !== '' && activeFrom === null)
    return `Cột “Hoạt động từ”: “${row.activeFrom}” không phải là ngày có thật; ghi theo ngày/tháng/năm.`;
  const activeTo = row.activeTo === '' ? null : dayOf(row.activeTo);
  if (row.activeTo !== '' && activeTo === null)
    return `Cột “Hoạt động đến”: “${row.activeTo}” không phải là ngày có thật; ghi theo ngày/tháng/năm.`;
  if (activeFrom !== null && activeTo !== null && activeTo < activeFrom)
    return 'Ngày hết hoạt động sớm hơn ngày bắt đầu.';
  if (kind !== 'group' && row.members.length > 0)
    return 'Chỉ nhóm mới có cột “Gồm các đơn vị”; một đơn vị không phải là nhóm.';
  if (kind !== 'unit' && row.successors.length > 0) return 'Chỉ đơn vị mới có đơn vị kế tiếp.';
  const successors = successorsOf(row, activeTo);
  if (typeof successors === 'string') return successors;
  const id = known?.id ?? (row.id === '' ? newId() : row.id);
  return { row, kind, id, standing: known, activeFrom, activeTo, successors };
}

/** Why the row's relations can't stand, or null. */
function relationFault(candidate: Candidate, lookup: Lookup): string | null {
  const { row } = candidate;
  for (const group of row.groups) {
    const known = lookup(group);
    if (!known) return `Cột “Thuộc nhóm”: nhóm “${group}” không có trong danh mục hay trong tệp.`;
    if (known.kind !== 'group') return `Cột “Thuộc nhóm”: “${group}” không phải là nhóm.`;
    if (known.id === candidate.id) return 'Nhóm không thể thuộc chính nó.';
  }
  for (const member of row.members) {
    const known = lookup(member);
    if (!known) return `Cột “Gồm các đơn vị”: đơn vị “${member}” không có trong danh mục hay trong tệp.`;
    if (known.id === candidate.id) return 'Nhóm không thể chứa chính nó.';
  }
  if (row.parent !== '') {
    const known = lookup(row.parent);
    if (!known) return `Cột “Đơn vị cấp trên”: “${row.parent}” không có trong danh mục hay trong tệp.`;
    if (known.kind !== 'unit') return `Cột “Đơn vị cấp trên”: “${row.parent}” không phải là đơn vị.`;
  }
  for (const { unit } of candidate.successors) {
    const heir = lookup(unit);
    if (heir?.kind !== 'unit') return `Đơn vị kế tiếp “${unit}” không có trong danh mục hay trong tệp.`;
    if (heir.id === candidate.id) return 'Một đơn vị không thể nhập vào chính nó.';
  }
  if (row.summaryGroup !== '') {
    const known = lookup(row.summaryGroup);
    if (known?.kind !== 'group')
      return `Cột “Nhóm tổng hợp”: nhóm “${row.summaryGroup}” không có trong danh mục hay trong tệp.`;
  }
  return null;
}

/** Ids on a cycle of parents: each of them is refused. */
function onCycle(id: string, parentOf: (id: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let at = parentOf(id); at !== null && !seen.has(at); at = parentOf(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}

function lookupOver(standing: readonly DirectoryEntry[], accepted: ReadonlyMap<string, Candidate>): Lookup {
  const names = new Map<string, { id: string; kind: EntryKind }>();
  const put = (name: string, id: string, kind: EntryKind): void => {
    const key = nameKey(name);
    if (key !== '' && !names.has(key)) names.set(key, { id, kind });
  };
  for (const entry of standing) put(entry.name, entry.id, entry.kind);
  for (const { row, id, kind } of accepted.values()) put(row.name, id, kind);
  for (const entry of standing)
    for (const other of [entry.short, ...entry.aliases]) put(other, entry.id, entry.kind);
  for (const { row, id, kind } of accepted.values())
    for (const other of [row.short, ...row.aliases]) put(other, id, kind);
  // Ids come last: a name that somebody wrote is a name.
  const ids = new Map(standing.map(({ id, kind }) => [id, { id, kind }]));
  for (const { row, id, kind } of accepted.values()) {
    ids.set(id, { id, kind });
    if (row.id !== '') ids.set(row.id, { id, kind });
  }
  return (name) => names.get(nameKey(name)) ?? ids.get(name);
}

/** Takes the rows into the draft. Nothing of a refused row is kept. */
export function importDirectory(
  draft: Draft<OfficeTables>,
  rows: ImportRows,
  newId: () => string,
): DirectoryImport {
  const standing = draft.list('entries');
  const byName = new Map(standing.map((entry) => [nameKey(entry.name), entry]));
  const byId = new Map(standing.map((entry) => [entry.id, entry]));
  const refused: RefusedRow[] = [];
  const refuse = ({ sheet, row, name }: DirectoryRow, reason: string): void => {
    refused.push({ sheet, row, name, reason });
  };

  const seen = new Map<string, DirectoryRow>();
  const accepted = new Map<string, Candidate>();
  for (const row of rows.entries) {
    const candidate = candidateOf(row, { byName, byId, takenIds: accepted }, seen, newId);
    if (typeof candidate === 'string') refuse(row, candidate);
    else {
      seen.set(nameKey(row.name), row);
      accepted.set(candidate.id, candidate);
    }
  }

  // A refused row may take away what another one names, so this repeats until nothing more falls.
  for (let settled = false; !settled;) {
    settled = true;
    const lookup = lookupOver(standing, accepted);
    const parentOf = (id: string): string | null => {
      const candidate = accepted.get(id);
      if (candidate && candidate.row.parent !== '') return lookup(candidate.row.parent)?.id ?? null;
      return (candidate?.standing ?? draft.get('entries', id))?.parentId ?? null;
    };
    const faults: [Candidate, string][] = [];
    for (const candidate of accepted.values()) {
      const fault = relationFault(candidate, lookup);
      if (fault !== null) faults.push([candidate, fault]);
      else if (candidate.row.parent !== '' && onCycle(candidate.id, parentOf))
        faults.push([
          candidate,
          `Cột “Đơn vị cấp trên”: “${candidate.row.name}” và “${candidate.row.parent}” trực thuộc lẫn nhau thành vòng.`,
        ]);
    }
    for (const [candidate, fault] of faults) {
      accepted.delete(candidate.id);
      refuse(candidate.row, fault);
      settled = false;
    }
  }

  const outcome = writeAccepted(draft, accepted, lookupOver(standing, accepted));
  const signers = importSigners(draft, rows, refused, newId);
  refused.sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1));
  return { ...outcome, refused, signers };
}

function writeAccepted(
  draft: Draft<OfficeTables>,
  accepted: ReadonlyMap<string, Candidate>,
  lookup: Lookup,
): Pick<DirectoryImport, 'added' | 'updated' | 'unchanged'> {
  const before = new Map(draft.list('entries').map((entry) => [entry.id, entry]));
  const idsOf = (names: readonly string[]): string[] => [
    ...new Set(names.flatMap((name) => lookup(name)?.id ?? [])),
  ];
  let order = Math.max(0, ...[...before.values()].map((entry) => entry.order));

  for (const { row, kind, id, standing, activeFrom, activeTo, successors } of accepted.values()) {
    const groups = idsOf(row.groups);
    const summary = row.summaryGroup === '' ? null : (lookup(row.summaryGroup)?.id ?? null);
    draft.put('entries', {
      id,
      kind,
      name: row.name,
      short: row.short || (standing?.short ?? ''),
      aliases: row.aliases.length > 0 ? [...row.aliases] : [...(standing?.aliases ?? [])],
      parentId: row.parent === '' ? (standing?.parentId ?? null) : (lookup(row.parent)?.id ?? null),
      memberIds: [...new Set([...(standing?.memberIds ?? []), ...idsOf(row.members)])],
      // A unit of one group is listed under that group, unless the row or a person says otherwise.
      summaryGroupId:
        summary ??
        standing?.summaryGroupId ??
        (kind === 'unit' && groups.length === 1 ? (groups[0] ?? null) : null),
      activeFrom: activeFrom ?? standing?.activeFrom ?? null,
      activeTo: activeTo ?? standing?.activeTo ?? null,
      successors:
        successors.length > 0
          ? successors.flatMap(({ unit, from }) => {
              const heir = lookup(unit);
              return heir ? [{ unitId: heir.id, from }] : [];
            })
          : [...(standing?.successors ?? [])],
      endReason: standing?.endReason ?? '',
      contact: row.contact || (standing?.contact ?? ''),
      order: standing?.order ?? (order += 1),
    });
  }
  for (const { row, id } of accepted.values())
    for (const groupId of idsOf(row.groups)) {
      const group = draft.get('entries', groupId);
      if (group && !group.memberIds.includes(id))
        draft.put('entries', { ...group, memberIds: [...group.memberIds, id] });
    }

  const outcome = { added: [] as string[], updated: [] as string[], unchanged: [] as string[] };
  for (const { id, row } of accepted.values()) {
    const old = before.get(id);
    if (!old) outcome.added.push(row.name);
    else if (sameJson(old, draft.get('entries', id))) outcome.unchanged.push(row.name);
    else outcome.updated.push(row.name);
  }
  return outcome;
}

function importSigners(
  draft: Draft<OfficeTables>,
  rows: ImportRows,
  refused: RefusedRow[],
  newId: () => string,
): number {
  let taken = 0;
  for (const row of rows.signers) {
    const problem =
      row.name === '' ? 'Thiếu họ và tên người ký.' : row.position === '' ? 'Thiếu chức vụ người ký.' : null;
    if (problem !== null) {
      refused.push({ sheet: row.sheet, row: row.row, name: row.name, reason: problem });
      continue;
    }
    const known = draft.list('signers').find((signer) => nameKey(signer.name) === nameKey(row.name));
    draft.put('signers', {
      id: known?.id ?? newId(),
      name: row.name,
      authority: row.authority,
      onBehalf: row.onBehalf === '' ? null : row.onBehalf,
      position: row.position,
      isDefault: known?.isDefault ?? draft.list('signers').length === 0,
    });
    taken += 1;
  }
  return taken;
}
