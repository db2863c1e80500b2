import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../../shared/domain/office/match';
import { otherWays } from '../../../../../shared/domain/dispatch/line-ways';
import { expandRecipients } from '../../../../../shared/domain/dispatch/recipients';
import { directoryEntrySchema } from '../../../../../shared/domain/office/model';
import { matchRecipient } from '../../../../../shared/domain/plan/items-from-parsed';
import { assignmentItemSchema, recipientItemSchema } from '../../../../../shared/domain/plan/model';

const entries = ['Ban Xây dựng Đảng', 'Văn phòng Đảng ủy', 'Chi bộ Tổ dân phố số 1'].map((name, index) =>
  directoryEntrySchema.parse({ id: `e${index}`, kind: 'unit', name }),
);
const matcher = createMatcher(entries, 'An Bình');
const assignment = (id: string, from: string, entryIds: readonly string[], dropped = false) =>
  assignmentItemSchema.parse({
    kind: 'assignment', id, from, unit: id, entryIds, dropped,
    origins: [], source: null, touched: false, accepted: true, doubt: '', order: 0,
  }); // prettier-ignore
const assignments = [
  assignment('a', 'III.1', ['e0']),
  assignment('b', 'IV.1', ['e1']),
  assignment('c', 'IV.2', ['e2']),
  assignment('d', 'IV.3', ['e0'], true),
  assignment('e', '4.1', ['e2']),
];
const idsOf = (name: string) => matchRecipient(name, matcher, assignments).entryIds;

describe('a line of Nơi nhận that means whoever has work', () => {
  it.each([
    ['Các đơn vị ở mục IV', ['e1', 'e2']],
    ['Như mục IV', ['e1', 'e2']],
    ['Các cơ quan, đơn vị tại phần III', ['e0']],
    ['Các đơn vị ở mục 4', ['e2']],
    ['Các đơn vị được giao nhiệm vụ', ['e0', 'e1', 'e2']],
    ['Các cơ quan, đơn vị được phân công nhiệm vụ', ['e0', 'e1', 'e2']],
    ['Các đơn vị có tên trong Kế hoạch', ['e0', 'e1', 'e2']],
    ['Văn phòng Đảng ủy', ['e1']],
  ])('%s', (name, ids) => {
    expect(idsOf(name)).toEqual(ids);
  });

  it('says why it comes to nobody', () => {
    expect(matchRecipient('Các đơn vị ở mục V', matcher, assignments).doubt).toContain('mục V');
    expect(matchRecipient('Các đơn vị được giao nhiệm vụ', matcher, []).doubt).toContain('chưa giao việc');
    const unmatched = [...assignments, assignment('f', 'IV.4', [])];
    expect(matchRecipient('Như mục IV', matcher, unmatched).doubt).toBe(
      'Mục IV có 1 đơn vị chưa khớp với danh mục.',
    );
  });
});

describe('a line worded unlike the group that it was matched to', () => {
  const directory = [
    { id: 'g1', kind: 'group', name: 'Mặt trận Tổ quốc và các đoàn thể', memberIds: ['u1', 'u2'] },
    { id: 'u1', kind: 'unit', name: 'Hội Nông dân' },
    { id: 'u2', kind: 'unit', name: 'Hội Phụ nữ' },
    { id: 'u3', kind: 'unit', name: 'Đảng ủy' },
  ].map((entry) => directoryEntrySchema.parse(entry));
  const recipient = (id: string, name: string, entryIds: readonly string[], order: number) =>
    recipientItemSchema.parse({
      kind: 'recipient', id, name, purpose: null, entryIds, dropped: false,
      origins: [], source: null, touched: false, accepted: true, doubt: '', order,
    }); // prettier-ignore
  const items = [
    recipient('r0', 'Đảng ủy', ['u3'], 0),
    recipient('r1', 'Ủy ban MTTQ và các tổ chức chính trị - xã hội', ['g1'], 1),
    recipient('r2', 'Hội Nông dân', ['u1'], 2),
  ];
  const source = { items, entries: directory, matcher: createMatcher(directory, 'An Bình') };
  const expanded = expandRecipients({ ...source, to: null }, '2026-03-02');

  it('is what its recipients came by, each once', () => {
    expect(expanded.recipients.map(({ entryId, line, via }) => [entryId, line, via])).toEqual([
      ['u3', 0, 'Đảng ủy'],
      ['u1', 1, 'Ủy ban MTTQ và các tổ chức chính trị - xã hội'],
      ['u2', 1, 'Ủy ban MTTQ và các tổ chức chính trị - xã hội'],
    ]);
  });

  it('gives its own way to all of them, before the usual way of any', () => {
    const usual = new Map([['u1', 'zalo'], ['u3', 'post']] as const); // prettier-ignore
    expect(otherWays(expanded, new Map([['r1', 'hand']]), usual, 'network')).toEqual([
      { entryId: 'u3', channel: 'post' },
      { entryId: 'u1', channel: 'hand' },
      { entryId: 'u2', channel: 'hand' },
    ]);
    expect(otherWays(expanded, new Map([['r1', 'network']]), new Map([['u1', 'zalo']]), 'network')).toEqual(
      [],
    );
  });

  it('keeps its words for a chosen group and for units beside the list', () => {
    const chosen = expandRecipients({ ...source, to: ['g1'], also: ['u3'] }, '2026-03-02');
    const ways = new Map([['1|Đảng ủy', 'hand']] as const);
    expect(chosen.recipients.map(({ via }) => via)).toEqual([
      'Mặt trận Tổ quốc và các đoàn thể',
      'Mặt trận Tổ quốc và các đoàn thể',
      'Đảng ủy',
    ]);
    expect(otherWays(chosen, ways, new Map(), 'network')).toEqual([{ entryId: 'u3', channel: 'hand' }]);
  });
});
