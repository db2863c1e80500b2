/** Keeping what was done to chase: the file as made in every dossier concerned, the record, the draft document. */
import { isPlainDate } from '../../date/plain-date';
import type { KeptFile } from '../../domain/archive/model';
import type { DocumentRecord } from '../../domain/dispatch/model';
import { KIND_OF_TYPE } from '../../domain/plan/plan-record';
import { recordChase as record, type ChaseEvidence } from '../../domain/report/chase-commands';
import type { ChaseLevel } from '../../domain/report/follow-up-model';
import { skippedSteps, skippedWords, type SkippedUnit } from '../../domain/report/chase-levels';
import type { ChasePlace, OwingUnit } from '../../domain/report/owing';
import { periodNameInText } from '../../domain/report/periods';
import { ownSymbol } from '../../documents/chase-report-page';
import { fail, ok, type Result } from '../../result';
import { dayInFileName, safeFileName } from '../../text/file-name';
import { encodeUtf8 } from '../../text/utf8';
import { changeDossier, dossierRef, loadDossier, loadOffice, nowOf, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import type { CallContext, Handler } from '../handlers';
import { chaseTexts, lastDayOf, leadingDossier, makeChaseFile } from './chase-files';
import { loadChased, type Chased } from './chase-sources';

interface Kept {
  readonly bytes: Uint8Array;
  readonly extension: string;
  readonly name: string;
  /** Lần 2 and 3: the draft document that goes on to be numbered and sent. */
  readonly document: Pick<DocumentRecord, 'type' | 'title' | 'issuerSymbol'> | null;
}

async function keptOf(
  app: App,
  chased: Chased,
  level: ChaseLevel,
  options: { readonly format: 'docx' | 'pdf'; readonly newLastDay: string },
): Promise<Result<Kept>> {
  const { today } = nowOf(app);
  if (chased.units.length === 0)
    return fail(
      'CONFLICT',
      'Các đơn vị đã chọn không còn nợ báo cáo, nên không có gì để ghi. Hãy tải lại danh sách.',
    );
  if (level === 1) {
    const { messages, text } = chaseTexts(app, chased);
    const bytes = encodeUtf8(`\ufeff${[text, ...messages].join('\n\n')}\n`);
    return ok({
      bytes,
      extension: 'txt',
      name: safeFileName(`Nhắc nộp báo cáo ${dayInFileName(today)}.txt`),
      document: null,
    });
  }
  const product = level === 2 ? 'letter' : 'report';
  const made = await makeChaseFile(app, chased, product, options.format, options);
  if (!made.ok) return made;
  const { bytes, extension, stem, title } = made.value;
  return ok({
    bytes,
    extension,
    name: safeFileName(`${stem} ${dayInFileName(today)}.${extension}`),
    document:
      level === 2
        ? { type: 'CV', title }
        : { type: 'BC', title, issuerSymbol: ownSymbol(chased.office.profile) },
  });
}

/** Units by period, of one dossier. */
function periodsOf(
  units: readonly OwingUnit[],
  dossierId: string,
): readonly { readonly period: string; readonly unitIds: readonly string[] }[] {
  const byPeriod = new Map<string, string[]>();
  for (const { unit, owes } of units)
    for (const work of owes)
      if (work.dossierId === dossierId)
        byPeriod.set(work.period, [...(byPeriod.get(work.period) ?? []), unit]);
  return [...byPeriod].map(([period, unitIds]) => ({ period, unitIds }));
}

interface Recorded {
  readonly chaseIds: string[];
  readonly documentId: string | null;
}

async function recordIn(
  app: App,
  context: CallContext,
  dossierId: string,
  work: {
    readonly chased: Chased;
    readonly kept: Kept;
    readonly evidence: Omit<ChaseEvidence, 'file' | 'document'>;
    /** Where the draft document lies; null: it is to be made here, if there is one. */
    readonly document: ChaseEvidence['document'];
  },
): Promise<Result<Recorded & { readonly revision: number; readonly file: string }>> {
  const { kept, chased, evidence } = work;
  const file = await app.ports.store.putFile(dossierRef(dossierId), kept.bytes, kept.extension);
  if (!file.ok) return file;
  const { now, today } = nowOf(app);
  const done = await changeDossier(
    app,
    context,
    dossierId,
    'report.recordChase',
    (draft): Result<Recorded> => {
      const keptFile: KeptFile = {
        id: file.value,
        name: kept.name,
        extension: kept.extension,
        bytes: kept.bytes.length,
        role: 'chase',
        addedAt: now,
      };
      if (!draft.get('files', file.value)) draft.put('files', keptFile);
      let { document } = work;
      if (kept.document !== null && document === null) {
        document = { dossierId, documentId: app.ports.ids.next() };
        draft.put('documents', {
          id: document.documentId,
          kindName: KIND_OF_TYPE[kept.document.type] ?? kept.document.type,
          status: 'draft',
          registration: null,
          signedFile: null,
          files: [file.value],
          createdAt: now,
          ...kept.document,
        });
      }
      const records = record(
        draft,
        {
          periods: periodsOf(chased.units, dossierId),
          evidence: { ...evidence, document, file: file.value },
        },
        { now, today, by: context.by, nextId: () => app.ports.ids.next() },
      );
      if (!records.ok) return records;
      return ok({
        chaseIds: records.value.map(({ id }) => id),
        documentId: document?.documentId ?? null,
      });
    },
    { part: dossierId },
  );
  return done.ok ? ok({ ...done.value.reply, revision: done.value.revision, file: file.value }) : done;
}

/** Units named for which an earlier step is missing, or of which nothing is late. Units that nobody named are as they owe. */
async function skippedAt(
  app: App,
  places: readonly ChasePlace[],
  level: ChaseLevel,
  chased: Chased,
): Promise<Result<readonly SkippedUnit[]>> {
  if (level === 1) return ok([]);
  const named = places.filter(({ units }) => units !== null);
  const all = named.length === 0 ? ok(chased) : await loadChased(app, named, { notDue: true });
  if (!all.ok) return all;
  const early = skippedSteps(level, all.value.units).filter(({ notDue }) => notDue);
  const urged = new Set(chased.units.map(({ unit }) => unit));
  return ok([...skippedSteps(level, chased.units), ...early.filter(({ unit }) => !urged.has(unit))]);
}

function skippedFault(level: ChaseLevel, skipped: readonly SkippedUnit[]): Result<never> {
  const early = skipped.some(({ notDue }) => notDue);
  const missing = skipped.some(({ notDue }) => !notDue);
  const ways = [
    ...(missing ? ['ghi các lần trước, hoặc nêu lý do bỏ qua'] : []),
    ...(early ? ['bỏ chọn đơn vị chưa quá hạn'] : []),
  ];
  return fail(
    'CONFLICT',
    `Chưa ghi lần ${level}: ${skippedWords(skipped)}. Hãy ${ways.join('; ')}. Chưa có gì thay đổi.`,
    { details: { skipped: skipped.map((unit) => ({ ...unit, missing: [...unit.missing] })) } },
  );
}

/** The dossier of the letter first: the others point at its draft document. Each dossier is one commit of its own. */
export function recordChase(app: App): Handler<'report.recordChase'> {
  return async (
    { places, level, on, channel, numberText, note, newLastDay, skipReason, format },
    context,
  ) => {
    const { today } = nowOf(app);
    if (on !== null && !isPlainDate(on))
      return fail('BAD_REQUEST', `Ngày “${on}” không có thật.`, {
        fieldErrors: { on: 'Ngày không có thật.' },
      });
    const chased = await loadChased(app, places, { notDue: level === 1 });
    if (!chased.ok) return chased;
    const skipped = await skippedAt(app, places, level, chased.value);
    if (!skipped.ok) return skipped;
    const reason = skipReason.trim();
    if (skipped.value.some(({ notDue }) => notDue || reason === ''))
      return skippedFault(level, skipped.value);
    const { office, units, dossiers } = chased.value;
    // Told before anything is kept: the letter of several plans is kept in all of them or in none.
    for (const { view } of dossiers.values())
      if (view.list('archive').length > 0)
        return fail(
          'FORBIDDEN',
          'Có hồ sơ đã kết thúc nên không ghi được việc đôn đốc. Hãy mở lại hồ sơ (Lưu trữ → Mở lại) hoặc bỏ chọn.',
        );
    const day = lastDayOf(app, office, newLastDay);
    if (!day.ok) return day;
    const kept = await keptOf(app, chased.value, level, { format, newLastDay: day.value });
    if (!kept.ok) return kept;
    const lead = leadingDossier(units);
    const owing = new Set(units.flatMap(({ owes }) => owes.map(({ dossierId }) => dossierId)));
    const order = [...dossiers.keys()]
      .filter((id) => owing.has(id))
      .sort((a, b) => Number(b === lead) - Number(a === lead));
    const evidence = {
      level,
      on: on ?? today,
      channel: channel.trim() || (level === 1 ? 'Zalo' : level === 2 ? 'Công văn' : 'Báo cáo'),
      numberText: numberText.trim(),
      newLastDay: level === 1 ? null : day.value,
      note: note.trim(),
      ...(skipped.value.length > 0 ? { skipReason: reason } : {}),
    };
    const records: { dossierId: string; revision: number; chaseIds: string[]; file: string }[] = [];
    let document: ChaseEvidence['document'] = null;
    for (const dossierId of order) {
      const done = await recordIn(app, context, dossierId, {
        chased: chased.value,
        kept: kept.value,
        evidence,
        document,
      });
      if (!done.ok) return done;
      const { chaseIds, revision, file, documentId } = done.value;
      if (document === null && documentId !== null) document = { dossierId, documentId };
      records.push({ dossierId, revision, chaseIds, file });
    }
    return ok({ records, document, units: units.map(({ unit }) => unit), fileName: kept.value.name });
  };
}

/** What was done in one dossier, newest first, with the letter's number where the register has it. */
export function listChases(app: App): Handler<'report.chases'> {
  return async ({ dossierId, period }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const names = new Map(office.value.entries.map(({ id, name }) => [id, name]));
    const numbers = createNumberReader(app);
    const chases = view
      .list('chases')
      .filter((chase) => period === null || chase.period === period)
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return ok(
      await Promise.all(
        chases.map(async (chase) => ({
          ...chase,
          name: view.get('planRequests', chase.period)?.title ?? `báo cáo ${periodNameInText(chase.period)}`,
          units: chase.unitIds.map((unit) => ({ unit, name: names.get(unit) ?? unit })),
          fileName: chase.file === null ? null : (view.get('files', chase.file)?.name ?? null),
          numberText: chase.numberText || ((await documentNumber(app, numbers, chase.document)) ?? ''),
        })),
      ),
    );
  };
}

async function documentNumber(
  app: App,
  numbers: ReturnType<typeof createNumberReader>,
  at: ChaseEvidence['document'],
): Promise<string | null> {
  if (at === null) return null;
  const loaded = await loadDossier(app, at.dossierId);
  const document = loaded.ok ? loaded.value.view.get('documents', at.documentId) : undefined;
  return document ? numbers.textOf(document) : null;
}
