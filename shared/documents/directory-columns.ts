/**
 * The columns of the directory as a workbook: what the template offers, what the export writes, what the import reads
 * (`import-rows.ts` knows their titles). Which unit took over another is not among them: a person writes that in the window.
 */
import { formatDate } from '../date/plain-date';
import { KIND_NAMES, nameKey } from '../domain/office/directory';
import type { DirectoryEntry } from '../domain/office/model';
import { OTHER_GROUP_NAME } from '../domain/report/expected-units';
import { CHANNEL } from '../i18n/vi';

/** Names that a relation may be written by: the entry's own name, or its id where the name would be cut in two. */
interface Naming {
  readonly nameOf: (id: string) => string;
  /** Names of the groups that hold the entry. */
  readonly groupsOf: (id: string) => readonly string[];
}

interface DirectoryColumn {
  readonly title: string;
  readonly width: number;
  /** What the template's sample unit has there. */
  readonly sample: string;
  readonly text: (entry: DirectoryEntry, naming: Naming) => string;
  /** Only what is exported has it: who fills in a template says it row by row. */
  readonly exported?: true;
  /** A cell that is typed as text: a telephone keeps its leading 0. */
  readonly asText?: true;
}

export const SAMPLE_GROUP = 'Các chi bộ trực thuộc';

/** Words of the column "Loại", as people choose them. */
export const DIRECTORY_KINDS = ['đơn vị', 'nhóm', 'cấp trên', 'chức danh'] as const;

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');
const day = (date: string | null): string => (date === null ? '' : formatDate(date));

export const DIRECTORY_COLUMNS: readonly DirectoryColumn[] = [
  {
    title: 'Loại',
    width: 12,
    sample: 'đơn vị',
    text: ({ kind }) => KIND_NAMES[kind].toLocaleLowerCase('vi'),
  },
  { title: 'Tên', width: 40, sample: 'Chi bộ Tổ dân phố số 1', text: ({ name }) => name },
  { title: 'Tên gọi tắt', width: 16, sample: 'CB TDP 1', text: ({ short }) => short },
  {
    title: 'Tên khác (cách nhau “;”)',
    width: 34,
    sample: 'Chi bộ TDP 1; Tổ dân phố số 1',
    text: ({ aliases }) => listed(aliases),
  },
  {
    title: 'Thuộc nhóm (cách nhau “;”)',
    width: 30,
    sample: SAMPLE_GROUP,
    text: ({ id }, { groupsOf }) => listed(groupsOf(id)),
  },
  {
    title: 'Đơn vị cấp trên',
    width: 26,
    sample: '',
    text: ({ parentId }, { nameOf }) => (parentId === null ? '' : nameOf(parentId)),
  },
  {
    title: 'Nhóm tổng hợp',
    width: 26,
    sample: SAMPLE_GROUP,
    // Said in words: an empty cell lets the import choose for a new unit.
    text: ({ kind, summaryGroupId }, { nameOf }) =>
      summaryGroupId === null ? (kind === 'unit' ? OTHER_GROUP_NAME : '') : nameOf(summaryGroupId),
  },
  { title: 'Hoạt động từ', width: 14, sample: '01/07/2025', text: ({ activeFrom }) => day(activeFrom) },
  { title: 'Hoạt động đến', width: 14, sample: '', text: ({ activeTo }) => day(activeTo) },
  { title: 'Đầu mối liên hệ', width: 24, sample: 'Văn phòng chi bộ', text: ({ contact }) => contact },
  {
    title: 'Chức vụ đầu mối',
    width: 22,
    sample: 'Bí thư chi bộ',
    text: ({ contactPosition = '' }) => contactPosition,
  },
  {
    title: 'Địa chỉ',
    width: 34,
    sample: 'Nhà văn hóa Tổ dân phố số 1, phường An Bình',
    text: ({ address = '' }) => address,
  },
  {
    title: 'Thư điện tử',
    width: 28,
    sample: 'chibo1@anbinh.example',
    text: ({ email = '' }) => email,
  },
  { title: 'Điện thoại', width: 16, sample: '0225 000 001', text: ({ phone = '' }) => phone, asText: true },
  {
    title: 'Cách gửi',
    width: 16,
    sample: CHANNEL.hand,
    text: ({ channel }) => (channel ? CHANNEL[channel] : ''),
  },
  {
    title: 'Gồm các đơn vị (cách nhau “;”)',
    width: 40,
    sample: '',
    text: ({ memberIds }, { nameOf }) => listed(memberIds.map(nameOf)),
    exported: true,
  },
];

/** How the entries of a directory are named in one another's rows. */
export function namingIn(entries: readonly DirectoryEntry[]): Naming {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const written = (id: string): string => {
    const entry = byId.get(id);
    if (!entry) return '';
    return /[;|\n]/u.test(entry.name) || nameKey(entry.name) === '' ? id : entry.name;
  };
  const holding = new Map<string, string[]>();
  for (const group of entries)
    for (const member of group.memberIds) {
      const names = holding.get(member) ?? [];
      holding.set(member, names);
      names.push(written(group.id));
    }
  return { nameOf: written, groupsOf: (id) => holding.get(id) ?? [] };
}
