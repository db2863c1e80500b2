import { describe, expect, it } from 'vitest';
import { createMatcher, splitBodies } from '../../../../../shared/domain/office/match';
import type { DirectoryEntry } from '../../../../../shared/domain/office/model';

const entry = (id: string, name: string, more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id, kind: 'unit', name, short: '', aliases: [], parentId: null, memberIds: [], summaryGroupId: null,
  activeFrom: null, activeTo: null, successors: [],
  endReason: '', contact: '', order: 0, ...more,
}); // prettier-ignore

const matcher = createMatcher(
  [
    entry('ubnd', 'Ủy ban nhân dân phường', { short: 'UBND phường' }),
    entry('hdnd', 'Hội đồng nhân dân phường'),
    entry('mttq', 'Ủy ban Mặt trận Tổ quốc Việt Nam phường'),
    entry('tdp1', 'Chi bộ Tổ dân phố số 1', { aliases: ['Chi bộ khu Đông'] }),
    entry('tdp2', 'Chi bộ Tổ dân phố số 2'),
    entry('thcs', 'Trường THCS An Bình'),
    entry('bxdd', 'Ban Xây dựng Đảng'),
    entry('duong', 'Chi bộ Đường sắt'),
    entry('duong2', 'Chi bộ Dương sắt'),
    entry('cb', 'Các chi bộ trực thuộc', { kind: 'group', memberIds: ['tdp1', 'tdp2'] }),
    entry('dt', 'Các tổ chức chính trị - xã hội', { kind: 'group' }),
  ],
  'An Bình',
);

describe('one name', () => {
  it.each([
    ['Ủy ban nhân dân phường', 'ubnd'],
    ['Uỷ ban nhân dân phường', 'ubnd'],
    ['UBND phường An Bình', 'ubnd'],
    ['ubnd', 'ubnd'],
    ['- Đề nghị Ủy ban nhân dân phường;', 'ubnd'],
    ['HĐND phường', 'hdnd'],
    ['UBMTTQ Việt Nam phường', 'mttq'],
    ['Ủy ban MTTQ phường', 'mttq'],
    ['Chi bộ TDP số 1', 'tdp1'],
    ['chi bộ khu đông', 'tdp1'],
    ['Trường Trung học cơ sở An Bình', 'thcs'],
    ['BXDĐ', 'bxdd'],
    ['UBMTTQ VN phường', 'mttq'],
    ['Các chi bộ trực thuộc Đảng ủy phường', 'cb'],
    ['Các tổ chức CT - XH phường', 'dt'],
    ['Chi bộ trực thuộc', 'cb'],
    ['Các chi bộ trực thuộc (để t/h)', 'cb'],
    ['Chi bộ Đường sắt', 'duong'],
    ['Uỷ ban nhân dân phường'.normalize('NFD'), 'ubnd'],
  ])('%s', (name, id) => {
    expect(matcher.one(name)).toEqual({ entryIds: [id], doubt: '', suggestions: [] });
  });

  it('asks where two names fold to the same', () => {
    const match = matcher.one('Chi bo Duong sat');
    expect(match.entryIds).toEqual([]);
    expect(match.doubt).toContain('nhiều mục');
    expect(match.suggestions).toHaveLength(2);
  });

  it('says what is near, and nothing where nothing is', () => {
    expect(matcher.one('Chi bộ Tổ dân phố số 3').doubt).toContain('gần giống “Chi bộ Tổ dân phố số 1”');
    expect(matcher.one('Hợp tác xã Sao Mai').doubt).toBe(
      'Đơn vị “Hợp tác xã Sao Mai” chưa có trong danh mục.',
    );
  });
});

describe('a line of several bodies', () => {
  it('is matched whole first, then by its parts', () => {
    expect(matcher.line('UBND phường, Ban Xây dựng Đảng')).toMatchObject({
      entryIds: ['ubnd', 'bxdd'],
      doubt: '',
    });
    expect(
      matcher.line('Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội phường'),
    ).toMatchObject({ entryIds: ['mttq', 'dt'], doubt: '' });
    const half = matcher.line('UBND phường; Hội lạ');
    expect(half.entryIds).toEqual(['ubnd']);
    expect(half.doubt).toContain('Hội lạ');
  });

  it('asks about the whole line where no part is known', () => {
    expect(matcher.line('Sở Văn hóa, Thể thao và Du lịch').doubt).toBe(
      'Đơn vị “Sở Văn hóa, Thể thao và Du lịch” chưa có trong danh mục.',
    );
  });

  it('does not cut a name at "và" before a small letter', () => {
    expect(splitBodies('Ban Tuyên giáo và Dân vận')).toEqual(['Ban Tuyên giáo', 'Dân vận']);
    expect(splitBodies('Phòng Kinh tế, Hạ tầng và đô thị')).toEqual(['Phòng Kinh tế', 'Hạ tầng và đô thị']);
  });
});
