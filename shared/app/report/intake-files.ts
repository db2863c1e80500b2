/** Opening what was dropped: folders are expanded by the host, zips here. */
import type { InputFile } from '../../ports/files';
import { fail, ok, type Result } from '../../result';
import type { App } from '../application';
import { INTAKE_REF } from './intake-ref';

export interface IntakeFile {
  readonly place: string;
  readonly name: string;
  readonly size: number;
  /** When the file was last written, where that is known. */
  readonly modifiedAt?: string;
  bytes(): Promise<Uint8Array>;
}

export interface RefusedFile {
  /** The archive or file as it came. */
  readonly entry: IntakeFile;
  readonly code: string;
  readonly message: string;
}

const MAX_ZIP = 500 * 1024 * 1024;

/** Files that programs leave beside the forms: no form, and no fault of anybody. */
function isLitter(name: string): boolean {
  return name.startsWith('~$') || name.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/iu.test(name);
}

/** What the tickets and items of the tray stand for. An unknown ticket or item: NOT_FOUND. */
export async function openIntake(
  app: App,
  tickets: readonly string[],
  items: readonly string[] = [],
): Promise<Result<{ files: IntakeFile[]; refused: RefusedFile[] }>> {
  const files: IntakeFile[] = [];
  const refused: RefusedFile[] = [];
  for (const ticket of tickets) {
    const opened = await app.ports.inputs.open(ticket);
    if (!opened.ok) return opened;
    for (const file of opened.value) {
      if (isLitter(file.name)) continue;
      if (/\.zip$/iu.test(file.name)) await unpack(app, file, files, refused);
      else files.push(file);
    }
  }
  const kept = await keptFiles(app, items);
  if (!kept.ok) return kept;
  files.push(...kept.value);
  if (files.length === 0 && refused.length === 0)
    return fail(
      'BAD_REQUEST',
      'Không có tệp nào trong những gì đã thả vào. Hãy thả các biểu .xlsx, thư mục hoặc tệp .zip chứa biểu.',
    );
  return ok({ files: distinctPlaces(files), refused });
}

/** Two tickets may hold files of the same name: places tell the files of a batch apart. */
function distinctPlaces(files: readonly IntakeFile[]): IntakeFile[] {
  const count = new Map<string, number>();
  return files.map((file) => {
    const seen = (count.get(file.place) ?? 0) + 1;
    count.set(file.place, seen);
    return seen === 1 ? file : { ...file, place: `${file.place} (${seen})`, bytes: () => file.bytes() };
  });
}

const NOT_KEPT = 'Khay tiếp nhận không giữ bản gốc của tệp này; hãy thả lại tệp.';

async function keptFiles(app: App, items: readonly string[]): Promise<Result<IntakeFile[]>> {
  if (items.length === 0) return ok([]);
  const loaded = await app.ports.store.load(INTAKE_REF);
  if (!loaded.ok) return loaded;
  const files: IntakeFile[] = [];
  for (const id of items) {
    const item = loaded.value?.view.get('items', id);
    if (item?.kept !== true || item.sha256 === null) return fail('NOT_FOUND', NOT_KEPT);
    const bytes = await app.ports.store.getFile(INTAKE_REF, item.sha256);
    if (!bytes.ok) return bytes;
    files.push({ place: item.place, name: item.name, size: item.size, bytes: async () => bytes.value });
  }
  return ok(files);
}

async function unpack(app: App, zip: InputFile, files: IntakeFile[], refused: RefusedFile[]): Promise<void> {
  const archive: IntakeFile = { place: zip.place, name: zip.name, size: zip.size, bytes: () => zip.bytes() };
  if (zip.size > MAX_ZIP) {
    refused.push({
      entry: archive,
      code: 'too-large',
      message: `Tệp “${zip.place}” lớn quá 500 MB nên không mở. Hãy giải nén và thả từng phần.`,
    });
    return;
  }
  const entries = await app.ports.zipReader.unzip(await zip.bytes(), zip.name);
  if (!entries.ok) {
    refused.push({ entry: archive, code: zipFault(entries.error.details), message: entries.error.message });
    return;
  }
  for (const entry of entries.value) {
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    if (name === '' || isLitter(name) || entry.name.startsWith('__MACOSX/')) continue;
    files.push({
      place: `${zip.place}/${entry.name}`,
      name,
      size: entry.bytes.length,
      bytes: async () => entry.bytes,
    });
  }
}

/** The reader's own word for what is wrong with the archive, e.g. `bomb`. */
function zipFault(details: Readonly<Record<string, unknown>> | undefined): string {
  const fault = details?.['fault'];
  return typeof fault === 'string' ? fault : 'zip';
}
