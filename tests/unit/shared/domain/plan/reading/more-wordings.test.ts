/** Wordings and layouts met in copies of other offices, in invented words. */
import { describe, expect, it } from 'vitest';
import { citationsIn } from '../../../../../../shared/domain/plan/reading/citations';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';
import { unitHead } from '../../../../../../shared/domain/plan/reading/units';

const read = (text: string) => readPlan(sourceFromText(text)).plan;
const HEAD = 'ĐẢNG ỦY PHƯỜNG AN BÌNH\nSố 01-KH/ĐU\nAn Bình, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\n';
const body = (sections: string, title = 'trồng cây') =>
  read(
    `${HEAD}${title}\n\nCăn cứ tình hình thực tế, xây dựng Kế hoạch như sau:\n\n${sections}\n\nNơi nhận:\n- Lưu VPĐU.\n`,
  );
const targets = (sections: string) =>
  body(sections).targets.map(({ operator, value, upper, unit, year }) => [
    operator,
    value,
    upper,
    unit,
    year,
  ]);

describe('targets', () => {
  it('under a heading of targets need no word before the figure', () => {
    expect(
      targets(
        'I. CHỈ TIÊU\n\n- Trồng mới 500 cây xanh; 20 đến 30 người mỗi đợt.\n- Xây dựng 02 mô hình (hiện có 05 mô hình).',
      ),
    ).toEqual([
      ['=', 500, null, 'cây', null],
      ['>=', 20, 30, 'người', null],
      ['=', 2, null, 'mô hình', null],
    ]);
  });
  it('under aims are what is done in so many; figures in brackets only part one', () => {
    expect(
      targets('I. MỤC TIÊU\n\n- Trao tặng 50 suất quà (30 suất cho học sinh).\n- Phát huy 3 mô hình đã có.'),
    ).toEqual([['=', 50, null, 'suất', null]]);
  });
  it('are not made of figures elsewhere, nor of numbers of things', () => {
    expect(targets('I. NỘI DUNG\n\n1. Trồng mới 500 cây xanh.')).toEqual([]);
    expect(targets('I. CHỈ TIÊU\n\n- Thực hiện theo Chỉ thị số 05 điểm 2.')).toEqual([]);
  });
  it('are content where a result is told of', () => {
    const plan = body(
      'I. NỘI DUNG TUYÊN TRUYỀN\n\n1. Kết quả 10 năm học tập và làm theo Bác; tỷ lệ đảng viên đăng ký đạt 99,8%.\n\n2. Phấn đấu 95% đảng viên của phường được học tập.',
      'tuyên truyền kỷ niệm Ngày sinh Chủ tịch Hồ Chí Minh',
    );
    expect(plan.targets.map(({ value, scope }) => [value, scope])).toEqual([
      [99.8, 'content'],
      [95, 'own'],
    ]);
  });
  it("take neither an item's number nor what is to be prevented for a figure", () => {
    expect(
      targets(
        'I- CHỈ TIÊU\n\n1- 100% chi bộ tham gia.\n\n2- Mỗi thôn thành lập 01 tổ công nghệ số.\n\n3- Không để xảy ra ngộ độc trên 30 người.\n\n4- Thu hồi từ 20 vũ khí, vật liệu nổ trở lên.',
      ).map(([operator, value]) => [operator, value]),
    ).toEqual([
      ['=', 100],
      ['=', 1],
      ['>=', 20],
    ]);
  });
  it('take no year that they are compared with', () => {
    expect(
      targets('I. MỤC TIÊU\n\n- Tăng 10% so với năm 2025.\n- Tăng 15% so với cùng kỳ năm 2025.'),
    ).toEqual([
      ['=', 10, null, '%', null],
      ['=', 15, null, '%', null],
    ]);
    expect(targets('I. MỤC TIÊU\n\n- Năm 2026 giảm 5% so với năm 2025.')).toEqual([
      ['=', 5, null, '%', 2026],
    ]);
  });
});

describe('documents cited', () => {
  const dates = (text: string) => citationsIn(text).map(({ number, date }) => `${number} ${date ?? '—'}`);
  it('share a day that the text gives to all of them', () => {
    expect(dates('Thực hiện Công văn số 20-CV/XDĐ và Hướng dẫn số 21-HD/XDĐ cùng ngày 06/02/2026')).toEqual([
      '20-CV/XDĐ 2026-02-06',
      '21-HD/XDĐ 2026-02-06',
    ]);
  });
  it('take no day of another one', () => {
    expect(
      dates('Thực hiện Công văn số 20-CV/XDĐ của Đảng ủy, Kế hoạch số 21-KH/ĐU ngày 06/02/2026'),
    ).toEqual(['20-CV/XDĐ —', '21-KH/ĐU 2026-02-06']);
  });
  it('keep a symbol with a space behind its dash', () => {
    expect(dates('tại Tờ trình số 164/TTr- KTHT ngày 17/12/2025')).toEqual(['164/TTr-KTHT 2025-12-17']);
  });
});

describe('heads and signatures', () => {
  it('who drafted a text is no part of its title', () => {
    const plan = body('I. MỤC ĐÍCH\n\n1. Thử.', 'trồng cây năm 2026\n(Đơn vị soạn thảo: Ban Xây dựng Đảng)');
    expect(plan.title).toBe('trồng cây năm 2026');
    expect(plan.opening[0]).toBe('(Đơn vị soạn thảo: Ban Xây dựng Đảng)');
  });
  it('a wrapped head of a mass organisation is no body', () => {
    const { header } = read(
      'BAN CHẤP\nHÀNH PHƯỜNG AN BÌNH |\nĐOÀN TNCS HỒ\nCHÍ MINH |\nSố: 41-KH/ĐTN |\nAn Bình, ngày 25 tháng 8 năm 2026 |\nKẾ HOẠCH\nthử\nI. MỤC ĐÍCH\n1. Thử.',
    );
    expect(header.issuingBody).toBe('BAN CHẤP HÀNH PHƯỜNG AN BÌNH');
  });
  it('a letter says what it is about below its number, also without "V/v"', () => {
    const plan = read(
      'UBND PHƯỜNG AN BÌNH\nTRUNG TÂM VĂN HÓA\n\nSố: 21/TTVH\n\nVề thực hiện chế độ thông tin,\n\nbáo cáo định kỳ.\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nAn Bình, ngày 04 tháng 6 năm 2026\n\nKính gửi: Các tổ dân phố\n\nThực hiện Công văn số 89/UBND ngày 29/5/2026 của UBND phường, đề nghị gửi báo cáo.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nP. GIÁM ĐỐC\n\nLê Thị Hạnh\n',
    );
    expect(plan.title).toBe('Về thực hiện chế độ thông tin, báo cáo định kỳ.');
    expect(plan.signer).toMatchObject({ position: 'P. GIÁM ĐỐC', name: 'Lê Thị Hạnh' });
  });
  it('all of Nơi nhận and the signature on one line each', () => {
    const plan = read(
      `${HEAD}thử\n\nCăn cứ tình hình, xây dựng kế hoạch:\n\nI. MỤC ĐÍCH\n\n1. Thử.\n\nNơi nhận: Ủy ban Kiểm tra, Các đảng viên, Lưu CB\nT/M CHI BỘ - BÍ THƯ\n`,
    );
    expect(plan.recipients.map(({ name }) => name)).toEqual(['Ủy ban Kiểm tra', 'Các đảng viên']);
    expect(plan.archive).toEqual(['CB']);
    expect(plan.signer).toMatchObject({ authority: 'T/M CHI BỘ', position: 'BÍ THƯ' });
  });
  it('a name in capitals on the line of "Lưu" is no end of the position', () => {
    const signer = (position: string, name: string) =>
      read(
        `${HEAD}thử\n\nCăn cứ tình hình, xây dựng kế hoạch:\n\nI. MỤC ĐÍCH\n\n1. Thử.\n\nNơi nhận:\tT/M BAN THƯỜNG VỤ\n- Thành ủy,\t${position}\n- Các chi bộ,\n- Lưu VPĐU.\t${name}\n`,
      ).signer;
    expect(signer('PHÓ BÍ THƯ', 'NGUYỄN VĂN MINH')).toMatchObject({
      position: 'PHÓ BÍ THƯ',
      name: 'NGUYỄN VĂN MINH',
    });
    expect(signer('PHÓ BÍ THƯ', 'THƯỜNG TRỰC').position).toBe('PHÓ BÍ THƯ THƯỜNG TRỰC');
  });
  it("another body's approval beside the signature is not the signer", () => {
    const plan = read(
      `${HEAD}thử\n\nCăn cứ tình hình, xây dựng kế hoạch:\n\nI. MỤC ĐÍCH\n\n1. Thử.\n\nTrên đây là Kế hoạch.\n\nPHÊ DUYỆT                              CHỈ HUY TRƯỞNG\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLý Văn Hòa                              Đoàn Quốc Việt\nNơi nhận:\n- Đảng ủy phường;\n- Lưu: VT.\n`,
    );
    expect(plan.signer).toEqual({
      authority: null,
      onBehalf: null,
      position: 'CHỈ HUY TRƯỞNG',
      name: 'Đoàn Quốc Việt',
    });
    expect(plan.unclassified).toEqual(['PHÊ DUYỆT', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Lý Văn Hòa']);
    expect(plan.recipients.map(({ name }) => name)).toEqual(['Đảng ủy phường']);
  });
  it('"BTV Hội …" is a body of its own', () => {
    const { header } = read(
      'HỘI LHPN TỈNH AN GIANG\nBTV HỘI LHPN PHƯỜNG AN BÌNH\nSố: 05/KH-BTV\n\nAn Bình, ngày 24 tháng 02 năm 2026\n\nKẾ HOẠCH\nthử\nI. MỤC ĐÍCH\n1. Thử.',
    );
    expect(header).toMatchObject({
      parentBody: 'HỘI LHPN TỈNH AN GIANG',
      issuingBody: 'BTV HỘI LHPN PHƯỜNG AN BÌNH',
    });
  });
  it.each([
    ['Tổ Cảnh sát khu vực và quản lý hành chính:', 'Tổ Cảnh sát khu vực và quản lý hành chính'],
    ['Giao đồng chí Cán bộ tổng hợp theo dõi, báo cáo.', 'đồng chí Cán bộ tổng hợp'],
    ['Văn phòng Đảng ủy tổng hợp, báo cáo kết quả.', 'Văn phòng Đảng ủy'],
    [
      'Các đồng chí Đảng ủy viên phụ trách thôn, lĩnh vực chỉ đạo, kiểm tra việc thực hiện.',
      'Các đồng chí Đảng ủy viên phụ trách thôn, lĩnh vực',
    ],
  ])('a unit keeps what it is for: %s', (text, unit) => {
    expect(unitHead(text)?.unit).toBe(unit);
  });
  it('a unit ends before "dự, …"', () => {
    expect(unitHead('Đề nghị các đồng chí Ủy viên Ban Thường vụ dự, chỉ đạo lễ phát động.')?.unit).toBe(
      'các đồng chí Ủy viên Ban Thường vụ',
    );
  });
});

describe('assignments in dashes', () => {
  const units = (lines: string) =>
    body(`I. PHÂN CÔNG TRÁCH NHIỆM\n\n${lines}`).assignments.map(({ unit, tasks }) => [
      unit,
      tasks.map(({ text }) => text),
    ]);
  it('"+" lines go on with what stands on the unit\'s own line', () => {
    expect(
      units(
        '- Ủy ban nhân dân phường chủ trì:\n+ Rà soát hộ nghèo.\n+ Trao quà.\n- Công an phường: Giữ gìn trật tự.',
      ),
    ).toEqual([
      ['Ủy ban nhân dân phường', ['chủ trì: + Rà soát hộ nghèo. + Trao quà.']],
      ['Công an phường', ['Giữ gìn trật tự.']],
    ]);
  });
  it("a time for all is nobody's task", () => {
    const lines =
      '- Công an phường: Giữ gìn trật tự.\n- Trạm Y tế: Trực cấp cứu.\n- Thời hạn hoàn thành: trước ngày 20/10/2026.';
    expect(units(lines).map(([, tasks]) => tasks?.length)).toEqual([1, 1]);
  });
});

describe('closings', () => {
  it('"Chỉ thị này được phổ biến …" is no task', () => {
    const plan = body(
      'I. TỔ CHỨC THỰC HIỆN\n\n- Công an phường giữ gìn trật tự.\n\n- Văn phòng Đảng ủy theo dõi, đôn đốc.\n\nChỉ thị này được phổ biến đến chi bộ.',
    );
    expect(plan.closing).toEqual(['Chỉ thị này được phổ biến đến chi bộ.']);
    expect(plan.assignments.map(({ tasks }) => tasks.length)).toEqual([1, 1]);
  });
});

describe('decisions', () => {
  it('also where the reasons are bullets', () => {
    const plan = read(
      'Số: 31/QĐ-UBND\nAn Bình, ngày 21 tháng 9 năm 2026\n\nQUYẾT ĐỊNH\nVỀ VIỆC PHÊ DUYỆT KẾ HOẠCH\nCHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH\n• Căn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kế hoạch.\nĐiều 2. Thi hành.\n',
    );
    expect(plan.title).toBe('VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH');
  });
  it('who decides is no part of the title', () => {
    const plan = read(
      'UBND PHƯỜNG AN BÌNH\nSố: 31/QĐ-UBND, An Bình, ngày 21 tháng 9 năm 2026\n\nQUYẾT ĐỊNH\nVỀ VIỆC PHÊ DUYỆT KẾ HOẠCH\nCỦA TRƯỜNG MẦM NON\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH\n- Căn cứ Luật Tổ chức chính quyền địa phương;\n\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kế hoạch.\nĐiều 2. Thi hành.\n',
    );
    expect(plan.title).toBe('VỀ VIỆC PHÊ DUYỆT KẾ HOẠCH CỦA TRƯỜNG MẦM NON');
    expect(plan.header).toMatchObject({ number: 31, place: 'An Bình', date: '2026-09-21' });
    expect(plan.unclassified).toEqual([]);
  });
});

describe('events', () => {
  it('name who comes within their sentence', () => {
    const { conferences } = body(
      'I. TỔ CHỨC THỰC HIỆN\n\n1. Ban Xây dựng Đảng\n\n- Tham mưu tổ chức lễ phát động. Thời gian: 7h30 ngày 20/3/2026. Địa điểm: Công viên. Thành phần: Thường trực Đảng ủy; đại diện các chi bộ.',
    );
    expect(conferences).toMatchObject([
      { start: '2026-03-20T07:30', participants: ['Thường trực Đảng ủy', 'đại diện các chi bộ'] },
    ]);
  });
  it('are meant where a form leaves hour and day open', () => {
    const plan = body(
      'I. THỜI GIAN VÀ ĐỊA ĐIỂM\n\n- Thời gian: ..... giờ ....., ngày ..... tháng 11 năm 2026.\n- Địa điểm: Nhà văn hóa.',
      'học tập nghị quyết',
    );
    expect(plan.conferences).toMatchObject([{ start: null, period: '2026-11' }]);
    expect(plan.deadlines).toEqual([]);
  });
});
