import { describe, expect, it } from 'vitest';
import { directoryEntrySchema, type DirectoryEntry } from '../../../../../shared/domain/office/model';
import { planItemSchema, type PlanItem } from '../../../../../shared/domain/plan/model';
import { dueDayBy } from '../../../../../shared/domain/report/due-words';
import { coveredInterval } from '../../../../../shared/domain/report/periods';
import { planDuty, type PlanDuty } from '../../../../../shared/domain/report/plan-duty';
import type { Cycle } from '../../../../../shared/domain/report/cycles';

function entry(id: string, name: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return directoryEntrySchema.parse({ id, kind: 'unit', name, order: 1, ...more });
}

const ENTRIES = [
  entry('c1', 'Chi bộ Tổ dân phố số 1'),
  entry('c2', 'Chi bộ Tổ dân phố số 2'),
  entry('db', 'Đảng bộ Công an phường'),
  entry('vp', 'Văn phòng Đảng ủy'),
  entry('bx', 'Ban Xây dựng Đảng'),
  entry('tt', 'Các chi bộ, đảng bộ trực thuộc', {
    kind: 'group',
    aliases: ['các chi bộ, đảng bộ trực thuộc'],
    memberIds: ['c1', 'c2', 'db'],
  }),
];

let count = 0;
function item(kind: 'reporting' | 'deadline', text: string, more: object = {}): PlanItem {
  count += 1;
  return planItemSchema.parse({
    id: `i${count}`,
    kind,
    source: null,
    origins: [],
    touched: false,
    accepted: true,
    doubt: '',
    dropped: false,
    order: count,
    text,
    ...(kind === 'reporting'
      ? { from: null, to: null, via: null, cycle: null }
      : { deadlineKind: 'recurring', lastDay: null, time: null, period: null, who: null }),
    ...more,
  });
}

const duty = (...items: readonly PlanItem[]): PlanDuty =>
  planDuty(items, {
    entries: ENTRIES,
    place: 'An Bình',
    day: '2026-01-05',
    receivers: ['Văn phòng Đảng ủy', ''],
  });

function lastDay(found: PlanDuty, cycle: Cycle, period: string): string | null {
  const to = coveredInterval(period, 14)?.to ?? '2026-01-31';
  const days = found.sentences.flatMap(({ rules }) => rules.map((rule) => dueDayBy(rule, cycle, period, to)));
  return days.find((day) => day !== null) ?? null;
}

const QUARTERLY =
  'Định kỳ hằng quý (trước ngày 20 của tháng cuối quý), các chi bộ, đảng bộ trực thuộc báo cáo kết quả về Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng)';

describe('what a plan says about reporting', () => {
  it('reads units, way and day out of one sentence', () => {
    const found = duty(
      item('reporting', QUARTERLY, {
        from: 'các chi bộ, đảng bộ trực thuộc',
        to: 'Ban Thường vụ Đảng ủy',
        via: 'Ban Xây dựng Đảng',
      }),
    );
    expect(found.unitIds?.toSorted()).toEqual(['c1', 'c2', 'db']);
    expect(found.via).toBe('Ban Xây dựng Đảng');
    expect(found.receivers.toSorted()).toEqual(['bx', 'vp']);
    expect(lastDay(found, 'quarter', '2026-Q2')).toBe('2026-06-19');
    expect(lastDay(found, 'month', '2026-06')).toBeNull();
  });

  it.each([
    ['Gửi báo cáo chậm nhất ngày 07 hằng tháng', 'month', '2026-05', '2026-06-07'],
    ['Báo cáo 6 tháng, năm gửi trước ngày 10/6 và trước ngày 05/12', 'half', '2026-H1', '2026-06-09'],
    ['Định kỳ 6 tháng, năm báo cáo chậm nhất ngày 10 của tháng cuối kỳ', 'year', '2026', '2026-12-10'],
    ['Gửi báo cáo trước 16h00 ngày 20/3/2026', 'quarter', '2026-Q1', '2026-03-20'],
    ['Gửi báo cáo trước 16 giờ 30 phút ngày 20 tháng 3', 'quarter', '2026-Q1', '2026-03-20'],
  ] satisfies [string, Cycle, string, string][])('%s → %s', (text, cycle, period, day) => {
    expect(lastDay(duty(item('reporting', text)), cycle, period)).toBe(day);
  });

  it('never asks who takes the reports in, though it is named', () => {
    const found = duty(
      item('reporting', 'Văn phòng Đảng ủy tổng hợp, báo cáo', { from: 'Văn phòng Đảng ủy' }),
      item('reporting', 'Ban Xây dựng Đảng theo dõi, báo cáo', {
        from: 'Ban Xây dựng Đảng',
        via: 'Ban Xây dựng Đảng',
      }),
    );
    expect(found.unitIds).toBeNull();
    expect(found.sentences.flatMap(({ unitIds }) => unitIds)).toEqual([]);
  });

  it('asks nobody for sure while one sentence names a body that is not in the directory', () => {
    const found = duty(
      item('reporting', 'Báo cáo hằng quý', { from: 'Chi bộ Tổ dân phố số 1' }),
      item('reporting', 'Báo cáo hằng quý', { from: 'Hợp tác xã Đồng Tâm' }),
    );
    expect(found.unitIds).toBeNull();
    expect(found.sentences.map(({ unknown }) => unknown)).toEqual([null, 'Hợp tác xã Đồng Tâm']);
  });

  it('has no way where the sentences name two', () => {
    const say = (via: string) => item('reporting', `Báo cáo qua ${via}`, { via });
    expect(duty(say('Ban Xây dựng Đảng'), say('Văn phòng Đảng ủy')).via).toBeNull();
  });

  it('takes the day from a deadline that speaks of reports, not from others, and not twice', () => {
    const deadline = item('deadline', 'Gửi báo cáo kết quả trước ngày 20 tháng cuối quý');
    const found = duty(item('deadline', 'Treo băng rôn trước ngày 10 tháng cuối quý'), deadline);
    expect(found.sentences.map(({ text }) => text)).toEqual([
      'Gửi báo cáo kết quả trước ngày 20 tháng cuối quý',
    ]);
    expect(found.unitIds).toBeNull();
    expect(lastDay(found, 'quarter', '2026-Q1')).toBe('2026-03-19');
    expect(duty(item('reporting', QUARTERLY), item('deadline', QUARTERLY)).sentences).toHaveLength(1);
    expect(duty(item('deadline', 'Tập huấn báo cáo viên trước ngày 20 tháng cuối quý')).sentences).toEqual(
      [],
    );
  });

  it('leaves out what a person dropped', () => {
    const dropped = item('reporting', QUARTERLY, { from: 'Chi bộ Tổ dân phố số 1', dropped: true });
    expect(duty(dropped)).toMatchObject({ sentences: [], unitIds: null, via: null });
  });
});
