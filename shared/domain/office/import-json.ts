/** Rows of a directory to import, from JSON; nothing judged yet. docs/data-format.md "Importing a directory from JSON". */
import { z } from 'zod';
import { fail, ok, type Result } from '../../result';
import { nfcDeep } from '../../text/normalize';
import { splitList, type DirectoryRow, type ImportRows } from './import-rows';
import type { EntryKind } from './model';

const list = z.union([z.array(z.string()), z.string()]).nullish();
const text = z.string().nullish();
const successor = z.object({ unit: text, unitId: text, name: text, from: text });
const jsonEntry = z.looseObject({
  id: text,
  code: text,
  kind: text,
  name: text,
  short: text,
  aliases: list,
  groups: list,
  members: list,
  memberIds: list,
  parent: text,
  parentId: text,
  summaryGroup: text,
  summaryGroupId: text,
  activeFrom: text,
  activeTo: text,
  contact: text,
  contactPosition: text,
  address: text,
  email: text,
  phone: text,
  channel: text,
  successors: z.array(successor).nullish(),
  mergedInto: list,
});
type JsonEntry = z.infer<typeof jsonEntry>;
const jsonEntries = z.array(jsonEntry).optional();
const jsonSigner = z.looseObject({ name: text, authority: text, onBehalf: text, position: text });
const jsonDirectory = z.looseObject({
  entries: jsonEntries,
  units: jsonEntries,
  groups: jsonEntries,
  superiors: jsonEntries,
  positions: jsonEntries,
  signers: z.array(jsonSigner).optional(),
});

/** Lists of the file, and the kind of an entry that does not say its own. */
const LISTS: readonly (readonly [
  'entries' | 'units' | 'groups' | 'superiors' | 'positions',
  EntryKind | '',
])[] = [
  ['entries', ''],
  ['superiors', 'superior'],
  ['units', 'unit'],
  ['groups', 'group'],
  ['positions', 'position'],
];

const SHAPES =
  'Nhận một trong các dạng: [ {…}, … ] (danh sách các mục); { "entries": [ … ], "signers": [ … ] }; hoặc dạng mà lệnh office show in ra: { "units": [ … ], "groups": [ … ], "superiors": [ … ], "positions": [ … ], "signers": [ … ] }. Mỗi mục cần "name"';

function asList(value: z.infer<typeof list>): readonly string[] {
  if (value === undefined || value === null) return [];
  return typeof value === 'string'
    ? splitList(value)
    : value.map((item) => item.trim()).filter((item) => item !== '');
}

/** The first that says something. */
function first(...values: readonly (string | null | undefined)[]): string {
  return values.map((value) => (value ?? '').trim()).find((value) => value !== '') ?? '';
}

function rowOf(entry: JsonEntry, sheet: string, row: number, kind: EntryKind | ''): DirectoryRow {
  return {
    sheet,
    row,
    id: first(entry.id, entry.code),
    kind: first(entry.kind, kind),
    name: first(entry.name),
    short: first(entry.short),
    aliases: asList(entry.aliases),
    groups: asList(entry.groups),
    members: [...asList(entry.members), ...asList(entry.memberIds)],
    parent: first(entry.parent, entry.parentId),
    summaryGroup: first(entry.summaryGroup, entry.summaryGroupId),
    activeFrom: first(entry.activeFrom),
    activeTo: first(entry.activeTo),
    contact: first(entry.contact),
    contactPosition: first(entry.contactPosition),
    address: first(entry.address),
    email: first(entry.email),
    phone: first(entry.phone),
    phoneAsNumber: false,
    channel: first(entry.channel),
    successors: [
      ...(entry.successors ?? []).map((one) => ({
        unit: first(one.unit, one.unitId, one.name),
        from: first(one.from),
      })),
      ...asList(entry.mergedInto).map((unit) => ({ unit, from: '' })),
    ],
  };
}

/**
 * `{entries, signers}`, a bare list of entries, or what `office show` prints. Relations are by name or by id.
 * BAD_REQUEST: no JSON, another shape, or nothing in it.
 */
export function rowsOfJson(content: string, fileName: string): Result<ImportRows> {
  const no = (problem: string, path?: string): Result<never> =>
    fail('BAD_REQUEST', `Tệp “${fileName}” ${problem}.`, {
      details: { file: fileName, ...(path !== undefined && { path }) },
    });
  let value: unknown;
  try {
    value = nfcDeep(JSON.parse(content) as unknown);
  } catch {
    return no('không phải là tệp JSON đọc được');
  }
  const directory = Array.isArray(value) ? { entries: value as unknown[] } : value;
  const known = [...LISTS.map(([name]) => name), 'signers'];
  if (
    typeof directory !== 'object' ||
    directory === null ||
    !known.some((name) => Object.hasOwn(directory, name))
  )
    return no(`không có danh sách đơn vị nào đọc được. ${SHAPES}`);
  const parsed = jsonDirectory.safeParse(directory);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return no(`có chỗ “${where}” không đúng dạng của danh mục đơn vị. ${SHAPES}`, where);
  }
  const entries = LISTS.flatMap(([name, kind]) =>
    (parsed.data[name] ?? []).map((entry, index) => rowOf(entry, name, index + 1, kind)),
  );
  const signers = (parsed.data.signers ?? []).map((signer, index) => ({
    sheet: 'signers',
    row: index + 1,
    name: first(signer.name),
    authority: signer.authority ?? '',
    onBehalf: signer.onBehalf ?? '',
    position: first(signer.position),
  }));
  if (entries.length + signers.length === 0) return no(`không có mục nào để nhập. ${SHAPES}`);
  return ok({ entries, signers });
}
