import type { Migration } from '../migrate';

/** Indicators learn that a text may be restricted; the report defaults, who receives and who adds up. */
export const officeSaysWhoAddsUp: Migration = {
  kind: 'office',
  from: 1,
  slug: 'office-says-who-adds-up',
  migrate: (tables) => ({
    ...tables,
    ...(tables.indicators
      ? { indicators: tables.indicators.map((row) => ({ restricted: false, ...row })) }
      : {}),
    ...(tables.defaults
      ? { defaults: tables.defaults.map((row) => ({ receivedBy: '', consolidatedBy: '', ...row })) }
      : {}),
  }),
};
