/** Rows of a directory to import, from a workbook's sheets; nothing judged yet. JSON: `import-json.ts`. */
import type { RawTable } from '../../ports/documents';
import { fail, ok, type Result } from '../../result';
import { matchKey, toNfc } from '../../text/normalize';

export interface DirectoryRow {
  readonly sheet: string;
  /** Row of the sheet, or 1-based place in the JSON list. */
  readonly row: number;
  readonly kind: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly groups: readonly string[];
  readonly members: readonly string[];
  readonly parent: string;
  readonly summaryGroup: string;
  readonly activeFrom: string;
  readonly activeTo: string;
  readonly contact: string;
  readonly contactPosition: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  /** The telephone stands in the file as a number. */
  readonly phoneAsNumber: boolean;
  readonly channel: string;
  /** The entry's own id where the file gives one (JSON only), else "". */
  readonly id: string;
  /** Units that took this one over (JSON only): name or id; `from` "" means the day after `activeTo`. */
  readonly successors: readonly { readonly unit: string; readonly from: string }[];
}

export interface SignerRow {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly authority: string;
  readonly onBehalf: string;
  readonly position: string;
}

export interface ImportRows {
  readonly entries: readonly DirectoryRow[];
  readonly signers: readonly SignerRow[];
}

type Field = Exclude<keyof DirectoryRow, 'sheet' | 'row' | 'id' | 'successors' | 'phoneAsNumber'>;

/** Words that name a column, folded; remarks in brackets are left off before comparing. */
const COLUMN_WORDS: readonly { readonly field: Field; readonly words: readonly string[] }[] = [
  { field: 'kind', words: ['loai', 'loai muc', 'phan loai'] },
  { field: 'name', words: ['ten', 'ten don vi', 'ten day du', 'don vi', 'ten goi'] },
  { field: 'short', words: ['ten goi tat', 'ten tat', 'viet tat', 'ten viet tat', 'ten ngan'] },
  { field: 'aliases', words: ['ten khac', 'ten goi khac', 'cac ten khac', 'bi danh'] },
  { field: 'groups', words: ['thuoc nhom', 'nhom', 'cac nhom'] },
  { field: 'members', words: ['gom cac don vi', 'thanh vien', 'gom', 'cac don vi'] },
  { field: 'parent', words: ['don vi cap tren', 'cap tren', 'truc thuoc', 'thuoc don vi'] },
  { field: 'summaryGroup', words: ['nhom tong hop', 'nhom bao cao'] },
  { field: 'activeFrom', words: ['hoat dong tu', 'tu ngay', 'hieu luc tu'] },
  { field: 'activeTo', words: ['hoat dong den', 'den ngay', 'hieu luc den'] },
  { field: 'contact', words: ['dau moi lien he', 'dau moi', 'lien he'] },
  {
    field: 'contactPosition',
    words: ['chuc vu dau moi', 'chuc danh dau moi', 'chuc vu dau moi lien he', 'chuc vu nguoi lien he'],
  },
  {
    field: 'address',
    words: ['dia chi', 'dia chi buu chinh', 'dia chi gui', 'dia chi co quan', 'noi gui den'],
  },
  {
    field: 'email',
    words: ['thu dien tu', 'email', 'e mail', 'hop thu', 'dia chi thu dien tu', 'hop thu dien tu'],
  },
  { field: 'phone', words: ['dien thoai', 'dien thoai co quan', 'so dien thoai', 'dt', 'sdt'] },
  { field: 'channel', words: ['cach gui', 'cach gui thuong dung', 'kenh gui', 'kenh nhan', 'hinh thuc gui'] },
];

function columnKey(title: string): string {
  return matchKey(title.replace(/\([^)]*\)/gu, ' '));
}

const SIGNER_WORDS: Readonly<Record<string, keyof Omit<SignerRow, 'sheet' | 'row'>>> = {
  'ho va ten': 'name',
  'ho ten': 'name',
  'nguoi ky': 'name',
  'thay mat': 'authority',
  'quyen han': 'authority',
  'ky thay': 'onBehalf',
  'chuc vu': 'position',
};

export function splitList(text: string): readonly string[] {
  return toNfc(text)
    .split(/[;\n|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

interface Header {
  readonly row: number;
  readonly fields: ReadonlyMap<number, Field>;
}

/** The header is the first row, among the first 30, that names the column of names and at least one more. */
function directoryHeader(table: RawTable): Header | null {
  for (const { row, cells } of table.rows.slice(0, 30)) {
    const fields = new Map<number, Field>();
    cells.forEach((cell, column) => {
      const words = columnKey(cell);
      const known = COLUMN_WORDS.find((candidate) => candidate.words.includes(words));
      if (known && ![...fields.values()].includes(known.field)) fields.set(column, known.field);
    });
    const named = new Set(fields.values());
    if (named.has('name') && named.size >= 2) return { row, fields };
  }
  return null;
}

function signerHeader(
  table: RawTable,
): { row: number; fields: ReadonlyMap<number, keyof typeof emptySigner> } | null {
  for (const { row, cells } of table.rows.slice(0, 30)) {
    const fields = new Map<number, keyof typeof emptySigner>();
    cells.forEach((cell, column) => {
      const field = SIGNER_WORDS[columnKey(cell)];
      if (field) fields.set(column, field);
    });
    const named = new Set(fields.values());
    if (named.has('name') && named.has('position')) return { row, fields };
  }
  return null;
}

const emptySigner = { name: '', authority: '', onBehalf: '', position: '' };
const emptyRow = {
  kind: '',
  name: '',
  short: '',
  aliases: [] as readonly string[],
  groups: [] as readonly string[],
  members: [] as readonly string[],
  parent: '',
  summaryGroup: '',
  activeFrom: '',
  activeTo: '',
  contact: '',
  contactPosition: '',
  address: '',
  email: '',
  phone: '',
  phoneAsNumber: false,
  channel: '',
  id: '',
  successors: [] as DirectoryRow['successors'],
};
const LISTS: ReadonlySet<Field> = new Set<Field>(['aliases', 'groups', 'members']);

function directoryRow(sheet: string, row: number, values: ReadonlyMap<Field, string>): DirectoryRow {
  const out: Record<string, unknown> = { ...emptyRow, sheet, row };
  for (const [field, text] of values) out[field] = LISTS.has(field) ? splitList(text) : toNfc(text).trim();
  return out as unknown as DirectoryRow;
}

/** Rows of every sheet with a recognisable header; BAD_REQUEST when no sheet has one. */
export function rowsOfTables(tables: readonly RawTable[], fileName: string): Result<ImportRows> {
  const entries: DirectoryRow[] = [];
  const signers: SignerRow[] = [];
  let understood = false;
  for (const table of tables) {
    const people = signerHeader(table);
    if (people) {
      understood = true;
      for (const { row, cells } of table.rows) {
        if (row <= people.row || cells.every((cell) => cell.trim() === '')) continue;
        const values = { ...emptySigner };
        for (const [column, field] of people.fields) values[field] = toNfc(cells[column] ?? '').trim();
        signers.push({ sheet: table.sheet, row, ...values });
      }
      continue;
    }
    const header = directoryHeader(table);
    if (!header) continue;
    understood = true;
    for (const { row, cells, numbers = [] } of table.rows) {
      if (row <= header.row) continue;
      const values = new Map(
        [...header.fields].map(([column, field]) => [field, cells[column] ?? ''] as const),
      );
      if ([...values.values()].every((text) => text.trim() === '')) continue;
      entries.push({
        ...directoryRow(table.sheet, row, values),
        phoneAsNumber: numbers.some((column) => header.fields.get(column) === 'phone'),
      });
    }
  }
  if (!understood)
    return fail(
      'BAD_REQUEST',
      `Tệp “${fileName}”: không thấy dòng tiêu đề có cột “Tên” và “Loại”. Hãy tải tệp mẫu ở Danh mục dùng chung và chép dữ liệu vào đó.`,
      { details: { file: fileName } },
    );
  return ok({ entries, signers });
}
