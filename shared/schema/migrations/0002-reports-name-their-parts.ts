import type { Migration } from '../migrate';

/** Periods learn lists by unit, routing and where they come from; reports, titled entries and how nil was said. */
export const reportsNameTheirParts: Migration = {
  kind: 'dossier',
  from: 1,
  slug: 'reports-name-their-parts',
  migrate: (tables) => ({
    ...tables,
    ...(tables.periods
      ? {
          periods: tables.periods.map((row) => ({
            asks: [],
            askedOn: null,
            receivedBy: '',
            consolidatedBy: '',
            dueToCity: null,
            scheduleId: null,
            request: null,
            ...row,
          })),
        }
      : {}),
    ...(tables.reports ? { reports: tables.reports.map((row) => ({ nilHow: '', models: [], ...row })) } : {}),
  }),
};
