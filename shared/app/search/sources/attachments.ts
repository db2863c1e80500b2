/**
 * The office's own files: signed copies, newest drafts and files of its documents, materials of its conferences, the file
 * that a plan was read from, documents that came in. A file is named by the record that it belongs to; one that any unit's report, plan or question points at
 * (here or in another dossier) is never read, whatever else it may be.
 */
import type { View } from '../../../records';
import type { AggregateTables } from '../../../schema/aggregates';
import { filesOfReport } from '../../../domain/report/report-files';
import type { Ref } from '../../../ports/store';
import type { Entry } from '../entry';
import type { SearchedView } from '../policy';
import type { AboutDossier } from '../source';

/** A file that may be read, and how it is told. */
export interface OwnFile {
  readonly ref: Ref;
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly entry: Omit<Entry, 'text' | 'body'>;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

function namesOf(records: Iterable<Named>): ReadonlyMap<string, Named> {
  return new Map([...records].map((file) => [file.id, file]));
}

export function* dossierFiles(
  view: SearchedView<'dossier'>,
  ref: Ref<'dossier'>,
  about: AboutDossier,
): Generator<OwnFile> {
  const { dossierId, plan, closed } = about;
  const files = namesOf(view.records('files'));
  const told = new Set<string>();
  const tell = function* (
    sha256: string | null,
    id: string,
    where: string,
    year: string | null,
  ): Generator<OwnFile> {
    const file = sha256 === null ? undefined : files.get(sha256);
    if (!file || told.has(file.id)) return;
    told.add(file.id);
    const entry = { kind: 'file', id, dossierId, title: file.name, where, year, closed } as const;
    yield { ref, sha256: file.id, name: file.name, bytes: file.bytes, entry };
  };
  yield* tell(plan.sourceFile, plan.sourceFile ?? '', 'Tệp kế hoạch đã nhập', about.year);
  const drafts = new Map<string, { readonly version: number; readonly file: string }>();
  for (const draft of view.records('documentDrafts'))
    if (draft.version > (drafts.get(draft.documentId)?.version ?? 0)) drafts.set(draft.documentId, draft);
  for (const document of view.records('documents')) {
    const year = document.createdAt.slice(0, 4);
    yield* tell(document.signedFile, document.signedFile ?? '', `Bản ký của “${document.title}”`, year);
    for (const sha256 of document.files) yield* tell(sha256, sha256, `Tệp của “${document.title}”`, year);
    const draft = drafts.get(document.id);
    // What was signed has taken the draft's place.
    if (draft && document.signedFile === null)
      yield* tell(draft.file, draft.file, `Dự thảo lần ${draft.version} của “${document.title}”`, year);
  }
  for (const { materials } of view.records('conferences'))
    for (const { name, file } of materials)
      yield* tell(file, file ?? '', `Tài liệu hội nghị: ${name}`, about.year);
}

/** The hit's id is the line that the file came with: that is where it is opened. */
export function* incomingFiles(view: SearchedView<'incoming'>, ref: Ref<'incoming'>): Generator<OwnFile> {
  const files = namesOf(view.records('files'));
  for (const line of view.records('entries'))
    for (const sha256 of line.files) {
      const file = files.get(sha256);
      if (!file) continue;
      const where = `Văn bản đến số ${line.number} năm ${line.year}: ${line.subject}`;
      const about = { dossierId: null, year: String(line.year), closed: null };
      const entry = { kind: 'file', id: line.id, title: file.name, where, ...about } as const;
      yield { ref, sha256, name: file.name, bytes: file.bytes, entry };
    }
}

/** sha256 of every file of the dossier that came from a unit: read here only so as to be left out. */
export function unitsFiles(view: View<AggregateTables['dossier']>): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (sha256: string | null | undefined): void => {
    if (typeof sha256 === 'string') found.add(sha256);
  };
  for (const report of view.list('reports')) for (const sha256 of filesOfReport(report)) add(sha256);
  for (const plan of view.list('unitPlans')) [plan.file, ...plan.earlierFiles].forEach(add);
  for (const question of view.list('difficulties')) [question.file, question.answer?.file].forEach(add);
  for (const report of view.list('upwardReports')) [report.sent?.file, report.receipt?.file].forEach(add);
  for (const chase of view.list('chases')) add(chase.file);
  for (const event of view.list('deliveryEvents')) add(event.proof?.file);
  for (const { comments } of view.list('commentRounds')) for (const { answer } of comments) add(answer?.file);
  for (const { evidence, earlierEvidence } of view.list('taskDuties'))
    [evidence, ...earlierEvidence].forEach((one) => add(one?.file));
  // Forms of versions that a later one took the place of: only the history names them.
  for (const file of view.list('files')) if (file.role === 'form') add(file.id);
  return found;
}
