/** What first run proposes before a person has answered; one place for the window, the command line and reading. */
import type { OfficeProfile, System } from './model';

/** Party presentation follows HD 05-HD/VPTW since 2026 (domain.md §0). */
export const DEFAULT_RULE_PROFILE: Readonly<Record<System, string>> = { party: 'hd05', state: 'nd30' };

/** The Party term in which numbers are counted (domain.md §0). */
export const DEFAULT_TERM = { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' } as const;

/**
 * The profile proposed for a document: the office's own, where the document is of its system or of none that is known;
 * a text of the other system gets that system's. A person may choose another.
 */
export function proposedRuleProfile(
  system: System | 'other',
  office: Pick<OfficeProfile, 'system' | 'ruleProfileId'> | undefined,
): string {
  if (office && (system === 'other' || system === office.system)) return office.ruleProfileId;
  return DEFAULT_RULE_PROFILE[system === 'state' ? 'state' : 'party'];
}
