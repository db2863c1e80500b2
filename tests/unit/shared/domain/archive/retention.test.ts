import { expect, it } from 'vitest';
import { retentionFor, retentionText } from '../../../../../shared/domain/archive/lacking';
import type { RetentionRule } from '../../../../../shared/domain/office/model';
import type { View } from '../../../../../shared/records';
import type { DossierTables } from '../../../../../shared/schema/aggregates';

const rules: readonly RetentionRule[] = [
  { id: 'a', title: 'Kế hoạch, báo cáo năm', years: 50, source: 'bảng thử' },
  { id: 'b', title: 'Hồ sơ thực hiện nghị quyết, chỉ thị của cấp trên', years: null, source: 'bảng thử' },
  { id: 'c', title: 'Công văn', years: 10, source: 'bảng thử' },
];
const view = (documentKind: string | null, dropped = false): View<DossierTables> =>
  ({
    get: () => undefined,
    list: () => [{ kind: 'basis', documentKind, dropped }],
  }) as unknown as View<DossierTables>;

it('goes by what the dossier carries out, from the table of the office', () => {
  expect(retentionFor(view('Nghị quyết'), rules)).toEqual({
    retention: 'Vĩnh viễn',
    source: 'Hồ sơ thực hiện nghị quyết, chỉ thị của cấp trên (bảng thử)',
  });
  expect(retentionFor(view('Công văn'), rules).retention).toBe('50 năm');
  expect(retentionFor(view('Nghị quyết', true), rules).retention).toBe('50 năm');
});

it('takes the safest where the table has no such row, or there is no table', () => {
  expect(retentionFor(view('Công văn'), rules.slice(2)).retention).toBe('10 năm');
  expect(retentionFor(view('Công văn'), []).retention).toBe('Vĩnh viễn');
  expect([retentionText(null), retentionText(20)]).toEqual(['Vĩnh viễn', '20 năm']);
});
