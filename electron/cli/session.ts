/**
 * One run of the command line over the application. The data folder is opened when a verb first needs it, so that
 * verbs which touch no data (`plan parse`, `backup verify`) take no lock.
 */
import { randomUUID } from 'node:crypto';
import { access, mkdir, readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { checkAlone } from '../../shared/app/plan/check';
import { readSource } from '../../shared/app/plan/read-source';
import type { BackupInfo } from '../../shared/ports/store';
import type { ErrorCode, Result } from '../../shared/result';
import { createClient, type Client } from '../../shared/rpc/client';
import type { CommandName, InputOf, OutputOf, QueryName } from '../../shared/rpc/contract';
import type { OfferedFiles } from '../../shared/rpc/contract/common';
import type { LintReply } from '../../shared/rpc/contract/lint';
import { matchKey, toNfc } from '../../shared/text/normalize';
import { deliverIntoFolder } from '../adapters/files/deliver';
import { createInputs } from '../adapters/files/inputs';
import { writeDurably } from '../adapters/files/write-durably';
import type { Application, Tools } from '../compose';
import { RefusedError, UsageError } from './errors';
import type { Arguments } from './verb';

/** What the host hands to a session. */
export interface SessionHost {
  /** Opens the application over a data folder; `now` fixes the clock. */
  open(dataFolder: string, now: string | undefined): Promise<Result<Application>>;
  /** The parts that need no data folder. */
  readonly tools: Tools;
  /** Where relative paths start: the caller's folder, not the package's. */
  readonly workingFolder: string;
  /** --data, relative to the working folder; undefined = the application's own. */
  readonly dataFolder: string | undefined;
  readonly ownDataFolder: string;
  readonly now: string | undefined;
  /** Progress for a person, on stderr. */
  say(line: string): void;
}

export interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type Session = ReturnType<typeof createSession>;

export function createSession(host: SessionHost) {
  let application: Application | undefined;
  let client: Client | undefined;
  const pathOf = (path: string): string => resolve(host.workingFolder, path);
  let dataFolder = host.dataFolder === undefined ? host.ownDataFolder : pathOf(host.dataFolder);
  let now = host.now;

  const opened = async (): Promise<{ application: Application; client: Client }> => {
    if (application && client) return { application, client };
    application = value(await host.open(dataFolder, now));
    const opened = application;
    client = createClient(
      { send: (request) => opened.dispatch(request), onEvent: (listener) => opened.onEvent(listener) },
      randomUUID,
    );
    client.onEvent((event) => {
      if (event.type === 'progress' && event.total > 1)
        host.say(`${event.label} ${event.done}/${event.total}`);
    });
    return { application, client };
  };

  const session = {
    say: (line: string): void => host.say(line),
    resolvePath: pathOf,
    baseName: (path: string): string => basename(path),
    /** File name without folder and extension. */
    stem: (path: string): string => toNfc(basename(path, extname(path))),

    async query<M extends QueryName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
      if (!application && host.dataFolder !== undefined && !(await exists(dataFolder)))
        throw refused(
          'NOT_FOUND',
          `Không có thư mục dữ liệu “${dataFolder}”. Kiểm tra lại --data; chưa tạo gì.`,
        );
      return value(await (await opened()).client.query(method, input));
    },
    async command<M extends CommandName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
      return value(await (await opened()).client.command(method, input));
    },

    /** Turns to another data folder (the demo's own) before anything was opened. */
    async useData(folder: string, fixedNow: string): Promise<void> {
      if (application) throw new Error('the data folder is open already');
      dataFolder = folder;
      now ??= fixedNow;
      await mkdir(folder, { recursive: true });
    },

    /** A ticket for a file or folder of the caller's. */
    async ticketFor(path: string): Promise<string> {
      return (await opened()).application.inputs.fromPaths([pathOf(path)]);
    },
    async ticketForSamplePlan(): Promise<string> {
      const plan = host.tools.resources.samplePlan();
      const { inputs } = (await opened()).application;
      return value(inputs.fromBytes([{ name: plan.name, place: plan.name, bytes: plan.bytes }]));
    },

    /** Reads a plan without any data folder, by the same use case as the window's. */
    async parsePlan(path: string) {
      const inputs = createInputs();
      const { documentReader, hash } = host.tools;
      return value(
        await readSource(
          { ports: { inputs, documentReader, hash } },
          { ticket: inputs.fromPaths([pathOf(path)]) },
        ),
      );
    },

    /** Checks a plan's file: by itself, or, where a data folder is named, with what its office knows. */
    async checkPlanFile(path: string): Promise<LintReply> {
      if (host.dataFolder !== undefined)
        return session.query('plan.checkSource', { ticket: await session.ticketFor(path) });
      const inputs = createInputs();
      const { documentReader, hash, resources } = host.tools;
      return value(
        await checkAlone(
          { ports: { inputs, documentReader, hash, resources } },
          { ticket: inputs.fromPaths([pathOf(path)]) },
        ),
      );
    },
    /** A file of JSON that a person wrote; refused in words where it is none. */
    async readJson(path: string): Promise<unknown> {
      const text = await readFile(pathOf(path), 'utf8').catch(() => {
        throw new UsageError(`Không đọc được tệp “${path}”.`);
      });
      try {
        return JSON.parse(text.replace(/^\ufeff/u, ''));
      } catch {
        throw new UsageError(`Tệp “${path}” không phải là JSON.`);
      }
    },
    async isFile(path: string): Promise<boolean> {
      return stat(pathOf(path)).then(
        (found) => found.isFile(),
        () => false,
      );
    },

    /** Writes the one offered file to `out`. */
    async deliverFile(offered: OfferedFiles, out: string): Promise<WrittenFile> {
      const { application: app } = await opened();
      const { files } = value(app.outputs.take(offered.ticket));
      const [file] = files;
      if (!file || files.length > 1) throw new Error('expected one file');
      const path = pathOf(out);
      value(await writeDurably(path, file.bytes));
      return { file: path, bytes: file.bytes.length, sha256: host.tools.hash.sha256(file.bytes) };
    },

    /** Writes all offered files under `out`; nothing is written when a file of other content stands in the way. */
    async deliverFolder(offered: OfferedFiles, out: string): Promise<readonly string[]> {
      const { application: app } = await opened();
      const { files } = value(app.outputs.take(offered.ticket));
      const folder = pathOf(out);
      for (const file of files) await refuseOther(join(folder, ...file.name.split('/')), file.bytes);
      return value(await deliverIntoFolder(folder, files));
    },

    /** The same into a folder that must be new or empty: a package is whole only alone. */
    async deliverPackage(offered: OfferedFiles, out: string): Promise<readonly string[]> {
      await session.emptyFolder(out);
      return session.deliverFolder(offered, out);
    },

    /** The top folder under which all of `files` lie, or undefined. */
    commonFolder(files: readonly string[]): string | undefined {
      const [first] = files;
      if (first === undefined) return undefined;
      let folder = dirname(first);
      while (!files.every((file) => !relative(folder, file).startsWith('..'))) {
        const parent = dirname(folder);
        if (parent === folder) return undefined;
        folder = parent;
      }
      return folder;
    },

    /** Makes the folder; refuses one with something in it, or a place where none can be made. */
    async emptyFolder(path: string): Promise<string> {
      const folder = pathOf(path);
      const names = await readdir(folder).catch(() => []);
      if (names.length > 0)
        throw refused('CONFLICT', `Thư mục “${path}” đã có tệp. Chọn một thư mục mới hoặc rỗng.`);
      await mkdir(folder, { recursive: true }).catch(() => {
        throw refused(
          'UNAVAILABLE',
          `Không tạo được thư mục “${path}”: có tệp cùng tên, hoặc không có quyền ghi. Chọn nơi khác.`,
        );
      });
      return folder;
    },
    async newFolder(folder: string): Promise<string> {
      await mkdir(folder, { recursive: true });
      return folder;
    },

    async createBackup(out: string): Promise<BackupInfo> {
      const { application: app } = await opened();
      const { backups, clock } = app.ports;
      return value(await backups.create({ folder: pathOf(out), reason: 'Theo yêu cầu', at: clock.now() }));
    },
    async verifyBackup(file: string) {
      return value(await host.tools.backups.verify(pathOf(file)));
    },
    /** Into `folder`, or into --data, which must then be given. */
    async restoreBackup(file: string, folder?: string) {
      if (folder === undefined && host.dataFolder === undefined)
        throw new UsageError('Thiếu --data: thư mục mới để phục hồi vào.');
      const target = folder === undefined ? dataFolder : pathOf(folder);
      const restored = value(await host.tools.backups.restore(pathOf(file), target));
      return restored;
    },

    /** Directory entries by id or name (with or without marks); an unknown or ambiguous one is refused. */
    async entryIds(names: readonly string[]): Promise<string[]> {
      const { entries } = await session.query('office.get', {});
      const fitting = (name: string): typeof entries => {
        const key = matchKey(name);
        return entries.filter((entry) =>
          [entry.name, entry.short, ...entry.aliases].some((word) => word !== '' && matchKey(word) === key),
        );
      };
      return joinNames(names, (name) => fitting(name).length > 0).map((name) => {
        if (entries.some((entry) => entry.id === name)) return name;
        const fits = fitting(name);
        const [only] = fits;
        if (!only) {
          throw new RefusedError({
            code: 'NOT_FOUND',
            message: `Danh bạ không có “${name}”. Xem tên và mã bằng lệnh office show.`,
          });
        }
        if (fits.length > 1) {
          const shown = fits.map((entry) => `${entry.name} (${entry.id})`).join(', ');
          throw new RefusedError({
            code: 'BAD_REQUEST',
            message: `“${name}” chỉ nhiều đơn vị: ${shown}. Hãy dùng mã.`,
          });
        }
        return only.id;
      });
    },

    /** DOC of the command line: a document's id, or a dossier's id, which means its plan. */
    async findDocument(id: string): Promise<{ dossierId: string; documentId: string }> {
      const rows = [
        ...(await session.query('plan.list', {})),
        ...(await session.query('plan.list', { archived: true })),
      ];
      const asDossier = rows.find((row) => row.dossierId === id);
      const candidates = asDossier ? [asDossier] : rows;
      for (const row of candidates) {
        const documents = await session.query('document.list', { dossierId: row.dossierId });
        const found = asDossier ? documents[0] : documents.find((document) => document.id === id);
        if (found) return { dossierId: row.dossierId, documentId: found.id };
      }
      throw new RefusedError({
        code: 'NOT_FOUND',
        message: `Không có văn bản hay hồ sơ nào mang mã “${id}”.`,
      });
    },

    /** The value of an option that must be one of a few words. */
    choice<T extends string>(args: Arguments, name: string, allowed: readonly T[]): T {
      const given = args.required(name);
      const found = allowed.find((word) => word === given);
      if (found === undefined)
        throw new UsageError(`--${name} là một trong: ${allowed.join(', ')}; không phải “${given}”.`);
      return found;
    },

    async close(): Promise<void> {
      await application?.close();
    },
  };
  return session;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new RefusedError(result.error);
  return result.value;
}

function refused(code: ErrorCode, message: string): RefusedError {
  return new RefusedError({ code, message });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** A file that was written before may have been filled in since: it is never replaced by a new one. */
async function refuseOther(path: string, bytes: Uint8Array): Promise<void> {
  const standing = await readFile(path).catch(() => null);
  if (standing && !standing.equals(bytes))
    throw refused(
      'CONFLICT',
      `Tệp “${path}” đã có và khác nội dung, nên chưa ghi tệp nào. Chọn thư mục khác hoặc chuyển tệp đó đi.`,
    );
}

/**
 * Names that were parted at every comma, joined again where the directory knows the whole: "Cơ quan Đảng, chính quyền" is
 * one group. The longest name wins.
 */
export function joinNames(parts: readonly string[], known: (name: string) => boolean): string[] {
  const names: string[] = [];
  for (let from = 0; from < parts.length;) {
    let to = parts.length;
    while (to > from + 1 && !known(parts.slice(from, to).join(', '))) to -= 1;
    names.push(parts.slice(from, to).join(', '));
    from = to;
  }
  return names;
}
