import { describe, expect, test } from 'vitest';
import { guardedNumber, looksLikeAccount, proposesGuarded } from '../../../../../shared/domain/task/guarded';

describe('which tasks are proposed', () => {
  test.each([
    'Nắm bắt tình hình tư tưởng, dư luận xã hội trong Nhân dân',
    'Đấu tranh, phản bác các quan điểm sai trái, thù địch',
    'Xử lý thông tin xấu độc trên không gian mạng',
    'Phát hiện tin giả',
    'Nắm tâm tư, nguyện vọng của đoàn viên',
  ])('%s', (text) => expect(proposesGuarded(text)).toBe(true));
  test.each([
    'Tạo sự thống nhất tư tưởng và hành động',
    'Học tập và làm theo tư tưởng, đạo đức Hồ Chí Minh',
    'Duy trì tin, bài trên truyền thanh',
  ])('not “%s”', (text) => expect(proposesGuarded(text)).toBe(false));
});

describe('the number of a document', () => {
  test.each(['12-BC/ĐU', '05/BC-UBND', '125/UBND-VP', '7-CTr/TU', '08-BC/BXDĐ'])('%s is one', (text) => {
    expect(guardedNumber(text)).toEqual({ ok: true, value: text });
  });
  test('spaces around the marks do not count', () => {
    expect(guardedNumber(' 12 - BC / ĐU ')).toEqual({ ok: true, value: '12-BC/ĐU' });
    expect(guardedNumber('')).toEqual({ ok: true, value: '' });
  });
  test.each([
    'https://facebook.com/abc',
    'facebook abc',
    '@nguyen.van.a',
    'nhóm Zalo tổ 5',
    'www.tin-gia.vn/bai',
    'trang tingia.com',
    '12-BC/ĐU của ông Nguyễn Văn A',
    'Nguyễn Văn A',
    '0912345678',
    '12-BC/ĐU http://x.vn',
  ])('“%s” is none', (text) => {
    const answer = guardedNumber(text);
    expect(answer.ok).toBe(false);
    // The match is not repeated.
    if (!answer.ok) expect(answer.error.message).not.toContain(text);
  });
});

test.each(['zalo.me/123', 'xem t.me/kenh', 'tên@tai.khoan', 'youtube', '// abc'])(
  '%s looks like an account',
  (text) => {
    expect(looksLikeAccount(text)).toBe(true);
  },
);
test('a sentence about work does not', () => {
  expect(looksLikeAccount('Xin thêm thời gian để tổng hợp số liệu 2 thôn.')).toBe(false);
});
