/** Wordings met in plans of other offices, in invented words. */
import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';
import { unitHead } from '../../../../../../shared/domain/plan/reading/units';

interface Parts {
  readonly head?: string;
  readonly opening?: string;
  readonly body: string;
  readonly tail?: string;
}

function plan({ head, opening, body, tail }: Parts) {
  return readPlan(
    sourceFromText(
      `${head ?? 'ĐẢNG ỦY XÃ AN BÌNH'}\nSố 01-KH/ĐU\nAn Bình, ngày 05 tháng 12 năm 2025\n\nKẾ HOẠCH\nthử nghiệm\n\n${opening ?? 'Căn cứ tình hình thực tế, xây dựng Kế hoạch như sau:'}\n\n${body}\n\n${tail ?? 'Nơi nhận:\n- Lưu VPĐU.'}\n`,
    ),
  ).plan;
}
const work = (sentence: string) =>
  plan({ body: `I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy\n\n- ${sentence}\n\n- Lưu hồ sơ.` });
const times = (sentence: string) =>
  work(sentence).deadlines.map(({ text, kind, lastDay, time }) => ({ text, kind, lastDay, time }));

describe('ranges of days', () => {
  it('are due at their end', () => {
    for (const range of [
      'Thời gian thực hiện: Trong khoảng thời gian từ ngày 04/02/2026 đến ngày 08/02/2026.',
      'Thời gian thực hiện: Từ ngày 04/02/2026 đến ngày 08/02/2026.',
    ]) {
      const read = work(range);
      expect(read.deadlines.map(({ lastDay }) => lastDay)).toEqual(['2026-02-08']);
      expect(read.conferences).toEqual([]);
    }
  });
  it('keep the hour of the end, and are no conference', () => {
    const read = work('Thời gian thực hiện: từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026.');
    expect(read.deadlines).toMatchObject([{ lastDay: '2026-02-01', time: '17:00' }]);
    expect(read.conferences).toEqual([]);
  });
});

describe('days that recur', () => {
  it('are read whole', () => {
    expect(
      times('Gửi báo cáo trước ngày 20 của tháng cuối quý và trước ngày 15/11 hằng năm để tổng hợp.'),
    ).toMatchObject([
      { text: 'trước ngày 20 của tháng cuối quý', kind: 'recurring', lastDay: null },
      { text: 'trước ngày 15/11 hằng năm', kind: 'recurring', lastDay: null },
    ]);
    expect(times('Gửi báo cáo chậm nhất ngày 20/6 và 20/12 hằng năm.')).toMatchObject([
      { text: 'chậm nhất ngày 20/6 và 20/12 hằng năm', kind: 'recurring', lastDay: null },
    ]);
  });
  it('leave a bracket of the sentence around them out', () => {
    expect(times('Gửi danh sách (trong 05 ngày kể từ ngày nhận được yêu cầu) về Văn phòng.')).toMatchObject([
      { text: '05 ngày kể từ ngày nhận được yêu cầu', kind: 'relative' },
    ]);
  });
});

describe('units', () => {
  it.each([
    [
      'Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội',
      'Cán bộ phụ trách lĩnh vực giám sát và phản biện xã hội',
    ],
    [
      'Các Phó chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và tuyên truyền',
      'Các Phó chủ tịch phụ trách lĩnh vực Dân tộc, Tôn giáo và tuyên truyền',
    ],
    ['Đề nghị Ủy ban nhân dân xã phối hợp', 'Ủy ban nhân dân xã'],
  ])('%s', (text, unit) => {
    expect(unitHead(text)).toMatchObject({ unit, restStart: null, pure: true });
  });
  it('are not what a rule is said for', () => {
    expect(unitHead('Đối với thôn có dưới 100 cử tri: Phải tổ chức hội nghị toàn thể')).toBeNull();
  });
  it('are not those who attend', () => {
    const read = plan({
      body: 'I. THÀNH PHẦN THAM DỰ\n\n1. Ban Thường vụ Đảng ủy xã\n\n2. Văn phòng Đảng ủy xã\n\n3. Công an xã\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n- Giữ gìn trật tự.',
    });
    expect(read.assignments.map(({ unit, from }) => [unit, from])).toEqual([['Công an xã', 'II.1']]);
  });
  it('end before a dashed appeal of the committee', () => {
    const read = plan({
      body: 'I. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n- Giữ gìn trật tự.\n\n- Ban Thường trực Ủy ban MTTQ xã yêu cầu các đồng chí thực hiện tốt Kế hoạch.',
    });
    expect(read.assignments[0]?.tasks).toHaveLength(1);
    expect(read.closing).toHaveLength(1);
  });
});

describe('targets', () => {
  it.each([
    'Đối với thôn có từ 100 cử tri trở lên: họp đại diện hộ.',
    'Không đưa vào danh sách người không đạt tín nhiệm trên 50% số cử tri.',
  ])('are no conditions: %s', (sentence) => expect(work(sentence).targets).toEqual([]));
  it('stay beside a condition', () => {
    expect(
      work('Đối với thôn có từ 100 cử tri trở lên: phải có ít nhất 55 cử tri dự họp.').targets,
    ).toMatchObject([{ operator: '>=', value: 55 }]);
  });
});

describe('reporting', () => {
  it('names the bodies whole', () => {
    expect(
      work('Báo cáo kết quả về Ban Thường trực xã (qua Ban Dân chủ, Giám sát và Phản biện xã hội) định kỳ.')
        .reporting,
    ).toMatchObject([{ to: 'Ban Thường trực xã', via: 'Ban Dân chủ, Giám sát và Phản biện xã hội' }]);
    expect(work('Tổng hợp, gửi Tỉnh uỷ (qua Ban Tổ chức Tỉnh uỷ).').reporting).toMatchObject([
      { to: 'Tỉnh uỷ', via: 'Ban Tổ chức Tỉnh uỷ' },
    ]);
  });
  it.each(['ngay sau khi kết thúc', 'xử lý kịp thời', 'để chỉ đạo'])('ends the body before “%s”', (rest) => {
    expect(work(`Kịp thời báo cáo Ban Chỉ đạo xã ${rest}.`).reporting).toMatchObject([
      { to: 'Ban Chỉ đạo xã' },
    ]);
  });
  it('is not a meeting of speakers', () => {
    expect(work('Duy trì sinh hoạt định kỳ đội ngũ báo cáo viên.').reporting).toEqual([]);
  });
});

describe('letterhead and events', () => {
  it('keeps a sub-committee apart from its parent', () => {
    expect(
      plan({ head: 'ỦY BAN BẦU CỬ XÃ AN BÌNH\nTIỂU BAN TUYÊN TRUYỀN', body: 'I. MỤC ĐÍCH\n\nQuán triệt.' })
        .header,
    ).toMatchObject({ parentBody: 'ỦY BAN BẦU CỬ XÃ AN BÌNH', issuingBody: 'TIỂU BAN TUYÊN TRUYỀN' });
  });
  it('takes a praise for no event', () => {
    expect(
      work('Tiếp tục khẳng định cuộc bầu cử dân chủ, là Ngày hội của toàn dân (ngày 15/3/2026).').conferences,
    ).toEqual([]);
  });
});

describe('bases', () => {
  const basis = (opening: string) =>
    plan({ opening, body: 'I. MỤC ĐÍCH\n\nQuán triệt.' }).basis.map(({ kind, number, date, issuer }) => ({
      kind,
      number,
      date,
      issuer,
    }));
  it('end the issuer before the matter and the next document', () => {
    expect(
      basis(
        'Thực hiện Công văn số 12-CV/TU, ngày 01/7/2025 của Ban Thường vụ Tỉnh ủy Về việc học tập Kế hoạch số 13-KH/TU ngày 02/7/2025 của Tỉnh ủy Hướng dẫn số 14-HD/TU, xây dựng Kế hoạch:',
      ).map(({ issuer }) => issuer),
    ).toEqual(['Ban Thường vụ Tỉnh ủy', 'Tỉnh ủy', null]);
  });
  it('read the long date of a law, and each of several laws', () => {
    expect(
      basis('Căn cứ Luật Cây xanh ngày 25 tháng 6 năm 2015; Luật Sông hồ; xây dựng Kế hoạch:'),
    ).toMatchObject([
      { kind: 'Luật', number: null, date: '2015-06-25' },
      { kind: 'Luật', number: null, date: null },
    ]);
  });
  it('take a name between the kind and the number', () => {
    expect(
      basis(
        'Căn cứ Quy chế làm việc số 01-QC/ĐU, ngày 01/7/2025 của Đảng ủy;\n\nCăn cứ Luật Cây xanh và Sông hồ số 85/2015/QH13; xây dựng Kế hoạch:',
      ),
    ).toMatchObject([
      { kind: 'Quy chế', number: '01-QC/ĐU', date: '2025-07-01' },
      { kind: 'Luật', number: '85/2015/QH13' },
    ]);
  });
});

describe('the signer', () => {
  it('may be named below the recipients', () => {
    expect(
      plan({
        body: 'I. MỤC ĐÍCH\n\nQuán triệt.',
        tail: 'Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Công an xã;\tBÍ THƯ\n- Lưu VPĐU.\n\tTrần Thị An',
      }),
    ).toMatchObject({ signer: { position: 'BÍ THƯ', name: 'Trần Thị An' }, archive: ['VPĐU'] });
  });
});
