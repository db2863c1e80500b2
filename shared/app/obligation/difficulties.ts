/** Sổ khó khăn, vướng mắc. */
import { difficultiesWorkbook } from '../../documents/difficulties-workbook';
import {
  answerDifficulty,
  difficultyState,
  removeDifficulty,
  saveDifficulty,
  type Noted,
} from '../../domain/report/difficulties';
import { ok, type Result } from '../../result';
import type { DifficultyRow } from '../../rpc/contract/obligation';
import { dayInFileName, safeFileName } from '../../text/file-name';
import { changeDossier, loadOffice, nowOf, offer, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { loadReporting, resolveUnit } from '../report/reporting';
import { dossiersHolding, fileNameIn } from './dossiers';
import { storeTicket } from './keep';

export function saveDifficultyLine(app: App): Handler<'difficulty.save'> {
  return async ({ dossierId, unit: named, ticket, numberText, date, ...input }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    const { now, today } = nowOf(app);
    const newId = app.ports.ids.next();
    const done = await changeDossier(app, context, dossierId, 'difficulty.save', (draft): Result<Noted> => {
      file.value?.note(draft);
      return saveDifficulty(
        draft,
        {
          ...input,
          newId,
          unitId: unit.value.id,
          receivedOn: input.receivedOn ?? today,
          mark: { numberText, date },
          file: file.value?.sha256 ?? null,
        },
        { now, entries: reporting.value.office.entries },
      );
    });
    if (!done.ok) return done;
    const { difficulty, questions } = done.value.reply;
    return ok({ revision: done.value.revision, id: difficulty.id, questions: [...questions] });
  };
}

export function answerDifficultyLine(app: App): Handler<'difficulty.answer'> {
  return async ({ dossierId, ticket, date, ...input }, context) => {
    const file = await storeTicket(app, dossierId, ticket, 'attachment');
    if (!file.ok) return file;
    const { now, today } = nowOf(app);
    const done = await changeDossier(app, context, dossierId, 'difficulty.answer', (draft): Result<Noted> => {
      file.value?.note(draft);
      return answerDifficulty(
        draft,
        { ...input, date: date ?? today, file: file.value?.sha256 ?? null },
        now,
      );
    });
    return done.ok ? ok({ revision: done.value.revision, questions: [...done.value.reply.questions] }) : done;
  };
}

export function removeDifficultyLine(app: App): Handler<'difficulty.remove'> {
  return async ({ dossierId, id }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'difficulty.remove', (draft) =>
        removeDifficulty(draft, id),
      ),
    );
}

/** Oldest first, as a book is written. */
async function ledger(app: App, dossierId: string | null): Promise<Result<DifficultyRow[]>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const dossiers = await dossiersHolding(
    app,
    dossierId,
    ({ difficulties, answeredDifficulties }) => difficulties.length + answeredDifficulties > 0,
  );
  if (!dossiers.ok) return dossiers;
  const { now } = nowOf(app);
  const names = new Map(office.value.entries.map(({ id, name }) => [id, name]));
  const rows = dossiers.value.flatMap(({ dossierId: id, plan, view }) =>
    view.list('difficulties').map((difficulty): DifficultyRow => ({
      ...difficulty,
      dossierId: id,
      plan,
      unitName: names.get(difficulty.unitId) ?? 'Đơn vị không còn trong danh mục',
      state: difficultyState(difficulty, now),
      fileName: fileNameIn(view, difficulty.file),
    })),
  );
  const key = ({ receivedOn, createdAt }: DifficultyRow): string => `${receivedOn} ${createdAt}`;
  return ok(rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)));
}

export function listDifficulties(app: App): Handler<'difficulty.list'> {
  return async ({ dossierId }) => ledger(app, dossierId);
}

export function exportDifficulties(app: App): Handler<'difficulty.export'> {
  return async ({ dossierId, only }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const rows = await ledger(app, dossierId);
    if (!rows.ok) return rows;
    const shown = only === 'all' ? rows.value : rows.value.filter(({ answer }) => answer === null);
    const { now, today } = nowOf(app);
    const written = await app.ports.spreadsheetWriter.write(
      difficultiesWorkbook({
        office: office.value.profile,
        scope: only === 'open' ? 'Các nội dung chưa trả lời' : 'Tất cả các nội dung',
        on: today,
        rows: shown,
        showPlan: dossierId === null,
        createdAt: now,
      }),
    );
    if (!written.ok) return written;
    const name = safeFileName(`Sổ khó khăn, vướng mắc đến ${dayInFileName(today)}.xlsx`);
    return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), rows: shown.length });
  };
}
