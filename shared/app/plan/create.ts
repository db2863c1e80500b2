import { formatNumberText } from '../../documents/number-text';
import type { OfficeProfile, Signer, System } from '../../domain/office/model';
import { proposedRuleProfile } from '../../domain/office/setup-defaults';
import { applyReading } from '../../domain/plan/apply-reading';
import { clonedText } from '../../domain/plan/composing/clone-text';
import { movedDates } from '../../domain/plan/composing/moved-dates';
import { placesOf } from '../../domain/plan/composing/outline';
import { planText } from '../../domain/plan/composing/plan-text';
import { editableText, STALE_TEXT } from '../../domain/plan/composing/replace-text';
import {
  citation,
  filledIn,
  TO_WRITE,
  type BasisReference,
  type PlanTemplate,
  type TemplateValues,
} from '../../domain/plan/composing/template';
import { applyEdits, tidyText } from '../../domain/plan/composing/text-edits';
import { itemsFromParsed } from '../../domain/plan/items-from-parsed';
import { PLAN_ID } from '../../domain/plan/model';
import { newPlan, planDocument } from '../../domain/plan/plan-record';
import { readPlan } from '../../domain/plan/reading/read-plan';
import { sourceFromLines } from '../../domain/plan/reading/source-from-lines';
import { partsOf } from '../../date/plain-date';
import { fail, ok, type Result } from '../../result';
import type { ParsedInputOf } from '../../rpc/contract';
import {
  dossierRef,
  loadDossier,
  loadOffice,
  metaOf,
  nowOf,
  type App,
  type OfficeState,
} from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { refuseSecret } from '../security-mark';
import { readingTools } from './reading-tools';
import { allTemplates } from './templates';

/** "ĐẢNG ỦY PHƯỜNG AN BÌNH" → "phường"; what a ward is called decides how its bodies are. */
function rankOf(profile: OfficeProfile): string {
  return /phường|xã|đặc khu/u.exec(profile.issuingBody.toLowerCase())?.[0] ?? 'phường';
}

function valuesFor(
  profile: OfficeProfile,
  system: System,
  year: number,
  basis: readonly BasisReference[],
): TemplateValues {
  const cap = rankOf(profile);
  const province = /tỉnh/u.test(profile.parentBody.toLowerCase());
  const body = system === 'party' ? 'Đảng ủy' : 'Ủy ban nhân dân';
  return {
    coQuan: `${body} ${cap} ${profile.place}`,
    cap,
    diaBan: `${cap} ${profile.place}`,
    nam: String(year),
    capUyTren: province ? 'Tỉnh ủy' : 'Thành ủy',
    tinhThanh: province ? 'tỉnh' : 'thành phố',
    canCu: basis.length === 0 ? TO_WRITE : basis.map(citation).join('; '),
  };
}

/** Who signs: the office's usual signer for its own kind of document, else the post whose name is still to be written. */
function signerFor(signers: readonly Signer[], own: boolean, system: System) {
  const usual = own ? (signers.find(({ isDefault }) => isDefault) ?? signers[0]) : undefined;
  if (usual)
    return {
      authority: usual.authority,
      onBehalf: usual.onBehalf,
      position: usual.position,
      name: usual.name,
    };
  return system === 'party'
    ? { authority: 'T/M BAN THƯỜNG VỤ', onBehalf: null, position: 'BÍ THƯ', name: null }
    : { authority: 'TM. ỦY BAN NHÂN DÂN', onBehalf: null, position: 'CHỦ TỊCH', name: null };
}

async function textFromTemplate(
  app: App,
  office: OfficeState,
  template: PlanTemplate,
  input: ParsedInputOf<'plan.create'>,
): Promise<Result<string>> {
  const { profile } = office;
  const { system } = template;
  const own = profile.system === system;
  const rules = await ruleProfile(app, proposedRuleProfile(system, profile));
  if (!rules.ok) return rules;
  const values = valuesFor(profile, system, input.year, input.basis);
  const fill = (line: string): string => filledIn(line, values);
  const hasBlank = template.opening.some((line) => line.includes('{{canCu}}'));
  // A template without a place for the references gets them as lines of their own before its opening.
  const references = hasBlank ? [] : input.basis.map((basis) => `Căn cứ ${citation(basis)};`);
  return ok(
    planText({
      system,
      parentBody: own ? profile.parentBody : null,
      issuingBody: own ? profile.issuingBody : values.coQuan.toUpperCase(),
      numberLine: formatNumberText(rules.value, {
        number: null,
        type: 'KH',
        symbol: own ? profile.symbol : system === 'party' ? 'ĐU' : 'UBND',
      }),
      place: profile.place,
      date: null,
      year: input.year,
      kind: template.kind,
      title: input.title ?? fill(template.title),
      opening: [...references, ...template.opening.map(fill)],
      body: template.body.map(fill),
      closing: template.closing.map(fill),
      recipients: template.recipients.map(({ name, purpose }) => ({ name: fill(name), purpose })),
      archive: [own ? profile.archiveCode : system === 'party' ? 'VPĐU' : 'VT'],
      signer: signerFor(office.loaded.view.list('signers'), own, system),
    }),
  );
}

async function textFromPlan(
  app: App,
  source: Extract<ParsedInputOf<'plan.create'>['source'], { kind: 'clone' }>,
  input: ParsedInputOf<'plan.create'>,
): Promise<Result<string>> {
  const loaded = await loadDossier(app, source.dossierId);
  if (!loaded.ok) return loaded;
  const plan = loaded.value.view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy kế hoạch cũ.');
  if (plan.textHash !== source.textHash) return fail('CONFLICT', STALE_TEXT);
  const cloned = clonedText(editableText(plan), source.dates, input.year);
  if (!cloned.ok) return cloned;
  return ok(withBasis(withTitle(cloned.value, input.title), input.basis));
}

/** The title's line said otherwise. */
function withTitle(text: string, title: string | null): string {
  if (title === null || title === '') return text;
  const printed = readPlan(sourceFromLines(text)).plan.title;
  const start = printed === null ? -1 : text.indexOf(printed);
  if (printed === null || start < 0) return text;
  return applyEdits(text, [{ start, end: start + printed.length, text: title.replace(/\s+/gu, ' ') }]);
}

/** New references stand before the older plan's, which a person then checks. */
function withBasis(text: string, basis: readonly BasisReference[]): string {
  if (basis.length === 0) return text;
  const { openingStart } = placesOf(text);
  const lines = basis.map((each) => `Căn cứ ${citation(each)};\n`).join('');
  return applyEdits(text, [{ start: openingStart, end: openingStart, text: lines }]);
}

async function textFor(
  app: App,
  office: OfficeState,
  input: ParsedInputOf<'plan.create'>,
): Promise<Result<{ readonly text: string; readonly name: string }>> {
  const { source } = input;
  if (source.kind === 'clone') {
    const text = await textFromPlan(app, source, input);
    return text.ok ? ok({ text: text.value, name: 'Soạn từ kế hoạch cũ' }) : text;
  }
  const templates = await allTemplates(app);
  if (!templates.ok) return templates;
  const found = templates.value.find(({ template }) => template.id === source.templateId);
  if (!found) return fail('NOT_FOUND', 'Không có mẫu kế hoạch này; hãy chọn một mẫu trong danh sách.');
  const text = await textFromTemplate(app, office, found.template, input);
  return text.ok ? ok({ text: text.value, name: `Soạn theo mẫu ${found.template.name}` }) : text;
}

/** The same call again is the same dossier: a retry after a lost answer makes no second one. */
function dossierIdOf(app: App, requestId: string): string {
  return app.ports.hash.sha256(`plan.create:${requestId}`).slice(0, 32);
}

/** A new dossier whose text was written here; it is reviewed as any plan that was read. */
export function createPlan(app: App): Handler<'plan.create'> {
  return async (input, context) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const made = await textFor(app, office.value, input);
    if (!made.ok) return made;
    const tools = await readingTools(app);
    if (!tools.ok) return tools;
    const document = sourceFromLines(tidyText(made.value.text));
    const allowed = refuseSecret(document, made.value.name);
    if (!allowed.ok) return allowed;
    const { plan: parsed, text } = readPlan(document);
    const { profile } = office.value;
    const { now } = nowOf(app);
    const plan = {
      ...newPlan({
        parsed,
        text,
        textHash: tools.value.hash(text),
        sourceFile: null,
        sourceName: made.value.name,
        ruleProfileId: proposedRuleProfile(parsed.system, profile),
        now,
      }),
      composed: true as const,
    };
    const dossierId = dossierIdOf(app, context.requestId);
    const done = await app.ports.store.commit(
      dossierRef(dossierId),
      metaOf(app, context, 'plan.create', { expectedRevision: null }),
      (draft) => {
        draft.put('plan', plan);
        applyReading(draft, itemsFromParsed(parsed, tools.value));
        draft.put('documents', planDocument(plan, dossierId, undefined, now));
        return ok(null);
      },
    );
    return done.ok ? ok({ dossierId, revision: done.value.revision }) : done;
  };
}

/** Every date of an older plan with what becomes of it; a person confirms before anything is made. */
export function cloneDates(app: App): Handler<'plan.cloneDates'> {
  return async ({ dossierId, years }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const plan = loaded.value.view.get('plan', PLAN_ID);
    if (!plan) return fail('NOT_FOUND', 'Không tìm thấy kế hoạch cũ.');
    const holidays = office.value.loaded.view.list('holidays');
    const year = plan.date === null ? yearIn(plan.parsed.header.dateText) : partsOf(plan.date).year;
    return ok({
      textHash: plan.textHash,
      title: plan.title,
      year,
      dates: movedDates(editableText(plan), years, holidays, year).map((date) => ({ ...date })),
    });
  };
}

function yearIn(dateText: string | null): number | null {
  const year = /(?<!\d)(\d{4})(?!\d)/u.exec(dateText ?? '')?.[1];
  return year === undefined ? null : Number(year);
}
