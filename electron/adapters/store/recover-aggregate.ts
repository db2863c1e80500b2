/**
 * When snapshot and history do not fit together: find out which is damaged, keep everything that verifies, take the
 * rest from backups, and say what was restored to which moment. Never starts empty over something unreadable.
 */
import { join } from 'node:path';
import { formatInstant } from '../../../shared/date/plain-date';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { Ref } from '../../../shared/ports/store';
import { tableChanges } from '../../../shared/schema/migrate';
import { HISTORY_FILE, applyLine, emptyAggregate, historyPath, rawTables } from './aggregate';
import type { Aggregate } from './aggregate';
import { cutTail } from './append-line';
import { backupsHolding } from './kept-backups';
import type { BackupCopy } from './kept-backups';
import type { StoreContext } from './context';
import { makeFolderDurably, readWhole, replaceFile } from './durable';
import { createLinePool } from './history-chain';
import type { ChainedLine } from './history-chain';
import { encodeSealedLine, parseLine, splitLines } from './history-line';
import { folderOf, nameOf } from './references';
import { quarantine, quarantineName } from './snapshot';
import type { ReadSnapshot } from './snapshot';

/** See the file's head. Throws what the disk throws. */
export async function rebuildAggregate(
  context: StoreContext,
  ref: Ref,
  path: string,
  snapshot: ReadSnapshot,
  knownRevision: number,
): Promise<Result<Aggregate | undefined>> {
  const bytes = (await readWhole(context.fs, join(path, HISTORY_FILE))) ?? new Uint8Array();
  const { lines, rest } = splitLines(bytes, 0);
  const pool = createLinePool(context.hash);
  pool.add(lines);
  let chain = pool.walk();
  const snapshotRevision = snapshot.state === 'good' ? snapshot.aggregate.revision : 0;
  const endOf = (some: readonly ChainedLine[]): number => some.at(-1)?.entry.revision ?? 0;
  const wanted = (): number => Math.max(snapshotRevision, knownRevision, pool.highestRevision());
  const damaged = chain.length < lines.length || endOf(chain) < wanted();

  // A first commit that a crash cut off: nobody was told that it was there.
  if (!damaged && chain.length === 0 && snapshot.state === 'none') return ok(undefined);

  const used: BackupCopy[] = [];
  if (damaged || (chain.length === 0 && snapshot.state === 'damaged')) {
    for await (const copy of backupsHolding(context, ref)) {
      pool.add(splitLines(copy.history, 0).lines);
      const longer = pool.walk();
      if (longer.length > chain.length) used.push(copy);
      chain = longer;
      if (endOf(chain) >= wanted()) break;
    }
  }
  const bridged = snapshot.state === 'good' && snapshotRevision > endOf(chain);
  if (chain.length === 0 && !bridged) {
    await refuse(context, ref, path, lines.length);
    return fail(
      'UNAVAILABLE',
      `Không đọc được ${nameOf(ref)}: lịch sử và bản chụp đều hỏng, và không có bản sao lưu nào giữ nó. Các tệp được giữ nguyên tại “${path}”; hãy khôi phục từ một bản sao lưu để ở nơi khác.`,
    );
  }

  const texts = chain.map((line) => line.raw.text);
  if (bridged) {
    const { text, following } = bridge(
      context,
      chain,
      snapshot.aggregate,
      pool.walk(snapshot.aggregate.lastHash),
    );
    texts.push(text, ...following);
  }
  const aggregate = replay(context, ref, path, texts);
  const writable = context.readOnlyBecause === null;
  if (writable) {
    if (damaged || bridged) await rewriteHistory(context, aggregate, texts, bytes);
    else if (rest > 0) await cutTail(context, aggregate);
    if (snapshot.state === 'damaged') await quarantine(context, ref, path, snapshot.files);
    await restoreFiles(context, aggregate, used);
  }
  tell(context, aggregate, { damaged: damaged || bridged, snapshot, used, writable, wanted: wanted() });
  return ok(aggregate);
}

/** The lines as an aggregate; offsets are those of a file that holds just these lines. */
function replay(context: StoreContext, ref: Ref, path: string, texts: readonly string[]): Aggregate {
  const aggregate = emptyAggregate(ref, path, context.schemaVersions[ref.kind]);
  for (const text of texts) {
    const line = parseLine(text, context.hash);
    const length = Buffer.byteLength(text) + 1;
    if (line) applyLine(aggregate, line.entry, line.hash, { offset: aggregate.historyBytes, length });
  }
  return aggregate;
}

/** A sealed line from the end of `chain` to a newer snapshot, and the lines that follow the snapshot. */
function bridge(
  context: StoreContext,
  chain: readonly ChainedLine[],
  snapshot: Aggregate,
  following: readonly ChainedLine[],
): { text: string; following: string[] } {
  const before = replay(
    context,
    snapshot.ref,
    snapshot.path,
    chain.map((line) => line.raw.text),
  );
  const entry = {
    revision: snapshot.revision,
    at: snapshot.updatedAt,
    by: context.by,
    command: 'store.recover',
    requestId: `store.recover-${snapshot.revision}`,
    schema: snapshot.schema,
    diff: tableChanges(rawTables(before.tables), rawTables(snapshot.tables)),
  };
  const text = encodeSealedLine(entry, before.lastHash, snapshot.lastHash, context.hash);
  return { text, following: following.map((line) => line.raw.text) };
}

async function rewriteHistory(
  context: StoreContext,
  aggregate: Aggregate,
  texts: readonly string[],
  old: Uint8Array,
): Promise<void> {
  const { fs, folder, ids } = context;
  if (old.length > 0) {
    // A copy, not a rename: until the new file stands, the old one is all there is.
    const name = quarantineName(aggregate.ref, HISTORY_FILE, ids.next());
    await makeFolderDurably(fs, folder, join(folder, 'quarantine'));
    await replaceFile(fs, join(folder, 'quarantine', name), old, ids.next());
  }
  await makeFolderDurably(fs, folder, aggregate.path);
  await replaceFile(
    fs,
    historyPath(aggregate),
    Buffer.from(texts.map((text) => `${text}\n`).join('')),
    ids.next(),
  );
}

/** Kept files that went with the folder come back from the same backups. */
async function restoreFiles(
  context: StoreContext,
  aggregate: Aggregate,
  copies: readonly BackupCopy[],
): Promise<void> {
  const folder = join(aggregate.path, 'files');
  const present = new Set((await context.fs.list(folder)).map((entry) => entry.name));
  for (const copy of copies)
    for (const name of copy.files) {
      if (present.has(name)) continue;
      const bytes = await copy.readFile(name);
      if (!bytes) continue;
      await makeFolderDurably(context.fs, context.folder, folder);
      await replaceFile(context.fs, join(folder, name), bytes, context.ids.next());
      present.add(name);
    }
}

async function refuse(context: StoreContext, ref: Ref, path: string, lines: number): Promise<void> {
  const folder = folderOf(ref);
  context.notices.push({
    severity: 'error',
    place: folder.ok ? folder.value : path,
    message: `Không đọc được ${nameOf(ref)} (${lines} dòng lịch sử, không dòng nào còn đúng). Dữ liệu được giữ nguyên, không ghi đè; hãy khôi phục từ bản sao lưu.`,
    repaired: false,
  });
}

interface Outcome {
  readonly damaged: boolean;
  readonly snapshot: ReadSnapshot;
  readonly used: readonly BackupCopy[];
  readonly writable: boolean;
  readonly wanted: number;
}

function tell(context: StoreContext, aggregate: Aggregate, outcome: Outcome): void {
  const { ref, revision, updatedAt } = aggregate;
  const folder = folderOf(ref);
  const place = folder.ok ? folder.value : aggregate.path;
  const moment = `lần ghi ${revision}, lúc ${formatInstant(updatedAt)}`;
  const from = outcome.used.length > 0 ? ' có dùng bản sao lưu' : '';
  const kept = outcome.writable ? ' Bản hỏng được giữ trong thư mục quarantine.' : ' Chưa sửa gì trên đĩa.';
  if (outcome.damaged) {
    const whole = revision >= outcome.wanted;
    context.notices.push({
      severity: whole ? 'warning' : 'error',
      place,
      message: whole
        ? `Lịch sử của ${nameOf(ref)} bị hỏng; đã khôi phục đầy đủ đến ${moment}${from}.${kept}`
        : `Lịch sử của ${nameOf(ref)} bị hỏng; đã khôi phục đến ${moment}${from}. Các lần ghi sau đó (đến lần ${outcome.wanted}) không đọc được, hãy kiểm tra và nhập lại.${kept}`,
      repaired: outcome.writable,
    });
  } else if (outcome.snapshot.state === 'damaged') {
    context.notices.push({
      severity: 'warning',
      place,
      message: `Bản chụp của ${nameOf(ref)} (${outcome.snapshot.files.join(', ')}) bị hỏng; đã dựng lại đầy đủ từ lịch sử đến ${moment}.${kept}`,
      repaired: outcome.writable,
    });
  }
}
