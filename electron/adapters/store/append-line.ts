/** The commit point: one line at the end of the history file, synced. */
import { dirname } from 'node:path';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import { applyLine, historyPath } from './aggregate';
import type { Aggregate } from './aggregate';
import type { StoreContext } from './context';
import { makeFolderDurably, writeAll } from './durable';
import type { OpenFile } from './file-system';
import { encodeLine } from './history-line';
import type { LineEntry } from './history-line';
import { hindrance, ioFailure } from './io-error';
import { nameOf } from './references';

/**
 * Writes the line durably, then takes it into memory. On an error the file is cut back to its known length and
 * nothing has changed; where even that fails, the aggregate can only be read until it is opened again.
 */
export async function appendLine(
  context: StoreContext,
  aggregate: Aggregate,
  entry: LineEntry,
): Promise<Result<null>> {
  const line = encodeLine(entry, aggregate.lastHash, context.hash);
  const bytes = Buffer.from(`${line.text}\n`);
  const offset = aggregate.historyBytes;
  const doing = `Không ghi được ${nameOf(aggregate.ref)}, chưa có gì thay đổi`;

  let file: OpenFile | null = null;
  try {
    file = offset === 0 ? await beginHistory(context, aggregate) : await openHistory(context, aggregate);
    await writeAll(file, offset, bytes);
    await file.sync();
    if (offset === 0) await context.fs.syncFolder(aggregate.path);
  } catch (error) {
    if (file) await cutBack(file, aggregate, offset);
    if (aggregate.broken !== null)
      return fail('UNAVAILABLE', `${doing}: ${hindrance(error)}. ${aggregate.broken}`);
    return ioFailure(doing, error);
  }
  // The line is on the disk: an error of closing changes nothing about it.
  await file.close().catch(() => undefined);
  applyLine(aggregate, entry, line.hash, { offset, length: bytes.length });
  return ok(null);
}

async function openHistory(context: StoreContext, aggregate: Aggregate): Promise<OpenFile> {
  return context.fs.open(historyPath(aggregate), 'write');
}

/** A new aggregate's folder and file; what a crash left of a first line that was never acknowledged is cut off. */
async function beginHistory(context: StoreContext, aggregate: Aggregate): Promise<OpenFile> {
  const { fs, folder } = context;
  const left = await fs.size(historyPath(aggregate));
  if (left === null) {
    await makeFolderDurably(fs, folder, aggregate.path);
    return fs.open(historyPath(aggregate), 'create');
  }
  await fs.syncFolder(dirname(aggregate.path));
  const file = await openHistory(context, aggregate);
  if (left > 0) await file.truncate(0);
  return file;
}

async function cutBack(file: OpenFile, aggregate: Aggregate, length: number): Promise<void> {
  try {
    await file.truncate(length);
    await file.sync();
  } catch {
    aggregate.broken = `Vì không dọn được phần ghi dở, ${nameOf(aggregate.ref)} chỉ xem được cho đến khi mở lại chương trình.`;
  }
  await file.close().catch(() => undefined);
}

/** Drops what a crash left behind the last whole line: it was never acknowledged. */
export async function cutTail(context: StoreContext, aggregate: Aggregate): Promise<void> {
  const file = await context.fs.open(historyPath(aggregate), 'write');
  try {
    await file.truncate(aggregate.historyBytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
