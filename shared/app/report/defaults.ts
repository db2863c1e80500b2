import type { ReportDefaults } from '../../domain/office/model';
import type { Reporting } from './reporting';

/** The office's settings for reports; those of the first run where it has none. domain.md §5 [D]: 14, 15, 20. */
export function defaultsOf({ office }: Pick<Reporting, 'office'>): ReportDefaults {
  return (
    office.loaded.view.get('defaults', 'report') ?? {
      id: 'report',
      cutOffDay: 14,
      dueDayToWard: 15,
      dueDayToCity: 20,
      cumulativeFrom: 'schedule',
      via: '',
      receivedBy: '',
      consolidatedBy: '',
    }
  );
}
