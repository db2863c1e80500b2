import type { PrintedSigner } from '../../documents/signature-block';
import type { Plan } from '../../domain/plan/model';
import type { OfficeState } from '../application';

/** The office's usual signer, else the plan's own. */
export function printedSigner(office: OfficeState, plan: Plan): PrintedSigner {
  const signers = office.loaded.view.list('signers');
  const usual = signers.find(({ isDefault }) => isDefault) ?? signers[0];
  return usual ?? plan.signer;
}

/** Who signs for Văn phòng itself: the signer whose position names it; else the name is left blank. */
export function officeSigner(office: OfficeState): PrintedSigner {
  const signer = office.loaded.view.list('signers').find(({ position }) => /văn phòng/iu.test(position));
  return {
    authority: null,
    onBehalf: signer?.onBehalf ?? null,
    position: signer?.position ?? 'CHÁNH VĂN PHÒNG',
    name: signer?.name ?? null,
  };
}
