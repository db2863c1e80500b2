import { describe, expect, it } from 'vitest';
import {
  confirmationOf,
  questionText,
  type ToldQuestion,
} from '../../../../../shared/domain/report/question-text';

const question = (code: string, message: string, indicator: string | null = 'HN01'): ToldQuestion => ({
  code,
  indicator,
  message,
});
const closing = (...codes: readonly string[]): string =>
  questionText(
    'Chi bộ 1',
    '2026-Q1',
    codes.map((code) => question(code, 'a?')),
    'Văn phòng',
  )
    .split('\n')
    .at(-1) ?? '';

describe('questions to send', () => {
  it('are one text a unit', () => {
    const about = [question('jump', 'HN01: a?'), question('peers', 'HN02: b?')];
    expect(questionText('Chi bộ 1', '2026-Q1', about, 'Văn phòng')).toBe(
      [
        'Kính gửi Chi bộ 1: Văn phòng đã nhận báo cáo quý I năm 2026 của đơn vị. Đề nghị đơn vị kiểm tra lại giúp:',
        '1. HN01: a?',
        '2. HN02: b?',
        'Nếu đúng, xin nhắn “đúng”; nếu sai, xin gửi lại số đúng. Trân trọng cảm ơn.',
      ].join('\n'),
    );
  });

  it('ask for what each of them is about, not for a figure where none is meant', () => {
    expect(closing('same-text')).toBe(
      'Nếu đúng, xin nhắn “đúng”; nếu sai, xin gửi lại nội dung đúng. Trân trọng cảm ơn.',
    );
    expect(closing('personal-data')).toBe(
      'Phần có thông tin của công dân, xin bỏ thông tin ấy rồi gửi lại; nếu không phải, xin nhắn “không có”. Trân trọng cảm ơn.',
    );
    expect(closing('models-count')).toBe('Chỗ còn thiếu hoặc chưa khớp, xin gửi bổ sung. Trân trọng cảm ơn.');
    expect(closing('jump', 'same-text', 'personal-data')).toMatch(
      /^Nếu đúng.* số, nội dung đúng\. Phần có thông tin .*“không có”\. Trân trọng/u,
    );
  });
});

describe('the answer that nothing is wrong', () => {
  it.each([
    ['jump', 'HN01', 'Số đúng'],
    ['zero-after-figures', null, 'Đúng như báo cáo'],
    ['same-text', 'NX01', 'Nội dung đúng'],
    ['personal-data', 'NX01', 'Đã kiểm tra'],
    ['personal-data', null, 'Đã kiểm tra'],
    ['denominator-missing', 'DV02', 'Đã rõ'],
    ['models-count', 'TD02', 'Đã rõ'],
    ['of-a-newer-version', 'HN01', 'Số đúng'],
  ])('to %s of %s is “%s”', (code, indicator, words) => {
    expect(confirmationOf({ code, indicator })).toBe(words);
  });
});
