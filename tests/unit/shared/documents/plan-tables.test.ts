import { describe, expect, it } from 'vitest';
import { bodyBlocks } from '../../../../shared/documents/body';
import type { TableModel } from '../../../../shared/documents/page-model';
import { sourceAnnexes } from '../../../../shared/documents/source-annexes';
import { ruleProfile } from '../../../golden/documents/an-binh';

const profile = ruleProfile('hd36');
const kinds = (paragraphs: readonly string[]) => bodyBlocks(profile, paragraphs).map(({ kind }) => kind);
function table(paragraphs: readonly string[]): TableModel {
  const found = bodyBlocks(profile, paragraphs).find((block) => block.kind === 'table');
  if (!found) throw new Error('no table');
  return found;
}
const texts = ({ rows }: TableModel) => rows.map((row) => row.map(({ text }) => text));

const HEAD = 'TT | Nội dung công việc | Đơn vị chủ trì | Thời gian';
const FIRST = '1 | Xây dựng đề cương báo cáo, gửi các chi bộ góp ý | Ủy ban Kiểm tra | Trước ngày 20/10/2026';

describe('rows of a table in a plan', () => {
  it('stand as a table in their place, cells and order unchanged, empty ones kept', () => {
    const paragraphs = ['Phân công như sau:', HEAD, FIRST, '2 | Tự kiểm tra |  | Trước 31/10', '| Báo cáo | Văn phòng |', 'Các đơn vị thực hiện.'];
    expect(kinds(paragraphs)).toEqual(['paragraph', 'table', 'space', 'paragraph']);
    const made = table(paragraphs);
    expect(made.headRows).toBe(1);
    expect(texts(made)).toEqual([
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Thời gian'],
      ['1', 'Xây dựng đề cương báo cáo, gửi các chi bộ góp ý', 'Ủy ban Kiểm tra', 'Trước ngày 20/10/2026'],
      ['2', 'Tự kiểm tra', '', 'Trước 31/10'],
      ['', 'Báo cáo', 'Văn phòng', ''],
    ]);
  }); // prettier-ignore

  it('are as wide as what they hold', () => {
    const [number = 0, work = 0, lead = 0, time = 0] = table([HEAD, FIRST]).widths;
    expect(number).toBeLessThan(0.1);
    expect(work).toBeGreaterThan(lead);
    expect(work).toBeGreaterThan(time);
    expect(number + work + lead + time).toBeCloseTo(1, 2);
  });

  it('keep a row over the whole width', () => {
    const made = table([HEAD, 'I. Công tác chuẩn bị', FIRST, 'II. Sau hội nghị', '2 | Báo cáo | Văn phòng | Quý I']);
    expect(made.rows[1]).toEqual([{ text: 'I. Công tác chuẩn bị', bold: true, align: 'left', columnSpan: 4 }]);
    expect(made.rows).toHaveLength(5);
  }); // prettier-ignore

  it('let a row of merged cells fill the width', () => {
    const made = table([HEAD, FIRST, 'Cộng | 02 việc']);
    expect(made.rows[2]?.map(({ columnSpan }) => columnSpan ?? 1)).toEqual([1, 3]);
  });

  it('are no table where a line only has a bar in it, and end before other text', () => {
    expect(kinds(['Trực tuyến | trực tiếp tại Hội trường.'])).toEqual(['paragraph']);
    expect(kinds([HEAD, FIRST, 'Văn phòng theo dõi, đôn đốc.', HEAD, FIRST])).toEqual([
      'table',
      'space',
      'paragraph',
      'table',
      'space',
    ]);
  });
});

describe('annexes of an imported plan', () => {
  const lines = [
    'Dòng chưa rõ',
    'PHỤ LỤC I',
    'Phân công nhiệm vụ',
    '(Kèm theo Kế hoạch số 07-KH/ĐU)',
    HEAD,
    FIRST,
    'PHỤ LỤC II',
    'Đề cương báo cáo.',
  ];

  it('are pages of their own, numbered from 1', () => {
    const parts = sourceAnnexes(profile, lines);
    expect(parts.map(({ restartNumbers, orientation }) => [restartNumbers, orientation])).toEqual([
      [true, 'portrait'],
      [true, 'portrait'],
    ]);
    expect(parts[0]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph', 'table', 'space']);
    expect(JSON.stringify(parts)).not.toContain('Dòng chưa rõ');
  }); // prettier-ignore

  it('lie on their side where a table is wide', () => {
    const wide = ['PHỤ LỤC', 'a | b | c | d | e | g', '1 | 2 | 3 | 4 | 5 | 6'];
    expect(sourceAnnexes(profile, wide)[0]?.orientation).toBe('landscape');
  });

  it('are none where no line heads one', () => {
    expect(sourceAnnexes(profile, ['Biểu mẫu báo cáo gửi kèm theo; đề nghị các đơn vị thực hiện.'])).toEqual(
      [],
    );
  });
});
