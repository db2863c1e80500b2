import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';

/** What every part of Soạn thảo gets: the dossier whose text it works on. */
export interface PlanTextPartProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}
