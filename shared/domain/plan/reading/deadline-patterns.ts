/**
 * How Vietnamese offices word a deadline; all patterns are written for `keyOf` texts. A word begins after no letter, or
 * after "ủy", behind which PDF copies lose the space: "Ban Thường vụ Đảng ủytrước ngày …".
 */

export const BEFORE =
  /(?<!\p{L}(?<!ủy))trước\s+(?:(?:thời điểm|thời hạn)\s+)?(?=(?:\d{1,2}\s*(?:h|giờ)|ngày\s|mùng\s|\d{1,2}\s*[/.-]|tháng\s+\d|quý\s|năm\s+20\d|ngày$))/gu;
export const UNTIL =
  /(?<!\p{L}(?<!ủy))(?:chậm nhất(?:\s+là)?(?:\s+(?:đến|vào|trong|trước))?|không (?:muộn|chậm) hơn|không quá|kết thúc(?:\s+vào)?|trong(?=\s+ngày\s+\d)|muộn nhất(?:\s+là)?|hạn cuối(?:\s+là)?(?:\s*:)?|(?:thời\s+)?hạn(?: nộp| gửi| chót)?[^.;:]{0,25}:|(?<!tính )đến hết|hết|(?<!tính )(?<!kể )đến|xong(?: trong)?)\s+(?=(?:hết\s+)?(?:ngày\s|mùng\s|\d{1,2}\s*[/.-]\s*\d|tháng\s+\d|quý\s|\d{1,2}\s*(?:h|giờ)))/gu;
/** "từ 1/5 – 23/5/2021": the second day ends the time. */
export const DASHED_DAYS =
  /(?<!\p{L})từ\s+(?:ngày\s+)?\d{1,2}(?:\s*\/\s*\d{1,2}){0,2}(?:\/20\d{2})?\s*[-–]\s*(?=(?:ngày\s+)?\d{1,2}\s*\/\s*\d{1,2})/gu;
export const TIME_LABEL =
  /^(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)(?:[^:.;]{0,45})?\s*:\s*/u;
/** The same behind a sentence of its line: "Trồng cây. Thời gian: tháng 9/2026". */
export const TIME_LABEL_WITHIN =
  /[.;(]\s*(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm)(?:[^:.;]{0,45})?\s*:\s*/u;
/** What stands before the first day of a range: "từ", "trong khoảng thời gian từ", "từ 8 giờ 00". */
export const BEGINNING = /(?:^|\s)từ\s+(?:\d{1,2}\s*(?:h|giờ)\s*(?:\d{2})?(?:\s*phút)?,?\s*)?$/;
/** "đầu", "nửa cuối", "tuần đầu tiên của", "10 ngày đầu": a part of the month or quarter that follows. */
const PART =
  '(?:(?:khoảng\\s+)?(?:nửa\\s+)?(?:đầu|giữa|cuối)\\s+|tuần\\s+(?:lễ\\s+)?(?:đầu(?:\\s+tiên)?|cuối(?:\\s+cùng)?|thứ\\s+[\\p{L}\\d]+)\\s+|(?:10|15|mười|mười lăm)\\s+ngày\\s+(?:đầu(?:\\s+tiên)?|cuối)\\s+)(?:của\\s+)?';
export const WITHIN = new RegExp(
  `(?<!\\p{L})(?:(?:trong|vào)\\s+|(?:(?:trong|vào|trước|ngay)\\s+)?${PART}|(?:trong|tại|vào)\\s+(?:(?:kỳ|buổi|cuộc)\\s+)?(?:sinh hoạt|họp)(?:\\s+(?:chi bộ|chi đoàn|chi hội|định kỳ|thường kỳ|hằng tháng|chuyên đề)){0,3}\\s+)(?=(?:quý\\s+[iv1-4]|tháng\\s+\\d))`,
  'gu',
);
export const COMPLETE_YEAR =
  /(?:hoàn thành|xong)[^.;]{0,40}?(?:trong\s+|(?:(?:trong|vào|trước)\s+)?(?<!(?:quý|tháng|tuần|ngày)\s)(?:đầu|giữa|cuối)\s+)(?=năm\s+20\d{2})/gu;
const EVERY = '(?:hằng|hàng|mỗi)';
const UP_TO = '(?:trước|chậm nhất(?:\\s+là)?(?:\\s+(?:vào|đến|trước))?)';
export const RECURRING = new RegExp(
  `(?:(?<![\\p{L}\\d/])(?:${UP_TO}\\s+)?(?:ngày\\s+)?(?:\\d{1,2}(?:\\/\\d{1,2})?\\s*(?:,|và|hoặc)\\s*(?:${UP_TO}\\s+)?(?:ngày\\s+)?){0,3}(?:\\d{1,2}|cuối)(?:\\/\\d{1,2}|\\s+tháng\\s+\\d{1,2})?\\s+${EVERY}\\s+(?:tuần|tháng|quý|năm)|(?:tuần|ngày) cuối (?:cùng )?(?:của )?(?:tháng|quý|${EVERY} tháng)(?!\\s+\\d)|${UP_TO}\\s+ngày\\s+\\d{1,2}\\s+(?:của\\s+)?(?:(?:các|từng|mỗi)\\s+tháng|(?<=của\\s)tháng(?!\\s+(?:\\d|cuối|đầu|kế|sau|tiếp)))|(?:(?:sáng|chiều)\\s+)?thứ\\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])\\s+${EVERY}\\s+tuần|trước ngày \\d{1,2} (?:của )?tháng (?:cuối|đầu|kế tiếp|sau|tiếp theo)(?:(?!\\s(?:và|để|trước|chậm|gửi)\\s)[^,.;]){0,20}(?![\\p{L}\\d])|định kỳ\\s+(?:${EVERY}\\s+)?(?:(?:0?\\d\\s+)?(?:tuần|tháng|quý|năm)|6 tháng)(?:\\s+\\d{1,2}(?!\\d)(?:,?\\s*(?:và\\s+)?tháng\\s+\\d{1,2}(?!\\d))*)?)`,
  'gu',
);
export const RELATIVE =
  /(?:(?:chậm nhất(?: là| sau| trong)?|sau|trong (?:thời hạn|thời gian|vòng))\s+)?\d{1,3}(?:\s+(?:ngày|giờ|tuần|tháng)|h)(?:\s+làm việc)?,?\s+(?:(?:kể|tính)\s+từ(?:\s+ngày)?|từ ngày(?!\s+\d)|(?:kể\s+)?sau khi|từ khi|từ lúc|từ thời điểm|sau ngày)[^.;,]{0,60}/gu;
/** "trong vòng 24 giờ", "trong 05 ngày làm việc": from what on, the text does not say. */
export const SPAN =
  /(?<!\p{L})(?:trong\s+(?:thời hạn|vòng)\s+(?:\d{1,3}\s*(?:giờ|h|ngày|tuần)(?:\s+làm việc)?)|trong\s+\d{1,3}\s*(?:giờ|h|ngày\s+làm việc)|trước\s+(?:ít nhất\s+)?\d{1,2}\s+ngày(?:\s+làm việc)?)(?![\p{L}\d]|\s+(?:đầu|cuối|cao điểm))/gu;
/** What is handed in or settled within such a span; other spans are how long something lasts. */
export const SETTLED = /báo cáo|gửi|nộp|hoàn thành|trả lời|phản hồi|thông báo|giải quyết|xử lý|cung cấp/;
/** "Hằng tháng gửi báo cáo … trước ngày 25", "Hằng năm … trước ngày 30/11": the cycle first, then its day. */
export const DAY_OF_CYCLE = new RegExp(
  `(?<!\\p{L})(?:định kỳ,?\\s+)?${EVERY}\\s+(?:(?:tháng|quý)[^.;:]{0,110}?\\s\\(?${UP_TO}\\s+(?:vào\\s+)?ngày\\s+\\d{1,2}(?!\\d|\\s*[/.-]\\s*\\d|\\s+tháng\\s+\\d)(?:\\s+(?:của\\s+)?tháng\\s+(?:cuối|đầu|kế tiếp|sau|tiếp theo)(?:\\s+cùng)?(?:\\s+(?:của\\s+)?(?:mỗi\\s+)?quý)?)?\\)?|năm[^.;:]{0,110}?\\s\\(?${UP_TO}\\s+(?:ngày\\s+)?(?<day>\\d{1,2})(?:\\s*\\/\\s*|\\s+tháng\\s+)(?<month>\\d{1,2})(?!\\d|\\s*[/.-]\\s*\\d|\\s+năm\\s+\\d))`,
  'gu',
);
export const CONTINUOUS = /thường xuyên(?:,\s*liên tục)?/u;

/** "chậm nhất sau hội nghị 03 ngày": the event stands before the number of days. */
export const AFTER_EVENT =
  /(?:chậm nhất\s+)?(?<!\p{L})sau\s+(?:khi\s+)?[^,.;:\d]{3,50}\s\d{1,2}\s+(?:ngày|giờ)(?:\s+làm việc)?(?!\p{L})/gu;
/** "trong 6 tháng đầu năm": a part of a year, in which something is to be done. */
export const PART_OF_YEAR = /(?<!\p{L})trong\s+(?=(?:0?[69]|sáu|chín)\s+tháng\s)/gu;
/** "trong các tháng 3, 4, 5 năm 2026": the last one named is when it ends. */
export const MONTHS = /(?<!\p{L})trong các tháng\s+(?:\d{1,2}\s*(?:,|và)\s*)+(?=\d{1,2})/gu;
/** Days of the moon's calendar: the words are kept, the day is a person's to find. */
export const BY_THE_MOON =
  /(?<!\p{L})(?:trước|chậm nhất(?:\s+là)?|đến hết|xong trước)\s+(?:ngày\s+|đêm\s+)?(?:(?:mùng|mồng)?\s*\d{1,2}\s+)?(?:tết(?:\s+nguyên đán)?(?:\s+\p{L}+\s+\p{L}+)?|rằm\s+tháng\s+(?:giêng|chạp|bảy|tám|\d{1,2})|tháng\s+(?:giêng|chạp))(?!\p{L})/gu;
/** "gửi … vào ngày D": the day itself. */
export const ON_DAY =
  /(?<!\p{L})(?:hoàn thành|gửi|nộp|báo cáo)(?![^.;:]*\ssố\s)[^.;:]{0,90}?\svào\s+(?=ngày\s+\d{1,2}\s*[/.-]\s*\d|ngày\s+\d{1,2}\s+tháng)/gu;
/** "Tổ chức Tết trồng cây vào ngày D": the day of what is held, when it lies ahead of the plan. */
export const HELD_ON_DAY =
  /(?<!\p{L})(?:tổ chức|ra quân|phát động|tổng kết|sơ kết|diễn ra)(?!\s+vào)(?![^.;:]*\ssố\s)[^.;:]{0,90}?\svào\s+(?=ngày\s+\d{1,2}\s*[/.-]\s*\d|ngày\s+\d{1,2}\s+tháng)/gu;
export const WORK_TO_DO = /hoàn thành|xong|sơ kết|thực hiện|triển khai|tổ chức|kết thúc/;
