/** What search may read is decided table by table: one that is added must be decided on before it can be found. */
import { describe, expect, it } from 'vitest';
import { createLiveTables } from '../../../../electron/adapters/store/live-tables';
import { SEARCH_POLICY, searchedView } from '../../../../shared/app/search/policy';
import type { View } from '../../../../shared/records';
import { AGGREGATE_KINDS, AGGREGATES, type AggregateTables } from '../../../../shared/schema/aggregates';
import { report } from '../../../support/store-fixtures';

type Decisions = Readonly<
  Record<string, { readonly fields: readonly string[] | 'all'; readonly because: string }>
>;

describe('the policy', () => {
  it.each(AGGREGATE_KINDS)('decides on every table of %s, with a reason, and on no other', (kind) => {
    const decisions: Decisions = SEARCH_POLICY[kind];
    expect(Object.keys(decisions).sort()).toEqual(Object.keys(AGGREGATES[kind].tables).sort());
    for (const [table, { because }] of Object.entries(decisions)) expect(because, table).toMatch(/\S{3,}/);
  });

  it('names only fields that exist', () => {
    for (const kind of AGGREGATE_KINDS)
      for (const [table, { fields }] of Object.entries(SEARCH_POLICY[kind] as Decisions)) {
        const { tables } = AGGREGATES[kind];
        const schema = (tables as Readonly<Record<string, { shape?: Readonly<Record<string, unknown>> }>>)[
          table
        ];
        if (fields === 'all' || schema?.shape === undefined) continue;
        expect(Object.keys(schema.shape), `${kind}.${table}`).toEqual(expect.arrayContaining([...fields]));
      }
  });

  it.each([
    'unitPlans',
    'difficulties',
    'narrativeDrafts',
    'consolidations',
    'questionAnswers',
    'chases',
  ] as const)('keeps %s closed', (table) => {
    expect(SEARCH_POLICY.dossier[table].fields).toEqual([]);
  });
});

describe('what a source gets to see', () => {
  const tables = createLiveTables();
  const after = { ...report('2026-Q1', 'don-vi-1'), narrative: { TL01: 'điều riêng' } };
  tables.apply(1, [{ table: 'reports', id: after.id, before: null, after }]);
  const view = tables.view as unknown as View<AggregateTables['dossier']>;

  it('is the named fields alone', () => {
    const [seen] = searchedView('dossier', view).records('reports');
    expect(seen).toEqual({ id: '2026-Q1|don-vi-1', period: '2026-Q1', unitId: 'don-vi-1' });
  });

  it('is nothing of a table that is closed', () => {
    expect(() => [...searchedView('dossier', view).records('difficulties')]).toThrow('may not read');
  });
});
