/** Who signs what is printed: a person's choice, else the usual signer, else the plan's own; never merely the first of the list. */
import type { PrintedSigner } from '../../documents/signature-block';
import { nameKey } from '../../domain/office/directory';
import type { Signer } from '../../domain/office/model';
import type { Plan } from '../../domain/plan/model';
import { fail, ok, type Result } from '../../result';
import type { OfficeState } from '../application';

/** Stands for the plan's own signer where the office's list does not have them. */
const PLAN_SIGNER = 'ke-hoach';
const NOBODY: PrintedSigner = { authority: null, onBehalf: null, position: null, name: null };

export interface SignerOption {
  readonly key: string;
  /** "Trần Thị Hoa – PHÓ BÍ THƯ" */
  readonly text: string;
}

export interface SignerChoices {
  readonly options: readonly SignerOption[];
  /** Key of who signs unless a person says otherwise; null: it is not clear, a person must say. */
  readonly body: string | null;
  readonly office: string | null;
}

interface Candidate extends SignerOption {
  readonly signer: PrintedSigner;
}

const textOf = ({ name, position }: Pick<PrintedSigner, 'name' | 'position'>): string =>
  [name, position].filter(Boolean).join(' – ');

const same = (signer: Signer, own: PrintedSigner): boolean =>
  nameKey(signer.name) === nameKey(own.name ?? '') &&
  nameKey(signer.position) === nameKey(own.position ?? '');

function candidates(office: OfficeState, plan: Pick<Plan, 'signer'>): readonly Candidate[] {
  const signers = office.loaded.view.list('signers');
  const listed = signers.map((signer) => ({ key: signer.id, text: textOf(signer), signer }));
  const own = plan.signer;
  return own.name === null || signers.some((signer) => same(signer, own))
    ? listed
    : [...listed, { key: PLAN_SIGNER, text: `${textOf(own)} (người ký kế hoạch)`, signer: own }];
}

/** The usual signer; else the plan's own; else the only one there is. */
function usualKey(office: OfficeState, plan: Pick<Plan, 'signer'>): string | null {
  const signers = office.loaded.view.list('signers');
  const usual = signers.find(({ isDefault }) => isDefault);
  if (usual) return usual.id;
  if (plan.signer.name !== null)
    return signers.find((signer) => same(signer, plan.signer))?.id ?? PLAN_SIGNER;
  return signers.length === 1 ? (signers[0]?.id ?? null) : null;
}

/** Signs for Văn phòng itself: the signer whose position names it. */
function officeSignerOf(office: OfficeState): Signer | undefined {
  return office.loaded.view.list('signers').find(({ position }) => /văn phòng/iu.test(position));
}

/** What a dialog shows before it prints. */
export function signerChoices(office: OfficeState, plan: Pick<Plan, 'signer'>): SignerChoices {
  return {
    options: candidates(office, plan).map(({ key, text }) => ({ key, text })),
    body: usualKey(office, plan),
    office: officeSignerOf(office)?.id ?? null,
  };
}

/** The signer of a document that a person makes; asks where nobody is named and it is not clear. */
export function chosenSigner(
  office: OfficeState,
  plan: Pick<Plan, 'signer'>,
  issuer: 'body' | 'office',
  key: string | null,
): Result<PrintedSigner> {
  if (key === null && issuer === 'office') return ok(officeSigner(office));
  const wanted = key ?? usualKey(office, plan);
  const found = candidates(office, plan).find((each) => each.key === wanted);
  if (found) {
    const { authority, onBehalf, position, name } = found.signer;
    // Who signs for Văn phòng does not sign on behalf of the body.
    return ok({ authority: issuer === 'office' ? null : authority, onBehalf, position, name });
  }
  const why =
    key === null
      ? 'Chưa rõ ai ký: chọn người ký, hoặc đánh dấu người ký mặc định ở Danh mục → Người ký.'
      : 'Người ký này không còn trong danh mục; hãy chọn lại.';
  return fail('BAD_REQUEST', why, { fieldErrors: { signer: why } });
}

/** The office's usual signer, else the plan's own; where it is not clear, the name is left to be written by hand. */
export function printedSigner(office: OfficeState, plan: Pick<Plan, 'signer'>): PrintedSigner {
  const key = usualKey(office, plan);
  return candidates(office, plan).find((each) => each.key === key)?.signer ?? NOBODY;
}

/** Who signs for Văn phòng itself: the signer whose position names it; else the name is left blank. */
export function officeSigner(office: OfficeState): PrintedSigner {
  const signer = officeSignerOf(office);
  return {
    authority: null,
    onBehalf: signer?.onBehalf ?? null,
    position: signer?.position ?? 'CHÁNH VĂN PHÒNG',
    name: signer?.name ?? null,
  };
}
