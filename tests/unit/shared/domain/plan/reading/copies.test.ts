/** What copies of plans do to their words: pages of the web, columns, lost spaces, numbers and marks of their own. */
import { describe, expect, it } from 'vitest';
import { citationsIn } from '../../../../../../shared/domain/plan/reading/citations';
import { labelOf } from '../../../../../../shared/domain/plan/reading/labels';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';
import { unitHead } from '../../../../../../shared/domain/plan/reading/units';

const read = (text: string) => readPlan(sourceFromText(text)).plan;
const plan = (body: string, title = 'phát động phong trào trồng cây năm 2026') =>
  read(`ĐẢNG ỦY PHƯỜNG AN BÌNH
Số 12-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
An Bình, ngày 05 tháng 3 năm 2026
KẾ HOẠCH
${title}
Thực hiện Kế hoạch số 20-KH/TU ngày 02/02/2026 của Thành ủy, Đảng ủy phường xây dựng kế hoạch như sau:
${body}
Nơi nhận:
- Các chi bộ;
- Lưu VPĐU.`);

describe('the letterhead', () => {
  it('stands below the name that a web page gives the plan, where the kind is printed twice', () => {
    const { kind, title, header, unclassified } = read(`KẾ HOẠCH
TỔ CHỨC NGÀY HỘI ĐỌC SÁCH NĂM 2026

LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG
CÔNG ĐOÀN PHƯỜNG AN BÌNH
Số: 07 /KH-CĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Bình, ngày 02 tháng 4 năm 2026
KẾ HOẠCH
Tổ chức Ngày hội đọc sách năm 2026
Thực hiện Kế hoạch số 31/KH-LĐLĐ ngày 10/3/2026, Công đoàn phường xây dựng kế hoạch như sau:
I. MỤC ĐÍCH
1. Nâng cao văn hóa đọc.`);
    expect({ kind, title }).toEqual({ kind: 'KẾ HOẠCH', title: 'Tổ chức Ngày hội đọc sách năm 2026' });
    expect(header).toMatchObject({
      parentBody: 'LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HẢI PHÒNG',
      issuingBody: 'CÔNG ĐOÀN PHƯỜNG AN BÌNH',
      number: 7,
      symbol: 'KH-CĐ',
      date: '2026-04-02',
    });
    expect(unclassified).toContain('TỔ CHỨC NGÀY HỘI ĐỌC SÁCH NĂM 2026');
  });

  it('keeps a second body of its own: social insurance, a pioneers’ brigade', () => {
    const issuer = (lines: string) =>
      read(`${lines}
Số: 05/KH-BHXH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KẾ HOẠCH
Tuyên truyền năm 2026
I. MỤC ĐÍCH
1. Nâng cao nhận thức.`).header.issuingBody;
    expect(issuer('BỘ TÀI CHÍNH\nBẢO HIỂM XÃ HỘI CƠ SỞ AN BÌNH')).toBe('BẢO HIỂM XÃ HỘI CƠ SỞ AN BÌNH');
    expect(issuer('ĐỘI TNTP HỒ CHÍ MINH\nLIÊN ĐỘI TRƯỜNG THCS AN BÌNH')).toBe('LIÊN ĐỘI TRƯỜNG THCS AN BÌNH');
  });

  it('of an official letter holds the subject, with "V/v" or right below the number', () => {
    const letter = (subject: string) =>
      read(`ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG AN BÌNH
*
Số 45-CV/ĐU
${subject}
ĐẢNG CỘNG SẢN VIỆT NAM
An Bình, ngày 06 tháng 4 năm 2026
Kính gửi:
- Ủy ban nhân dân phường;
- Các chi bộ trực thuộc.
Thực hiện Kế hoạch số 20-KH/TU ngày 02/02/2026, Thường trực Đảng ủy có ý kiến như sau:
1. Giao Ủy ban nhân dân phường:
- Rà soát các công trình; báo cáo trước ngày 20/4/2026.
- Công khai kết quả.
2. Giao Văn phòng Đảng ủy:
- Theo dõi, đôn đốc.
Nơi nhận:
- Như trên;
- Lưu VPĐU.`);
    for (const subject of ['“V/v rà soát các\ncông trình”', 'Rà soát các\ncông trình']) {
      const { kind, title, header, assignments } = letter(subject);
      expect(kind).toBeNull();
      expect(title?.replace(/[“”]|V\/v /g, '').toLowerCase()).toBe('rà soát các công trình');
      expect(header).toMatchObject({ number: 45, symbol: 'CV/ĐU', place: 'An Bình', date: '2026-04-06' });
      expect(header.issuingBody).toBe('ĐẢNG ỦY PHƯỜNG AN BÌNH');
      expect(assignments.map(({ unit, tasks }) => [unit, tasks.length])).toEqual([
        ['Ủy ban nhân dân phường', 2],
        ['Văn phòng Đảng ủy', 1],
      ]);
    }
  });
});

describe('a letter without sections', () => {
  it('says when and through whom in its opening', () => {
    const { sections, deadlines, reporting } = read(`ĐẢNG ỦY PHƯỜNG AN BÌNH
Số 47-CV/ĐU
V/v góp ý dự thảo nghị quyết
ĐẢNG CỘNG SẢN VIỆT NAM
An Bình, ngày 06 tháng 4 năm 2026
Kính gửi: Các chi bộ trực thuộc.
Thường trực Đảng ủy gửi dự thảo để các chi bộ nghiên cứu.
Ý kiến góp ý gửi về Thường trực Đảng ủy (qua Văn phòng Đảng ủy) trước ngày 20/4/2026 để tổng hợp.
Nơi nhận:
- Như trên;
- Lưu VPĐU.`);
    expect(sections).toEqual([]);
    expect(deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-04-19']);
    expect(reporting.map(({ via }) => via)).toEqual(['Văn phòng Đảng ủy']);
  });
});

describe('marks and numbers', () => {
  it('spaces stand around a symbol’s dash, two columns on one line', () => {
    const { header, basis } = read(`ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG AN BÌNH           Độc lập - Tự do - Hạnh phúc
Số:48/TB - UBND          An Bình, ngày 08 tháng 4 năm 2026
THÔNG BÁO
Về đợt tổng dọn vệ sinh
Thực hiện Kế hoạch số 80/KH - UBND ngày 25/3/2026 và Công văn số 873/UBND - KT ngày 26/3/2026 của UBND thành phố, UBND phường thông báo:
1. Dọn vệ sinh.`);
    expect(header).toMatchObject({
      issuingBody: 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
      symbol: 'TB-UBND',
      place: 'An Bình',
    });
    expect(basis.map(({ number }) => number)).toEqual(['80/KH-UBND', '873/UBND-KT']);
    expect(
      read('Số 101-KH/ĐU - An Bình, ngày 08 tháng 4 năm 2026\nKẾ HOẠCH\nthử\nI. MỤC ĐÍCH\n1. Thử.').header,
    ).toMatchObject({ symbol: 'KH/ĐU', place: 'An Bình' });
  });

  it('a place may be a number: “Quận 6”, “Phường 12”', () => {
    const place = (name: string) =>
      read(`Số: 80/KH-UBND\n${name}, ngày 16 tháng 4 năm 2019\nKẾ HOẠCH\nthử\nI. MỤC ĐÍCH\n1. Thử.`).header
        .place;
    expect([place('Quận 6'), place('Phường 12')]).toEqual(['Quận 6', 'Phường 12']);
  });

  it('documents in a row are each one, of the kind said once', () => {
    const text =
      'theo các Quyết định số 56-QĐ/ĐU, 57-QĐ/ĐU và 58-QĐ/ĐU ngày 15/8/2026 của Ban Thường vụ, 24/7';
    expect(citationsIn(text).map(({ kind, number, date }) => [kind, number, date])).toEqual([
      ['Quyết định', '56-QĐ/ĐU', '2026-08-15'],
      ['Quyết định', '57-QĐ/ĐU', '2026-08-15'],
      ['Quyết định', '58-QĐ/ĐU', '2026-08-15'],
    ]);
  });

  it('"V/V" begins a title, no fifth section; "1/." is a number', () => {
    expect(labelOf('V/V TỔ CHỨC ĐÊM HỘI')).toBeNull();
    expect(labelOf('V/v tổ chức đêm hội')).toBeNull();
    expect(labelOf('V/ TỔ CHỨC THỰC HIỆN')).toMatchObject({ kind: 'roman', text: 'V' });
    expect(labelOf('1/. Thời gian: tháng 5')).toMatchObject({ kind: 'arabic', text: '1' });
  });

  it('a year alone on the line below goes on with the title', () => {
    expect(plan('I. MỤC ĐÍCH\n1. Trồng cây.', 'Tổ chức Tết trồng cây\nNăm 2026').title).toBe(
      'Tổ chức Tết trồng cây Năm 2026',
    );
  });

  it('a space may stand for the dash of a number, and be lost behind it', () => {
    const numbers = (text: string) => citationsIn(text).map(({ number, date }) => [number, date]);
    expect(numbers('Kế hoạch số 298 KH/TWĐTN ngày 14/7/2026 của Trung ương Đoàn')).toEqual([
      ['298KH/TWĐTN', '2026-07-14'],
    ]);
    expect(numbers('Hướng dẫn số 15-HD/BTGDVTUngày 20/02/2026 của Thành ủy')).toEqual([
      ['15-HD/BTGDVTU', '2026-02-20'],
    ]);
    expect(numbers('Công điện số 2 của tỉnh/thành phố')).toEqual([]);
  });

  it('behind "ủy" a word may follow without a space', () => {
    const { deadlines, reporting } = plan(`I. TỔ CHỨC THỰC HIỆN
1. Các chi bộ báo cáo Ban Thường vụ Đảng ủyqua Văn phòng Đảng ủytrước ngày 15/6/2026.`);
    expect(deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-06-14']);
    expect(reporting).toMatchObject([{ to: 'Ban Thường vụ Đảng ủy', via: 'Văn phòng Đảng ủy' }]);
  });
});

describe('names of bodies', () => {
  it.each([
    ['Trung tâm Công nghệ thông tin', 'Trung tâm Công nghệ thông tin'],
    ['Tổ Công nghệ thông tin: Theo dõi sự cố.', 'Tổ Công nghệ thông tin'],
    ['Phó Hiệu trưởng phụ trách chuyên môn', 'Phó Hiệu trưởng phụ trách chuyên môn'],
    ['Giáo viên chủ nhiệm và Tổng phụ trách Đội', 'Giáo viên chủ nhiệm và Tổng phụ trách Đội'],
    ['Phó Chủ tịch phụ trách theo dõi, tổng hợp kết quả.', 'Phó Chủ tịch'],
  ])('%s', (text, unit) => {
    expect(unitHead(text)?.unit).toBe(unit);
  });

  it('in dashes below a heading of many are each one, unless they are the heading’s own again', () => {
    const units = (body: string) =>
      plan(
        `I. MỤC ĐÍCH\n1. Thử.\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng Đảng ủy: theo dõi.\n${body}`,
      ).assignments.map(({ unit, tasks }) => [unit, tasks.length]);
    expect(
      units(`2. Các ban, ngành, đoàn thể phường:
- Phòng Kinh tế: bố trí kinh phí.
- Công an phường: bảo đảm trật tự.
- Các ban, ngành khác: phối hợp thực hiện.`),
    ).toEqual([
      ['Văn phòng Đảng ủy', 1],
      ['Phòng Kinh tế', 1],
      ['Công an phường', 1],
      ['Các ban, ngành khác', 1],
    ]);
    expect(
      units(`2. Các chi bộ trực thuộc
- Chi bộ các khu phố: kiện toàn đội xung kích.
- Chi bộ trường học: chuẩn bị địa điểm.`),
    ).toEqual([
      ['Văn phòng Đảng ủy', 1],
      ['Các chi bộ trực thuộc', 2],
    ]);
  });

  it('a fund to be raised is no body', () => {
    expect(unitHead('Quỹ khuyến học')).toBeNull();
    expect(unitHead('Quỹ tín dụng nhân dân phường')?.unit).toBe('Quỹ tín dụng nhân dân phường');
  });

  it('through a body whose name holds a comma', () => {
    const { reporting } = plan(`I. TỔ CHỨC THỰC HIỆN
1. Các cơ sở gửi báo cáo về Bảo hiểm xã hội thành phố (qua Phòng Quản lý thu BHXH, BHYT tự nguyện).`);
    expect(reporting[0]?.via).toBe('Phòng Quản lý thu BHXH, BHYT tự nguyện');
  });
});

describe('times', () => {
  const dated = (body: string, title?: string) =>
    plan(body, title).deadlines.map(({ lastDay, period }) => lastDay ?? period);

  it('"09 - 10/2026" is from month to month', () => {
    expect(dated('I. TIẾN ĐỘ\n1. Thời gian thực hiện: 09 - 10/2026.')).toEqual(['2026-10']);
    expect(dated('I. TIẾN ĐỘ\n1. Thời gian thực hiện: 09-10-2026.')).toEqual(['2026-10-09']);
  });

  it('a dash between two days ends the time as "đến" does', () => {
    expect(dated('I. NỘI DUNG\n1. Từ 01/5 – 23/5/2026 phát thanh mỗi ngày 02 buổi.')).toEqual(['2026-05-23']);
  });

  it('of a time named from day to day the last one ends it', () => {
    const days = (text: string) =>
      plan(`I. MỤC ĐÍCH\n1. Thử.\nII. NỘI DUNG\n1. ${text}`).deadlines.map(({ lastDay }) => lastDay);
    expect(days('Thời gian tổ chức: 24/9/2026 đến ngày 27/10/2026.')).toEqual(['2026-10-27']);
    expect(days('Thời gian tổ chức: 24/9/2026 - 27/10/2026.')).toEqual(['2026-10-27']);
    expect(days('Nhận bài dự thi. Thời gian: 24/9/2026 - 27/10/2026.')).toEqual(['2026-10-27']);
  });

  it('a named month’s meeting is when a thing is to be done', () => {
    expect(dated('I. NỘI DUNG\n1. Quán triệt trong sinh hoạt chi bộ định kỳ tháng 6/2026.')).toEqual([
      '2026-06',
    ]);
  });

  it('so many days before an event say when, not how much', () => {
    expect(plan('I. NỘI DUNG\n1. Gửi tài liệu ít nhất 02 ngày trước hội nghị.').targets).toEqual([]);
    expect(plan('I. NỘI DUNG\n1. Bí thư tiếp dân ít nhất 01 ngày/tháng.').targets).toHaveLength(1);
  });

  it('a day beside the place is the moment of the one event that a plan is for', () => {
    const body = (when: string) => `I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ${when}.
2. Địa điểm: Nhà văn hóa phường.`;
    const event = plan(
      body('buổi sáng Thứ Sáu, ngày 31/7/2026'),
      'Tổ chức Hội nghị trực tuyến về chuyển đổi số',
    );
    expect(event.conferences.map(({ start }) => start)).toEqual(['2026-07-31']);
    expect(event.deadlines).toEqual([]);
    const work = plan(body('ngày 31/7/2026'), 'tuyên truyền kết quả Hội nghị Trung ương');
    expect(work.conferences).toEqual([]);
    const span = plan(body('từ ngày 01.11.2026 đến ngày 18.11.2026'), 'Tổ chức Ngày hội Đại đoàn kết');
    expect(span.conferences).toEqual([]);
    expect(span.deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-11-18']);
  });
});

describe('lines cut at a width', () => {
  it('a place’s name, a number of a document, a figure go on', () => {
    const { sections } = plan(`I. NỘI DUNG
1. Yêu cầu
- Thực hiện đúng Kế hoạch đã được phê duyệt của Ủy ban nhân dân phường An
Bình về trồng cây, chăm sóc cây xanh trên địa bàn các tổ dân phố theo Quyết định số
4725/QĐ-UBND.
- Mỗi tổ dân phố trồng mới trong năm, trên các tuyến đường đã được chọn, ít nhất
02 hàng cây.`);
    expect(sections[0]?.children[0]?.paragraphs).toHaveLength(2);
  });
});

describe('the end of a notice', () => {
  it('is no task of the unit above it', () => {
    const { assignments, closing } = plan(`I. NHIỆM VỤ TUẦN TỚI
1. Ban Xây dựng Đảng: Tham mưu hồ sơ.
2. Văn phòng Đảng ủy: Theo dõi, đôn đốc.
Văn phòng Đảng ủy thông báo để các cơ quan, đơn vị biết, thực hiện./.`);
    expect(assignments.map(({ tasks }) => tasks.length)).toEqual([1, 1]);
    expect(closing).toHaveLength(1);
  });
});

describe('the signature', () => {
  it('of a head of a residential group stands below a late place and date', () => {
    const { header, signer } = read(`UBND PHƯỜNG AN BÌNH
TỔ DÂN PHỐ SỐ 4
Số: 01/KH-TDP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
KẾ HOẠCH
Tổng vệ sinh năm 2026
I. MỤC ĐÍCH
1. Giữ gìn đường phố sạch đẹp.
An Bình, ngày 15 tháng 6 năm 2026
TRƯỞNG TỔ DÂN PHỐ SỐ 4

Đỗ Văn Khang`);
    expect(header).toMatchObject({ place: 'An Bình', date: '2026-06-15' });
    expect(signer).toMatchObject({ position: 'TRƯỞNG TỔ DÂN PHỐ SỐ 4', name: 'Đỗ Văn Khang' });
  });
});

describe('duties outside “Tổ chức thực hiện”', () => {
  const duties = (body: string) =>
    plan(body).assignments.map(({ unit, tasks }) => [unit, tasks.map(({ text }) => text)]);

  it('are those of a section of duties whose every item begins with a unit and what it does', () => {
    expect(
      duties(`I. NHIỆM VỤ, GIẢI PHÁP
1. Văn phòng Đảng ủy xây dựng dự thảo báo cáo, xong trước ngày 25/11/2026.
2. Trường Tiểu học Bình Minh nộp báo cáo chậm nhất ngày 28/11/2026.
3. Ban Quản lý chợ Bình Minh chấn chỉnh vệ sinh chợ.`),
    ).toEqual([
      ['Văn phòng Đảng ủy', ['xây dựng dự thảo báo cáo, xong trước ngày 25/11/2026.']],
      ['Trường Tiểu học Bình Minh', ['nộp báo cáo chậm nhất ngày 28/11/2026.']],
      ['Ban Quản lý chợ Bình Minh', ['chấn chỉnh vệ sinh chợ.']],
    ]);
  });

  it('are read from dashes too', () => {
    expect(
      duties(`I. NHIỆM VỤ
- Văn phòng Đảng ủy: số hóa tài liệu lưu trữ.
- Các chi bộ: báo cáo kết quả hằng quý.`).map(([unit]) => unit),
    ).toEqual(['Văn phòng Đảng ủy', 'Các chi bộ']);
  });

  it('are not all lost for one item that names nobody', () => {
    expect(
      duties(`I. NHIỆM VỤ
1. Văn phòng Đảng ủy số hóa tài liệu lưu trữ.
2. Nâng cao chất lượng sinh hoạt chi bộ.
3. Công an phường bảo đảm an ninh, trật tự.
4. Trạm Y tế báo cáo hằng tuần.`).map(([unit]) => unit),
    ).toEqual(['Văn phòng Đảng ủy', 'Công an phường', 'Trạm Y tế']);
  });

  it('are none where the section is about matters and only speaks of a unit', () => {
    expect(
      duties(`I. NHIỆM VỤ
1. Nâng cao chất lượng sinh hoạt chi bộ.
2. Văn phòng Đảng ủy được trang bị thêm máy quét.
3. Đẩy mạnh chuyển đổi số trong công tác văn phòng.`),
    ).toEqual([]);
  });
});
