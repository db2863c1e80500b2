/**
 * The folder to open at the start: what a person chose, else the application's own. A chosen folder that is not there
 * is never replaced by an empty one: the host says so and names both ways out.
 */
import { fail, ok, type Result } from '../../shared/result';
import { holdsData, nodeFileSystem, readChoice, writeChoice, type RememberedChoice } from '../adapters/store';
import type { DataPlaces } from './data-folder';

/** Why the chosen folder can't be opened, and the folder that was open before it. */
export interface LostFolder {
  /** Vietnamese sentences; the host adds how the previous folder is opened there. */
  readonly message: string;
  readonly previous: string;
}

/** The data folder to open. */
export async function followChoice(places: DataPlaces): Promise<Result<string, LostFolder>> {
  if (places.choiceFile === null) return ok(places.dataFolder);
  const choice = await readChoice(nodeFileSystem, places.choiceFile);
  if (choice.ok && choice.value === null) return ok(places.dataFolder);
  const previous = (choice.ok ? choice.value?.previous : null) ?? places.dataFolder;
  const waysOut = `Chưa mở gì, dữ liệu không bị động đến. Hãy nối lại ổ đĩa rồi mở lại chương trình, hoặc mở thư mục trước: “${previous}”.`;
  if (!choice.ok) return lost(`${choice.error.message} ${waysOut}`, previous);
  const folder = choice.value?.folder ?? places.dataFolder;
  if (await isThere(folder)) return ok(folder);
  return lost(
    `Không thấy dữ liệu ở thư mục đã chọn “${folder}”: có thể ổ đĩa chưa nối, hoặc thư mục đã bị dời hay đổi tên. ${waysOut}`,
    previous,
  );
}

/** Takes the last choice back, for this start and the next ones; answers the folder to open. */
export async function goBack(places: DataPlaces): Promise<Result<string>> {
  if (places.choiceFile === null) return ok(places.dataFolder);
  const read = await readChoice(nodeFileSystem, places.choiceFile);
  const choice: RememberedChoice | null = read.ok ? read.value : null;
  if (read.ok && choice === null) return ok(places.dataFolder);
  const folder = choice?.previous ?? places.dataFolder;
  if (!(await isThere(folder)))
    return fail(
      'NOT_FOUND',
      `Cũng không thấy dữ liệu ở thư mục trước “${folder}”. Hãy nối lại ổ đĩa rồi thử lại.`,
    );
  const written = await writeChoice(nodeFileSystem, places.choiceFile, {
    folder,
    previous: choice?.folder ?? null,
  });
  return written.ok ? ok(folder) : written;
}

async function isThere(folder: string): Promise<boolean> {
  return holdsData(nodeFileSystem, folder).catch(() => false);
}

function lost(message: string, previous: string): Result<never, LostFolder> {
  return { ok: false, error: { message, previous } };
}
