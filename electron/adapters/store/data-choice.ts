/** `chosen-data.json`: which data folder a person chose, and which was open before. */
import { randomBytes } from 'node:crypto';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { DataChoice } from '../../../shared/ports/data-choice';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { FORMAT_FILE, refuseSyncedFolder } from './data-format';
import { decodeText, readWhole, replaceFile } from './durable';
import type { FileSystem } from './file-system';
import { ioFailure } from './io-error';

const choiceSchema = z.object({
  folder: z.string().refine(isAbsolute),
  previous: z.string().refine(isAbsolute).nullable(),
});
export type RememberedChoice = z.infer<typeof choiceSchema>;

/** Null where nothing was ever chosen. UNAVAILABLE where the file is there but says nothing readable. */
export async function readChoice(fs: FileSystem, file: string): Promise<Result<RememberedChoice | null>> {
  const doing = `Không đọc được tệp “${file}” ghi thư mục dữ liệu đã chọn`;
  try {
    const bytes = await readWhole(fs, file);
    if (bytes === null) return ok(null);
    const parsed = choiceSchema.safeParse(jsonOf(decodeText(bytes)));
    return parsed.success ? ok(parsed.data) : fail('UNAVAILABLE', `${doing}: tệp bị hỏng.`);
  } catch (error) {
    return ioFailure(doing, error);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Replaces the file as one step. */
export async function writeChoice(
  fs: FileSystem,
  file: string,
  choice: RememberedChoice,
): Promise<Result<null>> {
  try {
    await fs.makeFolder(dirname(file));
    const bytes = Buffer.from(`${JSON.stringify(choice, null, 2)}\n`);
    await replaceFile(fs, file, bytes, randomBytes(6).toString('hex'));
    return ok(null);
  } catch (error) {
    return ioFailure('Chưa ghi nhớ được thư mục dữ liệu đã chọn', error);
  }
}

/** Whether data lie there. Throws what the disk throws. An empty folder may be where a drive is not connected. */
export async function holdsData(fs: FileSystem, folder: string): Promise<boolean> {
  if ((await fs.size(join(folder, FORMAT_FILE))) !== null) return true;
  for (const part of ['office', 'd', 'r']) if ((await fs.list(join(folder, part))).length > 0) return true;
  return false;
}

export interface DataChoiceOptions {
  readonly fs: FileSystem;
  /** `chosen-data.json`; null where the start fixed the folder. */
  readonly file: string | null;
  /** The folder that is open. */
  readonly openFolder: string;
  /** Opens a folder without writing and closes it again; refuses where it can't be opened. */
  readonly tryToOpen: (folder: string) => Promise<Result<null>>;
}

const FIXED =
  'Thư mục dữ liệu này do lệnh khởi động chỉ định (--data hoặc VPDU_DATA), nên không đổi được ở đây; hãy khởi động lại với thư mục muốn mở.';

export function createDataChoice(options: DataChoiceOptions): DataChoice {
  const { fs, file, tryToOpen } = options;
  const open = resolve(options.openFolder);
  const remembered = async (): Promise<RememberedChoice | null> => {
    if (file === null) return null;
    const read = await readChoice(fs, file);
    return read.ok ? read.value : null;
  };

  return {
    async state() {
      const choice = await remembered();
      const fixedBecause = file === null ? FIXED : null;
      if (!choice) return { previous: null, next: null, fixedBecause };
      if (samePlace(choice.folder, open)) return { previous: choice.previous, next: null, fixedBecause };
      return { previous: null, next: choice.folder, fixedBecause };
    },

    async use(asked) {
      const folder = resolve(dirname(open), asked);
      if (file === null)
        return samePlace(folder, open) ? ok({ folder: open, previous: null }) : fail('FORBIDDEN', FIXED);
      const choice = await remembered();
      if (samePlace(folder, open))
        return remember(fs, file, { folder: open, previous: before(choice, open) });
      const synced = refuseSyncedFolder(folder);
      if (!synced.ok) return synced;
      try {
        if (!(await holdsData(fs, folder)))
          return fail(
            'NOT_FOUND',
            `Thư mục “${folder}” không có dữ liệu của chương trình này nên không dùng được.`,
          );
      } catch (error) {
        return ioFailure(`Không đọc được thư mục “${folder}”`, error);
      }
      const opens = await tryToOpen(folder);
      return opens.ok ? remember(fs, file, { folder, previous: open }) : opens;
    },
  };
}

/** What stays to be gone back to when the open folder is kept. */
function before(choice: RememberedChoice | null, open: string): string | null {
  if (!choice) return null;
  return samePlace(choice.folder, open) ? choice.previous : choice.folder;
}

async function remember(
  fs: FileSystem,
  file: string,
  choice: RememberedChoice,
): Promise<Result<RememberedChoice>> {
  const written = await writeChoice(fs, file, choice);
  return written.ok ? ok(choice) : written;
}

/** On Windows upper and lower case are one. */
function samePlace(one: string, other: string): boolean {
  return relative(one, other) === '';
}
