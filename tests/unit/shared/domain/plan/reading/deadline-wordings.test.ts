/** Wordings of deadlines beside what they mean; the plan is of 05/02/2026. */
import { describe, expect, it } from 'vitest';
import { readPlan, sourceFromText } from '../../../../../../shared/domain/plan/reading/read-plan';

/** kind · last day or period · hour · the words kept; "—" where there is no deadline. */
function read(sentence: string): string {
  const { plan } = readPlan(
    sourceFromText(
      `Số 01-KH/ĐU\nAn Bình, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\nthử nghiệm\n\nCăn cứ tình hình thực tế, xây dựng Kế hoạch như sau:\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy\n\n- ${sentence}\n\nNơi nhận:\n- Lưu VPĐU.\n`,
    ),
  );
  const found = plan.deadlines.map(({ kind, lastDay, period, time, text }) =>
    [kind, lastDay ?? period ?? 'null', ...(time === null ? [] : [time]), text].join(' · '),
  );
  return found.length === 0 ? '—' : found.join(' | ');
}

const DAYS = [
  ['Gửi báo cáo trước ngày 10/6/2026.', 'date · 2026-06-09 · trước ngày 10/6/2026'],
  ['Gửi báo cáo trước 10-6-2026.', 'date · 2026-06-09 · trước 10-6-2026'],
  ['Gửi báo cáo trước ngày 10.6.2026.', 'date · 2026-06-09 · trước ngày 10.6.2026'],
  ['Xong trước 30/6.', 'date · 2026-06-29 · trước 30/6'],
  ['Hoàn thành trước ngày 01/01/2027.', 'date · 2026-12-31 · trước ngày 01/01/2027'],
  ['Hoàn thành trước ngày 01/3/2026.', 'date · 2026-02-28 · trước ngày 01/3/2026'],
  ['Hoàn thành trước ngày 01/3/2028.', 'date · 2028-02-29 · trước ngày 01/3/2028'],
  [
    'Hoàn thành chậm nhất là ngày 31 tháng 12 năm 2026.',
    'date · 2026-12-31 · chậm nhất là ngày 31 tháng 12 năm 2026',
  ],
  ['Hoàn thành muộn nhất ngày 15/8/2026.', 'date · 2026-08-15 · muộn nhất ngày 15/8/2026'],
  ['Chậm nhất 30/6/2026 phải hoàn thành.', 'date · 2026-06-30 · Chậm nhất 30/6/2026'],
  ['Chậm nhất đến hết ngày 28/02/2026.', 'date · 2026-02-28 · Chậm nhất đến hết ngày 28/02/2026'],
  ['Hoàn thành không muộn hơn ngày 20/5/2026.', 'date · 2026-05-20 · không muộn hơn ngày 20/5/2026'],
  ['Hoàn thành không quá ngày 20/5/2026.', 'date · 2026-05-20 · không quá ngày 20/5/2026'],
  ['Hạn cuối: 20/9/2026.', 'date · 2026-09-20 · Hạn cuối: 20/9/2026'],
  ['Thời hạn: 31/3/2026.', 'date · 2026-03-31 · Thời hạn: 31/3/2026'],
  ['Treo băng rôn đến hết ngày 30/4/2026.', 'date · 2026-04-30 · đến hết ngày 30/4/2026'],
  ['Thực hiện xong trước hết ngày 15/5/2026.', 'date · 2026-05-15 · hết ngày 15/5/2026'],
  ['Đến 30/6/2026 hoàn thành.', 'date · 2026-06-30 · Đến 30/6/2026'],
  ['Từ nay đến 30/6/2026.', 'date · 2026-06-30 · đến 30/6/2026'],
  ['Thời gian: từ ngày 01/4/2026 đến ngày 30/4/2026.', 'date · 2026-04-30 · đến ngày 30/4/2026'],
  ['Huấn luyện 15 ngày, từ ngày 02/3/2026 đến ngày 16/3/2026.', 'date · 2026-03-16 · đến ngày 16/3/2026'],
  ['Thời gian: từ 01/4 đến 30/4/2026.', 'date · 2026-04-30 · đến 30/4/2026'],
  ['Kết thúc ngày 31/5/2026.', 'date · 2026-05-31 · Kết thúc ngày 31/5/2026'],
  ['Gửi về Ban Xây dựng Đảng trong ngày 12/3/2026.', 'date · 2026-03-12 · trong ngày 12/3/2026'],
  ['Hoàn thành việc rà soát vào ngày 15/4/2026.', 'date · 2026-04-15 · ngày 15/4/2026'],
  ['Tổ chức “Tết trồng cây” vào ngày 22/02/2026.', 'date · 2026-02-22 · ngày 22/02/2026'],
  ['Hoàn thành trước tháng 6/2026.', 'date · 2026-05-31 · trước tháng 6/2026'],
  ['Hoàn thành trước tháng 3/2026.', 'date · 2026-02-28 · trước tháng 3/2026'],
  ['Hoàn thành trước quý III/2026.', 'date · 2026-06-30 · trước quý III/2026'],
  ['Hoàn thành trước năm 2027.', 'date · 2026-12-31 · trước năm 2027'],
] as const;

const HOURS = [
  ['Báo cáo trước 16h00 ngày 25/3/2026.', 'date · 2026-03-25 · 16:00 · trước 16h00 ngày 25/3/2026'],
  [
    'Báo cáo trước 16 giờ 30 phút ngày 25/3/2026.',
    'date · 2026-03-25 · 16:30 · trước 16 giờ 30 phút ngày 25/3/2026',
  ],
  [
    'Gửi danh sách trước 9 giờ, ngày 12 tháng 3 năm 2026.',
    'date · 2026-03-12 · 09:00 · trước 9 giờ, ngày 12 tháng 3 năm 2026',
  ],
  [
    'Hạn nộp báo cáo: 17h00 ngày 20/9/2026.',
    'date · 2026-09-20 · 17:00 · Hạn nộp báo cáo: 17h00 ngày 20/9/2026',
  ],
  ['Hoàn thành trước 24h00 ngày 31/12/2026.', 'date · 2026-12-31 · trước 24h00 ngày 31/12/2026'],
] as const;

const PERIODS = [
  ['Hoàn thành trong quý 2 năm 2026.', 'period · 2026-Q2 · trong quý 2 năm 2026'],
  ['Xong trong quý I/2027.', 'period · 2027-Q1 · Xong trong quý I/2027'],
  ['Hoàn thành vào cuối quý II/2026.', 'period · 2026-Q2 · vào cuối quý II/2026'],
  ['Hoàn thành cuối quý III.', 'period · 2026-Q3 · cuối quý III'],
  ['Hoàn thành đầu quý IV/2026.', 'period · 2026-Q4 · đầu quý IV/2026'],
  ['Hoàn thành trong quý I, quý II/2026.', 'period · 2026-Q2 · trong quý I, quý II/2026'],
  ['Thời gian thực hiện: từ quý I đến quý IV năm 2026.', 'period · 2026-Q4 · đến quý IV năm 2026'],
  ['Triển khai đầu tháng 3/2026.', 'period · 2026-03 · đầu tháng 3/2026'],
  ['Hoàn thành giữa tháng 5/2026.', 'period · 2026-05 · giữa tháng 5/2026'],
  ['Hoàn thành cuối tháng 11 năm 2026.', 'period · 2026-11 · cuối tháng 11 năm 2026'],
  ['Hoàn thành trong tháng 6.', 'period · 2026-06 · trong tháng 6'],
  ['Thời gian hoàn thành: Tháng 9/2026.', 'period · 2026-09 · Tháng 9/2026'],
  ['Triển khai từ tháng 3 đến tháng 5/2026.', 'period · 2026-05 · đến tháng 5/2026'],
  ['Tổ chức đợt cao điểm đến hết tháng 8/2026.', 'period · 2026-08 · đến hết tháng 8/2026'],
  ['Thực hiện trong tháng 3 và tháng 4/2026.', 'period · 2026-04 · trong tháng 3 và tháng 4/2026'],
  ['Hoàn thành trong các tháng 3, 4, 5 năm 2026.', 'period · 2026-05 · trong các tháng 3, 4, 5 năm 2026'],
  ['Hoàn thành trong tuần đầu tháng 4/2026.', 'period · 2026-04 · trong tuần đầu tháng 4/2026'],
  ['Hoàn thành trong tuần thứ 2 của tháng 3/2026.', 'period · 2026-03 · trong tuần thứ 2 của tháng 3/2026'],
  ['Ra quân vào tuần đầu tiên của tháng 9/2026.', 'period · 2026-09 · vào tuần đầu tiên của tháng 9/2026'],
  ['Báo cáo vào giữa tháng 5.', 'period · 2026-05 · vào giữa tháng 5'],
  ['Xong trước cuối tháng 6/2026.', 'period · 2026-06 · trước cuối tháng 6/2026'],
  ['Hoàn thành trong nửa đầu tháng 6/2026.', 'period · 2026-06 · trong nửa đầu tháng 6/2026'],
  ['Trong 10 ngày đầu tháng 9/2026 hoàn thành.', 'period · 2026-09 · Trong 10 ngày đầu tháng 9/2026'],
  ['Báo cáo trong kỳ sinh hoạt tháng 3/2026.', 'period · 2026-03 · trong kỳ sinh hoạt tháng 3/2026'],
  ['Hoàn thành vào cuối năm 2026.', 'period · 2026 · Hoàn thành vào cuối năm 2026'],
  ['Hoàn thành trong năm 2026.', 'period · 2026 · Hoàn thành trong năm 2026'],
  ['Hoàn thành trong 6 tháng đầu năm 2026.', 'period · 2026-H1 · trong 6 tháng đầu năm 2026'],
  ['Hoàn thành trong 9 tháng năm 2026.', 'period · 2026-9M · trong 9 tháng năm 2026'],
  ['Sơ kết trong 6 tháng cuối năm 2026.', 'period · 2026-H2 · trong 6 tháng cuối năm 2026'],
] as const;

const NO_DAY = [
  ['Hoàn thành sau 15 ngày kể từ ngày ký.', 'relative · null · sau 15 ngày kể từ ngày ký'],
  [
    'Hoàn thành trong thời hạn 10 ngày kể từ ngày ban hành Kế hoạch.',
    'relative · null · trong thời hạn 10 ngày kể từ ngày ban hành Kế hoạch',
  ],
  [
    'Trong 03 ngày làm việc kể từ ngày nhận hồ sơ.',
    'relative · null · 03 ngày làm việc kể từ ngày nhận hồ sơ',
  ],
  [
    'Báo cáo trong vòng 02 giờ kể từ khi xảy ra vụ việc.',
    'relative · null · trong vòng 02 giờ kể từ khi xảy ra vụ việc',
  ],
  [
    'Báo cáo chậm nhất 05 ngày làm việc sau khi kết thúc hội nghị.',
    'relative · null · chậm nhất 05 ngày làm việc sau khi kết thúc hội nghị',
  ],
  ['Gửi báo cáo sau hội nghị 03 ngày.', 'relative · null · sau hội nghị 03 ngày'],
  ['Báo cáo kết quả trong vòng 24 giờ.', 'relative · null · trong vòng 24 giờ'],
  ['Gửi tài liệu cho Tổ kiểm tra trước 05 ngày.', 'relative · null · trước 05 ngày'],
  ['Trả lời bằng văn bản trong 05 ngày làm việc.', 'relative · null · trong 05 ngày làm việc'],
  [
    'Báo cáo trong vòng 24h tính từ thời điểm phát hiện.',
    'relative · null · trong vòng 24h tính từ thời điểm phát hiện',
  ],
  ['Hằng tháng gửi báo cáo trước ngày 25.', 'recurring · null · Hằng tháng gửi báo cáo trước ngày 25'],
  [
    'Định kỳ hằng tháng (trước ngày 25) báo cáo Ban Thường vụ.',
    'recurring · null · Định kỳ hằng tháng (trước ngày 25)',
  ],
  [
    'Báo cáo định kỳ hằng quý trước ngày 10 tháng cuối quý.',
    'recurring · null · định kỳ hằng quý trước ngày 10 tháng cuối quý',
  ],
  ['Báo cáo tháng gửi trước ngày 15 của tháng.', 'recurring · null · trước ngày 15 của tháng'],
  ['Hằng năm báo cáo trước ngày 30/02.', 'recurring · null · Hằng năm báo cáo trước ngày 30/02'],
  ['Báo cáo trước ngày 20 hằng tháng.', 'recurring · null · trước ngày 20 hằng tháng'],
  ['Báo cáo ngày 07 hằng tháng.', 'recurring · null · ngày 07 hằng tháng'],
  ['Báo cáo vào tuần cuối tháng.', 'recurring · null · tuần cuối tháng'],
  ['Báo cáo vào thứ Sáu hằng tuần.', 'recurring · null · thứ Sáu hằng tuần'],
  ['Báo cáo trước ngày 15 của tháng cuối quý.', 'recurring · null · trước ngày 15 của tháng cuối quý'],
  ['Báo cáo trước ngày 05 tháng 12 hằng năm.', 'recurring · null · trước ngày 05 tháng 12 hằng năm'],
  [
    'Báo cáo trước ngày 15/6 và trước ngày 15/12 hằng năm.',
    'recurring · null · trước ngày 15/6 và trước ngày 15/12 hằng năm',
  ],
  ['Hằng năm, trước ngày 30/11 gửi báo cáo.', 'recurring · null · Hằng năm, trước ngày 30/11'],
  ['Mỗi năm sơ kết một lần vào quý IV.', 'recurring · null · vào quý IV'],
  ['Báo cáo định kỳ hằng quý.', 'recurring · null · định kỳ hằng quý'],
  ['Định kỳ tháng 6, tháng 12 báo cáo Ban Thường vụ.', 'recurring · null · Định kỳ tháng 6, tháng 12'],
  ['Thời gian: Thường xuyên.', 'continuous · null · Thường xuyên'],
  ['Thời gian thực hiện: thường xuyên, liên tục.', 'continuous · null · thường xuyên, liên tục'],
  ['Hoàn thành trước Tết Nguyên đán Bính Ngọ.', 'date · null · trước Tết Nguyên đán Bính Ngọ'],
  ['Hoàn thành trước ngày 23 tháng Chạp.', 'date · null · trước ngày 23 tháng Chạp'],
  ['Hoàn thành trước ngày 15/3 âm lịch.', 'date · null · trước ngày 15/3 âm lịch'],
  ['Hoàn thành trước ngày 31/9/2026.', 'date · null · trước ngày 31/9/2026'],
] as const;

describe('wordings of deadlines', () => {
  it.each([...DAYS, ...HOURS, ...PERIODS, ...NO_DAY])('%s', (sentence, meaning) => {
    expect(read(sentence)).toBe(meaning);
  });

  it('are tried in great number', () => {
    expect(DAYS.length + HOURS.length + PERIODS.length + NO_DAY.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    'Thực hiện Công văn số 12-CV/BXDĐ gửi các chi bộ ngày 03/02/2026.',
    'Bắt đầu thực hiện từ ngày 01/7/2026.',
    'Số liệu tính đến ngày 31/12/2025.',
    'Phấn đấu đến năm 2030 đạt chuẩn đô thị văn minh.',
    'Ôn lại truyền thống đầu tháng 8 năm 1945.',
    'Tổ chức đêm hội trăng rằm tháng Tám.',
    'Hoàn thành trước kỳ họp HĐND giữa năm.',
    'Đại hội đã tổ chức vào ngày 15/8/2025.',
    'Phát động thi đua trong vòng 15 ngày cao điểm.',
    'Mỗi buổi sinh hoạt kéo dài trong 2 giờ.',
  ])('are not seen in: %s', (sentence) => {
    expect(read(sentence)).toBe('—');
  });
});
