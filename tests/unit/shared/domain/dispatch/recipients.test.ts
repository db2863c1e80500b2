import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../../shared/domain/office/match';
import { directoryEntrySchema } from '../../../../../shared/domain/office/model';
import { matchRecipient } from '../../../../../shared/domain/plan/items-from-parsed';
import { assignmentItemSchema } from '../../../../../shared/domain/plan/model';

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
