/** The rule profiles of this office: the shipped ones, each as the office changed it, then its own copies. */
import type { OfficeRuleProfile, RuleProfile } from '../documents/rule-profile';
import { fail, ok, type Result } from '../result';
import { OFFICE_REF, type App } from './application';

/** What the office changed or copied, by id; none before first run. */
export async function officeProfiles(app: App): Promise<Result<ReadonlyMap<string, OfficeRuleProfile>>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  const own = loaded.value?.view.list('ruleProfiles') ?? [];
  return ok(new Map(own.map((profile) => [profile.id, profile])));
}

export async function ruleProfiles(app: App): Promise<Result<readonly RuleProfile[]>> {
  const own = await officeProfiles(app);
  if (!own.ok) return own;
  const shipped = app.ports.resources.ruleProfiles();
  const copies = [...own.value.values()].filter(({ id, base }) => id !== base);
  return ok([
    ...shipped.map((profile) => own.value.get(profile.id) ?? profile),
    ...copies.sort((a, b) => a.name.localeCompare(b.name, 'vi')),
  ]);
}

/** The rule profile of an id; NOT_FOUND names the ones that there are. */
export async function ruleProfile(app: App, id: string): Promise<Result<RuleProfile>> {
  const profiles = await ruleProfiles(app);
  if (!profiles.ok) return profiles;
  const profile = profiles.value.find((candidate) => candidate.id === id);
  return profile
    ? ok(profile)
    : fail(
        'NOT_FOUND',
        `Không có thể thức “${id}”; có: ${profiles.value.map((known) => known.id).join(', ')}.`,
      );
}

/** "T/M" or "TM." as the office's rule profile writes it; '' before first run. */
export async function behalfMark(app: App): Promise<string> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  const id = loaded.ok ? loaded.value?.view.get('profile', 'profile')?.ruleProfileId : undefined;
  if (id === undefined) return '';
  const profile = await ruleProfile(app, id);
  return profile.ok ? profile.value.onBehalfMark : '';
}
