/**
 * Khó khăn, vướng mắc: questions that units put in writing, whom they were passed on to, by when they are to be
 * answered. domain.md §5 "Upward". About a unit's work, never a person.
 */
import { dateOfInstant } from '../../date/plain-date';
import type { Instant, PlainDate } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok } from '../../result';
import type { Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import type { DirectoryEntry } from '../office/model';
import { dayFault } from './day-faults';
import { difficultySchema } from './obligation-model';
import type { Difficulty, DocumentMark } from './obligation-model';
import { looksPersonal } from './validate-values';

/** chờ trả lời | quá hạn trả lời | đã trả lời | trả lời trễ */
export type DifficultyState = 'waiting' | 'overdue' | 'answered' | 'answered-late';

export function difficultyState(
  difficulty: Pick<Difficulty, 'lastDay' | 'answer'>,
  now: Instant,
): DifficultyState {
  const { answer, lastDay } = difficulty;
  if (answer === null) return lastDay !== null && dateOfInstant(now) > lastDay ? 'overdue' : 'waiting';
  return lastDay !== null && answer.date !== null && answer.date > lastDay ? 'answered-late' : 'answered';
}

export interface SaveDifficultyCommand {
  /** Null: a new one. */
  readonly id: string | null;
  readonly newId: string;
  readonly unitId: string;
  readonly subject: string;
  readonly receivedOn: PlainDate;
  readonly mark: DocumentMark;
  readonly forwardedTo: string;
  readonly forwardedOn: PlainDate | null;
  readonly lastDay: PlainDate | null;
  readonly file: string | null;
}

export interface Noted {
  readonly difficulty: Difficulty;
  /** Questions to the person, as sentences; the text stands as it was written. */
  readonly questions: readonly string[];
}

const PERSONAL =
  'Nội dung có chỗ giống số điện thoại, số giấy tờ, thư điện tử hoặc trang cá nhân. Sổ này chỉ ghi việc của đơn vị, không ghi thông tin của công dân; hãy xem lại.';

function questionsAbout(...texts: readonly string[]): string[] {
  return texts.some(looksPersonal) ? [PERSONAL] : [];
}

/** Notes what came up, or corrects the note. An answered one may still be corrected; its answer stays. */
export function saveDifficulty(
  draft: Draft<DossierTables>,
  command: SaveDifficultyCommand,
  context: { readonly now: Instant; readonly entries: readonly DirectoryEntry[] },
): Result<Noted> {
  const standing = command.id === null ? undefined : draft.get('difficulties', command.id);
  if (command.id !== null && !standing) return unknownDifficulty();
  if (context.entries.find(({ id }) => id === command.unitId)?.kind !== 'unit')
    return fail('BAD_REQUEST', 'Chọn đơn vị nêu khó khăn, vướng mắc.', {
      fieldErrors: { unit: 'Chọn một đơn vị trong danh mục.' },
    });
  const subject = command.subject.replace(/\s+/gu, ' ').trim();
  if (subject === '' || subject.length > 300) {
    const why =
      subject === ''
        ? 'Ghi nội dung khó khăn, vướng mắc trong một dòng.'
        : `Nội dung dài ${subject.length} ký tự; ghi gọn trong 300 ký tự, chi tiết để trong tệp kèm.`;
    return fail('BAD_REQUEST', why, { fieldErrors: { subject: why } });
  }
  const today = dateOfInstant(context.now);
  const { receivedOn, forwardedOn, lastDay } = command;
  const fault =
    dayFault(receivedOn, { notAfter: today }, 'receivedOn', 'Ngày nhận') ??
    dayFault(command.mark.date, { notAfter: receivedOn }, 'date', 'Ngày của văn bản') ??
    dayFault(forwardedOn, { notBefore: receivedOn, notAfter: today }, 'forwardedOn', 'Ngày chuyển') ??
    dayFault(lastDay, { notBefore: receivedOn }, 'lastDay', 'Hạn trả lời');
  if (fault) return fault;
  const forwardedTo = command.forwardedTo.trim();
  if (forwardedTo === '' && forwardedOn !== null)
    return fail('BAD_REQUEST', 'Đã ghi ngày chuyển nhưng chưa ghi nơi được chuyển đến.', {
      fieldErrors: { forwardedTo: 'Ghi nơi được chuyển đến.' },
    });
  const record = difficultySchema.parse({
    id: standing?.id ?? command.newId,
    unitId: command.unitId,
    subject,
    receivedOn,
    mark: { numberText: command.mark.numberText.trim(), date: command.mark.date },
    forwardedTo,
    forwardedOn: forwardedTo === '' ? null : (forwardedOn ?? standing?.forwardedOn ?? today),
    lastDay,
    answer: standing?.answer ?? null,
    file: command.file ?? standing?.file ?? null,
    createdAt: standing?.createdAt ?? context.now,
  });
  draft.put('difficulties', record);
  return ok({ difficulty: record, questions: questionsAbout(subject) });
}

/** Answered: by number and date, or, without a number, by words that say how. */
export function answerDifficulty(
  draft: Draft<DossierTables>,
  command: {
    readonly id: string;
    readonly numberText: string;
    readonly date: PlainDate;
    readonly by: string;
    readonly note: string;
    /** sha256 of the answer, kept; null: none. */
    readonly file: string | null;
  },
  now: Instant,
): Result<Noted> {
  const difficulty = draft.get('difficulties', command.id);
  if (!difficulty) return unknownDifficulty();
  const fault = dayFault(
    command.date,
    { notBefore: difficulty.receivedOn, notAfter: dateOfInstant(now) },
    'date',
    'Ngày trả lời',
  );
  if (fault) return fault;
  const [numberText, note] = [command.numberText.trim(), command.note.trim()];
  if (numberText === '' && note === '')
    return fail(
      'BAD_REQUEST',
      'Ghi số văn bản trả lời; nếu trả lời không bằng văn bản thì ghi rõ cách trả lời.',
      {
        fieldErrors: { numberText: 'Ghi số văn bản, hoặc ghi cách trả lời ở dưới.' },
      },
    );
  const record: Difficulty = {
    ...difficulty,
    answer: {
      numberText,
      date: command.date,
      by: command.by.trim(),
      note,
      file: command.file ?? difficulty.answer?.file ?? null,
    },
  };
  draft.put('difficulties', record);
  return ok({ difficulty: record, questions: questionsAbout(note) });
}

/** Takes a wrong line out of the ledger; refused once it was answered. */
export function removeDifficulty(draft: Draft<DossierTables>, id: string): Result<null> {
  const difficulty = draft.get('difficulties', id);
  if (!difficulty) return unknownDifficulty();
  if (difficulty.answer !== null)
    return fail('CONFLICT', 'Khó khăn, vướng mắc này đã được trả lời nên phải giữ trong sổ.');
  draft.remove('difficulties', id);
  return ok(null);
}

function unknownDifficulty(): Result<never> {
  return fail('NOT_FOUND', 'Không tìm thấy dòng này trong sổ khó khăn, vướng mắc.');
}
