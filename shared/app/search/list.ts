/** Sources of a dossier, in the order in which equally good hits are told. */
import type { DossierSource } from './source';
import { conferenceSource } from './sources/conferences';
import { documentSource, reportSource } from './sources/documents';
import { obligationSource, planSource } from './sources/plan';

export const DOSSIER_SOURCES: readonly DossierSource[] = [
  planSource,
  documentSource,
  conferenceSource,
  obligationSource,
  reportSource,
];
