/**
 * A document's way: dự thảo → trình ký → đã ký → phát hành → thu hồi or thay thế. One table of moves is the whole rule;
 * each move is dated and traced as a step that is never changed afterwards. NĐ 30 art. 17–19 (ký, phát hành, thu hồi).
 */
import { isPlainDate, type Instant, type PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { DocumentStep } from './document-model';
import type { DocumentRecord, DocumentStatus } from './model';

export const DOCUMENT_MOVES = ['submit', 'sign', 'issue', 'back', 'recall', 'replace'] as const;
export type DocumentMove = (typeof DOCUMENT_MOVES)[number];

/**
 * Status → where each move leads. What has gone out never goes back: it is recalled or replaced. A document may be
 * signed or issued without having been noted as submitted: offices note what they have time for.
 */
const WAYS: Readonly<Record<DocumentStatus, Partial<Readonly<Record<DocumentMove, DocumentStatus>>>>> = {
  draft: { submit: 'submitted', sign: 'signed', issue: 'issued' },
  submitted: { sign: 'signed', issue: 'issued', back: 'draft' },
  signed: { issue: 'issued', back: 'submitted' },
  issued: { issue: 'issued', recall: 'recalled', replace: 'replaced' },
  recalled: { replace: 'replaced' },
  replaced: {},
};

/** Moves that take something back need their reason. */
const NEEDS_REASON: ReadonlySet<DocumentMove> = new Set(['back', 'recall', 'replace']);

const REFUSALS: Readonly<Record<DocumentMove, string>> = {
  submit: 'Chỉ văn bản dự thảo mới trình ký được.',
  sign: 'Chỉ văn bản dự thảo hoặc đang trình ký mới ghi đã ký được.',
  issue: 'Văn bản đã thu hồi hoặc thay thế nên không phát hành nữa.',
  back: 'Chỉ văn bản đang trình ký hoặc đã ký mới lùi một bước được; văn bản đã phát hành thì thu hồi hoặc thay thế.',
  recall: 'Chỉ văn bản đã phát hành mới thu hồi được.',
  replace: 'Chỉ văn bản đã phát hành hoặc đã thu hồi mới thay thế được.',
};

/** What can be done next, in the order of a document's life. */
export function movesFrom(status: DocumentStatus): readonly DocumentMove[] {
  return DOCUMENT_MOVES.filter((move) => WAYS[status][move] !== undefined);
}

/** Where a move leads; null where it can't be made. */
export function statusAfter(status: DocumentStatus, move: DocumentMove): DocumentStatus | null {
  return WAYS[status][move] ?? null;
}

/** A copy that was signed too early is no longer the signed one; its file stays with the document. */
function withoutCopy({ signedFile, files }: DocumentRecord): Pick<DocumentRecord, 'signedFile' | 'files'> {
  return {
    signedFile: null,
    files: signedFile === null ? files : [...new Set([...files, signedFile])],
  };
}

export interface StepWords {
  readonly stepId: string;
  readonly on: PlainDate;
  readonly reason: string;
  /** The document that takes its place. */
  readonly otherId: string | null;
  readonly at: Instant;
  readonly by: string;
}

/**
 * Makes a move: the document in its new status, and the step that says so. A move that leads where it stands (another
 * sending of an issued document) leaves no step. CONFLICT where the status does not allow it, BAD_REQUEST without the
 * reason that it needs.
 */
export function moveDocument(
  draft: Draft<DossierTables>,
  document: DocumentRecord,
  move: DocumentMove,
  words: StepWords,
): Result<DocumentRecord> {
  const to = statusAfter(document.status, move);
  if (to === null) return fail('CONFLICT', `${REFUSALS[move]} “${document.title}” chưa có gì thay đổi.`);
  if (!isPlainDate(words.on))
    return fail('BAD_REQUEST', `Ngày “${words.on}” không có thật.`, {
      fieldErrors: { date: 'Ngày không có thật.' },
    });
  if (NEEDS_REASON.has(move) && words.reason.trim() === '')
    return fail('BAD_REQUEST', 'Ghi lý do: bước này lấy lại việc đã làm nên phải có lý do.', {
      fieldErrors: { reason: 'Ghi lý do.' },
    });
  const next: DocumentRecord = { ...document, status: to, ...(move === 'back' && withoutCopy(document)) };
  draft.put('documents', next);
  if (to === document.status) return ok(next);
  const step: DocumentStep = {
    id: words.stepId,
    documentId: document.id,
    from: document.status,
    to,
    on: words.on,
    reason: words.reason.trim(),
    otherId: words.otherId,
    at: words.at,
    by: words.by,
  };
  draft.put('documentSteps', step);
  return ok(next);
}
