/**
 * Snapshot files through lowdb: `Low` over our own adapter, which replaces the file durably and checks its sha256.
 *
 * A file is `{…header, "data": {table: [[order, record], …]}, …trailer, "sha256": "…"}` with the sha256 of every
 * byte before it. Rows are written in slices, so that a register of 20,000 lines does not hold up a commit; a
 * snapshot may therefore hold some later commits than its `revision`, which redoing them from there makes whole
 * (`through` says how far they go).
 */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Low } from 'lowdb';
import type { Adapter } from 'lowdb';
import { decodeText, readWhole, replaceFile } from './durable';
import type { FileSystem } from './file-system';
import type { Row } from './live-tables';

export interface SnapshotFile {
  readonly header: Readonly<Record<string, unknown>>;
  readonly tables: Readonly<Record<string, Iterable<Row>>>;
  /** Asked after the last row was written. */
  readonly trailer?: () => Readonly<Record<string, unknown>>;
}

/** The file is there, but empty, torn, overwritten or edited. */
export class DamagedFileError extends Error {}

const ROWS_A_SLICE = 400;
/** `,"sha256":"` … `"}` */
const SEAL_LENGTH = 77;
const SEAL = /^,"sha256":"([0-9a-f]{64})"\}$/;

async function* encode(file: SnapshotFile): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256');
  const chunk = (text: string): Uint8Array => {
    const bytes = Buffer.from(text);
    digest.update(bytes);
    return bytes;
  };
  let text = `${JSON.stringify(file.header).slice(0, -1)},"data":{`;
  let tableCount = 0;
  for (const [table, rows] of Object.entries(file.tables)) {
    text += `${tableCount === 0 ? '' : ','}${JSON.stringify(table)}:[`;
    tableCount += 1;
    let count = 0;
    for (const row of rows) {
      text += `${count === 0 ? '' : ',\n'}${JSON.stringify([row.order, row.record])}`;
      count += 1;
      if (count % ROWS_A_SLICE === 0) {
        yield chunk(text);
        text = '';
        await nextTurn();
      }
    }
    text += ']';
  }
  const trailer = JSON.stringify(file.trailer?.() ?? {}).slice(1, -1);
  yield chunk(`${text}}${trailer === '' ? '' : `,${trailer}`}`);
  yield Buffer.from(`,"sha256":"${digest.digest('hex')}"}`);
}

function decode(bytes: Uint8Array): SnapshotFile {
  const body = bytes.subarray(0, Math.max(0, bytes.length - SEAL_LENGTH));
  const seal = SEAL.exec(decodeText(bytes.subarray(body.length)));
  if (!seal || createHash('sha256').update(body).digest('hex') !== seal[1])
    throw new DamagedFileError('sha256 does not match');
  const { data, ...header } = JSON.parse(`${decodeText(body)}}`) as {
    data: Record<string, [number, Row['record']][]>;
  } & Record<string, unknown>;
  const tables: Record<string, Row[]> = {};
  for (const [table, rows] of Object.entries(data))
    tables[table] = rows.map(([order, record]) => ({ order, record }));
  return { header, tables };
}

/** lowdb's two methods over durable files. `read` throws DamagedFileError; an absent file reads as null. */
export function durableAdapter(
  fs: FileSystem,
  path: string,
  unique: () => string,
): Adapter<SnapshotFile | null> {
  return {
    async read() {
      const bytes = await readWhole(fs, path);
      return bytes === null ? null : decode(bytes);
    },
    async write(file) {
      if (file) await replaceFile(fs, path, encode(file), unique());
    },
  };
}

/** Null where there is no such file. */
export async function readSnapshotFile(fs: FileSystem, path: string): Promise<SnapshotFile | null> {
  const low = new Low<SnapshotFile | null>(
    durableAdapter(fs, path, () => ''),
    null,
  );
  await low.read();
  return low.data;
}

/** Memory is the store's own: `Low` gets the next content, writes it, and is dropped. */
export async function writeSnapshotFile(
  fs: FileSystem,
  path: string,
  file: SnapshotFile,
  unique: () => string,
): Promise<void> {
  await new Low<SnapshotFile | null>(durableAdapter(fs, path, unique), file).write();
}
