/** A generated quarter as the application's records. */
import type { ConsolidateInput } from '../../../shared/domain/report/consolidate';
import type { DirectoryEntry, Indicator } from '../../../shared/domain/office/model';
import type { Report } from '../../../shared/domain/report/model';
import {
  CATALOGUE,
  group,
  indicator,
  owed,
  report,
  unit,
} from '../../unit/shared/domain/report/support/build';
import { firstDayOf } from './generate';
import { CODES, CUMULATED, LAST_DAYS, NOT_OVER_UNITS } from './quarter';
import type { Given, Quarter, QuarterUnit } from './quarter';

const MONTHS = ['2026-01', '2026-02', '2026-03'] as const;

function catalogueOf({ cumulated }: Quarter): Indicator[] {
  return [
    ...CATALOGUE.map((one): Indicator =>
      one.id === CUMULATED && cumulated ? { ...one, overPeriods: 'sum' } : one,
    ),
    indicator(NOT_OVER_UNITS, 'D', { overUnits: 'none' }),
  ];
}

function entryOf(one: QuarterUnit, order: number): DirectoryEntry {
  return unit(one.id, {
    order,
    parentId: one.parent,
    summaryGroupId: one.group,
    activeFrom: one.opens > 0 ? firstDayOf(one.opens) : null,
    successors: one.into.map((unitId) => ({ unitId, from: firstDayOf(one.goes) })),
  });
}

function reportOf(one: QuarterUnit, period: string, given: Given): Report[] {
  if (given.kind === 'missing') return [];
  const extra = { receivedOn: given.day };
  if (given.kind === 'nil') return [report(period, one.id, 'nil', extra)];
  if (given.kind === 'returned')
    return [report(period, one.id, { HN01: 999 }, { ...extra, state: 'returned', returnedReason: 'Sai' })];
  return [report(period, one.id, given.values, extra)];
}

export function quarterInput(quarter: Quarter, cumulative = false): ConsolidateInput {
  const monthly = quarter.units.filter((one) => !one.quarterly);
  const quarterly = quarter.units.filter((one) => one.quarterly);
  const extensions = (units: readonly QuarterUnit[]) =>
    units.flatMap(({ id, extended }) =>
      extended === null ? [] : [{ unitId: id, lastDay: extended, reason: 'Bão lụt' }],
    );
  return {
    period: '2026-Q1',
    cumulative,
    periods: [
      ...MONTHS.map((id, month) =>
        owed(
          id,
          monthly.map((one) => one.id),
          CODES,
          { lastDay: LAST_DAYS[month] ?? '', extensions: month === 2 ? extensions(monthly) : [] },
        ),
      ),
      ...(quarterly.length === 0
        ? []
        : [
            owed(
              '2026-Q1',
              quarterly.map((one) => one.id),
              CODES,
              { lastDay: LAST_DAYS[2], extensions: extensions(quarterly) },
            ),
          ]),
    ],
    reports: quarter.units.flatMap((one) =>
      one.given.flatMap((given, part) =>
        reportOf(one, one.quarterly ? '2026-Q1' : (MONTHS[part] ?? ''), given),
      ),
    ),
    entries: [
      group('G1', 'Nhóm 1', 1),
      group('G2', 'Nhóm 2', 2),
      ...quarter.units.map((one, index) => entryOf(one, index)),
    ],
    catalogue: catalogueOf(quarter),
    now: '2026-06-01T00:00:00Z',
  };
}
