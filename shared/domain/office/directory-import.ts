/**
 * Importing the directory: every row is taken whole or refused with its reason; refused rows never stop the others.
 * A row whose name stands in the directory already (same kind of entry) updates that entry.
 */
import type { Draft } from '../../records';
import { sameJson } from '../../records';
import { OTHER_GROUP_NAME } from '../report/expected-units';
import { nameKey } from './directory';
import { candidateOf, type Candidate } from './import-candidate';
import { importSigners } from './import-signers';
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
  /** Rows that are taken, with what a person should look at. */
  readonly questions: RefusedRow[];
  readonly signers: number;
}

type Lookup = (name: string) => { readonly id: string; readonly kind: EntryKind } | undefined;

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
  if (row.summaryGroup !== '' && !saysNoGroup(row.summaryGroup, lookup)) {
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

/** Takes the rows into the draft. Nothing of a refused row is kept. `behalfMark`: "T/M", as the rule profile writes it. */
export function importDirectory(
  draft: Draft<OfficeTables>,
  rows: ImportRows,
  newId: () => string,
  behalfMark = '',
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
  const signers = importSigners(draft, rows, refused, newId, behalfMark);
  refused.sort((a, b) => (a.sheet === b.sheet ? a.row - b.row : a.sheet < b.sheet ? -1 : 1));
  const questions = [...accepted.values()].flatMap(({ row, standing: known }) =>
    row.phoneAsNumber && row.phone !== known?.phone
      ? [{ sheet: row.sheet, row: row.row, name: row.name, reason: phoneQuestion(row.phone) }]
      : [],
  );
  return { ...outcome, refused, questions, signers };
}

function phoneQuestion(phone: string): string {
  return `Cột “Điện thoại”: ${phone}: ô ghi dạng số nên có thể mất số 0 đầu; hãy xem lại.`;
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

  for (const candidate of accepted.values()) {
    const { row, kind, id, standing, activeFrom, activeTo, successors } = candidate;
    const groups = idsOf(row.groups);
    draft.put('entries', {
      id,
      kind,
      name: row.name,
      short: row.short || (standing?.short ?? ''),
      aliases: row.aliases.length > 0 ? [...row.aliases] : [...(standing?.aliases ?? [])],
      parentId: row.parent === '' ? (standing?.parentId ?? null) : (lookup(row.parent)?.id ?? null),
      memberIds: [...new Set([...(standing?.memberIds ?? []), ...idsOf(row.members)])],
      summaryGroupId: summaryGroupOf(candidate, groups, lookup),
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
      ...postalOf(candidate),
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

/** "Đơn vị khác" is where a unit without a group is listed, unless the office has a group of that name. */
function saysNoGroup(words: string, lookup: Lookup): boolean {
  return nameKey(words) === nameKey(OTHER_GROUP_NAME) && lookup(words)?.kind !== 'group';
}

/** A new unit of one group is listed under that group, unless the row or a person says otherwise. */
function summaryGroupOf(
  { row, kind, standing }: Candidate,
  groups: readonly string[],
  lookup: Lookup,
): string | null {
  if (row.summaryGroup !== '')
    return saysNoGroup(row.summaryGroup, lookup) ? null : (lookup(row.summaryGroup)?.id ?? null);
  if (standing?.summaryGroupId) return standing.summaryGroupId;
  return kind === 'unit' && groups.length === 1 ? (groups[0] ?? null) : null;
}

/** What is written on envelopes and lists; an empty cell leaves what stands. */
function postalOf({ row, standing, channel }: Candidate): Partial<DirectoryEntry> {
  const way = channel ?? standing?.channel;
  const kept = (key: 'contactPosition' | 'address' | 'email' | 'phone'): Partial<DirectoryEntry> => {
    const text = row[key] || standing?.[key];
    return text === undefined ? {} : { [key]: text };
  };
  return {
    ...kept('contactPosition'),
    ...kept('address'),
    ...kept('email'),
    ...kept('phone'),
    ...(way !== undefined && { channel: way }),
  };
}
