import { describe, expect, it } from 'vitest';
import { directoryEntrySchema } from '../../../../../shared/domain/office/model';
import { likelyKind, unmatchedNames } from '../../../../../shared/domain/plan/unmatched';

const entry = (id: string, name: string, aliases: string[] = []) =>
  directoryEntrySchema.parse({ id, kind: 'unit', name, aliases });
const entries = [
  entry('bxd', 'Ban Xây dựng Đảng', ['BXDĐ']),
  entry('vp', 'Văn phòng Đảng ủy'),
  entry('ca', 'Công an phường'),
];

describe('names that the directory does not know', () => {
  it('are none for a known name, alias or a name without marks', () => {
    for (const name of ['Ban Xây dựng Đảng', 'BXDĐ', 'ban xay dung dang', 'VĂN PHÒNG ĐẢNG UỶ'])
      expect(unmatchedNames(name, entries)).toEqual([]);
  });
  it('are the unknown bodies of a heading', () => {
    expect(unmatchedNames('Công an phường và Ban Chỉ huy Quân sự phường', entries)).toEqual([
      'Ban Chỉ huy Quân sự phường',
    ]);
    expect(unmatchedNames('Trạm Y tế phường', entries)).toEqual(['Trạm Y tế phường']);
  });
  it('are offered as what they most likely are', () => {
    expect(likelyKind('Trạm Y tế phường')).toBe('unit');
    expect(likelyKind('Trường Tiểu học An Bình')).toBe('unit');
    expect(likelyKind('Các chi bộ trực thuộc')).toBe('group');
    expect(likelyKind('Ban Tuyên giáo và Dân vận Thành ủy')).toBe('superior');
    expect(likelyKind('Đồng chí Chủ tịch UBND phường')).toBe('position');
    expect(likelyKind('Phòng Văn hóa - Xã hội')).toBe('unit');
  });
});
