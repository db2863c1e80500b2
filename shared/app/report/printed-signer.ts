import type { PrintedSigner } from '../../documents/signature-block';
import type { Plan } from '../../domain/plan/model';
import type { OfficeState } from '../application';

/** The office's usual signer, else the plan's own. */
export function printedSigner(office: OfficeState, plan: Plan): PrintedSigner {
  const signers = office.loaded.view.list('signers');
  const usual = signers.find(({ isDefault }) => isDefault) ?? signers[0];
  return usual ?? plan.signer;
}
