import { describe, expect, it } from 'vitest';
import { clonedText } from '../../../../../shared/domain/plan/composing/clone-text';
import { compareData, type VersionData } from '../../../../../shared/domain/plan/composing/compare-data';
import { movedDates } from '../../../../../shared/domain/plan/composing/moved-dates';
import { NUMBERING_STYLES, renumbered } from '../../../../../shared/domain/plan/composing/numbering';
import { outlineOf, partText } from '../../../../../shared/domain/plan/composing/outline';
import { sectionEdits, type SectionChange } from '../../../../../shared/domain/plan/composing/section-edits';
import { withDay } from '../../../../../shared/domain/plan/composing/task-words';
import { citation } from '../../../../../shared/domain/plan/composing/template';
import { applyEdits } from '../../../../../shared/domain/plan/composing/text-edits';

const TEXT = [
  'ĐẢNG ỦY PHƯỜNG AN BÌNH',
  'Số 12-KH/ĐU',
  'An Bình, ngày 05 tháng 02 năm 2026',
  'KẾ HOẠCH',
  'tuyên truyền phòng, chống lãng phí năm 2026',
  '-----',
  'Thực hiện Kế hoạch số 12-KH/TU, ngày 10/01/2026 của Ban Thường vụ Thành ủy, Đảng ủy xây dựng kế hoạch như sau:',
  'I. MỤC ĐÍCH, YÊU CẦU',
  '1. Nâng cao nhận thức của cán bộ, đảng viên giai đoạn 2025 - 2030.',
  '2. Gắn với Nghị quyết số 05-NQ/TU, ngày 02/3/2026 của Ban Chấp hành Đảng bộ thành phố.',
  'II. HÌNH THỨC',
  '1. Sinh hoạt chi bộ, hoàn thành trong quý I/2026.',
  'III. TỔ CHỨC THỰC HIỆN',
  '1. Văn phòng Đảng ủy',
  '- Tổ chức hội nghị vào thứ Tư, ngày 11/3/2026 cho các đơn vị ở mục II.',
  '- Báo cáo trước ngày 02/9/2026; sơ kết trong tháng 6/2026.',
  'Nơi nhận:',
  '- Lưu VPĐU.',
  'T/M BAN THƯỜNG VỤ',
].join('\n');

describe('dates of last year’s plan', () => {
  const holidays = [{ id: '2027-09-02', name: 'Quốc khánh', kind: 'off' as const }];
  const dates = movedDates(TEXT, 1, holidays);
  const of = (before: string) => dates.find((date) => date.before === before);

  it('are moved by years, whole days and spans alike', () => {
    expect(of('năm 2026')).toMatchObject({ after: 'năm 2027', kind: 'moved', question: null });
    expect(of('quý I/2026')).toMatchObject({ after: 'quý I/2027', kind: 'moved' });
    expect(of('tháng 6/2026')).toMatchObject({ after: 'tháng 6/2027' });
  });

  it('of named documents are listed, not moved; periods of years and the letterhead are left alone', () => {
    for (const before of ['10/01/2026', '02/3/2026'])
      expect(of(before)).toMatchObject({ kind: 'cited', after: before });
    expect(dates.some(({ before }) => /2025|2030|05 tháng 02/u.test(before))).toBe(false);
  });

  it('that fall on a day off ask for the next working day, and name the weekday that is no longer true', () => {
    expect(of('02/9/2026')).toMatchObject({ after: '02/9/2027', working: '03/9/2027' });
    expect(of('02/9/2026')?.question).toContain('Quốc khánh');
    expect(of('11/3/2026')?.question).toContain('thứ Tư');
  });

  const moved = (line: string, ownYear: number | null) => {
    const text = TEXT.replace('1. Sinh hoạt chi bộ', `1. ${line}`);
    const [from, to] = [text.indexOf(line), text.indexOf(line) + line.length];
    return movedDates(text, 1, [], ownYear)
      .filter(({ start, end, before, after }) => start >= from && end <= to && before !== after)
      .map(({ before, after }) => `${before} → ${after}`);
  };

  it.each([
    ['Kỷ niệm 96 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2026)', ['96 → 97', '03/02/2026 → 03/02/2027']],
    [
      'Kỷ niệm lần thứ 136 Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2026)',
      ['136 → 137', '19/5/2026 → 19/5/2027'],
    ],
    ['Kỷ niệm 81 năm Quốc khánh (1945 - 2026)', ['81 → 82', '2026 → 2027']],
    ['Từ ngày 19 tháng 5 năm 1890 đến nay', []],
    ['Thực hiện Luật Đất đai năm 2013', []],
    ['Tuyên truyền Luật Đầu tư công năm 2025, sửa đổi', []],
    ['Học tập Nghị quyết số 12-NQ/TW về chuyển đổi số năm 2025', []],
    ['Triển khai Luật Đất đai trong năm 2026', ['năm 2026 → năm 2027']],
    ['So với kết quả năm 2025', ['năm 2025 → năm 2026']],
    ['Tầm nhìn của năm 2045', []],
  ])('history and other documents stay: %s', (line, wanted) => {
    for (const ownYear of [2026, null]) expect(moved(line, ownYear)).toEqual(wanted);
  });

  it('of history are not said to be in no calendar', () => {
    const [date] = movedDates(TEXT.replace('11/3/2026', '19/5/1890'), 1, [], 2026).filter(
      ({ before }) => before === '19/5/1890',
    );
    expect(date).toMatchObject({ kind: 'cited', after: '19/5/1890' });
    expect(date?.question).not.toContain('không có trong lịch');
  });

  it('that a person confirmed are written; number and day are blank again', () => {
    const chosen = dates
      .filter(({ kind }) => kind === 'moved')
      .map(({ start, end, after }) => ({ start, end, text: after }));
    const cloned = clonedText(TEXT, chosen, 2027);
    if (!cloned.ok) throw new Error(cloned.error.message);
    expect(cloned.value).toContain('Số -KH/ĐU\nAn Bình, ngày … tháng … năm 2027\nKẾ HOẠCH');
    expect(cloned.value).toContain('lãng phí năm 2027');
    expect(cloned.value).toContain('số 12-KH/TU, ngày 10/01/2026');
    expect(clonedText(TEXT, [{ start: 0, end: 3, text: 'x' }], 2027).ok).toBe(false);
  });
});

describe('sections', () => {
  const after = (change: SectionChange) => {
    const edits = sectionEdits(TEXT, change);
    if (!edits.ok) throw new Error(edits.error.message);
    return applyEdits(
      TEXT,
      [...edits.value].sort((one, other) => one.start - other.start),
    )
      .split('\n')
      .filter((line) => /^[IVX]+\. /u.test(line));
  };

  it('change places and keep the numbers in order', () => {
    expect(after({ kind: 'moveSection', key: '1', by: -1 })).toEqual([
      'I. HÌNH THỨC',
      'II. MỤC ĐÍCH, YÊU CẦU',
      'III. TỔ CHỨC THỰC HIỆN',
    ]);
    expect(sectionEdits(TEXT, { kind: 'moveSection', key: '0', by: -1 }).ok).toBe(false);
  });

  it.each(['IX. KINH PHÍ', '3. Kinh phí', 'c) kinh phí', 'Kinh phí'])('get their own number: %s', (title) => {
    expect(after({ kind: 'addSection', key: '1', under: false, title })[2]).toBe('III. KINH PHÍ');
  });

  it('are taken out with all that is under them, and added in the hand of their row', () => {
    expect(after({ kind: 'removeSection', key: '0' })).toEqual(['I. HÌNH THỨC', 'II. TỔ CHỨC THỰC HIỆN']);
    expect(after({ kind: 'addSection', key: '1', under: false, title: 'Kinh phí' })).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU',
      'II. HÌNH THỨC',
      'III. KINH PHÍ',
      'IV. TỔ CHỨC THỰC HIỆN',
    ]);
    expect(sectionEdits(TEXT, { kind: 'addSection', key: null, under: false, title: ' ' }).ok).toBe(false);
    expect(sectionEdits(TEXT, { kind: 'removeSection', key: '9.9' }).ok).toBe(false);
  });

  it('are chosen from an outline that names every part', () => {
    expect(outlineOf(TEXT).map(({ title }) => title)).toEqual([
      'Phần đầu, trích yếu',
      'Mở đầu, căn cứ',
      'MỤC ĐÍCH, YÊU CẦU',
      'HÌNH THỨC',
      'TỔ CHỨC THỰC HIỆN',
      'Văn phòng Đảng ủy',
      'Nơi nhận, ký',
    ]);
    const part = outlineOf(TEXT).find(({ title }) => title === 'HÌNH THỨC');
    expect(part && partText(TEXT, part)).toBe(
      'II. HÌNH THỨC\n1. Sinh hoạt chi bộ, hoàn thành trong quý I/2026.',
    );
  });
});

describe('numbering anew', () => {
  it('shows every label that changes and the sentences that name a section by its old number', () => {
    const style = NUMBERING_STYLES.find(({ id }) => id === 'arabic-multi');
    const result = style && renumbered(TEXT, style);
    if (!result) throw new Error('not possible');
    expect(result.changes.slice(0, 2)).toMatchObject([
      { before: 'I.', after: '1.' },
      { before: '1.', after: '1.1.' },
    ]);
    expect(result.mentions).toHaveLength(1);
    expect(result.mentions[0]).toContain('mục II nay là 2');
    expect(applyEdits(TEXT, result.edits)).toContain('\n3.1. Văn phòng Đảng ủy\n');
  });

  it('is not done where it would be read as another tree', () => {
    const many = TEXT.replace(
      '1. Sinh hoạt chi bộ, hoàn thành trong quý I/2026.',
      Array.from({ length: 60 }, (_, index) => `${index + 1}. Việc cần làm số ${index + 1}.`).join('\n'),
    );
    const letters = {
      id: 'x',
      name: 'x',
      levels: [
        { kind: 'roman', mark: '.' },
        { kind: 'letter', mark: ')' },
      ],
    } as const;
    expect(renumbered(many, letters)).toBeNull();
  });
});

describe('a task’s day in words', () => {
  it.each([
    ['Tổ chức hội nghị.', '2026-10-14', 'Tổ chức hội nghị, hoàn thành chậm nhất ngày 14/10/2026.'],
    ['Tổ chức hội nghị', '2026-12-31', 'Tổ chức hội nghị, hoàn thành chậm nhất ngày 31/12/2026'],
    ['Báo cáo trước ngày 10/6/2026;', '2026-06-19', 'Báo cáo, hoàn thành chậm nhất ngày 19/06/2026;'],
    ['Lập danh sách, hoàn thành trước ngày 15/10/2026.', null, 'Lập danh sách.'],
  ])('%s', (words, day, wanted) => {
    expect(withDay(words, day)).toBe(wanted);
    expect(withDay(withDay(words, day), day)).toBe(wanted);
  });
});

it('a reference is cited as far as it is known', () => {
  const bare = { documentKind: 'Nghị quyết', number: null, date: null, issuer: null, title: null };
  expect(citation(bare)).toBe('Nghị quyết');
  expect(
    citation({
      ...bare,
      number: '05-NQ/TU',
      date: '2026-03-02',
      issuer: 'Thành ủy',
      title: 'chuyển đổi số.',
    }),
  ).toBe('Nghị quyết số 05-NQ/TU, ngày 02/03/2026 của Thành ủy về chuyển đổi số');
});

describe('versions as data', () => {
  const task = (of: string, words: string, value: string | null): VersionData[number] => ({
    kind: 'task',
    of,
    words,
    value,
  });

  it('tell a new day, a new unit, new words, what came and what went', () => {
    const before = [
      task('Văn phòng', 'Lập danh sách', '2026-03-01'),
      task('Văn phòng', 'Tổng hợp báo cáo kết quả hằng quý', null),
      task('Công an', 'Giữ trật tự', null),
      task('Công an', 'Bỏ việc này', null),
    ];
    const after = [
      task('Văn phòng', 'Lập danh sách', '2026-04-01'),
      task('Văn phòng', 'Tổng hợp báo cáo kết quả hằng tháng', null),
      task('Quân sự', 'Giữ trật tự', null),
      task('Quân sự', 'Thêm việc mới', null),
    ];
    const changes = compareData(before, after).map(({ change, what }) => `${change}: ${what}`);
    expect(changes.sort()).toEqual([
      'added: Thêm việc mới',
      'changed: Giữ trật tự',
      'changed: Lập danh sách',
      'changed: Tổng hợp báo cáo kết quả hằng tháng',
      'removed: Bỏ việc này',
    ]);
    expect(compareData(before, before)).toEqual([]);
  });
});
