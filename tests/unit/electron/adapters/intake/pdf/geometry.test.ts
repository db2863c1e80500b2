/** Each rule by which places on a page become words, lines, columns and tables. */
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../../../../../electron/adapters/intake/pdf/columns';
import { takeFootnotes } from '../../../../../../electron/adapters/intake/pdf/footnotes';
import { linesOf } from '../../../../../../electron/adapters/intake/pdf/lines';
import { measuresOf } from '../../../../../../electron/adapters/intake/pdf/measure';
import { textOf, withoutDoubles } from '../../../../../../electron/adapters/intake/pdf/pieces';
import { withoutRunningLines } from '../../../../../../electron/adapters/intake/pdf/running-lines';
import { gridsOf, isInside, tableOf } from '../../../../../../electron/adapters/intake/pdf/tables';
import { centred, full, grid, page, piece } from '../../../../../support/pdf/pieces';

const MEASURE = { left: 85, right: 553 };

describe('words of one line', () => {
  it('are parted where the gap or the file says so, and composed', () => {
    expect(textOf([piece('Kế', 0, 10), piece('hoạch', 18, 10)])).toBe('Kế hoạch');
    // A word in two fonts touches.
    expect(textOf([piece('Đ', 0, 10), piece('ảng', 7.5, 10)])).toBe('Đảng');
    expect(textOf([piece('số', 0, 10, { spaceAfter: true }), piece('12', 14.2, 10)])).toBe('số 12');
    expect(textOf([piece('y\u0302\u0301', 0, 10, { text: 'ê\u0301' })])).toBe('ế');
  });

  it('a mark raised above the line belongs to it; letters printed twice are one', () => {
    const lines = linesOf([
      piece('hộ nghèo', 85, 100),
      piece('1', 142, 95, { size: 8 }),
      piece('giảm', 85, 118),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['hộ nghèo1', 'giảm']);
    expect(withoutDoubles([piece('KẾ HOẠCH', 100, 50), piece('KẾ HOẠCH', 100.4, 50.2)])).toHaveLength(1);
    expect(withoutDoubles([piece('và', 100, 50), piece('và', 140, 50)])).toHaveLength(2);
  });
});

describe('columns', () => {
  const texts = (area: ReturnType<typeof areasOf>[number]) =>
    area.kind === 'text'
      ? linesOf(area.pieces).map(({ text }) => text)
      : area.kind === 'columns'
        ? area.columns.map((column) => linesOf(column).map(({ text }) => text))
        : area.rows.map((cells) =>
            cells.map((cell) =>
              linesOf(cell)
                .map(({ text }) => text)
                .join(' '),
            ),
          );

  it('a letterhead is read column by column and ends above the title', () => {
    const areas = areasOf(
      [
        piece('ĐẢNG BỘ THÀNH PHỐ', 100, 70),
        piece('ĐẢNG CỘNG SẢN VIỆT NAM', 340, 70),
        piece('ĐẢNG ỦY PHƯỜNG AN BÌNH AN', 85, 86),
        piece('Số 12-KH/ĐU', 130, 118),
        piece('An Bình, ngày 5 tháng 3 năm 2026', 326, 118),
        centred('KẾ HOẠCH', 150),
        full('Thực hiện Nghị quyết', 113, 180),
      ],
      MEASURE,
    );
    expect(areas.map(texts)).toEqual([
      [
        ['ĐẢNG BỘ THÀNH PHỐ', 'ĐẢNG ỦY PHƯỜNG AN BÌNH AN', 'Số 12-KH/ĐU'],
        ['ĐẢNG CỘNG SẢN VIỆT NAM', 'An Bình, ngày 5 tháng 3 năm 2026'],
      ],
      ['KẾ HOẠCH', 'Thực hiện Nghị quyết'],
    ]);
  });

  it('recipients go on below the name of who signed; a second signature is a column', () => {
    const areas = areasOf(
      [
        piece('Báo cáo kết quả.', 113, 100),
        piece('Nơi nhận:', 85, 130, { size: 12 }),
        piece('CÔNG AN', 280, 130),
        piece('ĐOÀN PHƯỜNG', 440, 130),
        piece('- Đảng ủy phường,', 85, 146, { size: 12 }),
        piece('TRƯỞNG', 282, 146),
        piece('BÍ THƯ', 460, 146),
        piece('Lê Văn Bình', 270, 190),
        piece('Trần Thu', 455, 190),
        piece('- Lưu VT.', 85, 206, { size: 12 }),
      ],
      MEASURE,
    );
    expect(areas.map(texts)).toEqual([
      ['Báo cáo kết quả.'],
      [
        ['Nơi nhận:', '- Đảng ủy phường,', '- Lưu VT.'],
        ['CÔNG AN', 'TRƯỞNG', 'Lê Văn Bình'],
        ['ĐOÀN PHƯỜNG', 'BÍ THƯ', 'Trần Thu'],
      ],
    ]);
  });

  it('numbers that hang before their items, and wide gaps of justified lines, part no columns', () => {
    const items = areasOf(
      [
        piece('I.', 90, 100),
        piece('MỤC ĐÍCH', 120, 100),
        piece('1.', 90, 120),
        piece('Yêu cầu chung', 120, 120),
      ],
      MEASURE,
    );
    expect(items.map(({ kind }) => kind)).toEqual(['text']);
    const words = (baseline: number) => [
      piece('Tăng cường', 113, baseline),
      piece('công tác', 196, baseline),
      piece('lãnh đạo,', 264, baseline),
      full('chỉ đạo', 339, baseline),
    ];
    expect(areasOf([...words(100), ...words(118)], MEASURE).map(({ kind }) => kind)).toEqual(['text']);
  });

  it('rows that begin at the same places are a table, and a row without its first cell goes on', () => {
    const row = (baseline: number, cells: readonly [string, string, string]) =>
      cells.flatMap((text, index) => (text === '' ? [] : [piece(text, 90 + index * 150, baseline)]));
    const areas = areasOf(
      [
        ...row(100, ['TT', 'Nội dung', 'Thời hạn']),
        ...row(116, ['1', 'Rà soát', '30/6/2026']),
        ...row(132, ['', 'hộ nghèo', '']),
        ...row(148, ['2', 'Cho vay', '31/7/2026']),
      ],
      MEASURE,
    );
    expect(areas.map(texts)).toEqual([
      [
        ['TT', 'Nội dung', 'Thời hạn'],
        ['1', 'Rà soát hộ nghèo', '30/6/2026'],
        ['2', 'Cho vay', '31/7/2026'],
      ],
    ]);
  });
});

describe('ruled tables', () => {
  const words = (table: ReturnType<typeof tableOf>) =>
    table.rows.map(({ cells }) =>
      cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join(' ')),
    );

  it('give their cells, an empty one too', () => {
    const [one] = gridsOf(grid([85, 150, 300, 500], [100, 130, 160]));
    const pieces = [
      piece('TT', 90, 120),
      piece('Việc', 160, 120),
      piece('Hạn', 310, 120),
      piece('1', 90, 142),
      piece('Rà soát hộ', 160, 142),
      piece('nghèo', 160, 156),
    ];
    expect(pieces.every((each) => isInside(one!, each))).toBe(true);
    expect(isInside(one!, piece('Sau bảng', 90, 180))).toBe(false);
    expect(words(tableOf(one!, pieces))).toEqual([
      ['TT', 'Việc', 'Hạn'],
      ['1', 'Rà soát hộ nghèo', ''],
    ]);
  });

  it('a cell over several columns is one, a cell over several rows stands in its first', () => {
    const rules = [
      { left: 85, right: 500, top: 100, bottom: 100.5 },
      { left: 150, right: 500, top: 130, bottom: 130.5 },
      { left: 85, right: 500, top: 160, bottom: 160.5 },
      { left: 85, right: 85.5, top: 100, bottom: 160 },
      { left: 150, right: 150.5, top: 100, bottom: 160 },
      // The inner line does not go through the upper row.
      { left: 300, right: 300.5, top: 130, bottom: 160 },
      { left: 500, right: 500.5, top: 100, bottom: 160 },
    ];
    const [one] = gridsOf(rules);
    expect(
      words(
        tableOf(one!, [
          piece('Tổ dân phố', 90, 140, { size: 8 }),
          piece('Kết quả', 160, 120),
          piece('Đạt', 160, 150),
          piece('Chưa', 310, 150),
        ]),
      ),
    ).toEqual([
      ['Tổ dân phố', 'Kết quả'],
      ['', 'Đạt', 'Chưa'],
    ]);
  });

  it('underlines, a frame around a word and two lines that never meet are none', () => {
    const underline = { left: 380, right: 520, top: 90, bottom: 90.5 };
    expect(gridsOf([underline, ...grid([100, 160], [60, 80])])).toEqual([]);
  });
});

describe('what pages repeat', () => {
  const body = (number: number) => [full(`Nội dung trang ${number}`, 85, 100), full('tiếp theo', 85, 700)];

  it('is taken off: numbers, also from 1 again, and heads at one place', () => {
    const pages = [1, 2, 3].map((number) =>
      page([
        ...body(number),
        centred(number === 3 ? '1' : `- ${number} -`, 40),
        piece('Kế hoạch số 12-KH/ĐU', 85, 810),
      ]),
    );
    const bare = withoutRunningLines(pages);
    expect(bare.map(({ pieces }) => pieces.map(({ text }) => text))).toEqual(
      [1, 2, 3].map((number) => [`Nội dung trang ${number}`, 'tiếp theo']),
    );
    expect(bare[1]?.running).toEqual(['- 2 -', 'Kế hoạch số 12-KH/ĐU']);
  });

  it('a number or a line inside the text stays, a head of one page too', () => {
    const pages = [1, 2].map((number) =>
      page([...body(number), centred('2', 300), centred(`chỉ ${'ab'[number]}`, 40)]),
    );
    expect(withoutRunningLines([pages[0]!])[0]?.pieces).toHaveLength(4);
    expect(withoutRunningLines(pages)[0]?.pieces.map(({ text }) => text)).toContain('2');
  });
});

describe('notes at the foot', () => {
  it('go with their marks; a small line without a mark in the text is text', () => {
    const text = [
      full('Giảm 15 hộ nghèo', 85, 100),
      piece('1', 197, 95, { size: 8 }),
      full('theo kế hoạch', 85, 118),
    ];
    const note = [piece('1', 85, 777, { size: 6 }), piece('Theo số liệu rà soát', 90, 780, { size: 10 })];
    const { pieces, notes } = takeFootnotes([...text, ...note], MEASURE);
    expect(notes).toEqual(['Theo số liệu rà soát']);
    expect(textOf(pieces.filter(({ baseline }) => baseline < 110))).toBe('Giảm 15 hộ nghèo');
    expect(takeFootnotes([text[0]!, ...note], MEASURE).notes).toEqual([]);
  });
});

describe('the edges of the text', () => {
  const lines = (shift: number, count: number) =>
    linesOf(
      Array.from({ length: count }, (_, row) =>
        full('Dòng chữ', (row % 3 === 0 ? 113 : 85) + shift, 100 + row * 18, 553 + shift),
      ),
    );

  it('a back page with few lines has them moved, one with indented lines only has them where the others do', () => {
    const front = { lines: lines(0, 30), width: 595 };
    expect(measuresOf([front, { lines: lines(-42, 5), width: 595 }])[1]).toEqual({ left: 43, right: 511 });
    const indented = linesOf(Array.from({ length: 4 }, (_, row) => piece('Dòng ngắn', 113, 100 + row * 18)));
    expect(measuresOf([front, { lines: indented, width: 595 }])[1]).toEqual({ left: 85, right: 553 });
    expect(measuresOf([{ lines: [], width: 595 }])).toEqual([null]);
  });
});
