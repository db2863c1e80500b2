import type { Migration } from '../migrate';

/** Entries learn why they ended; indicators that a text may be restricted; the report defaults who adds up. */
export const officeSaysWhoAddsUp: Migration = {
  kind: 'office',
  from: 1,
  slug: 'office-says-who-adds-up',
  migrate: (tables) => ({
    ...tables,
    ...(tables.indicators
      ? { indicators: tables.indicators.map((row) => ({ restricted: false, ...row })) }
      : {}),
    ...(tables.entries ? { entries: tables.entries.map((row) => ({ endReason: '', ...row })) } : {}),
    ...(tables.defaults
      ? { defaults: tables.defaults.map((row) => ({ receivedBy: '', consolidatedBy: '', ...row })) }
      : {}),
  }),
};
