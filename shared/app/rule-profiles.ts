import type { RuleProfile } from '../documents/rule-profile';
import { fail, ok, type Result } from '../result';
import type { App } from './application';

/** The rule profile of an id; NOT_FOUND names the ones that there are. */
export function ruleProfile(app: App, id: string): Result<RuleProfile> {
  const profiles = app.ports.resources.ruleProfiles();
  const profile = profiles.find((candidate) => candidate.id === id);
  return profile
    ? ok(profile)
    : fail('NOT_FOUND', `Không có thể thức “${id}”; có: ${profiles.map((known) => known.id).join(', ')}.`);
}
