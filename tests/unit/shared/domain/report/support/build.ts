/** Records for tests of the report domain: short to write, complete as the schemas want them. */
import type { DirectoryEntry, Indicator } from '../../../../../../shared/domain/office/model';
import { directoryEntrySchema, indicatorSchema } from '../../../../../../shared/domain/office/model';
import { coveredInterval } from '../../../../../../shared/domain/report/periods';
import { draftOver } from '../../../../../../shared/records';
import type { Draft } from '../../../../../../shared/records';
import type { DossierTables } from '../../../../../../shared/schema/aggregates';
import type { Report, ReportPeriod } from '../../../../../../shared/domain/report/model';

/** A dossier of which nothing is recorded yet. */
export function emptyDossier(): Draft<DossierTables> {
  return draftOver<DossierTables>({ get: () => undefined, list: () => [] });
}

export function unit(id: string, extra: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return directoryEntrySchema.parse({ id, kind: 'unit', name: `Đơn vị ${id}`, ...extra });
}

export function group(id: string, name: string, order = 0): DirectoryEntry {
  return directoryEntrySchema.parse({ id, kind: 'group', name, order });
}

export function indicator(id: string, kind: Indicator['kind'], extra: Partial<Indicator> = {}): Indicator {
  const last = kind === 'D' || kind === 'N' || kind === 'B' || kind === 'T';
  return indicatorSchema.parse({
    id,
    name: `Chỉ tiêu ${id}`,
    unit: 'người',
    kind,
    section: 'Thử',
    overUnits: kind === 'T' ? 'none' : 'sum',
    overPeriods: last ? 'last' : 'sum',
    order: Number(id.slice(2)) + id.charCodeAt(0) * 100,
    ...extra,
  });
}

export const CATALOGUE: readonly Indicator[] = [
  indicator('HN01', 'C'),
  indicator('HN02', 'S'),
  indicator('DV01', 'D'),
  indicator('DV02', 'N', { notAbove: 'DV01' }),
  indicator('DV03', 'P', {
    numerator: 'DV02',
    denominator: 'DV01',
    target: { operator: '>', value: 95 },
    integer: false,
  }),
  indicator('TT01', 'C'),
  indicator('TT04', 'R', { rateOf: ['TT01'], integer: false, target: { operator: '>=', value: 2 } }),
  indicator('VB02', 'B', { maximum: 1 }),
  indicator('VB03', 'T'),
  indicator('KP01', 'S', { integer: false }),
  indicator('NX01', 'T'),
];

export function owed(
  id: string,
  unitIds: readonly string[],
  indicators: readonly string[],
  extra: Partial<ReportPeriod> = {},
): ReportPeriod {
  const interval = coveredInterval(id, 14) ?? { from: '2026-02-01', to: '2026-02-10' };
  return {
    id,
    ...interval,
    lastDay: `${interval.to.slice(0, 8)}15`,
    time: null,
    indicators: [...indicators],
    unitIds: [...unitIds],
    extensions: [],
    cumulativeFrom: 'schedule',
    via: '',
    asks: [],
    askedOn: null,
    receivedBy: '',
    consolidatedBy: '',
    dueToCity: null,
    scheduleId: null,
    request: null,
    createdAt: '2026-01-01T00:00:00Z',
    ...extra,
  };
}

export function report(
  period: string,
  unitId: string,
  values: Readonly<Record<string, number>> | 'nil',
  extra: Partial<Report> = {},
): Report {
  return {
    id: `${period}|${unitId}`,
    period,
    unitId,
    state: 'received',
    nil: values === 'nil',
    nilSaidBy: '',
    nilHow: '',
    models: [],
    receivedOn: `${period.slice(0, 7)}-15`,
    receivedTime: null,
    enteredAt: '2026-03-16T02:00:00Z',
    values: values === 'nil' ? {} : { ...values },
    narrative: {},
    source: { kind: 'typed', by: 'thử', evidence: [] },
    version: 1,
    returnedReason: null,
    ...extra,
  };
}
