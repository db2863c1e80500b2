/** Files in and out through the system's dialogs. Paths stay here: the window gets tickets and names. */
import { dirname, extname, join } from 'node:path';
import { basename } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { fail, ok, type Result } from '../../shared/result';
import type { HandedFile } from '../../shared/rpc/bridge';
import { safeFileName } from '../../shared/text/file-name';
import { toNfc } from '../../shared/text/normalize';
import { deliverIntoNewFolder } from '../adapters/files/deliver';
import { writeDurably } from '../adapters/files/write-durably';
import type { HostedFiles } from '../application';
import type { AskedFiles } from './ipc';

/** Documents and tables; '' is the folder that several files were put into. */
const OPENED = new Set(['.pdf', '.docx', '.xlsx', '.csv', '']);

export interface FileServices {
  dropped(path: string): Promise<Result<HandedFile>>;
  pick(options: AskedFiles): Promise<Result<readonly HandedFile[]>>;
  save(ticket: string): Promise<Result<string | null>>;
  openSaved(place: string): Promise<Result<null>>;
  openDataFolder(): Promise<Result<null>>;
}

export function createFileServices(
  window: () => BrowserWindow,
  tickets: HostedFiles,
  dataFolder: string,
): FileServices {
  /** Where the person saved last in this session. */
  let lastFolder: string | null = null;
  /** What was saved in this session: nothing else is ever opened from the window. */
  const savedPlaces = new Set<string>();
  const hand = async (path: string): Promise<Result<HandedFile>> => {
    const ticket = await tickets.ticketFor([path]);
    return ticket.ok ? ok({ ticket: ticket.value, name: toNfc(basename(path)) }) : ticket;
  };

  return {
    dropped: hand,
    async pick({ title, extensions, multiple, folder }) {
      const chosen = await dialog.showOpenDialog(window(), {
        title,
        properties: [
          folder === true ? 'openDirectory' : 'openFile',
          ...(multiple ? (['multiSelections'] as const) : []),
        ],
        filters:
          extensions.length === 0 || folder === true
            ? []
            : [{ name: extensions.map((each) => `.${each}`).join(', '), extensions: [...extensions] }],
      });
      const handed: HandedFile[] = [];
      for (const path of chosen.canceled ? [] : chosen.filePaths) {
        const file = await hand(path);
        if (!file.ok) return file;
        handed.push(file.value);
      }
      return ok(handed);
    },
    async save(ticket) {
      const offer = await tickets.peekOffer(ticket);
      if (!offer.ok) return offer;
      const { files, suggestedName } = offer.value;
      const folder: string = lastFolder ?? app.getPath('documents');
      const [only] = files;
      const saved =
        files.length === 1 && only
          ? await saveOne(window(), folder, safeFileName(suggestedName), only.bytes)
          : await saveMany(window(), folder, suggestedName, files);
      if (saved.ok && saved.value !== null) {
        lastFolder = dirname(saved.value);
        savedPlaces.add(saved.value);
        await tickets.dropOffer(ticket);
      }
      return saved;
    },
    async openSaved(place) {
      const opens = savedPlaces.has(place) && OPENED.has(extname(place).toLowerCase());
      if (!opens) return fail('FORBIDDEN', 'Chỉ mở được tài liệu vừa lưu trong lần làm việc này.');
      const fault = await shell.openPath(place);
      if (fault === '') return ok(null);
      return fail(
        'UNAVAILABLE',
        `Máy này không có chương trình mở “${basename(place)}”. Tệp nằm ở: ${place}`,
      );
    },
    async openDataFolder() {
      const fault = await shell.openPath(dataFolder);
      if (fault === '') return ok(null);
      return fail('UNAVAILABLE', `Không mở được thư mục dữ liệu. Thư mục nằm ở: ${dataFolder}`);
    },
  };
}

/** The dialog itself asks before it lets an existing file be replaced. */
async function saveOne(
  window: BrowserWindow,
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string | null>> {
  const extension = extname(name).slice(1);
  const chosen = await dialog.showSaveDialog(window, {
    title: 'Lưu tệp',
    buttonLabel: 'Lưu',
    defaultPath: join(folder, name),
    filters: extension === '' ? [] : [{ name: `.${extension}`, extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (chosen.canceled || chosen.filePath === '') return ok(null);
  const written = await writeDurably(chosen.filePath, bytes);
  return written.ok ? ok(chosen.filePath) : written;
}

async function saveMany(
  window: BrowserWindow,
  folder: string,
  name: string,
  files: Parameters<typeof deliverIntoNewFolder>[2],
): Promise<Result<string | null>> {
  const chosen = await dialog.showOpenDialog(window, {
    title: `Chọn nơi lưu ${files.length} tệp`,
    buttonLabel: 'Lưu vào đây',
    defaultPath: folder,
    properties: ['openDirectory', 'createDirectory'],
  });
  const [parent] = chosen.filePaths;
  if (chosen.canceled || parent === undefined) return ok(null);
  return deliverIntoNewFolder(parent, name.replace(/\.zip$/i, ''), files);
}
