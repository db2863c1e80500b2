/** Every rule of the check: one text that breaks it, one that nearly does. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPlan, LINT_RULES } from '../../../../../shared/domain/plan/lint/check-plan';
import type { LintFacts } from '../../../../../shared/domain/plan/lint/model';
import { readPlan } from '../../../../../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../../../../../shared/domain/plan/reading/source-from-text';

const FOLDER = join(import.meta.dirname, '../../../../fixtures/lint');
const CLEAN = readdirSync(FOLDER)
  .filter((name) => name.startsWith('clean-'))
  .sort()
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const [PARTY = '', , , , STATE = ''] = CLEAN;
/** The same before it has its number. */
const DRAFT = PARTY.replace(/Số[^\n]*\n/u, 'Số     -KH/ĐU\n');

function check(text: string, facts: LintFacts = {}) {
  const { plan, text: normal } = readPlan(sourceFromText(text));
  return { text: normal, findings: checkPlan(normal, plan, facts) };
}
const codes = (text: string, facts: LintFacts = {}) => check(text, facts).findings.map(({ code }) => code);

/** A clean text with one piece replaced; the piece must be there. */
function changed(text: string, from: string | RegExp, to: string): string {
  const next = text.replace(from, to);
  if (next === text) throw new Error(`not in the text: ${String(from)}`);
  return next;
}

const after = (words: string) => [/(2\. Yêu cầu\n\n)/, `$1- ${words}\n\n`] as const;
type Change = readonly [string | RegExp, string];
interface Example {
  readonly base?: string;
  readonly facts?: LintFacts;
  readonly fault: Change;
  /** As near as it gets without being one. */
  readonly near: Change;
}
const SAME: Change = ['Nâng cao nhận thức', 'Nâng cao  nhận thức'];

const EXAMPLES: Readonly<Record<string, Example>> = {
  'kind-missing': { fault: [/\nKẾ HOẠCH\n/, '\n'], near: [/\nKẾ HOẠCH\n/, '\nHƯỚNG DẪN\n'] },
  'title-missing': { fault: [/KẾ HOẠCH\n[\s\S]*?(?=\nI\. MỤC)/, 'KẾ HOẠCH\n'], near: SAME },
  'sections-missing': { fault: [/\nI\. MỤC ĐÍCH[\s\S]*?(?=\nNơi nhận)/, '\n'], near: SAME },
  'recipients-missing': { fault: [/Nơi nhận:\n(?:- .*\n)+/, ''], near: ['Nơi nhận:', 'Nơi nhận'] },
  'signer-missing': { fault: ['Trần Minh Đức\n', '\n'], near: ['Trần Minh Đức', 'Trần Đức'] },
  'place-date-missing': { fault: ['An Bình, ngày 05 tháng 3 năm 2026\n', ''], near: ['ngày 05', 'ngày   '] },
  'date-blank': { facts: { issued: true }, fault: ['ngày 05 tháng 3', 'ngày    tháng 3'], near: SAME },
  'archive-missing': { fault: ['- Lưu VPĐU.\n', ''], near: ['- Lưu VPĐU.', '- Lưu: VPĐU.'] },
  'subject-capital': { fault: ['tuyên truyền, phổ biến', 'Tuyên truyền, phổ biến'], near: ['tuyên truyền, phổ biến', 'Đảng bộ tuyên truyền'] },
  'behalf-mark': { fault: ['T/M BAN', 'TM. BAN'], near: SAME },
  'deputy-mark': { base: STATE, fault: ['KT. CHỦ TỊCH\nPHÓ', 'PHÓ'], near: ['KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', 'CHỦ TỊCH'] },
  'text-end': { fault: ['thực hiện.\n\nNơi', 'thực hiện./.\n\nNơi'], near: SAME },
  'deadline-before-plan': { fault: after('Gửi danh sách trước ngày 10/02/2026.'), near: after('Gửi danh sách trước ngày 18/3/2026.') },
  'reference-mismatch': { fault: after('Theo Chỉ thị số 31-CT/TW, ngày 12/02/2026 để làm.'), near: after('Theo Chỉ thị số 32-CT/TW, ngày 12/02/2026 để làm.') },
  'reference-date-mismatch': { fault: after('Theo Chỉ thị số 31-CT/TU, ngày 13/02/2026 để làm.'), near: after('Theo Chỉ thị số 31-CT/TU, ngày 12/02/2026 để làm.') },
  'basis-later': { fault: ['ngày 12/02/2026', 'ngày 12/4/2026'], near: ['ngày 12/02/2026', 'ngày 05/3/2026'] },
  'basis-year-off': { fault: ['Chỉ thị số 31-CT/TU, ngày 12/02/2026', 'Hướng dẫn số 31-HD/TU, ngày 12/02/2025'], near: ['31-CT/TU, ngày 12/02/2026', '31-CT/TU, ngày 12/02/2025'] },
  'type-symbol-mismatch': { fault: ['Chỉ thị số 31-CT/TU', 'Nghị quyết số 31-CT/TU'], near: ['Chỉ thị số 31-CT/TU', 'Chỉ thị 31-CT/TU'] },
  'issuer-symbol-mismatch': { fault: ['của Ban Thường vụ Thành ủy', 'của Ban Bí thư'], near: ['31-CT/TU, ngày 12/02/2026 của Ban Thường vụ Thành ủy', '31-CT/TW, ngày 12/02/2026 của Ban Bí thư'] },
  'symbol-space': { fault: ['31-CT/TU', '31- CT/TU'], near: after('Giai đoạn 2026 - 2030 và 02 - 03 hội nghị.') },
  'symbol-case': { fault: after('Theo Chương trình hành động số 14-Ctr/TU để làm.'), near: after('Theo Chương trình hành động số 14-CTr/TU để làm.') },
  'numbering-slip': { fault: ['2. Văn phòng Đảng ủy', '4. Văn phòng Đảng ủy'], near: SAME },
  'label-space': { fault: ['2. Hình thức', '2. 1. Hình thức'], near: ['2. Hình thức', '2. Hình thức, 1. nội dung'] },
  'kind-leftover': { fault: after('Các đơn vị thực hiện Chương trình hành động này.'), near: after('Các đơn vị thực hiện Kế hoạch này.') },
  'section-reference': { fault: after('Các đơn vị nêu tại mục V thực hiện.'), near: after('Các đơn vị nêu tại mục V Chương trình hành động thực hiện.') },
  'annex-missing': { fault: after('Danh sách có phụ lục kèm theo.'), near: after('Danh sách theo phụ lục của Thành ủy.') },
  placeholder: { fault: after('Tổ chức vào ngày … tháng 6.'), near: after('Zalo, YouTube... để lan tỏa.') },
  'section-case': { fault: ['II. NỘI DUNG, HÌNH THỨC', 'II. Nội dung, hình thức'], near: SAME },
  'section-empty': { fault: ['III. TỔ CHỨC THỰC HIỆN', 'III. KINH PHÍ THỰC HIỆN\n\nIV. TỔ CHỨC THỰC HIỆN'], near: SAME },
  'date-does-not-exist': { fault: after('Gửi danh sách trước ngày 31/6/2026.'), near: after('Gửi danh sách trước ngày 30/6/2026.') },
  'weekday-mismatch': { fault: after('Họp ngày 11/3/2026 (thứ Năm).'), near: after('Họp ngày 11/3/2026 (thứ Tư).') },
  'deadline-day-off': { fault: after('Gửi danh sách chậm nhất ngày 21/3/2026.'), near: after('Gửi danh sách chậm nhất ngày 20/3/2026.') },
  'task-without-time': { fault: [/(2\. Văn phòng Đảng ủy\n\n)- .*\n\n- .*\n/, '$1- Theo dõi việc thực hiện.\n'], near: SAME },
  'reporting-without-day': { fault: after('Các đơn vị báo cáo kết quả về Ban Thường vụ Đảng ủy.'), near: after('Các đơn vị báo cáo kết quả về Ban Thường vụ Đảng ủy hằng quý.') },
  'conference-without-time': { fault: ['2. Hình thức\n', '2. Hội nghị quán triệt do Ban Thường vụ Đảng ủy tổ chức\n\n- Thành phần: Bí thư các chi bộ.\n\n- Hình thức: Trực tiếp.\n\n3. Hình thức\n'], near: ['2. Hình thức\n', '2. Hội nghị quán triệt do Ban Thường vụ Đảng ủy tổ chức\n\n- Thành phần: Bí thư các chi bộ.\n\n- Thời gian: Ngày 20/3/2026.\n\n3. Hình thức\n'] },
  'conference-without-place': { fault: ['2. Hình thức\n', '2. Hội nghị quán triệt do Ban Thường vụ Đảng ủy tổ chức\n\n- Thời gian: Từ 14h00, ngày 20/3/2026.\n\n3. Cách làm\n'], near: ['2. Hình thức\n', '2. Hội nghị quán triệt do Ban Thường vụ Đảng ủy tổ chức\n\n- Thời gian: Từ 14h00, ngày 20/3/2026.\n\n- Địa điểm: Hội trường Đảng ủy.\n\n3. Cách làm\n'] },
  'target-two-values': { fault: after('Phấn đấu 90% cán bộ, công chức được phổ biến đầy đủ nội dung Kế hoạch trong quý II năm 2026.'), near: after('Phấn đấu 95% cán bộ, công chức được phổ biến đầy đủ nội dung Kế hoạch trong quý II năm 2026.') },
  'tone-spelling': { fault: ['nhà văn hóa', 'nhà văn hoá'], near: after('Ngày mùa, quý I, quý II, của Hải, thủy lợi.') },
  'share-over-all': { fault: after('Phấn đấu 120% chi bộ đăng ký.'), near: after('Phấn đấu 100% chi bộ đăng ký; đạt 120% kế hoạch.') },
  'item-twice': { fault: after('Tuyên truyền sâu rộng trong Nhân dân.\n\n- Tuyên truyền sâu rộng trong nhân dân;'), near: after('Tuyên truyền sâu rộng trong Nhân dân.\n\n- Tuyên truyền sâu rộng trong đoàn viên.') },
  'deadline-over': { base: DRAFT, facts: { today: '2026-04-01' }, fault: after('Gửi danh sách trước ngày 18/3/2026.'), near: after('Gửi danh sách trước ngày 18/5/2026.') },
  'lost-marks': { fault: ['Lưu VPĐU', 'Lưu VPDU'], near: SAME },
  'ocr-suspect': { fault: ['Lồng ghép', 'Lòng ghép'], near: after('Ngay từ phần đầu của hội nghị; công thông thoáng.') },
  'punctuation-space': { fault: ['thiết thực, hiệu quả', 'thiết thực , hiệu quả'], near: after('Tỷ lệ 15,5% lúc 14:00.') },
  'quote-unpaired': { fault: ['tổ chức thực hiện nhiệm vụ chính trị của địa phương.', 'tổ chức thực hiện nhiệm vụ chính trị của địa phương.”'], near: after('Phong trào “Dân vận khéo”.') },
  'bracket-unpaired': { fault: after('Các đơn vị (qua Văn phòng Đảng ủy thực hiện.'), near: after('a) Các đơn vị (qua Văn phòng) thực hiện.') },
  'unit-not-recipient': { fault: ['- UBND phường,\n', ''], near: ['- UBND phường,\n', '- Các đơn vị ở mục III,\n'] },
  'recipient-without-task': { fault: ['- UBND phường,', '- UBND phường,\n- Trạm Y tế phường (để t/h),'], near: ['- UBND phường,', '- UBND phường (để t/h),'] },
  'recipient-separator': { fault: ['- UBND phường,', '- UBND phường;'], near: SAME },
  'recipient-end': { fault: ['Lưu VPĐU.', 'Lưu VPĐU'], near: SAME },
  'recipient-twice': { fault: ['- UBND phường,', '- UBND phường,\n- UBND phường,'], near: ['- UBND phường,', '- UBND phường,\n- HĐND phường,'] },
}; // prettier-ignore

describe('the rules', () => {
  it('are all shown here', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(LINT_RULES.map(({ code }) => code).sort());
  });
  it.each(Object.entries(EXAMPLES))('%s', (code, { base = PARTY, facts = {}, fault, near }) => {
    expect(codes(changed(base, ...fault), facts)).toContain(code);
    expect(codes(changed(base, ...near), facts)).not.toContain(code);
  });
  it('a fix takes its finding away', () => {
    for (const [code, { base = PARTY, facts = {}, fault }] of Object.entries(EXAMPLES)) {
      const { text, findings } = check(changed(base, ...fault), facts);
      const finding = findings.find((one) => one.code === code && one.fix !== null);
      if (!finding?.fix) continue;
      const fixed = [...finding.fix.edits]
        .sort((one, other) => other.start - one.start)
        .reduce((words, edit) => words.slice(0, edit.start) + edit.text + words.slice(edit.end), text);
      expect(codes(fixed, facts).filter((each) => each === code).length, code).toBeLessThan(
        findings.filter((each) => each.code === code).length,
      );
    }
  });
});

/** Slips that may come in anywhere: at every third place of every clean plan each is found. */
const SLIPS: readonly (readonly [string, RegExp, string])[] = [
  ['ocr-suspect', /nhiệm vụ/g, 'nhiêm vụ'],
  ['punctuation-space', /(?<=\p{Ll}{2}), (?=\p{Ll})/gu, ' , '],
  ['tone-spelling', /văn hóa(?!\p{L})/gu, 'văn hoá'],
];
it.each(SLIPS)('%s is found wherever it comes in', (code, pattern, slip) => {
  let tried = 0;
  for (const text of CLEAN) {
    const body = text.indexOf('I. MỤC ĐÍCH');
    const end = text.indexOf('Nơi nhận');
    for (const [index, match] of [...text.matchAll(pattern)].entries()) {
      if (match.index < body || match.index > end || index % 3 !== 0) continue;
      tried++;
      expect(codes(text.slice(0, match.index) + slip + text.slice(match.index + match[0].length))).toContain(
        code,
      );
    }
  }
  expect(tried).toBeGreaterThan(3);
});

it('never throws on broken text', () => {
  for (const text of CLEAN)
    for (let cut = 1; cut < text.length; cut += 400) expect(() => codes(text.slice(cut))).not.toThrow();
});

describe('what is found beside the rule’s own example', () => {
  const found = (words: string, facts: LintFacts = {}) => codes(changed(PARTY, ...after(words)), facts);
  it.each([
    ['section-reference', 'Các đơn vị thực hiện mục IX.'],
    ['date-does-not-exist', 'Trường Tiểu học nộp báo cáo ngày 31/11/2026.'],
    ['date-does-not-exist', 'Ngày hội mở vào 30/02/2026.'],
    ['share-over-all', 'Bảo đảm 100,5% số hộ được tuyên truyền.'],
    ['ocr-suspect', 'Tăng cường lảnh đạo.'],
    ['ocr-suspect', 'Kịp thời Xữ lý vi phạm.'],
    ['ocr-suspect', 'Các ban, nghành phối hợp.'],
  ])('%s: %s', (code, words) => expect(found(words)).toContain(code));
  it.each([
    ['section-reference', 'Các đơn vị thực hiện mục II.'],
    ['section-reference', 'Thực hiện mục IX Nghị quyết số 05-NQ/TU.'],
    ['date-does-not-exist', 'Kỷ niệm ngày 19/5/1890; địa chỉ 12/4/2026.'],
    ['share-over-all', 'Thu ngân sách đạt 120% dự toán, 100% chi bộ.'],
    ['ocr-suspect', 'Lãnh đạo, xử lý, hỗ trợ, kỹ thuật, kỷ luật, ngành.'],
  ])('no %s: %s', (code, words) => expect(found(words)).not.toContain(code));
  it('a day is told once, by the reader or by the rule', () => {
    const twice = found('Gửi danh sách trước ngày 31/6/2026.').filter(
      (code) => code === 'date-does-not-exist',
    );
    expect(twice).toHaveLength(1);
  });
  it('days that are over matter in a draft alone, and only where the day is given', () => {
    const draft = changed(DRAFT, ...after('Gửi danh sách trước ngày 18/3/2026.'));
    expect(codes(draft)).not.toContain('deadline-over');
    expect(codes(draft, { today: '2026-01-01' })).not.toContain('deadline-over');
    expect(codes(draft, { today: '2027-01-01' })).toContain('deadline-over');
    expect(codes(draft, { today: '2027-01-01', issued: true })).not.toContain('deadline-over');
  });
  it('“- Lưu.” wants its place, not its line', () => {
    const { findings } = check(changed(PARTY, '- Lưu VPĐU.', '- Lưu.'));
    const finding = findings.find(({ code }) => code === 'archive-missing');
    expect(finding?.excerpt).toBe('- Lưu.');
    expect(finding?.message).toContain('chưa ghi nơi lưu');
  });
});

describe('a body is known by its short name', () => {
  it('UBMTTQ, MTTQVN and the full name are one recipient', () => {
    for (const written of ['Ủy ban MTTQVN phường', 'UBMTTQ phường', 'Ủy ban MTTQ Việt Nam phường']) {
      const text = [
        'KẾ HOẠCH',
        'tuyên truyền ngày truyền thống',
        'I. TỔ CHỨC THỰC HIỆN',
        '1. Ủy ban Mặt trận Tổ quốc Việt Nam phường',
        '- Tuyên truyền trong đoàn viên, hội viên trước ngày 10/3/2026.',
        'Nơi nhận:',
        `- ${written},`,
        '- Lưu VPĐU.',
      ].join('\n');
      expect(codes(text), written).not.toContain('unit-not-recipient');
      expect(codes(text.replace(written, 'Hội Nông dân phường')), written).toContain('unit-not-recipient');
    }
  });
});
