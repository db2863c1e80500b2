/** A commit: check, work on a draft, validate what changed, append one line. */
import { draftOver } from '../../../shared/records';
import type { Draft, View } from '../../../shared/records';
import { fail, ok } from '../../../shared/result';
import type { Result } from '../../../shared/result';
import type { CommitMeta, Committed, Ref } from '../../../shared/ports/store';
import type { AggregateKind, AggregateTables } from '../../../shared/schema/aggregates';
import { historyPath } from './aggregate';
import type { Aggregate, RequestSpot } from './aggregate';
import { appendLine } from './append-line';
import type { StoreContext } from './context';
import { decodeText, readPart } from './durable';
import { parseLine } from './history-line';
import type { LineEntry } from './history-line';
import { ioFailure } from './io-error';
import { nameOf } from './references';
import { validateChanges } from './validate-changes';

/** In the aggregate's turn only. Errors leave everything as it was. */
export async function commitTo<K extends AggregateKind, R>(
  context: StoreContext,
  aggregate: Aggregate,
  meta: CommitMeta,
  work: (draft: Draft<AggregateTables[K]>, revision: number) => Result<R> | Promise<Result<R>>,
): Promise<Result<Committed<R>>> {
  const { ref } = aggregate;
  const spot = aggregate.requests.get(meta.requestId);
  if (spot) return answerAgain(context, aggregate, spot);
  const fresh = checkRevision(ref, meta, aggregate.revision);
  if (!fresh.ok) return fresh;

  const draft = draftOver(aggregate.tables.view as unknown as View<AggregateTables[K]>);
  const done = await work(draft, aggregate.revision);
  if (!done.ok) return done;
  const changes = validateChanges(ref.kind, draft.changes());
  if (!changes.ok) return changes;
  const reply = done.value;
  if (changes.value.length === 0)
    return ok({ revision: aggregate.revision, reply, changed: false, replayed: false });

  const written = await appendLine(context, aggregate, {
    revision: aggregate.revision + 1,
    at: meta.at,
    by: meta.by,
    command: meta.command,
    requestId: meta.requestId,
    schema: context.schemaVersions[ref.kind],
    reply,
    diff: changes.value,
  });
  return written.ok ? ok({ revision: aggregate.revision, reply, changed: true, replayed: false }) : written;
}

/** CONFLICT when the caller saw another revision. */
export function checkRevision(
  ref: Ref,
  meta: Pick<CommitMeta, 'expectedRevision'>,
  revision: number,
): Result<null> {
  if (meta.expectedRevision === null || meta.expectedRevision === revision) return ok(null);
  return fail(
    'CONFLICT',
    `Dữ liệu của ${nameOf(ref)} đã thay đổi từ lúc được mở (đang là lần ghi ${revision}, nơi gửi thấy lần ${meta.expectedRevision}). Hãy tải lại rồi làm lại.`,
    { details: { expected: meta.expectedRevision, actual: revision } },
  );
}

async function answerAgain<R>(
  context: StoreContext,
  aggregate: Aggregate,
  spot: RequestSpot,
): Promise<Result<Committed<R>>> {
  const line = await readLine(context, aggregate, spot);
  if (!line.ok) return line;
  if (line.value.purged)
    return fail('CONFLICT', 'Việc này đã được làm trước đây và nội dung của nó sau đó đã bị xóa hẳn.');
  return ok({ revision: spot.revision, reply: line.value.reply as R, changed: true, replayed: true });
}

async function readLine(
  context: StoreContext,
  aggregate: Aggregate,
  spot: RequestSpot,
): Promise<Result<LineEntry>> {
  const doing = `Không đọc lại được việc đã làm với ${nameOf(aggregate.ref)}`;
  try {
    const bytes = await readPart(context.fs, historyPath(aggregate), spot.offset, spot.length - 1);
    const line = parseLine(decodeText(bytes), context.hash);
    if (line?.entry.revision === spot.revision) return ok(line.entry);
    return fail(
      'UNAVAILABLE',
      `${doing}: dòng lịch sử ${spot.revision} không còn đúng. Hãy kiểm tra dữ liệu.`,
    );
  } catch (error) {
    return ioFailure(doing, error);
  }
}
