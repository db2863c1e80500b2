import type { DirectoryEntry, OfficeProfile } from '../../domain/office/model';
import { createMatcher } from '../../domain/office/match';
import { proposedRuleProfile } from '../../domain/office/setup-defaults';
import { applyReading } from '../../domain/plan/apply-reading';
import { foreignIssuer } from '../../domain/plan/issuing-body';
import { readInto, type NewVersion } from '../../domain/plan/composing/read-into';
import { itemsFromParsed, type ReadingTools } from '../../domain/plan/items-from-parsed';
import { PLAN_ID } from '../../domain/plan/model';
import { newPlan, planDocument, rereadPlan, type PlanSourceInfo } from '../../domain/plan/plan-record';
import { isSameDocument, sameDocumentWords } from '../../domain/plan/same-document';
import type { Instant } from '../../date/plain-date';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import type { DossierTables } from '../../schema/aggregates';
import type { OutputOf, ParsedInputOf } from '../../rpc/contract';
import { changeDossier, dossierRef, loadDossier, metaOf, nowOf, OFFICE_REF, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { comparedRow, ROWS_SHOWN } from './compared-row';
import { readSource, type ReadSource } from './read-source';

/** The dossier that was read from this very file or text before, through the catalogue. */
async function dossierOf(app: App, source: ReadSource): Promise<string | null> {
  for (const row of await app.ports.store.list('dossier')) {
    const summary = readDossierSummary(row.summary);
    if (!summary) continue;
    if (summary.textHash === source.textHash) return row.ref.id;
    if (source.file !== null && summary.sourceFile === source.file.sha256) return row.ref.id;
  }
  return null;
}

interface Office {
  readonly profile: OfficeProfile | undefined;
  readonly entries: readonly DirectoryEntry[];
}

async function officeFor(app: App): Promise<Result<Office>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  return ok({
    profile: loaded.value?.view.get('profile', 'profile'),
    entries: loaded.value?.view.list('entries') ?? [],
  });
}

function sourceInfo(app: App, source: ReadSource, office: Office): PlanSourceInfo {
  return {
    parsed: source.plan,
    text: source.text,
    textHash: source.textHash,
    sourceFile: source.file?.sha256 ?? null,
    sourceName: source.name,
    ruleProfileId: proposedRuleProfile(source.plan.system, office.profile),
    now: nowOf(app).now,
  };
}

function toolsFor(app: App, office: Office): ReadingTools {
  return {
    matcher: createMatcher(office.entries, office.profile?.place ?? ''),
    hash: (text) => app.ports.hash.sha256(text),
    newId: () => app.ports.ids.next(),
  };
}

function write(
  app: App,
  draft: Draft<DossierTables>,
  dossierId: string,
  source: ReadSource,
  office: Office,
): void {
  const info = sourceInfo(app, source, office);
  const standing = draft.get('plan', PLAN_ID);
  const plan = standing ? rereadPlan(standing, info) : newPlan(info);
  draft.put('plan', plan);
  applyReading(draft, itemsFromParsed(source.plan, toolsFor(app, office)));
  draft.put('documents', planDocument(plan, dossierId, draft.get('documents', dossierId), info.now));
  keepFile(draft, source, info.now);
}

/** The file stands among the dossier's files; one that was read before it stays. */
function keepFile(draft: Draft<DossierTables>, source: ReadSource, now: Instant): void {
  if (source.file && !draft.get('files', source.file.sha256))
    draft.put('files', {
      id: source.file.sha256,
      name: source.name,
      extension: source.file.extension,
      bytes: source.file.bytes.length,
      role: 'source',
      addedAt: now,
    });
}

/** Reads a plan into a new dossier, into a chosen one, or again into the dossier that has it. */
export function importPlan(app: App): Handler<'plan.import'> {
  return async (input, context) => {
    const read = await readSource(app, input);
    return read.ok ? keepPlan(app, context, read.value, input) : read;
  };
}

type Wishes = Pick<ParsedInputOf<'plan.import'>, 'into' | 'onSame'>;

/**
 * Keeps what was read: in the dossier that `into` names, else a new reading of the one that has this file or text, else a
 * new dossier. CONFLICT with `dossierId` and `title` where another dossier has a document of this number and the call
 * wants to be asked.
 */
export async function keepPlan(
  app: App,
  context: CallContext,
  source: ReadSource,
  { into, onSame }: Wishes = { into: null, onSame: 'separate' },
): Promise<Result<OutputOf<'plan.import'>>> {
  const office = await officeFor(app);
  if (!office.ok) return office;
  const known = await dossierOf(app, source);
  const isOther = into !== null && into !== known;
  const same = known === null && !isOther ? await sameDocument(app, source) : null;
  if (same !== null && onSame === 'ask')
    return fail('CONFLICT', sameDocumentWords(same.title, source.plan.header), { details: { ...same } });
  const question = foreignIssuer(source.plan, office.value.profile);
  const asked = question
    ? { ...source, plan: { ...source.plan, warnings: [question, ...source.plan.warnings] } }
    : source;
  if (isOther) return newVersion(app, context, into, asked, office.value);
  return known === null
    ? create(app, context, asked, office.value, same)
    : again(app, context, known, asked, office.value);
}

type SameAs = OutputOf<'plan.import'>['sameAs'];

/** The dossier that has a document of the same number, day and issuer; the catalogue says which are worth a look. */
async function sameDocument(app: App, source: ReadSource): Promise<SameAs> {
  if (source.plan.header.number === null || source.plan.header.date === null) return null;
  for (const row of await app.ports.store.list('dossier')) {
    const summary = readDossierSummary(row.summary);
    if (summary?.date !== source.plan.header.date) continue;
    const loaded = await loadDossier(app, row.ref.id);
    const plan = loaded.ok ? loaded.value.view.get('plan', PLAN_ID) : undefined;
    if (plan && isSameDocument(source.plan, plan, summary.registration?.number ?? null))
      return { dossierId: row.ref.id, title: plan.title };
  }
  return null;
}

async function create(app: App, context: CallContext, source: ReadSource, office: Office, same: SameAs) {
  const dossierId = app.ports.ids.next();
  const ref = dossierRef(dossierId);
  const kept = await putFile(app, dossierId, source);
  if (!kept.ok) return kept;
  const done = await app.ports.store.commit(
    ref,
    metaOf(app, context, 'plan.import', { expectedRevision: null }),
    (draft) => {
      write(app, draft, dossierId, source, office);
      return ok(null);
    },
  );
  if (!done.ok) return done;
  const { header, warnings } = source.plan;
  const warning = same && {
    code: 'same-number',
    message: `${sameDocumentWords(same.title, header)} Đã lập thêm một hồ sơ riêng.`,
    excerpt: header.numberText ?? '',
  };
  return ok({
    dossierId,
    revision: done.value.revision,
    again: false,
    warnings: warning ? [warning, ...warnings] : warnings,
    sameAs: same,
    changes: null,
  });
}

/** A corrected version, read into the dossier that a person chose; taken back as any other change. */
async function newVersion(
  app: App,
  context: CallContext,
  dossierId: string,
  source: ReadSource,
  office: Office,
) {
  const standing = await loadDossier(app, dossierId);
  if (!standing.ok) return standing;
  const kept = await putFile(app, dossierId, source);
  if (!kept.ok) return kept;
  const done = await changeDossier(
    app,
    context,
    dossierId,
    'plan.import',
    (draft): Result<NewVersion & { readonly touched: number }> => {
      const plan = draft.get('plan', PLAN_ID);
      if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
      const info = sourceInfo(app, source, office);
      const version = readInto(draft, dossierId, plan, info, toolsFor(app, office));
      keepFile(draft, source, info.now);
      const touched = draft.list('items').filter((item) => item.touched && item.origins.length > 0).length;
      return ok({ ...version, touched });
    },
  );
  if (!done.ok) return done;
  const { added, removed, touched, rows } = done.value.reply;
  return ok({
    dossierId,
    revision: done.value.revision,
    again: false,
    warnings: source.plan.warnings,
    sameAs: null,
    changes: { added, removed, kept: touched, rows: rows.slice(0, ROWS_SHOWN).map(comparedRow) },
  });
}

/** The bytes are kept before the commit that names them. */
function putFile(app: App, dossierId: string, source: ReadSource): Promise<Result<unknown>> {
  return source.file
    ? app.ports.store.putFile(dossierRef(dossierId), source.file.bytes, source.file.extension)
    : Promise.resolve(ok(null));
}

const COMPOSED =
  'Kế hoạch này đã được soạn tiếp trong chương trình, nên không đọc lại từ tệp cũ: đọc lại sẽ thay mất câu chữ đã sửa. Sửa tiếp ở hồ sơ, phần Soạn thảo; muốn làm lại từ tệp thì bỏ hồ sơ vào thùng rác rồi nhập.';

async function again(app: App, context: CallContext, dossierId: string, source: ReadSource, office: Office) {
  const standing = await loadDossier(app, dossierId);
  if (!standing.ok) return standing;
  if (standing.value.view.get('plan', PLAN_ID)?.composed === true)
    return fail('CONFLICT', COMPOSED, { details: { dossierId } });
  const kept = await putFile(app, dossierId, source);
  if (!kept.ok) return kept;
  const done = await changeDossier(app, context, dossierId, 'plan.import', (draft) => {
    write(app, draft, dossierId, source, office);
    return ok(null);
  });
  if (!done.ok) return done;
  return ok({
    dossierId,
    revision: done.value.revision,
    again: true,
    warnings: source.plan.warnings,
    sameAs: null,
    changes: null,
  });
}
