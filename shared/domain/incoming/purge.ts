/** What stays of a line of the book whose content was removed for good: its number, that it was removed, who and why. */
import type { Act } from './commands';
import type { IncomingEntry } from './model';

const PURGED_WORDS = '(đã xóa hẳn)';

/** Whether a line's content was removed for good already. */
export function isPurged({ subject, voided }: Pick<IncomingEntry, 'subject' | 'voided'>): boolean {
  return subject === PURGED_WORDS && voided !== null;
}

/** The number stays taken: a book never gives one twice. */
export function purgedLine(line: IncomingEntry, reason: string, act: Act): IncomingEntry {
  const { id, year, number, arrivedOn, registeredAt } = line;
  return {
    id,
    year,
    number,
    arrivedOn,
    registeredAt,
    registeredBy: '',
    documentKind: '',
    numberText: '',
    date: null,
    issuer: PURGED_WORDS,
    issuerId: null,
    subject: PURGED_WORDS,
    request: 'information',
    deadline: null,
    deadlineTime: null,
    handler: '',
    handlerId: null,
    receiver: '',
    forwardedOn: null,
    urgency: 'none',
    note: '',
    state: 'known',
    voided: { reason: `Xóa hẳn: ${reason}`, at: act.now, by: act.by },
    files: [],
    dossierIds: [],
    answer: null,
    supersededBy: null,
    trace: [],
  };
}

/** The line without files that were removed for good; the same line where it had none of them. */
export function withoutPurgedFiles(
  line: IncomingEntry,
  files: ReadonlySet<string>,
  reason: string,
  act: Act,
): IncomingEntry {
  const kept = line.files.filter((sha256) => !files.has(sha256));
  if (kept.length === line.files.length) return line;
  const what = `Xóa hẳn ${line.files.length - kept.length} tệp: ${reason}`;
  return { ...line, files: kept, trace: [...line.trace, { at: act.now, by: act.by, what }] };
}
