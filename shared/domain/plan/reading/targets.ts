/** Figures to be reached: the committee's own targets, and a superior's figures that are to be publicised. */
import type { ParsedTarget } from '../parsed';
import { labelOf } from './labels';
import { keyOf } from './lines';
import { inPieces, type Placed } from './sections';
import { targetColumns, targetOfRow } from './target-rows';

const NUMBER = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[,.]\\d+)?';
const PERCENT = new RegExp(
  `(?<![\\d.,/])(${NUMBER})\\s*(?:%\\s*)?(?:(?:-|–|đến)\\s*(${NUMBER})\\s*)?%(?:\\s*\\/\\s*(năm|tháng|quý|tuần))?`,
  'gu',
);
const UNITS =
  'triệu|tỷ|nghìn|ngàn|tấn|km|phút|lượt người|lượt|người|tin,? bài|tin|bài|hội nghị|buổi|cuộc|mô hình|chi bộ|đảng viên|hộ|doanh nghiệp|công trình|phần việc|cụm|chuyên mục|video|clip|sản phẩm|căn|xã|thôn|tổ dân phố|điểm|lớp|học viên|đợt|lần|văn bản|ý kiến|nhà|cây|ha|usd|đồng|suất|đồng chí|tiểu đội|nhà máy|bác sĩ|câu lạc bộ|đội|tập thể|cá nhân';
const COUNT = new RegExp(
  `(?<!\\p{L})(tối thiểu|ít nhất|không dưới|mỗi (?:tuần|tháng|quý|năm)(?: có)?(?: ít nhất| tối thiểu)?|bình quân(?: mỗi)?|duy trì|từ|trên|khoảng|đạt|phấn đấu)\\s+(?:có\\s+|là\\s+|đạt\\s+|từ\\s+|khoảng\\s+|trên\\s+)*(${NUMBER})(?:\\s*[-–]\\s*(${NUMBER}))?\\s*((?:${UNITS})(?!\\p{L})[\\p{L}\\s,-]{0,30}?)?(?:\\s*\\/\\s*(người\\/(?:năm|tháng)|năm|tháng|quý|tuần|người))?(?=[\\s,.;:)]|$)`,
  'gu',
);
/** "Trồng mới 500 cây xanh; 20 đến 30 người": under a heading of targets a figure needs no word before it. */
const PLAIN_COUNT = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?<!(?:số|ngày|tháng|năm|khóa|quý|điều|khoản|mục|thứ|lần)\\s+)(${NUMBER})(?:\\s*(?:-|–|đến)\\s*(${NUMBER}))?\\s+((?:${UNITS}|lao động|tổ(?!\\s+chức)|tuyến|khu dân cư|chi hội|chi đoàn|đường|quần chúng|hội viên|đoàn viên|cán bộ|học sinh|gia đình|hộ gia đình|mét|m2)(?!\\p{L}))(?:\\s*\\/\\s*(năm|tháng|quý|tuần))?`,
  'gu',
);
/** "Trao tặng 50 suất học bổng": what is done in so many, under a heading of aims. */
const DONE =
  /(?:trao(?: tặng)?|tặng|trồng|xây dựng|thành lập|kết nạp|mở|hỗ trợ|vận động|thu hút|phát triển|giúp(?: đỡ)?|sửa chữa|lắp đặt|ra mắt|đào tạo|tập huấn)\s+(?:được\s+|mới\s+|thêm\s+|cho\s+)*$/;
/** What stands there already, or stood there in another year. */
const NOT_YET_TO_DO =
  /(?:đã có|hiện có|hiện nay|đến nay|so với|toàn (?:phường|xã) có|gồm|trong đó)[^.;,]{0,40}$/;
/** "55/67 xã": so many of all; a date or the number of a document has no such word behind it. */
const SHARE =
  /(?<![\d/.,-])(?<!(?:ngày|số|tháng)\s+)(\d{1,4})\/(\d{1,4})\s+((?:xã|phường|thôn|tổ dân phố|tổ|chi bộ|đảng bộ|khu dân cư|trường|hộ|cơ quan|đơn vị|đảng viên|chi đoàn|chi hội|doanh nghiệp|tiêu chí|chỉ tiêu|điểm|người|đồng chí)(?!\p{L}))/gu;
/** What makes a figure in a section of contents something to be reached, not something told. */
const GOAL_WORD = /phấn đấu|đạt|bảo đảm|đảm bảo|hoàn thành|được|trên|từ|tối thiểu|ít nhất|trở lên|100\s?%/;
const UPWARD =
  /grdp|gdp|kim ngạch|của thành phố|toàn thành phố|thành phố hải phòng|thành phố (?:đạt|tăng|phấn đấu)|toàn tỉnh|của tỉnh|cả nước|toàn quốc|quốc gia|cấp tỉnh|đến năm 20[3-4]\d|cảng|xuất khẩu|công nghiệp/;
const LOCAL =
  /(?:phường|xã|chi bộ|đảng viên|đoàn viên|hội viên|tổ dân phố|thôn|cơ quan, đơn vị|cán bộ|địa phương|truyền thanh|hộ dân|hộ gia đình|trường học|học sinh|nhân dân|người dân)/;
/** "Kết quả 10 năm thực hiện …": what was reached is told of, not set. */
const RESULT = /^(?:tuyên truyền )?(?:những |các )?(?:kết quả|thành tựu|thành tích|truyền thống)(?!\p{L})/u;
const PROPAGANDA = /tuyên truyền|quán triệt|phổ biến|học tập/;

/** The targets of the sections, in printed order. `title` tells whether the plan spreads another body's document. */
export function targetsOf(texts: readonly Placed[], title: string): ParsedTarget[] {
  const spreads = PROPAGANDA.test(keyOf(title));
  let columns: ReturnType<typeof targetColumns> = null;
  return texts.flatMap(inPieces).flatMap((placed) => {
    if (placed.paragraph.cells === null) {
      columns = null;
      return inParagraph(placed, scopeOf(placed, spreads));
    }
    const heading = targetColumns(placed.paragraph);
    if (heading !== null) columns = heading;
    const row = heading === null && columns !== null ? targetOfRow(placed.paragraph, columns) : null;
    return row === null ? [] : [{ ...row, scope: scopeOf(placed, spreads).percent }];
  });
}

interface Scope {
  readonly percent: 'own' | 'content';
  /** For figures with "tối thiểu", "ít nhất", "mỗi tuần". */
  readonly floor: 'own' | 'content';
}

function scopeOf(placed: Placed, spreads: boolean): Scope {
  const headings = placed.path.map((node) => keyOf(node.title));
  const content = headings.some(
    (heading) =>
      /nội dung/.test(heading) &&
      !/nội dung (?:thực hiện|công việc|hoạt động|nhiệm vụ|và giải pháp)/.test(heading),
  );
  if (spreads && content) {
    const told =
      /^\(\d+\)/.test(placed.text) ||
      UPWARD.test(placed.key) ||
      RESULT.test(placed.key.slice(labelOf(placed.text)?.length ?? 0)) ||
      /tuyên truyền (?:các |những |mục|chỉ|nội|ý|quan|định|về|kết|thành)/.test(placed.key);
    if (told) return { percent: 'content', floor: 'content' };
    const reached = LOCAL.test(placed.key) && GOAL_WORD.test(placed.key);
    return { percent: reached ? 'own' : 'content', floor: 'own' };
  }
  // A city's figure stands in an own section too, when the sentence says whose it is.
  const citys =
    /grdp|của thành phố|toàn thành phố|cả nước|toàn quốc/.test(placed.key) &&
    !/địa phương|của phường|của xã|toàn phường|toàn xã/.test(placed.key);
  return citys ? { percent: 'content', floor: 'content' } : { percent: 'own', floor: 'own' };
}

function inParagraph(placed: Placed, scopes: Scope): ParsedTarget[] {
  const found: { from: number; to: number; target: ParsedTarget }[] = [];
  const { key, text } = placed;
  // "1- 100% chi bộ …": the item's own number is no figure.
  const label = labelOf(text)?.length ?? 0;
  for (const match of `${' '.repeat(label)}${key.slice(label)}`.matchAll(PERCENT)) {
    const first = numberOf(match[1]);
    // "năm 2026 - 100% …": a year is no end of a range.
    if (isCondition(key.slice(0, match.index))) continue;
    if (first === null || (first >= 1900 && first <= 2100 && match[2] !== undefined)) continue;
    const before = key.slice(Math.max(0, match.index - 45), match.index);
    const after = key.slice(match.index + match[0].length, match.index + match[0].length + 30);
    const sign = operatorAround(before, after);
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      target: make(placed, match.index, match.index + match[0].length, {
        scope: scopes.percent,
        ...sign,
        value: first,
        upper: match[2] === undefined ? null : numberOf(match[2]),
        operator: match[2] !== undefined && sign.operator === '=' ? '>=' : sign.operator,
        unit: '%',
        per: perOf(match[3]),
      }),
    });
  }
  for (const match of key.matchAll(SHARE)) {
    const [value, all] = [Number(match[1]), Number(match[2])];
    const before = key.slice(Math.max(0, match.index - 45), match.index);
    if (value > all || all < 2 || /(?:đã có|hiện có|hiện nay|đến nay)[^.;]*$/.test(before)) continue;
    const to = match.index + match[0].length;
    const sign = operatorAround(before, key.slice(to, to + 30));
    found.push({
      from: match.index,
      to,
      target: {
        ...make(placed, match.index, to, {
          scope: scopes.percent,
          ...sign,
          value,
          upper: null,
          unit: printed(text, key, match.index, to, match[3] ?? ''),
          per: null,
        }),
        of: all,
      },
    });
  }
  for (const match of key.matchAll(COUNT)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (found.some((one) => from < one.to && to > one.from)) continue;
    if (isCondition(key.slice(0, from))) continue;
    const value = numberOf(match[2]);
    const word = match[1] ?? '';
    if (value === null) continue;
    const unit = (match[4] ?? '').trim();
    const after = key.slice(to, to + 40);
    if (/^\s*%/.test(after)) continue;
    // "ít nhất 02 ngày trước hội nghị" says when, not how much.
    if (/^\s*(?:ngày|giờ|tuần|tháng)(?: làm việc)?,?\s+(?:trước|sau|kể từ)(?!\p{L})/u.test(after)) continue;
    const floor = /tối thiểu|ít nhất|không dưới/.test(match[0]);
    const upwards = /^\s*[^.;:]{0,40}trở lên/.test(after) || /trở lên/.test(match[0]);
    if (!floor && !(word === 'từ' && upwards)) {
      if (word === 'từ' || unit === '') continue;
      if (/^(?:bình quân|duy trì)/.test(word)) continue;
      if (!word.startsWith('mỗi') && scopes.percent === 'own' && !goalSection(placed)) continue;
    }
    if (unit === '' && !/\p{L}/u.test(after)) continue;
    found.push({
      from,
      to,
      target: make(placed, from, to, {
        scope: floor || upwards || word.startsWith('mỗi') ? scopes.floor : scopes.percent,
        operator:
          floor || upwards
            ? '>='
            : word === 'trên' || /trên\s+\d/.test(match[0])
              ? '>'
              : /^mỗi/.test(word)
                ? '>='
                : '=',
        value,
        upper: match[3] === undefined ? null : numberOf(match[3]),
        approx: /khoảng/.test(match[0]),
        unit: unit === '' ? null : printed(text, key, from, to, unit),
        per: perOf(match[5] ?? /mỗi (tuần|tháng|quý|năm)/.exec(word)?.[1]),
      }),
    });
  }
  const named = placed.path.some((node) => /chỉ tiêu/.test(keyOf(node.title)));
  if (scopes.percent === 'own' && goalSection(placed))
    for (const match of key.matchAll(PLAIN_COUNT)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const [value, upper] = [numberOf(match[1]), match[2] === undefined ? null : numberOf(match[2])];
      const before = key.slice(Math.max(0, from - 60), from);
      if (value === null || found.some((one) => from < one.to && to > one.from)) continue;
      if (NOT_YET_TO_DO.test(before) || isCondition(key.slice(0, from))) continue;
      // What stands in brackets only parts a figure; under aims, a figure is one when it is said to be done.
      if (/\([^()]*$/.test(key.slice(0, from)) || (!named && !DONE.test(before))) continue;
      const sign = operatorAround(before, key.slice(to, to + 30));
      found.push({
        from,
        to,
        target: make(placed, from, to, {
          scope: scopes.percent,
          ...sign,
          operator: upper !== null && sign.operator === '=' ? '>=' : sign.operator,
          value,
          upper,
          unit: printed(text, key, from, to, match[3] ?? ''),
          per: perOf(match[4]),
        }),
      });
    }
  return found.sort((a, b) => a.from - b.from).map((one) => one.target);
}

/** "Đối với thôn có từ 100 cử tri trở lên", "không đạt tín nhiệm trên 50%": whom a rule meets, not what is to be reached. */
function isCondition(before: string): boolean {
  return (
    /(?:đối với|nơi|nếu|trường hợp|khi)\s[^.;:,]{0,60}(?<!\p{L})có\s+(?:từ\s+|trên\s+|dưới\s+)?$/u.test(
      before,
    ) || /(?<!\p{L})không (?:đạt|đủ|được|để)\s[^.;:,%]{0,60}$/u.test(before)
  );
}

function goalSection(placed: Placed): boolean {
  return placed.path.some((node) => /mục tiêu|chỉ tiêu/.test(keyOf(node.title)));
}

function printed(text: string, key: string, from: number, to: number, unit: string): string {
  const at = key.slice(from, to).indexOf(unit);
  return at < 0 ? unit : text.slice(from + at, from + at + unit.length);
}

function operatorAround(
  before: string,
  after: string,
): { operator: ParsedTarget['operator']; approx: boolean } {
  const approx = /(?:khoảng|~|gần|xấp xỉ)\s*$/.test(before);
  if (/^\s*(?:\/(?:năm|tháng|quý|tuần)\s*)?(?:[\p{L}\s]{0,18})trở lên/u.test(after))
    return { operator: '>=', approx };
  if (/(?:tối thiểu|ít nhất|không dưới|không thấp hơn|≥|>=)\s*(?:đạt\s*|là\s*|có\s*|từ\s*)*$/.test(before))
    return { operator: '>=', approx };
  if (/(?:trên|lớn hơn|hơn|vượt|>)\s*$/.test(before)) return { operator: '>', approx };
  if (/(?:không quá|tối đa|không vượt quá|≤|<=)\s*$/.test(before)) return { operator: '<=', approx };
  if (/(?:dưới|nhỏ hơn|thấp hơn|<)\s*$/.test(before)) return { operator: '<', approx };
  return { operator: '=', approx };
}

function perOf(word: string | undefined): ParsedTarget['per'] {
  switch (word?.split('/').at(-1)) {
    case 'năm':
      return 'year';
    case 'tháng':
      return 'month';
    case 'quý':
      return 'quarter';
    case 'tuần':
      return 'week';
    default:
      return null;
  }
}

type TargetValues = Pick<ParsedTarget, 'scope' | 'operator' | 'value' | 'upper' | 'unit' | 'per' | 'approx'>;

/** The words around the figure, up to the sentence's marks, are the target's text. */
function make(placed: Placed, from: number, to: number, values: TargetValues): ParsedTarget {
  const { text, key } = placed;
  let start = from;
  while (start > 0 && !/[.;:]/.test(text[start - 1] ?? '') && from - start < 160) start--;
  if (/\d/.test(text[start - 2] ?? '') && text[start - 1] === '.') start = from;
  const stop = /[;.](?=\s|$)/.exec(text.slice(to));
  const end = Math.min(stop ? to + stop.index : text.length, to + 160);
  const sentence = text.slice(start, end);
  const lead = /^\s*(?:[-+–]\s*)?/.exec(sentence)?.[0].length ?? 0;
  const near = key.slice(start, end);
  const share = /\(tương ứng (?:với )?(\d+)\/(\d+)/.exec(key.slice(to, to + 60));
  const year =
    /(?<!(?:so với|bằng|hơn)(?: cùng kỳ| cuối| thực hiện)?(?: của)? )năm\s+(20\d{2})(?!\s*[-–])/.exec(near);
  return {
    text: sentence.slice(lead).trim(),
    ...values,
    of: share ? Number(share[2]) : null,
    year: year ? Number(year[1]) : null,
    source: { start: placed.start + start + lead, end: placed.start + end },
  };
}

/** "15,5" → 15.5; "11.247" → 11247. */
function numberOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const plain = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)
    ? text.replaceAll('.', '').replace(',', '.')
    : text.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
