/** A short plan of a body above, as it comes in: a letterhead in two columns and one thing to do. */
export const SUPERIOR_PLAN = [
  'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM',
  'BAN TỔ CHỨC THÀNH ỦY',
  '*\tHải Phòng, ngày 12 tháng 01 năm 2026',
  'Số 27-KH/BTCTU',
  'KẾ HOẠCH',
  'rà soát quy chế làm việc của các chi bộ',
  '-----',
  'Các đảng ủy xây dựng kế hoạch thực hiện, gửi về Ban trước ngày 10/02/2026.',
].join('\n');
