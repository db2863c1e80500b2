/** Thể thức: the rule profiles as the office edits them, within what each rule allows. */
import { editedProfile, profileFields } from '../../documents/profile-fields';
import { planPage } from '../../documents/plan-page';
import type { OfficeRuleProfile, RuleProfile } from '../../documents/rule-profile';
import { createMatcher } from '../../domain/office/match';
import { itemsFromParsed } from '../../domain/plan/items-from-parsed';
import { newPlan } from '../../domain/plan/plan-record';
import { readPlan } from '../../domain/plan/reading/read-plan';
import { fail, ok, type Result } from '../../result';
import { changeOffice, loadOffice, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { previewOf } from '../preview';
import { officeProfiles, ruleProfiles } from '../rule-profiles';

interface Standing {
  readonly profile: RuleProfile;
  /** The shipped profile whose ranges count. */
  readonly base: RuleProfile;
}

async function standing(app: App, id: string): Promise<Result<Standing>> {
  const own = await officeProfiles(app);
  if (!own.ok) return own;
  const changed = own.value.get(id);
  const base = app.ports.resources.ruleProfiles().find((shipped) => shipped.id === (changed?.base ?? id));
  if (!base) return fail('NOT_FOUND', 'Không tìm thấy thể thức này; hãy mở lại danh sách thể thức.');
  return ok({ profile: changed ?? base, base });
}

export function listRuleProfiles(app: App): Handler<'office.ruleProfiles'> {
  return async () => {
    const profiles = await ruleProfiles(app);
    if (!profiles.ok) return profiles;
    const own = await officeProfiles(app);
    if (!own.ok) return own;
    return ok(
      profiles.value.map(({ id, name, source }) => {
        const changed = own.value.get(id);
        return { id, name, source, base: changed?.base ?? id, changed: changed !== undefined };
      }),
    );
  };
}

export function getRuleProfile(app: App): Handler<'office.ruleProfile'> {
  return async ({ id }) => {
    const found = await standing(app, id);
    if (!found.ok) return found;
    const { profile, base } = found.value;
    return ok({
      id,
      name: profile.name,
      source: profile.source,
      base: base.id,
      baseName: base.name,
      fields: [...profileFields(profile, base)],
    });
  };
}

export function saveRuleProfile(app: App): Handler<'office.saveRuleProfile'> {
  return async ({ id, values }, context) => {
    const found = await standing(app, id);
    if (!found.ok) return found;
    const next = editedProfile(found.value.profile, found.value.base, values);
    if (!next.ok) return next;
    return put(app, context, 'office.saveRuleProfile', next.value);
  };
}

/** The values of the rule again; a copy keeps its name. */
export function resetRuleProfile(app: App): Handler<'office.resetRuleProfile'> {
  return async ({ id }, context) => {
    const found = await standing(app, id);
    if (!found.ok) return found;
    const { profile, base } = found.value;
    if (id !== base.id)
      return put(app, context, 'office.resetRuleProfile', {
        ...base,
        id,
        name: profile.name,
        base: base.id,
      });
    return revisionOf(
      await changeOffice(app, context, 'office.resetRuleProfile', (draft) => {
        if (draft.get('ruleProfiles', id)) draft.remove('ruleProfiles', id);
        return ok(null);
      }),
    );
  };
}

export function copyRuleProfile(app: App): Handler<'office.copyRuleProfile'> {
  return async ({ from, name }, context) => {
    const found = await standing(app, from);
    if (!found.ok) return found;
    const profiles = await ruleProfiles(app);
    if (!profiles.ok) return profiles;
    if (profiles.value.some((known) => known.name.toLowerCase() === name.toLowerCase()))
      return fail('BAD_REQUEST', `Đã có thể thức tên “${name}”; hãy đặt tên khác.`, {
        fieldErrors: { name: 'Tên này đã có.' },
      });
    const id = app.ports.ids.next();
    const { profile, base } = found.value;
    const done = await put(app, context, 'office.copyRuleProfile', { ...profile, id, name, base: base.id });
    return done.ok ? ok({ ...done.value, id }) : done;
  };
}

async function put(
  app: App,
  context: Parameters<Handler<'office.saveRuleProfile'>>[1],
  command: 'office.saveRuleProfile' | 'office.resetRuleProfile' | 'office.copyRuleProfile',
  profile: OfficeRuleProfile,
) {
  return revisionOf(
    await changeOffice(app, context, command, (draft) => {
      draft.put('ruleProfiles', profile);
      return ok(null);
    }),
  );
}

/** The sample plan in a profile with values that are not saved yet. */
export function previewRuleProfile(app: App): Handler<'office.previewRuleProfile'> {
  return async ({ id, values }) => {
    const found = await standing(app, id);
    if (!found.ok) return found;
    const profile = editedProfile(found.value.profile, found.value.base, values);
    if (!profile.ok) return profile;
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const { name, bytes } = app.ports.resources.samplePlan();
    const document = await app.ports.documentReader.read(bytes, name);
    if (!document.ok) return document;
    const { plan: parsed, text } = readPlan(document.value);
    const { now } = nowOf(app);
    const plan = newPlan({
      parsed,
      text,
      textHash: '',
      sourceFile: null,
      sourceName: name,
      ruleProfileId: id,
      now,
    });
    const items = itemsFromParsed(parsed, {
      matcher: createMatcher([], ''),
      hash: (words) => words,
      newId: () => app.ports.ids.next(),
    });
    return previewOf(
      app,
      planPage({
        plan,
        items,
        numberText: null,
        date: null,
        office: office.value.profile,
        profile: profile.value,
        createdAt: now,
      }),
    );
  };
}
