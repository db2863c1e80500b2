/** Kiểm tra thể thức: the rules over a plan as it stands, or over a file that no dossier holds. */
import { checkPlan, LINT_RULES } from '../../domain/plan/lint/check-plan';
import type { IgnoredFinding } from '../../domain/plan/lint/ignored';
import type { LintChoice } from '../../domain/plan/lint/choice';
import type { Finding, LintFacts, LintProfile, Severity } from '../../domain/plan/lint/model';
import { PLAN_ID } from '../../domain/plan/model';
import type { ParsedPlan } from '../../domain/plan/parsed';
import type { PlainDate } from '../../date/plain-date';
import { createMatcher } from '../../domain/office/match';
import { lintWorkbook } from '../../documents/lint-workbook';
import type { RuleProfile } from '../../documents/rule-profile';
import type { Ports } from '../../ports/ports';
import { fail, ok, type Result } from '../../result';
import type { LintFinding, LintReply } from '../../rpc/contract/lint';
import type { ParsedInputOf } from '../../rpc/contract';
import { safeFileName } from '../../text/file-name';
import {
  changeDossier,
  changeOffice,
  loadDossier,
  nowOf,
  offer,
  OFFICE_REF,
  revisionOf,
  type App,
} from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { readSource } from './read-source';

interface Checking {
  /** What the office knows; empty where there is none. */
  readonly facts: LintFacts;
  readonly choices: readonly LintChoice[];
  readonly issuingBody: string;
  readonly profileId: string | null;
}

const NO_OFFICE: Checking = { facts: {}, choices: [], issuingBody: '', profileId: null };

/** What the office knows and chose; a file can be checked before there is an office. */
async function checkingFor(app: App): Promise<Result<Checking>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  const view = loaded.value?.view;
  const profile = view?.get('profile', 'profile');
  if (!view || !profile) return ok(NO_OFFICE);
  const entries = view.list('entries');
  const matcher = createMatcher(entries, profile.place);
  const members = new Map(entries.map(({ id, memberIds }) => [id, memberIds]));
  return ok({
    facts: {
      spelling: profile.spelling,
      holidays: view.list('holidays'),
      entriesOf: (name) => opened(matcher.line(name).entryIds, members),
    },
    choices: view.list('lintChoices'),
    issuingBody: profile.issuingBody,
    profileId: profile.ruleProfileId,
  });
}

/** Entries with groups opened, however deep; an office's groups may name each other. */
function opened(
  entryIds: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const found = new Set<string>();
  const open = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const member of members.get(id) ?? []) open(member);
  };
  for (const id of entryIds) open(id);
  return [...found];
}

function wordsOf(profile: RuleProfile): LintProfile {
  return {
    onBehalfMark: profile.onBehalfMark,
    subjectLowerCase: profile.subjectLowerCase,
    textEnd: profile.textEnd,
    separator: profile.recipients.separator,
  };
}

function told(finding: Finding, ignored: ReadonlyMap<string, IgnoredFinding>): LintFinding {
  const { key, code, title, severity, message, place, excerpt, section, fix } = finding;
  const standing = ignored.get(key);
  return {
    id: key,
    code,
    title,
    severity,
    message,
    place: place && { start: place.start, end: place.end },
    excerpt: excerpt.replaceAll(/\s+/gu, ' ').trim(),
    section,
    fix: fix && { label: fix.label, sure: fix.sure, edits: fix.edits.map((edit) => ({ ...edit })) },
    ignored: standing ? { reason: standing.reason, at: standing.at, by: standing.by } : null,
  };
}

interface Subject {
  readonly text: string;
  readonly textHash: string;
  readonly plan: ParsedPlan;
  readonly facts: LintFacts;
  readonly choices: readonly LintChoice[];
  readonly ignored: readonly IgnoredFinding[];
}

function replyOf({ text, textHash, plan, facts, choices, ignored }: Subject): LintReply {
  const byId = new Map(ignored.map((each) => [each.id, each]));
  const chosen = choices.map(({ id, on, severity }) => ({
    code: id,
    severity: on ? severity : ('off' as const),
  }));
  const findings = checkPlan(text, plan, facts, chosen).map((finding) => told(finding, byId));
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.ignored === null && finding.severity === severity).length;
  return {
    textHash,
    findings,
    counts: { error: count('error'), warning: count('warning'), hint: count('hint') },
  };
}

interface Checked {
  readonly reply: LintReply;
  readonly title: string;
  readonly issuingBody: string;
}

async function checkDossier(app: App, dossierId: string): Promise<Result<Checked>> {
  const checking = await checkingFor(app);
  if (!checking.ok) return checking;
  const loaded = await loadDossier(app, dossierId);
  if (!loaded.ok) return loaded;
  const { view } = loaded.value;
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  const profile = await ruleProfile(app, plan.ruleProfileId);
  if (!profile.ok) return profile;
  const issued = view
    .list('documents')
    .some(({ id, registration }) => id === dossierId && registration !== null);
  const { facts, choices, issuingBody } = checking.value;
  const reply = replyOf({
    text: plan.text,
    textHash: plan.textHash,
    plan: plan.parsed,
    // What is written here is printed from data: the profile's marks stand there by themselves.
    facts: {
      ...facts,
      profile: { ...wordsOf(profile.value), ...(plan.composed === true ? { separator: null } : {}) },
      // Number and day are printed from the book, too.
      issued: issued && plan.composed !== true,
      today: issued ? null : nowOf(app).today,
    },
    choices,
    ignored: view.list('ignoredFindings'),
  });
  return ok({ reply, title: plan.title, issuingBody: plan.issuingBody ?? issuingBody });
}

/** What a check of a file needs: no store, so that one without --data touches none. */
interface Alone {
  readonly ports: Pick<Ports, 'inputs' | 'documentReader' | 'hash' | 'resources'>;
}

/** The office's own profile, where it is of the text's system; else no more than what the system has in common. */
function profileFor(app: Alone, system: string, chosen: string | null): LintProfile | null {
  const found = app.ports.resources.ruleProfiles().find(({ id }) => id === chosen);
  return found?.system === system ? wordsOf(found) : null;
}

async function checkText(
  app: Alone,
  source: ParsedInputOf<'plan.checkSource'>,
  checking: Checking,
  today: PlainDate | null,
): Promise<Result<Checked>> {
  const read = await readSource(app, source);
  if (!read.ok) return read;
  const { plan, text, textHash, name } = read.value;
  const { facts, choices, issuingBody, profileId } = checking;
  const profile = profileFor(app, plan.system, profileId);
  const reply = replyOf({
    text,
    textHash,
    plan,
    facts: { ...facts, profile, issued: plan.header.number !== null, today },
    choices,
    ignored: [],
  });
  return ok({ reply, title: plan.title ?? name, issuingBody: plan.header.issuingBody ?? issuingBody });
}

/** A file checked by itself, with no office behind it. */
export async function checkAlone(
  app: Alone,
  source: ParsedInputOf<'plan.checkSource'>,
): Promise<Result<LintReply>> {
  const checked = await checkText(app, source, NO_OFFICE, null);
  return checked.ok ? ok(checked.value.reply) : checked;
}

async function checkForOffice(app: App, source: ParsedInputOf<'plan.checkSource'>): Promise<Result<Checked>> {
  const checking = await checkingFor(app);
  return checking.ok ? checkText(app, source, checking.value, nowOf(app).today) : checking;
}

export function checkPlanText(app: App): Handler<'plan.check'> {
  return async ({ dossierId }) => {
    const checked = await checkDossier(app, dossierId);
    return checked.ok ? ok(checked.value.reply) : checked;
  };
}

export function checkSource(app: App): Handler<'plan.checkSource'> {
  return async (source) => {
    const checked = await checkForOffice(app, source);
    return checked.ok ? ok(checked.value.reply) : checked;
  };
}

export function checkFile(app: App): Handler<'plan.checkFile'> {
  return async (input) => {
    const checked =
      'dossierId' in input
        ? await checkDossier(app, input.dossierId)
        : await checkForOffice(app, input.source);
    if (!checked.ok) return checked;
    const { reply, title, issuingBody } = checked.value;
    const written = await app.ports.spreadsheetWriter.write(
      lintWorkbook({
        office: issuingBody,
        title,
        rows: reply.findings.map((finding) => ({
          ...finding,
          fix: finding.fix?.label ?? null,
          ignored: finding.ignored?.reason ?? null,
        })),
        createdAt: nowOf(app).now,
      }),
    );
    if (!written.ok) return written;
    const name = safeFileName(`Cần xem lại – ${title}.xlsx`);
    return ok({
      ...(await offer(app, [{ name, bytes: written.value }], name)),
      findings: reply.findings.length,
    });
  };
}

/** A person lets a finding stand; it is still listed, apart. */
export function ignoreFinding(app: App): Handler<'plan.ignoreFinding'> {
  return async ({ dossierId, findingId, reason }, context) => {
    const checked = await checkDossier(app, dossierId);
    if (!checked.ok) return checked;
    const finding = checked.value.reply.findings.find(({ id }) => id === findingId);
    if (!finding)
      return fail(
        'NOT_FOUND',
        'Chỗ này không còn trong danh sách: có thể nội dung đã được sửa. Hãy xem lại.',
      );
    return revisionOf(
      await changeDossier(app, context, dossierId, 'plan.ignoreFinding', (draft) => {
        draft.put('ignoredFindings', {
          id: findingId,
          code: finding.code,
          excerpt: finding.excerpt,
          reason: reason.trim(),
          at: nowOf(app).now,
          by: context.by,
        });
        return ok(null);
      }),
    );
  };
}

export function heedFinding(app: App): Handler<'plan.heedFinding'> {
  return async ({ dossierId, findingId }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'plan.heedFinding', (draft) => {
        if (!draft.get('ignoredFindings', findingId))
          return fail('NOT_FOUND', 'Chỗ này không nằm trong số đã bỏ qua.');
        draft.remove('ignoredFindings', findingId);
        return ok(null);
      }),
    );
}

export function listLintRules(app: App): Handler<'office.lintRules'> {
  return async () => {
    const checking = await checkingFor(app);
    if (!checking.ok) return checking;
    const chosen = new Map(checking.value.choices.map((choice) => [choice.id, choice]));
    return ok(
      LINT_RULES.map(({ code, title, source, severity }) => ({
        id: code,
        title,
        source,
        shipped: severity,
        on: chosen.get(code)?.on ?? true,
        severity: chosen.get(code)?.severity ?? severity,
      })),
    );
  };
}

export function saveLintChoice(app: App): Handler<'office.saveLintChoice'> {
  return async (choice, context) => {
    if (!LINT_RULES.some(({ code }) => code === choice.id))
      return fail('NOT_FOUND', 'Không có quy tắc kiểm tra này.');
    return revisionOf(
      await changeOffice(app, context, 'office.saveLintChoice', (draft) => {
        draft.put('lintChoices', choice);
        return ok(null);
      }),
    );
  };
}
