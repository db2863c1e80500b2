import type { PlainDate } from '../../../../shared/date/plain-date';
import type { Totals } from '../../../../shared/domain/report/model';
import type { OfficeView } from '../../../../shared/rpc/contract/office';

/** What every part of Tổng hợp gets: one period of one plan, added up. */
export interface SummaryTabProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
  readonly totals: Totals;
  readonly cumulative: Totals | null;
  /** The closing that is shown; null = the figures as they stand. */
  readonly version: number | null;
  /** Day of the figures: that of the closing, or today. */
  readonly day: PlainDate;
}
