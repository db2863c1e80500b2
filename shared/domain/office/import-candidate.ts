/** One row of a directory to import, read by itself: its kind, days, way of sending, whom it is in the directory already. */
import { addDays, parseDate, type PlainDate } from '../../date/plain-date';
import { CHANNEL } from '../../i18n/vi';
import { matchKey } from '../../text/normalize';
import { channelOfWords, type Channel } from '../dispatch/channel';
import { CONTACT_COLUMNS, contactFaults } from './contact-faults';
import { KIND_NAMES, nameKey } from './directory';
import type { DirectoryRow } from './import-rows';
import type { DirectoryEntry, EntryKind } from './model';

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

/** A row that can be taken as far as it goes by itself. */
export interface Candidate {
  readonly row: DirectoryRow;
  readonly kind: EntryKind;
  readonly id: string;
  readonly standing: DirectoryEntry | null;
  readonly activeFrom: PlainDate | null;
  readonly activeTo: PlainDate | null;
  readonly successors: readonly { readonly unit: string; readonly from: PlainDate }[];
  /** null: the row says none. */
  readonly channel: Channel | null;
}

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
export function candidateOf(
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
  const channel = row.channel === '' ? null : channelOfWords(row.channel);
  if (row.channel !== '' && channel === null)
    return `Cột “Cách gửi”: “${row.channel}” không có; ghi một trong: ${Object.values(CHANNEL).join(', ')}.`;
  const [wrong] = contactFaults(row, known);
  if (wrong) return `Cột “${CONTACT_COLUMNS[wrong[0]]}”: ${wrong[1]}`;
  const id = known?.id ?? (row.id === '' ? newId() : row.id);
  return { row, kind, id, standing: known, activeFrom, activeTo, successors, channel };
}
