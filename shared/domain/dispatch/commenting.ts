/** Drafts of a document, and rounds in which bodies say what they think of one. */
import { formatDate, isPlainDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft, View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { Comment, CommentRound, DocumentDraft } from './document-model';

/** Versions of a document, first to last. */
export function draftsOf(view: View<DossierTables>, documentId: string): readonly DocumentDraft[] {
  return view
    .list('documentDrafts')
    .filter((each) => each.documentId === documentId)
    .sort((a, b) => a.version - b.version);
}

/** The next version. The very file that is the newest one already is refused: nothing has changed. */
export function addDraft(
  draft: Draft<DossierTables>,
  words: {
    readonly documentId: string;
    readonly file: string;
    readonly note: string;
    readonly at: Instant;
    readonly by: string;
  },
): Result<DocumentDraft> {
  const last = draftsOf(draft, words.documentId).at(-1);
  if (last?.file === words.file)
    return fail('CONFLICT', `Tệp này giống hệt dự thảo lần ${last.version}; chưa lưu thêm lần nào.`);
  const version = (last?.version ?? 0) + 1;
  const record: DocumentDraft = {
    id: `${words.documentId}|${version}`,
    documentId: words.documentId,
    version,
    file: words.file,
    note: words.note.trim(),
    at: words.at,
    by: words.by,
  };
  draft.put('documentDrafts', record);
  return ok(record);
}

/** Starts a round; its bodies are frozen with their names. */
export function askComments(
  draft: Draft<DossierTables>,
  round: Omit<CommentRound, 'comments' | 'closedOn'> & {
    readonly to: readonly { readonly entryId: string; readonly name: string }[];
  },
): Result<CommentRound> {
  const { to, ...words } = round;
  if (!draft.get('documents', round.documentId))
    return fail('NOT_FOUND', 'Không tìm thấy văn bản này trong hồ sơ.');
  if (!isPlainDate(round.sentOn) || !isPlainDate(round.lastDay) || round.lastDay < round.sentOn)
    return fail('BAD_REQUEST', 'Hạn góp ý phải là ngày có thật, từ ngày gửi trở đi.', {
      fieldErrors: { lastDay: 'Chọn ngày từ ngày gửi trở đi.' },
    });
  if (to.length === 0)
    return fail('BAD_REQUEST', 'Chọn ít nhất một cơ quan, đơn vị để lấy ý kiến.', {
      fieldErrors: { to: 'Chọn ít nhất một đơn vị.' },
    });
  const record: CommentRound = {
    ...words,
    comments: to.map(({ entryId, name }): Comment => ({ entryId, name, answer: null })),
    closedOn: null,
  };
  draft.put('commentRounds', record);
  return ok(record);
}

/** Writes an answer, or takes one back (null), for several bodies at once. */
export function noteComments(
  draft: Draft<DossierTables>,
  roundId: string,
  entryIds: readonly string[],
  answer: Comment['answer'],
): Result<CommentRound> {
  const round = draft.get('commentRounds', roundId);
  if (!round) return fail('NOT_FOUND', 'Không tìm thấy lần lấy ý kiến này.');
  const unknown = entryIds.filter((id) => !round.comments.some(({ entryId }) => entryId === id));
  if (unknown.length > 0 || entryIds.length === 0)
    return fail('NOT_FOUND', 'Lần lấy ý kiến này không gửi đến đơn vị đã chọn.');
  if (answer !== null && (!isPlainDate(answer.on) || answer.on < round.sentOn))
    return fail('BAD_REQUEST', `Ngày trả lời phải từ ngày gửi lấy ý kiến (${formatDate(round.sentOn)}).`, {
      fieldErrors: { date: 'Sớm hơn ngày gửi lấy ý kiến.' },
    });
  if (answer?.kind === 'remarks' && answer.text.trim() === '' && answer.file === null)
    return fail('BAD_REQUEST', 'Có ý kiến thì ghi tóm tắt ý kiến, hoặc gắn văn bản góp ý.', {
      fieldErrors: { text: 'Ghi tóm tắt ý kiến.' },
    });
  const next: CommentRound = {
    ...round,
    comments: round.comments.map((comment) =>
      entryIds.includes(comment.entryId) ? { ...comment, answer } : comment,
    ),
  };
  draft.put('commentRounds', next);
  return ok(next);
}

/** Ends a round though answers are missing: those that kept silent are shown as such. */
export function closeRound(
  draft: Draft<DossierTables>,
  roundId: string,
  on: PlainDate,
): Result<CommentRound> {
  const round = draft.get('commentRounds', roundId);
  if (!round) return fail('NOT_FOUND', 'Không tìm thấy lần lấy ý kiến này.');
  const next = { ...round, closedOn: round.closedOn ?? on };
  draft.put('commentRounds', next);
  return ok(next);
}

/** Bodies that still owe an answer; none once the round was ended. */
export function unanswered(round: CommentRound): readonly Comment[] {
  return round.closedOn === null ? round.comments.filter(({ answer }) => answer === null) : [];
}
