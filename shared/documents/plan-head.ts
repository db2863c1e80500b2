/**
 * Who issues a plan, as it prints: what was read from the document, or what a person corrected. The office's own
 * letterhead stands only over its own plans; what another body's plan does not say stays blank.
 */
import type { OfficeProfile } from '../domain/office/model';
import { foreignIssuer } from '../domain/plan/issuing-body';
import type { Plan } from '../domain/plan/model';
import { formatNumberText } from './number-text';
import type { RuleProfile } from './rule-profile';

export interface PlanHead {
  /** Empty where none is known. */
  readonly parentBody: string;
  readonly issuingBody: string;
  readonly place: string;
  /** The document's own number or symbol; a blank one keeps its symbol ("/KH-UBND"). */
  readonly numberText: string;
  /** What "Lưu" says where the plan does not. */
  readonly archive: readonly string[];
}

/** Whether the plan is the office's own; without a letterhead its system has to tell. */
function isOwn(plan: Plan, issuingBody: string | null, office: OfficeProfile): boolean {
  const { header, system } = plan.parsed;
  if (issuingBody === null) return system === 'other' || system === office.system;
  return foreignIssuer({ header: { ...header, issuingBody } }, office) === null;
}

/** `registered`: the number in the book, which goes before the one that was read. */
export function planHead(
  plan: Plan,
  office: OfficeProfile,
  profile: RuleProfile,
  registered: string | null,
): PlanHead {
  const { header } = plan.parsed;
  const issuingBody = plan.issuingBody ?? header.issuingBody;
  const own = isOwn(plan, issuingBody, office);
  const state = profile.system === 'state';
  // A person may have named another kind of document: the symbol of the one that was read is then no longer its own.
  const read = header.symbol?.split(/[-/]/).includes(plan.type) === true ? header.numberText : null;
  return {
    parentBody: header.parentBody ?? (own ? office.parentBody : ''),
    issuingBody: issuingBody ?? (own ? office.issuingBody : ''),
    place: plan.place ?? header.place ?? (own ? office.place : ''),
    numberText:
      registered ??
      read ??
      formatNumberText(profile, {
        number: null,
        type: plan.type,
        symbol: own ? office.symbol : state ? 'UBND' : 'ĐU',
      }),
    archive: plan.archive.length > 0 ? plan.archive : own ? [office.archiveCode] : [],
  };
}
