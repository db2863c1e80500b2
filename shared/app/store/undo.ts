/** Taking a revision back as a new one. A number that something bears is never taken back: its line becomes void. */
import { deliveriesOf } from '../../domain/dispatch/recall';
import { sentLine, unsentLine } from '../../domain/dispatch/sent-line';
import { voidNumber } from '../../domain/dispatch/take-number';
import type { DocumentRecord, RegisterEntry } from '../../domain/dispatch/model';
import type { IncomingEntry } from '../../domain/incoming/model';
import { isUnusedArrival } from '../../domain/incoming/numbering';
import { takeArrivalBack } from '../../domain/incoming/take-back';
import { formatDate } from '../../date/plain-date';
import type { HistoryEntry, Ref } from '../../ports/store';
import { reversed, sameJson, type Change, type Draft, type Tables } from '../../records';
import { fail, ok, type Result } from '../../result';
import { checkSeen, INCOMING_REF, metaOf, nowOf, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { labelOf, undoCommand, undoneRevision } from './labels';
import { changedSince, laterAct, refuseChanged } from './later-change';
import { sortBack, undoBook, type NumbersBack, type Undone } from './undo-register';

const SEARCHED = 500;

/** The wanted revision, or the newest that is no undo and was not undone. */
async function targetOf(app: App, ref: Ref, revision: number | null): Promise<Result<HistoryEntry>> {
  const history = await app.ports.store.history(
    ref,
    revision === null ? { limit: SEARCHED } : { limit: 1, before: revision + 1 },
  );
  if (!history.ok) return history;
  const undone = new Set(history.value.map(({ command }) => undoneRevision(command)));
  const target =
    revision === null
      ? history.value.find(
          (entry) =>
            undoneRevision(entry.command) === null &&
            !undone.has(entry.revision) &&
            // What is typed and not saved is no change of the plan.
            entry.command !== 'plan.saveTextDraft',
        )
      : history.value.find((entry) => entry.revision === revision);
  if (!target) return fail('NOT_FOUND', 'Không còn thay đổi nào để hoàn tác.');
  if (target.purged || target.command === 'store.purge')
    return fail('CONFLICT', 'Nội dung này đã được xóa hẳn nên không hoàn tác được.');
  if (target.command === 'office.setup')
    return fail(
      'CONFLICT',
      'Không hoàn tác việc khai báo cơ quan. Sửa thông tin ở Danh mục dùng chung → Cơ quan.',
    );
  return ok(target);
}

type AnyDraft = Draft<Tables>;

/** Writes the reversed changes; CONFLICT where a record is no longer as that revision left it. */
function takeBack(draft: AnyDraft, changes: readonly Change[]): Result<null> {
  const records = changedSince(draft, changes);
  // Between the look at the history and this very commit; `refuseChanged` has named what changed before.
  if (records.length > 0)
    return fail('CONFLICT', 'Nội dung này vừa được thay đổi nên chưa hoàn tác; hãy thử lại.', {
      details: { records },
    });
  for (const { table, id, after } of reversed(changes)) {
    if (after === null || after === undefined) draft.remove(table, id);
    else draft.put(table, after as { id: string });
  }
  return ok(null);
}

interface Given {
  readonly seriesId: string;
  readonly number: number;
  readonly documentId: string;
}

/** Numbers that the revision gave to documents. */
function givenNumbers(changes: readonly Change[]): readonly Given[] {
  return changes.flatMap(({ table, id, before, after }) => {
    if (table !== 'documents' || after === null) return [];
    const now = (after as DocumentRecord).registration;
    const was = before === null ? null : (before as DocumentRecord).registration;
    return now !== null && was === null
      ? [{ seriesId: now.seriesId, number: now.number, documentId: id }]
      : [];
  });
}

/** What became of the numbers, as printed; a line that was written by hand stays live and is not among them. */
async function voidAll(
  app: App,
  context: CallContext,
  given: readonly Given[],
): Promise<Result<NumbersBack>> {
  const back: { text: string; line: RegisterEntry | null }[] = [];
  for (const { seriesId, number, documentId } of given) {
    const done = await app.ports.store.commit(
      { kind: 'register', id: seriesId },
      metaOf(app, context, 'store.undo', { part: `void-${number}`, expectedRevision: null }),
      (draft) => {
        const standing = draft.get('entries', number.toString());
        const voided = voidNumber(
          draft,
          number,
          documentId,
          `Hủy số do hoàn tác việc đăng ký ngày ${formatDate(nowOf(app).today)}, người thực hiện: ${context.by}.`,
          { now: nowOf(app).now, by: context.by },
        );
        if (!voided.ok) return voided;
        const live = voided.value !== null && voided.value.kind !== 'void';
        return ok(standing && !live ? { text: standing.numberText, line: voided.value } : null);
      },
    );
    if (!done.ok) return done;
    if (done.value.reply !== null) back.push(done.value.reply);
  }
  return ok(sortBack(back));
}

/** The books' "Ngày chuyển" follows the deliveries that were taken back. */
async function clearSent(
  app: App,
  context: CallContext,
  dossierId: string,
  changes: readonly Change[],
): Promise<void> {
  const loaded = await app.ports.store.load({ kind: 'dossier', id: dossierId });
  if (!loaded.ok || !loaded.value) return;
  const { view } = loaded.value;
  // Another document of the dossier may be a line of the paper book, which says itself when it went out.
  const takenBack = changes.flatMap(({ table, after }) =>
    table === 'dispatches' && after !== null ? [(after as { documentId: string }).documentId] : [],
  );
  for (const { id, registration } of view.list('documents')) {
    if (!registration || !takenBack.includes(id)) continue;
    const left = deliveriesOf(view, id);
    const unsent = !view.list('dispatches').some(({ documentId }) => documentId === id);
    await app.ports.store.commit(
      { kind: 'register', id: registration.seriesId },
      metaOf(app, context, 'store.undo', { part: `sent-${registration.number}`, expectedRevision: null }),
      (draft) => {
        const entry = draft.get('entries', registration.number.toString());
        if (entry?.documentId !== id || entry.sentOn === null) return ok(null);
        const line = unsent ? unsentLine(entry) : sentLine(entry, left);
        if (!sameJson(line, entry)) draft.put('entries', line);
        return ok(null);
      },
    );
  }
}

/** A register's own revision: its lines are only voided, through the dossier whose document has the number. */
async function undoInRegister(app: App, context: CallContext, target: HistoryEntry): Promise<Result<Undone>> {
  for (const { table, after } of target.changes) {
    if (table !== 'entries' || after === null) continue;
    const { dossierId } = after as { dossierId: string | null };
    if (dossierId === null) continue;
    const history = await app.ports.store.history({ kind: 'dossier', id: dossierId }, { limit: SEARCHED });
    if (!history.ok) return history;
    const same = history.value.find(({ requestId }) => requestId === target.requestId);
    if (same) return undoOne(app, context, { kind: 'dossier', id: dossierId }, same.revision);
  }
  return fail(
    'CONFLICT',
    'Dòng sổ đăng ký không hoàn tác riêng được; hãy hoàn tác việc đăng ký trong hồ sơ của văn bản.',
  );
}

/** See `takeArrivalBack`: the line stays, and its number is free where nothing was done with it. */
async function voidArrival(app: App, context: CallContext, target: HistoryEntry): Promise<Result<Undone>> {
  const line = target.changes.find(({ table, after }) => table === 'entries' && after !== null);
  if (!line) return fail('NOT_FOUND', 'Không còn thay đổi nào để hoàn tác.');
  const done = await app.ports.store.commit(
    INCOMING_REF,
    metaOf(app, context, undoCommand(target.revision)),
    (draft) => {
      const untouched = sameJson(draft.get('entries', line.id) ?? null, line.after ?? null);
      const back = takeArrivalBack(draft, line.id, untouched, { by: context.by, ...nowOf(app) });
      if (!back.ok) return back;
      const [year = '', number = ''] = line.id.split('-');
      const text = `số đến ${number}/${year}`;
      const free = back.value === null || isUnusedArrival(back.value);
      return ok<NumbersBack>(free ? { voided: [], freed: [text] } : { voided: [text], freed: [] });
    },
  );
  return done.ok
    ? ok({ revision: done.value.revision, label: labelOf(target.command), ...done.value.reply })
    : done;
}

/** A retry of an undo that was done: its answer again, and nothing else is taken back. */
async function doneBefore(app: App, context: CallContext, ref: Ref): Promise<Result<Undone> | null> {
  const history = await app.ports.store.history(ref, { limit: SEARCHED });
  if (!history.ok) return history;
  const done = history.value.find(({ requestId }) => requestId === context.requestId);
  const undone = done ? undoneRevision(done.command) : null;
  if (!done || undone === null) return null;
  const target = history.value.find(({ revision }) => revision === undone);
  const back = ref.kind === 'dossier' ? await backNow(app, target?.changes ?? []) : linesBack(done.changes);
  return ok({ revision: done.revision, label: labelOf(target?.command ?? ''), ...back });
}

/** Lines of a book that a revision made void or took out, as printed. */
function linesBack(changes: readonly Change[]): NumbersBack {
  const back = { voided: [] as string[], freed: [] as string[] };
  for (const { table, before, after } of changes) {
    if (table !== 'entries') continue;
    const line = (after ?? before) as Partial<RegisterEntry & IncomingEntry>;
    const arrival = line.year !== undefined;
    if (after !== null && line.kind !== 'void' && !(arrival && line.voided)) continue;
    const text = arrival ? `số đến ${line.number}/${line.year}` : (line.numberText ?? '');
    (after === null || line.voided?.unused !== undefined ? back.freed : back.voided).push(text);
  }
  return back;
}

/** Of the numbers that the revision had given, what became of them by now. */
async function backNow(app: App, changes: readonly Change[]): Promise<NumbersBack> {
  const back: { text: string; line: RegisterEntry }[] = [];
  for (const { seriesId, number } of givenNumbers(changes)) {
    const book = await app.ports.store.load({ kind: 'register', id: seriesId });
    const line = book.ok ? book.value?.view.get('entries', number.toString()) : undefined;
    if (line?.kind === 'void') back.push({ text: line.numberText, line });
  }
  return sortBack(back);
}

async function undoOne(
  app: App,
  context: CallContext,
  ref: Ref,
  revision: number | null,
): Promise<Result<Undone>> {
  const again = await doneBefore(app, context, ref);
  if (again) return again;
  const found = await targetOf(app, ref, revision);
  if (!found.ok) return found;
  const target = found.value;
  if (ref.kind === 'register')
    return target.command.startsWith('register.')
      ? undoBook(app, context, ref, target, (draft) => takeBack(draft, target.changes))
      : undoInRegister(app, context, target);
  if (target.command.startsWith('register.'))
    return fail('CONFLICT', 'Việc này làm ở sổ văn bản đi; hãy sửa ở dòng của sổ.');
  if (ref.kind === 'incoming' && target.command === 'incoming.register')
    return voidArrival(app, context, target);
  if (ref.kind === 'intake' && target.command !== 'intake.dismiss')
    return fail(
      'FORBIDDEN',
      'Nhật ký tiếp nhận ghi lại việc đã xảy ra nên không hoàn tác được. Muốn bỏ số liệu đã nhận, hãy hoàn tác trong Lịch sử của hồ sơ.',
    );
  const label = labelOf(target.command);
  const loaded = await app.ports.store.load(ref);
  if (!loaded.ok) return loaded;
  if (!loaded.value) return fail('NOT_FOUND', 'Không có dữ liệu này.');
  const makesDossier = target.changes.some(({ table, before }) => table === 'plan' && before === null);
  if (ref.kind === 'dossier' && makesDossier) {
    if (loaded.value.revision !== target.revision) {
      const later = await laterAct(app, context, ref, target.revision, 'any');
      return fail(
        'CONFLICT',
        `Hồ sơ đã được sửa sau khi nhập${later === null ? '' : `: ${later}`}. Nếu không dùng nữa, hãy bỏ hồ sơ vào thùng rác.`,
      );
    }
    const trashed = await app.ports.store.trash(ref, metaOf(app, context, 'plan.trash'));
    return trashed.ok ? ok({ revision: target.revision, label, voided: [], freed: [] }) : trashed;
  }
  const ended =
    ref.kind === 'dossier' && (loaded.value.view as unknown as AnyDraft).list('archive').length > 0;
  if (ended && target.command !== 'archive.close')
    return fail('FORBIDDEN', 'Hồ sơ đã kết thúc nên chỉ hoàn tác được việc kết thúc hồ sơ.');

  // Known to be possible before a number is voided.
  const seen = checkSeen(context, loaded.value.revision);
  if (!seen.ok) return seen;
  const view = loaded.value.view as unknown as AnyDraft;
  const possible = await refuseChanged(app, context, ref, target, view);
  if (!possible.ok) return possible;
  let back: NumbersBack = { voided: [], freed: [] };
  const given = ref.kind === 'dossier' ? givenNumbers(target.changes) : [];
  if (given.length > 0) {
    const done = await voidAll(app, context, given);
    if (!done.ok) return done;
    back = done.value;
  }
  const done = await app.ports.store.commit(
    ref,
    metaOf(app, context, undoCommand(target.revision)),
    (draft) => takeBack(draft as unknown as AnyDraft, target.changes),
  );
  if (!done.ok) return done;
  if (target.command === 'dispatch.send') await clearSent(app, context, ref.id, target.changes);
  return ok({ revision: done.value.revision, label, ...back });
}

export function undoChange(app: App): Handler<'store.undo'> {
  return async ({ kind, id, revision }, context) => undoOne(app, context, { kind, id }, revision);
}
