/** One backup of a data folder: which files go into it, and what it is called. */
import { join } from 'node:path';
import { dateOfInstant, timeOfInstant } from '../../../shared/date/plain-date';
import type { Instant } from '../../../shared/date/plain-date';
import type { Ref } from '../../../shared/ports/store';
import { fold } from '../../../shared/text/normalize';
import { HISTORY_FILE } from './aggregate';
import { fileContent, writeBackup } from './backup-archive';
import type { ArchiveSource, Manifest } from './backup-archive';
import type { StoreContext } from './context';
import { FORMAT_FILE } from './data-format';
import { keptFiles } from './kept-files';
import { folderOf } from './references';

/** An aggregate with the length of its history up to which all is committed. */
export interface CommittedLength {
  readonly ref: Ref;
  readonly historyBytes: number;
}

/** A file that goes into a backup, with how much of it. */
interface BackedUpFile {
  readonly name: string;
  readonly bytes: number;
}

/**
 * The format, every history up to its known length, and every kept file. A history up to there is whole commits; files
 * are written before what names them, and never change: so a backup can be made while the store is in use.
 */
export async function filesToBackUp(
  context: StoreContext,
  lengths: readonly CommittedLength[],
): Promise<BackedUpFile[]> {
  const { fs, folder } = context;
  const out: BackedUpFile[] = [];
  const format = await fs.size(join(folder, FORMAT_FILE));
  if (format !== null) out.push({ name: FORMAT_FILE, bytes: format });
  for (const { ref, historyBytes } of lengths) {
    const path = folderOf(ref);
    if (!path.ok) continue;
    out.push({ name: `${path.value}/${HISTORY_FILE}`, bytes: historyBytes });
    for (const file of await keptFiles(context, join(folder, path.value))) {
      const name = `${path.value}/files/${file.name}`;
      out.push({ name, bytes: (await fs.size(join(folder, name))) ?? 0 });
    }
  }
  return out;
}

/** Writes the files into a new zip in `target`. Throws what the disk throws; nothing is left then. */
export async function backUp(
  context: StoreContext,
  files: readonly BackedUpFile[],
  about: { readonly target: string; readonly at: Instant; readonly reason: string },
): Promise<{ file: string; manifest: Manifest; bytes: number }> {
  const { fs, folder, appVersion } = context;
  const { target, at, reason } = about;
  await fs.makeFolder(target);
  const file = await freeName(context, target, at, reason);
  const sources = files.map<ArchiveSource>(({ name, bytes }) => ({
    name,
    content: () => fileContent(fs, join(folder, name), bytes),
  }));
  const written = await writeBackup(
    fs,
    file,
    { createdAt: at, appVersion, reason },
    sources,
    context.ids.next(),
  );
  return { file, ...written };
}

/** `vpdu-2026-03-25-0800-truoc-khi-nhap.zip`; the same minute gets `-2`. */
async function freeName(context: StoreContext, folder: string, at: Instant, reason: string): Promise<string> {
  const moment = `${dateOfInstant(at)}-${timeOfInstant(at).replace(':', '')}`;
  const words = fold(reason)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30);
  const stem = join(folder, `vpdu-${moment}${words === '' ? '' : `-${words}`}`);
  for (let count = 1; ; count += 1) {
    const file = `${stem}${count === 1 ? '' : `-${count}`}.zip`;
    if ((await context.fs.size(file)) === null) return file;
  }
}
