/** What is owed: schedules proposed, saved, drawn on, taken back; units that merge and split. */
import { NOWHERE, asDossier, bad, good, inDossier, text } from '../case';
import type { Case, Kept } from '../case';

const MONTHS = { cycle: 'month', first: '2026-10', last: '2026-12' } as const;

export const owed: readonly Case[] = [
  good('report.proposeSchedule', inDossier(MONTHS), (value, memory) => {
    memory.set('proposed', value['periods']);
    memory.set('asked', value['unitIds']);
  }),
  bad('report.proposeSchedule', 'BAD_REQUEST', inDossier({ ...MONTHS, last: '2026-Q4' })),
  good(
    'report.saveSchedule',
    (memory) => ({
      ...asDossier(memory),
      cycle: 'month',
      periods: (memory.get('proposed') as readonly Kept[]).map((row) => ({
        period: row['period'],
        lastDay: row['proposedLastDay'],
        dueToCity: row['proposedDueToCity'],
      })),
      indicators: ['HN01', 'HN02'],
      asks: [{ units: [text(memory, 'unit')], indicators: ['DV03'] }],
      units: [text(memory, 'unit'), text(memory, 'second')],
      receivedBy: 'Văn phòng Đảng ủy',
    }),
    (value, memory) => {
      memory.set('schedule', value['scheduleId']);
    },
  ),
  bad('report.saveSchedule', 'NOT_FOUND', (memory) => ({
    ...asDossier(memory),
    scheduleId: NOWHERE,
    cycle: 'month',
    periods: [{ period: '2026-12', lastDay: '2026-12-15' }],
    indicators: ['HN01'],
    units: [text(memory, 'unit')],
  })),
  bad('report.saveSchedule', 'CONFLICT', (memory) => ({
    ...asDossier(memory),
    cycle: 'quarter',
    periods: [{ period: '2026-Q4', lastDay: '2026-12-21' }],
    indicators: ['HN01'],
    units: [text(memory, 'second')],
  })),
  good('report.removePeriod', inDossier({ period: '2026-12' })),
  bad('report.removePeriod', 'NOT_FOUND', inDossier({ period: '2026-12' })),
  good('office.previewMerge', (memory) => ({
    id: text(memory, 'second'),
    from: '2026-11-01',
    founded: ['Chi bộ Trường liên cấp'],
  })),
  bad('office.previewMerge', 'NOT_FOUND', { id: NOWHERE, from: '2026-11-01', founded: ['Chi bộ mới'] }),
  good('office.mergeEntry', (memory) => ({
    id: text(memory, 'second'),
    from: '2026-11-01',
    founded: ['Chi bộ Trường liên cấp'],
    keeps: true,
    reason: 'Nghị quyết số 12-NQ/ĐU',
  })),
  bad('office.mergeEntry', 'BAD_REQUEST', (memory) => ({ id: text(memory, 'second'), from: '2026-11-01' })),
  good('report.get', (memory) => ({
    ...asDossier(memory),
    period: '2026-11',
    unit: 'Chi bộ Trường liên cấp',
  })),
];
