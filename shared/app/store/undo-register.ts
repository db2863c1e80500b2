/** Taking back what was done in the book of outgoing documents. See `takeNumberBack` for when a number is free again. */
import type { RegisterEntry, RegisterTables } from '../../domain/dispatch/model';
import { isUnused } from '../../domain/dispatch/numbering';
import { takeNumberBack } from '../../domain/dispatch/take-number';
import type { HistoryEntry, Ref } from '../../ports/store';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { metaOf, nowOf, type App } from '../application';
import type { CallContext } from '../handlers';
import { labelOf, undoCommand } from './labels';
import { refuseChanged } from './later-change';

type BookDraft = Draft<RegisterTables>;
type TakeBack = (draft: BookDraft) => Result<null>;

/** What was taken back, and the numbers that are void for it. */
export interface Undone {
  readonly revision: number;
  readonly label: string;
  readonly voided: string[];
  /** Numbers that may be given again. */
  readonly freed: string[];
}

/** What became of the numbers that an act had given. */
export type NumbersBack = Pick<Undone, 'voided' | 'freed'>;

/** A line that was taken back, as it stands now: gone and unused ones are free. */
export function sortBack(lines: readonly { text: string; line: RegisterEntry | null }[]): NumbersBack {
  const freed = lines.filter(({ line }) => line === null || isUnused(line)).map(({ text }) => text);
  return { freed, voided: lines.map(({ text }) => text).filter((text) => !freed.includes(text)) };
}

/** Numbers that the revision gave are taken back; one that has a document by now is the document's. */
function voidGiven(
  target: HistoryEntry,
  act: { now: string; by: string },
): (draft: BookDraft) => Result<NumbersBack> {
  return (draft) => {
    const back: { text: string; line: RegisterEntry | null }[] = [];
    for (const { table, id } of target.changes) {
      const entry = table === 'entries' ? draft.get('entries', id) : undefined;
      if (!entry || entry.kind === 'void') continue;
      if (entry.documentId !== null)
        return fail(
          'CONFLICT',
          `Số ${entry.numberText} đã dùng cho “${entry.subject}” nên không hoàn tác được. Nếu cấp nhầm, hãy hủy số.`,
        );
      const reason = `hoàn tác việc ${entry.kind === 'reserved' ? 'giữ số' : 'ghi dòng'}`;
      back.push({ text: entry.numberText, line: takeNumberBack(draft, entry, reason, act) });
    }
    return ok(sortBack(back));
  };
}

function nothingVoid(done: Result<null>): Result<NumbersBack> {
  return done.ok ? ok({ voided: [], freed: [] }) : done;
}

/** Why the revision can't be taken back at all; null where it can. */
function refusal({ command, changes }: HistoryEntry): string | null {
  const lines = changes.filter(({ table }) => table === 'entries');
  const before = lines[0]?.before as RegisterEntry | null | undefined;
  const after = lines[0]?.after as RegisterEntry | null | undefined;
  if (command === 'register.void' && (before === null || before?.documentId != null))
    return 'Số đã hủy không cấp lại nên không hoàn tác được việc hủy. Nếu văn bản vẫn ban hành, hãy lấy số mới.';
  if (command === 'register.correct' && after?.documentId != null && before?.date !== after.date)
    return 'Ngày của văn bản nằm cả trong hồ sơ nên không hoàn tác riêng ở sổ được; hãy sửa lại ngày trên dòng sổ.';
  return null;
}

/** `takeBack` writes the reversed changes, or answers CONFLICT where a line changed since. */
export async function undoBook(
  app: App,
  context: CallContext,
  ref: Ref,
  target: HistoryEntry,
  takeBack: TakeBack,
): Promise<Result<Undone>> {
  const why = refusal(target);
  if (why !== null) return fail('CONFLICT', why);
  const gave = target.command === 'register.reserve' || target.command === 'register.enter';
  const act = { now: nowOf(app).now, by: context.by };
  // What a number that was given has become is said by the number itself.
  const possible = gave ? ok(null) : await unchanged(app, context, ref, target);
  if (!possible.ok) return possible;
  const done = await app.ports.store.commit(
    { kind: 'register', id: ref.id },
    metaOf(app, context, undoCommand(target.revision), { expectedRevision: null }),
    gave ? voidGiven(target, act) : (draft) => nothingVoid(takeBack(draft)),
  );
  return done.ok
    ? ok({ revision: done.value.revision, label: labelOf(target.command), ...done.value.reply })
    : done;
}

async function unchanged(
  app: App,
  context: CallContext,
  ref: Ref,
  target: HistoryEntry,
): Promise<Result<null>> {
  const loaded = await app.ports.store.load({ kind: 'register', id: ref.id });
  if (!loaded.ok) return loaded;
  if (!loaded.value) return fail('NOT_FOUND', 'Không có dữ liệu này.');
  return refuseChanged(app, context, ref, target, loaded.value.view);
}
