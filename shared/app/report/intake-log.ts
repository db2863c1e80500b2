/** The history of imports: one batch a drop, its files with what became of each, written in a few commits. */
import type { IntakeItem, IntakeTables } from '../../domain/report/intake-model';
import { closedByFile } from '../../domain/report/intake-state';
import type { PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { metaOf, nowOf, type App } from '../application';
import type { CallContext } from '../handlers';
import type { IntakeFile } from './intake-files';
import { INTAKE_REF } from './intake-ref';
import type { FileOutcome } from './intake-run';

/** Outcomes that are collected before a commit: a crash leaves no more than these unnamed. */
const EACH = 100;
const NAMED = 5;

/** A file that has the bytes of one before it in the same run. */
interface Duplicate {
  readonly kind: 'duplicate';
  readonly file: IntakeFile;
  readonly sha256: string;
  readonly sameAs: string;
}

export interface IntakeLog {
  readonly batchId: string;
  /** Whether this file was dealt with before the batch was stopped. */
  isDone(file: IntakeFile): boolean;
  note(outcome: FileOutcome | Duplicate): Promise<Result<null>>;
  end(state: 'done' | 'cancelled'): Promise<Result<null>>;
}

/** Writes down that the files came, before any of them is looked at. NOT_FOUND for a batch that is not there. */
export async function beginLog(
  app: App,
  context: CallContext,
  files: readonly IntakeFile[],
  options: { readonly receivedOn: PlainDate | null; readonly continues: string | null },
): Promise<Result<IntakeLog>> {
  const batchId = options.continues ?? context.requestId;
  const { now } = nowOf(app);
  const ids = new Map<string, string>();
  const done = new Set<string>();
  const begun = await commit(app, context, 'intake.begin', 'begin', (draft) => {
    const standing = draft.get('batches', batchId);
    if (options.continues !== null && !standing)
      return fail('NOT_FOUND', 'Không tìm thấy đợt nhận này nữa; hãy thả lại các tệp.');
    const known = draft.list('items').filter((item) => item.batchId === batchId);
    const byPlace = new Map(known.map((item) => [item.place, item]));
    let next = known.length;
    for (const { place, name, size } of files) {
      const item = byPlace.get(place);
      if (item) continue;
      next += 1;
      draft.put('items', waiting(batchId, next, standing?.at ?? now, { place, name, size }));
    }
    draft.put('batches', {
      id: batchId,
      at: standing?.at ?? now,
      by: standing?.by ?? context.by,
      receivedOn: options.receivedOn,
      names: standing?.names ?? namesOf(files),
      total: next,
      state: 'running',
      endedAt: null,
    });
    return ok(null);
  });
  if (!begun.ok) return begun;
  const loaded = await app.ports.store.load(INTAKE_REF);
  if (!loaded.ok) return loaded;
  for (const item of loaded.value?.view.list('items') ?? []) {
    if (item.batchId !== batchId) continue;
    ids.set(item.place, item.id);
    if (item.outcome !== 'waiting') done.add(item.place);
  }

  let pending: (FileOutcome | Duplicate)[] = [];
  let part = 0;
  const write = async (state: 'running' | 'done' | 'cancelled'): Promise<Result<null>> => {
    const outcomes = pending;
    pending = [];
    for (const outcome of outcomes)
      if (outcome.kind === 'quarantined' && outcome.keep) {
        const kept = await app.ports.store.putFile(INTAKE_REF, outcome.keep, 'xlsx');
        if (!kept.ok) return kept;
      }
    part += 1;
    return commit(app, context, 'intake.record', `record-${part}`, (draft) => {
      const at = nowOf(app).now;
      for (const outcome of outcomes) record(draft, ids.get(outcome.file.place) ?? '', outcome, at);
      const batch = draft.get('batches', batchId);
      if (batch && state !== 'running') draft.put('batches', { ...batch, state, endedAt: at });
      return ok(null);
    });
  };
  return ok({
    batchId,
    isDone: ({ place }) => done.has(place),
    async note(outcome) {
      pending.push(outcome);
      return pending.length >= EACH ? write('running') : ok(null);
    },
    end: write,
  });
}

async function commit(
  app: App,
  context: CallContext,
  command: string,
  part: string,
  work: (draft: Draft<IntakeTables>) => Result<null>,
): Promise<Result<null>> {
  const done = await app.ports.store.commit(
    INTAKE_REF,
    metaOf(app, context, command, { part, expectedRevision: null }),
    work,
  );
  return done.ok ? ok(null) : done;
}

function waiting(
  batchId: string,
  place: number,
  at: string,
  file: Pick<IntakeItem, 'place' | 'name' | 'size'>,
): IntakeItem {
  return {
    id: `${batchId}|${place}`,
    batchId,
    at,
    ...file,
    outcome: 'waiting',
    sha256: null,
    dossierId: null,
    unitId: null,
    period: null,
    reportVersion: null,
    faults: [],
    kept: false,
    sameAs: null,
    closedBy: null,
    dismissed: null,
  };
}

/** What was dropped, as a person knows it: the folders and archives, else the files. */
function namesOf(files: readonly IntakeFile[]): string[] {
  const names = new Set(files.map(({ place }) => place.split('/')[0] ?? place));
  return [...names].slice(0, NAMED);
}

function record(draft: Draft<IntakeTables>, id: string, outcome: FileOutcome | Duplicate, at: string): void {
  const item = draft.get('items', id);
  if (!item) return;
  const base = { ...item, outcome: outcome.kind, sha256: outcome.sha256 };
  if (outcome.kind === 'duplicate') {
    draft.put('items', { ...base, sameAs: outcome.sameAs });
    return;
  }
  const { whose } = outcome;
  const known = {
    ...base,
    dossierId: whose.dossierId ?? null,
    unitId: whose.unitId ?? null,
    period: whose.period ?? null,
  };
  if (outcome.kind === 'set-aside') {
    draft.put('items', { ...known, sameAs: outcome.stands });
    return;
  }
  if (outcome.kind === 'quarantined') {
    draft.put('items', {
      ...known,
      faults: outcome.faults.map((fault) => ({ ...fault })),
      kept: outcome.keep !== null,
    });
    return;
  }
  const taken: IntakeItem = {
    ...known,
    reportVersion: outcome.kind === 'unchanged' ? null : outcome.version,
  };
  draft.put('items', taken);
  for (const closed of closedByFile(draft.list('items'), taken))
    draft.put('items', { ...closed, closedBy: { batchId: taken.batchId, place: taken.place, at } });
}
