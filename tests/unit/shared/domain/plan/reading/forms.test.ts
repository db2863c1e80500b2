/** Forms that offices and programs give a text, in invented words: numbering, cuts of lines, copies of PDFs, tables. */
import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';

const HEAD = `ĐẢNG ỦY PHƯỜNG AN BÌNH
Số 01-KH/ĐU
An Bình, ngày 05 tháng 5 năm 2026

KẾ HOẠCH
thử nghiệm

Căn cứ tình hình thực tế, xây dựng Kế hoạch như sau:

`;
const TAIL = '\n\nNơi nhận:\n- Đảng ủy phường;\n- Lưu VPĐU.\n';
const read = (body: string, tail = TAIL) => readPlan(sourceFromText(`${HEAD}${body}${tail}`)).plan;
const work = (lines: string) => read(`I. TỔ CHỨC THỰC HIỆN\n\n${lines}`);

describe('numbering', () => {
  it('by capital letters nests numbers under them', () => {
    const plan = read(
      'A. MỤC ĐÍCH\n\n1. Nâng cao nhận thức.\n\nB. TỔ CHỨC THỰC HIỆN\n\n1. Công an phường\n\n- Giữ gìn trật tự.',
    );
    expect(plan.sections.map(({ label, children }) => [label, children.length])).toEqual([
      ['A', 1],
      ['B', 1],
    ]);
    expect(plan.assignments.map(({ unit, from }) => [unit, from])).toEqual([['Công an phường', 'B.1']]);
  });
  it('takes "1/" before a figure, and no date', () => {
    const plan = read('I. CHỈ TIÊU\n\n1/ 100% chi bộ đăng ký.\n\n2/ Trên 90% đảng viên tham gia.');
    expect(plan.sections[0]?.children.map(({ label }) => label)).toEqual(['1', '2']);
    expect(read('I. TIẾN ĐỘ\n\n12/10/2026: phát động.').sections[0]?.children).toEqual([]);
  });
});

describe('lines cut at a width', () => {
  it('close a range and an open bracket again', () => {
    const plan = read(
      'I. CHỈ TIÊU\n1. Tỷ lệ hộ gia đình phân loại rác tại nguồn trong năm 2026 phấn đấu đạt 45%\n- 50%.\n2. Các chi bộ báo cáo kết quả thực hiện về Ban Thường vụ Đảng ủy phường (qua\nVăn phòng Đảng ủy) trước ngày 15/10/2026.',
    );
    expect(plan.targets.map(({ value, upper }) => [value, upper])).toEqual([[45, 50]]);
    expect(plan.reporting.map(({ via }) => via)).toEqual(['Văn phòng Đảng ủy']);
  });
  it('leave a list of figures under a year apart', () => {
    const plan = read('I. MỤC TIÊU\n1. Đến hết năm 2026\n- 100% chi bộ đăng ký.\n- 90% đảng viên tham gia.');
    expect(plan.targets.map(({ value }) => value)).toEqual([100, 90]);
  });
  it('begin a task with a verb, however full the line of the unit is', () => {
    const filler = Array.from(
      { length: 6 },
      (_, index) =>
        `- Tuyên truyền nội dung thứ ${index} của phong trào đến từng hộ gia đình, nhất\nlà ở những nơi còn nhiều khó khăn trong phường.`,
    ).join('\n');
    const plan = read(
      `I. NỘI DUNG\n${filler}\nII. TỔ CHỨC THỰC HIỆN\n1. Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội phường\nTổ chức tuyên truyền trong đoàn viên, hội viên; giám sát việc thực hiện.`,
    );
    expect(plan.assignments.map(({ unit, tasks }) => [unit, tasks.length])).toEqual([
      ['Ủy ban Mặt trận Tổ quốc và các tổ chức chính trị - xã hội phường', 1],
    ]);
  });
  it('go on in a title after the hyphen of a pair of words', () => {
    const { plan } = readPlan(
      sourceFromText(
        'Số 01-KH/ĐU\n\nKẾ HOẠCH\nthực hiện nhiệm vụ phát triển kinh tế\n- xã hội năm 2026\n\nThực hiện nghị quyết, xây dựng Kế hoạch như sau:\n\nI. NỘI DUNG\n\nLàm tốt.\n',
      ),
    );
    expect(plan.title).toBe('thực hiện nhiệm vụ phát triển kinh tế - xã hội năm 2026');
  });
});

describe('copies of PDFs', () => {
  it('have verbs glued to the unit', () => {
    const plan = work('1. Văn phòng Đảng uỷchủtrì, phối hợp theo dõi.\n\n2. Công an phường giữ gìn trật tự.');
    expect(plan.assignments.map(({ unit }) => unit)).toEqual(['Văn phòng Đảng uỷ', 'Công an phường']);
  });
  it('spell a justified line by letters: it stays one task', () => {
    const plan = work('1. Văn phòng Đảng ủy:\n- T h a m m ư u k i n h\np h í\n2 0 2 6 .\n- Lưu hồ sơ.');
    expect(plan.assignments[0]?.tasks.map(({ text }) => text)).toEqual([
      'T h a m m ư u k i n h p h í 2 0 2 6 .',
      'Lưu hồ sơ.',
    ]);
  });
});

describe('what is no task, no deadline, no lead', () => {
  it('an annex named in brackets', () => {
    const plan = work('1. Công an phường\n\n- Giữ gìn trật tự.\n\n(Kèm theo Đề cương báo cáo)./.');
    expect(plan.assignments[0]?.tasks).toHaveLength(1);
    expect(plan.attachments).toEqual(['(Kèm theo Đề cương báo cáo)']);
  });
  it('the span that figures are taken of', () => {
    expect(work('- Mốc thời gian lấy số liệu: từ ngày 01/01/2024 đến ngày 31/12/2025.').deadlines).toEqual(
      [],
    );
  });
  it('a section that raises responsibility divides no work', () => {
    const plan = read(
      'I. NHIỆM VỤ\n\n1. Nâng cao trách nhiệm của cấp ủy\n\nCấp ủy các cấp phải gương mẫu, đi đầu.\n\n2. Kiểm tra\n\nLàm nghiêm túc.',
    );
    expect(plan.assignments).toEqual([]);
  });
  it('a principle beside a colon', () => {
    const plan = read(
      'I. YÊU CẦU\n\n1. Tinh thần\n\n- Thực hiện nghiêm nguyên tắc “6 rõ”: rõ người, rõ việc.',
    );
    expect(plan.workItems).toEqual([]);
  });
});

describe('who, when and to whom', () => {
  it('a charge before the work belongs to the person', () => {
    const plan = work(
      '1. Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn có trách nhiệm đôn đốc.\n\n2. Đồng chí Bí thư phụ trách chung.',
    );
    expect(plan.assignments.map(({ unit }) => unit)).toEqual([
      'Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn',
      'Đồng chí Bí thư',
    ]);
  });
  it('the sentence after an event says its time', () => {
    const plan = work('- Tổ chức Hội nghị sơ kết cấp phường. Thời gian dự kiến trong tháng 10/2026.');
    expect(plan.conferences).toMatchObject([
      { name: 'Tổ chức Hội nghị sơ kết cấp phường', period: '2026-10' },
    ]);
    expect(plan.deadlines).toEqual([]);
  });
  it('"phối hợp với" names nobody to report to', () => {
    const plan = work('- Phối hợp với Ban Xây dựng Đảng theo dõi, kịp thời báo cáo Thường trực Đảng ủy.');
    expect(plan.reporting.map(({ to }) => to)).toEqual(['Thường trực Đảng ủy']);
  });
  it('a comma ends no recipient where the others end with semicolons', () => {
    const plan = read(
      'I. NỘI DUNG\n\nLàm tốt.',
      '\n\nNơi nhận:\n\n- Thường trực Đảng ủy;\n\n- Ủy ban nhân dân phường;\n\n- Ủy ban Kiểm tra, Ban Xây dựng Đảng,\n\nVP Đảng ủy;\n\n- Lưu VPĐU.\n',
    );
    expect(plan.recipients.map(({ name }) => name)).toEqual([
      'Thường trực Đảng ủy',
      'Ủy ban nhân dân phường',
      'Ủy ban Kiểm tra, Ban Xây dựng Đảng, VP Đảng ủy',
    ]);
  });
});

describe('targets in a table', () => {
  const table = (rows: string) => read(`I. CHỈ TIÊU\n\n${rows}`).targets;
  it('are read beside their names', () => {
    const found = table(
      '| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026 |\n|---|---|---|---|\n| 1 | Hồ sơ trực tuyến | % | Trên 85 |\n| 2 | Mô hình mới | mô hình | 3 |\n| 3 | Đảng viên tham gia | | 95% trở lên |\n| 4 | Nội dung khác | | Theo hướng dẫn |',
    );
    expect(found.map(({ operator, value, unit }) => [operator, value, unit])).toEqual([
      ['>', 85, '%'],
      ['=', 3, 'mô hình'],
      ['>=', 95, '%'],
    ]);
  });
  it('need a heading that says so', () => {
    expect(table('| TT | Nội dung | Kinh phí |\n|---|---|---|\n| 1 | In tài liệu | 85 |')).toEqual([]);
  });
});
