/** When a line goes on in the next, and when it does not. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../../../electron/adapters/intake/pdf/lines';
import { paragraphsOf } from '../../../../../../electron/adapters/intake/pdf/paragraphs';
import type { Piece } from '../../../../../../electron/adapters/intake/pdf/pieces';
import { sourceFromPages } from '../../../../../../electron/adapters/intake/pdf/source-from-pages';
import { centred, full, grid, page, piece } from '../../../../../support/pdf/pieces';

const measure = { left: 85, right: 553 };

const read = (pieces: readonly Piece[], on = measure) =>
  paragraphsOf(linesOf(pieces).map((line) => ({ ...line, page: 0, measure: on })));
const texts = (pieces: readonly Piece[]) => read(pieces).map(({ text }) => text);

/** Three paragraphs with indented first lines, as a letter is set. */
const letter = [
  full('Tăng cường sự lãnh đạo', 113, 100),
  full('của cấp ủy đối với', 85, 118),
  piece('Mặt trận.', 85, 136),
  full('Đẩy mạnh tuyên truyền', 113, 160),
  piece('Nghị quyết.', 85, 178),
  full('Phát huy vai trò', 113, 202),
  piece('nêu gương.', 85, 220),
];

describe('paragraphs', () => {
  it('with indented first lines are told by the indent, whatever the next word begins with', () => {
    expect(texts(letter)).toEqual([
      'Tăng cường sự lãnh đạo của cấp ủy đối với Mặt trận.',
      'Đẩy mạnh tuyên truyền Nghị quyết.',
      'Phát huy vai trò nêu gương.',
    ]);
  });

  it('without indents are told by the distance and by lines that end early', () => {
    const flush = [
      full('Tăng cường sự lãnh đạo', 85, 100),
      piece('của cấp ủy.', 85, 118),
      full('Đẩy mạnh tuyên truyền', 85, 136),
      full('nghị quyết của cấp ủy', 85, 154),
      piece('các cấp.', 85, 172),
      full('Phát huy vai trò', 85, 190),
      full('Nêu gương', 85, 220),
    ];
    expect(texts(flush)).toEqual([
      'Tăng cường sự lãnh đạo của cấp ủy.',
      'Đẩy mạnh tuyên truyền nghị quyết của cấp ủy các cấp.',
      'Phát huy vai trò',
      'Nêu gương',
    ]);
  });

  it('where the place says nothing the plan reader is asked: the line is kept apart without a gap', () => {
    const [first, second] = read([
      full('Các tổ chức chính trị - xã hội của', 85, 100),
      piece('Ủy ban Mặt trận.', 85, 118),
    ]);
    expect(first).toEqual({ kind: 'paragraph', text: 'Các tổ chức chính trị - xã hội của' });
    expect(second).toEqual({ kind: 'paragraph', text: 'Ủy ban Mặt trận.', gapBefore: false });
  });

  it('items hang: their lines stand right of the dash', () => {
    const items = [
      full('- Tham mưu tổ chức', 85, 100),
      full('hội nghị quán triệt', 99, 118),
      piece('trong quý I.', 99, 136),
      full('- Tổng hợp kết quả', 85, 154),
      piece('Báo cáo Đảng ủy.', 99, 172),
    ];
    expect(texts(items)).toEqual([
      '- Tham mưu tổ chức hội nghị quán triệt trong quý I.',
      '- Tổng hợp kết quả Báo cáo Đảng ủy.',
    ]);
  });

  it('a bold heading keeps its line; a title in the middle keeps its breaks, or is joined where it was wrapped', () => {
    const heading = [
      full('I. MỤC ĐÍCH, YÊU CẦU', 113, 100, 553, { bold: true }),
      piece('của kế hoạch', 85, 118),
    ];
    expect(
      read([...heading, ...letter.map((one) => ({ ...one, baseline: one.baseline + 60 }))]).slice(0, 2),
    ).toEqual([
      { kind: 'paragraph', text: 'I. MỤC ĐÍCH, YÊU CẦU', bold: true },
      { kind: 'paragraph', text: 'của kế hoạch' },
    ]);
    const bold = { bold: true };
    expect(
      texts([centred('KẾ HOẠCH', 100, 85, 553, bold), centred('tuyên truyền', 116, 85, 553, bold)]),
    ).toEqual(['KẾ HOẠCH\ntuyên truyền']);
    expect(
      texts([
        centred('Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư xã An Hoà', 100, 85, 553, bold),
        centred('năm 2026', 116, 85, 553, bold),
        piece('Thực hiện Hướng dẫn', 113, 150),
      ]),
    ).toEqual([
      'Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư xã An Hoà năm 2026',
      'Thực hiện Hướng dẫn',
    ]);
  });

  it('hyphens are left as they are', () => {
    expect(
      texts([...letter, full('Căn cứ Hướng dẫn số 02-', 113, 244), piece('HD/TU; kinh tế -', 85, 262)]).at(
        -1,
      ),
    ).toBe('Căn cứ Hướng dẫn số 02-HD/TU; kinh tế -');
    expect(texts([...letter, full('phát triển kinh tế -', 113, 244), piece('xã hội', 85, 262)]).at(-1)).toBe(
      'phát triển kinh tế - xã hội',
    );
  });
});

describe('pages', () => {
  const words = (document: ReturnType<typeof sourceFromPages>) =>
    document.blocks.map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.map(({ cells }) =>
            cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')),
          ),
    );

  it('a paragraph goes on over the end of a page', () => {
    const first = page([...letter, full('Các chi bộ trực thuộc', 113, 244)]);
    const second = page([piece('báo cáo kết quả.', 85, 80), piece('Nơi gửi', 113, 104), centred('2', 40)]);
    const document = sourceFromPages([first, second]);
    expect(words(document).slice(-2)).toEqual(['Các chi bộ trực thuộc báo cáo kết quả.', 'Nơi gửi']);
    expect(document.pageLines).toEqual(['2']);
  });

  it('a table goes on, its head is not said twice, and a cut row is one', () => {
    const head = (top: number) => [
      piece('TT', 90, top + 14),
      piece('Việc', 160, top + 14),
      piece('Hạn', 310, top + 14),
    ];
    const columns = [85, 150, 300, 500];
    const first = page(
      [...head(700), piece('1', 90, 734), piece('Rà soát', 160, 734), piece('30/6', 310, 734)],
      grid(columns, [700, 720, 740]),
    );
    const second = page(
      [
        ...head(80),
        piece('hộ nghèo', 160, 114),
        piece('2', 90, 134),
        piece('Cho vay', 160, 134),
        piece('31/7', 310, 134),
      ],
      grid(columns, [80, 100, 120, 140]),
    );
    expect(words(sourceFromPages([first, second]))).toEqual([
      [
        ['TT', 'Việc', 'Hạn'],
        ['1', 'Rà soát hộ nghèo', '30/6'],
        ['2', 'Cho vay', '31/7'],
      ],
    ]);
  });

  it('a mark of secrecy beside other words, in a margin or askew is a line that is looked at', () => {
    const first = page([piece('Số 12-KH/ĐU', 85, 90), piece('MẬT', 220, 90), ...letter], [], ['TỐI MẬT']);
    expect(sourceFromPages([first]).pageLines).toEqual(['TỐI MẬT', 'MẬT']);
    const foot = page([...letter, piece('MẬT', 500, 812)]);
    expect(sourceFromPages([page(letter), foot]).pageLines).toEqual(['MẬT']);
  });
});
