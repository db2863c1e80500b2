/** What a report form is made from. */
import type { DirectoryEntry, Indicator, OfficeProfile } from '../domain/office/model';
import type { Plan } from '../domain/plan/model';
import type { ReportPeriod } from '../domain/report/model';

export interface FormInput {
  readonly office: OfficeProfile;
  readonly dossierId: string;
  readonly plan: Pick<Plan, 'title' | 'kind'>;
  /** "07-KH/ĐU"; null while the plan has no number. */
  readonly planNumberText: string | null;
  readonly period: ReportPeriod;
  readonly unit: Pick<DirectoryEntry, 'id' | 'name'>;
  /** Catalogue rows asked for, in the order of the form. */
  readonly indicators: readonly Indicator[];
  /** Code → the unit's figure of the period before. */
  readonly previous: Readonly<Record<string, number>>;
  /** Code → the unit's lũy kế up to the period before; empty: the column is left out. */
  readonly cumulative: Readonly<Record<string, number>>;
  readonly issuedAt: string;
  /** sha256 of `fingerprintText`. */
  readonly fingerprint: string;
  /** The unit's own last day where it was given an extension. */
  readonly lastDay?: string;
  /** HH:mm of that day; null: all of it. */
  readonly lastHour?: string | null;
}

export const PRIVACY_SENTENCE = 'Không ghi họ tên, địa chỉ, số điện thoại, tài khoản của công dân.';
