import type { DirectoryEntry, OfficeProfile } from '../../domain/office/model';
import { createMatcher } from '../../domain/office/match';
import { proposedRuleProfile } from '../../domain/office/setup-defaults';
import { applyReading } from '../../domain/plan/apply-reading';
import { foreignIssuer } from '../../domain/plan/issuing-body';
import { itemsFromParsed } from '../../domain/plan/items-from-parsed';
import { PLAN_ID } from '../../domain/plan/model';
import { newPlan, planDocument, rereadPlan, type PlanSourceInfo } from '../../domain/plan/plan-record';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import type { DossierTables } from '../../schema/aggregates';
import type { OutputOf } from '../../rpc/contract';
import { changeDossier, dossierRef, loadDossier, metaOf, nowOf, OFFICE_REF, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
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

function write(
  app: App,
  draft: Draft<DossierTables>,
  dossierId: string,
  source: ReadSource,
  office: Office,
): void {
  const { now } = nowOf(app);
  const info: PlanSourceInfo = {
    parsed: source.plan,
    text: source.text,
    textHash: source.textHash,
    sourceFile: source.file?.sha256 ?? null,
    sourceName: source.name,
    ruleProfileId: proposedRuleProfile(source.plan.system, office.profile),
    now,
  };
  const standing = draft.get('plan', PLAN_ID);
  const plan = standing ? rereadPlan(standing, info) : newPlan(info);
  draft.put('plan', plan);
  applyReading(
    draft,
    itemsFromParsed(source.plan, {
      matcher: createMatcher(office.entries, office.profile?.place ?? ''),
      hash: (text) => app.ports.hash.sha256(text),
      newId: () => app.ports.ids.next(),
    }),
  );
  draft.put('documents', planDocument(plan, dossierId, draft.get('documents', dossierId), now));
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

/** Reads a plan into a new dossier, or reads it again into the dossier that has it. */
export function importPlan(app: App): Handler<'plan.import'> {
  return async (input, context) => {
    const read = await readSource(app, input);
    return read.ok ? keepPlan(app, context, read.value) : read;
  };
}

/** Keeps what was read: a new dossier, or a new reading of the one that has this file or text. */
export async function keepPlan(
  app: App,
  context: CallContext,
  source: ReadSource,
): Promise<Result<OutputOf<'plan.import'>>> {
  const office = await officeFor(app);
  if (!office.ok) return office;
  const known = await dossierOf(app, source);
  const question = foreignIssuer(source.plan, office.value.profile);
  const asked = question
    ? { ...source, plan: { ...source.plan, warnings: [question, ...source.plan.warnings] } }
    : source;
  return known === null
    ? create(app, context, asked, office.value)
    : again(app, context, known, asked, office.value);
}

async function create(app: App, context: CallContext, source: ReadSource, office: Office) {
  const dossierId = app.ports.ids.next();
  const ref = dossierRef(dossierId);
  if (source.file) {
    const kept = await app.ports.store.putFile(ref, source.file.bytes, source.file.extension);
    if (!kept.ok) return kept;
  }
  const done = await app.ports.store.commit(
    ref,
    metaOf(app, context, 'plan.import', { expectedRevision: null }),
    (draft) => {
      write(app, draft, dossierId, source, office);
      return ok({ again: false });
    },
  );
  if (!done.ok) return done;
  return ok({ dossierId, revision: done.value.revision, again: false, warnings: source.plan.warnings });
}

const COMPOSED =
  'Kế hoạch này đã được soạn tiếp trong chương trình, nên không đọc lại từ tệp cũ: đọc lại sẽ thay mất câu chữ đã sửa. Sửa tiếp ở hồ sơ, phần Soạn thảo; muốn làm lại từ tệp thì bỏ hồ sơ vào thùng rác rồi nhập.';

async function again(app: App, context: CallContext, dossierId: string, source: ReadSource, office: Office) {
  const standing = await loadDossier(app, dossierId);
  if (!standing.ok) return standing;
  if (standing.value.view.get('plan', PLAN_ID)?.composed === true)
    return fail('CONFLICT', COMPOSED, { details: { dossierId } });
  if (source.file) {
    const kept = await app.ports.store.putFile(
      dossierRef(dossierId),
      source.file.bytes,
      source.file.extension,
    );
    if (!kept.ok) return kept;
  }
  const done = await changeDossier(app, context, dossierId, 'plan.import', (draft) => {
    write(app, draft, dossierId, source, office);
    return ok({ again: true });
  });
  if (!done.ok) return done;
  return ok({
    dossierId,
    revision: done.value.revision,
    again: done.value.reply.again,
    warnings: source.plan.warnings,
  });
}
