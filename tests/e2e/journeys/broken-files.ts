/** Files that an office meets and that can't be taken: damaged, locked, old, empty, misnamed. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { namedCell, openWorkbook } from '../../support/workbook';

const PLAN = resolve('resources/sample/ke-hoach-an-binh.docx');

/** A compound file ([MS-CFB]) with one directory entry: what Word and Excel write for locked and old files. */
function compoundFile(stream: string): Buffer {
  const file = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  const entry = 512 + 128;
  Buffer.from(stream, 'utf16le').copy(file, entry);
  file.writeUInt16LE((stream.length + 1) * 2, entry + 64);
  return file;
}

const MARKED = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG AN BÌNH
Số 05-KH/ĐU
MẬT
KẾ HOẠCH
về một việc không để ai biết
I. MỤC ĐÍCH
1. Thử`;

export interface BrokenFile {
  readonly name: string;
  readonly content: () => Promise<Buffer>;
  /** What the sentence must say, beside the file's name. */
  readonly says: RegExp;
}

const cut = async () => {
  const whole = await readFile(PLAN);
  return whole.subarray(0, Math.floor(whole.length / 2));
};
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

/** Dropped as plans. */
export const BROKEN_PLANS: readonly BrokenFile[] = [
  { name: 'Đứt giữa chừng.docx', content: cut, says: /hỏng|không đọc được|không mở được/ },
  { name: 'Có mật khẩu.docx', content: async () => compoundFile('EncryptedPackage'), says: /mật khẩu/ },
  { name: 'Word cũ.doc', content: async () => compoundFile('WordDocument'), says: /Word cũ \(\.doc\)/ },
  { name: 'Rỗng.docx', content: async () => Buffer.alloc(0), says: /rỗng/ },
  { name: 'Toàn số 0.txt', content: async () => Buffer.alloc(2048), says: /rỗng|không có chữ|không phải/ },
  { name: 'Ảnh đổi đuôi.docx', content: async () => PNG, says: /là ảnh/ },
  { name: 'Kế hoạch.pdf', content: async () => Buffer.from('%PDF-1.7\n%%EOF'), says: /là PDF bị hỏng/ },
  { name: 'Văn bản kín.txt', content: async () => Buffer.from(MARKED), says: /có dấu MẬT/ },
];

/** Dropped among returned forms. */
export const BROKEN_FORMS: readonly BrokenFile[] = [
  { name: 'Có mật khẩu.xlsx', content: async () => compoundFile('EncryptedPackage'), says: /mật khẩu/ },
  { name: 'Excel cũ.xls', content: async () => compoundFile('Workbook'), says: /\.xls/ },
  { name: 'Rỗng.xlsx', content: async () => Buffer.alloc(0), says: /rỗng/ },
  {
    name: 'Ghi chú đổi đuôi.xlsx',
    content: async () => Buffer.from('Số liệu'),
    says: /không phải tệp Excel/,
  },
  { name: 'Word đổi đuôi.xlsx', content: () => readFile(PLAN), says: /không phải/ },
];

export async function writeBroken(folder: string, files: readonly BrokenFile[]): Promise<void> {
  for (const { name, content } of files) await writeFile(join(folder, name), await content());
}

/** Half of a form: cut off while it was copied. */
export async function cutForm(from: string, to: string): Promise<void> {
  const whole = await readFile(from);
  await writeFile(to, whole.subarray(0, Math.floor(whole.length / 2)));
}

/** The name of one cell is gone, as when its row was deleted. */
export async function unnameCell(from: string, to: string, code: string): Promise<void> {
  const workbook = await openWorkbook(from);
  const cell = namedCell(workbook, `ct_${code}`);
  if (!cell) throw new Error(`no cell ct_${code}`);
  cell.names = [];
  await writeFile(to, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Its hidden sheet is gone, as when the figures were copied into a new workbook. */
export async function dropIdentity(from: string, to: string): Promise<void> {
  const workbook = await openWorkbook(from);
  const sheet = workbook.getWorksheet('_vpdu');
  if (!sheet) throw new Error('no identity sheet');
  workbook.removeWorksheet(sheet.id);
  await writeFile(to, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A formula stands where a figure should; answers the cell's address. */
export async function putFormula(from: string, to: string, code: string): Promise<string> {
  const workbook = await openWorkbook(from);
  const cell = namedCell(workbook, `ct_${code}`);
  if (!cell) throw new Error(`no cell ct_${code}`);
  cell.value = { formula: '10+20', result: 30 };
  await writeFile(to, new Uint8Array(await workbook.xlsx.writeBuffer()));
  return cell.address;
}
