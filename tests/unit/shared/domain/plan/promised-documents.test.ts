import { describe, expect, it } from 'vitest';
import { promisedDocuments, promiseId } from '../../../../../shared/domain/plan/promised-documents';

const found = (text: string) => promisedDocuments(text).map(({ text: sentence, type }) => [type, sentence]);

describe('documents that a plan promises', () => {
  it.each([
    ['CV', 'Tổ chức hội nghị quán triệt trong tháng 3 (có văn bản riêng).'],
    ['CV', 'Tổ chức hội nghị báo cáo viên (Có văn bản tổ chức hội nghị riêng).'],
    ['HD', 'Nội dung thi tìm hiểu sẽ có hướng dẫn riêng.'],
    ['TB', 'Thời gian, địa điểm có thông báo sau.'],
    ['KH', 'Việc diễn tập thực hiện theo kế hoạch riêng.'],
    ['HD', 'Việc chấm điểm có văn bản hướng dẫn cụ thể sau.'],
    ['QĐ', 'Thường trực sẽ ban hành quyết định thành lập tổ giúp việc.'],
  ])('%s: %s', (type, sentence) => {
    expect(found(`I. NỘI DUNG\n- ${sentence}\n- Việc khác.`)).toEqual([
      [type, sentence.replace(/[.]$/u, '')],
    ]);
  });

  it.each([
    'Tuyên truyền về thành phố nói chung và phường An Bình nói riêng.',
    'Có văn bản chỉ đạo các chi bộ nói chung, chi bộ tổ dân phố nói riêng.',
    'Các đơn vị gửi báo cáo sau khi kết thúc hội nghị.',
    'Ban hành kế hoạch tuyên truyền trước ngày 15/3/2026.',
    'Có thông báo sau khi họp thì niêm yết.',
    'Giữ gìn bản sắc riêng.',
    '',
  ])('no promise: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes a day only where the sentence sets it as a limit', () => {
    const [limit] = promisedDocuments('Ban hành hướng dẫn riêng, xong trước ngày 20/4/2026.');
    expect(limit?.lastDay).toBe('2026-04-20');
    const [other] = promisedDocuments('Lễ kỷ niệm ngày 30/4/2026 có kế hoạch riêng.');
    expect(other?.lastDay).toBeNull();
    expect(promisedDocuments('Có văn bản riêng trước ngày 31/02/2026.')[0]?.lastDay).toBeNull();
  });

  it('reads over a wrapped line and tells one sentence once', () => {
    const text = 'a) Hội thi sẽ có hướng\ndẫn riêng, có thông báo sau.\nb) Việc khác.';
    const promises = promisedDocuments(text);
    expect(promises).toHaveLength(1);
    expect(promises[0]?.id).toBe(promiseId('a) Hội thi sẽ có hướng dẫn riêng, có thông báo sau'));
  });

  it('does not depend on the Unicode form', () => {
    const text = 'Hội thi sẽ có hướng dẫn riêng.';
    expect(promisedDocuments(text.normalize('NFD'))[0]?.id).toBe(promisedDocuments(text)[0]?.id);
  });
});
