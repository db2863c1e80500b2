/** Bodies and people that work is given to: where a heading names one, and where its name ends. */
import { keyOf } from './lines';
import { TASK_VERBS } from './vocabulary';

export interface UnitHead {
  /** As printed, without "Đề nghị", number, colon. */
  readonly unit: string;
  /** Place of the name in the text. */
  readonly start: number;
  readonly end: number;
  /** What follows: the text after the colon, or from the verb on; null when the heading is nothing but the name. */
  readonly restStart: number | null;
  /** Whether the name is the whole text, or is parted from the rest by a colon. */
  readonly pure: boolean;
}

const LEAD =
  /^(?:(?:đề nghị|đối với|giao cho|giao|yêu cầu|trách nhiệm của|nhiệm vụ của|phân công|đề nghị với|về phía)\s+)+/u;

const BODY_WORDS =
  'ban|ủy ban|ubnd|ub|ubmt|ubmttq|ông|hđnd|hội đồng|văn phòng|vp|phòng|trung tâm|tt|công an|trạm|trường|chi bộ|chi đảng bộ|đảng bộ|đảng ủy|cấp ủy|tổ chức đảng|tổ chức cơ sở đảng|cơ quan|đơn vị|tổ dân phố|tdp|thôn|xóm|ấp|bản|khu dân cư|khu phố|hội|đoàn|công đoàn|liên đoàn|mặt trận|mttq|đội ngũ|báo cáo viên|tuyên truyền viên|cộng tác viên|tổ|đội|thủ trưởng|người đứng đầu|trưởng|phó|thường trực|đồng chí|đ/c|bí thư|chủ tịch|lãnh đạo|kế toán|công chức|cán bộ|sở|ngành|bộ phận|đài|bưu điện|quỹ (?:tín dụng|hỗ trợ|bảo trợ|đầu tư|bảo vệ|phát triển)|ngân hàng|doanh nghiệp|hợp tác xã|điện lực|chi cục|hạt kiểm lâm|nhà văn hóa|thư viện|viện|chi nhánh|bộ|ban, ngành|phòng, ban|hội, đoàn thể|đoàn thể|tổ chức chính trị|tổ chức ct|tổ chức xã hội|tổ chức hội|tổ chức thành viên|tổ chức đoàn thể|nhân dân|hộ gia đình|đảng viên|đại biểu|nhà trường|cơ sở|lực lượng|quân sự|ban chqs|thành viên|nhân viên|giáo viên|học sinh|sinh viên|phụ huynh|hiệu trưởng|giám đốc|người dân|chủ hộ|chủ cơ sở|hộ dân|ủy viên|thư ký|nhóm|câu lạc bộ|clb|kiểm lâm|biên phòng|chi hội|chi đoàn|tổ trưởng|ban công tác|chi ủy|liên đội|chủ nhiệm|chánh văn phòng|tiểu ban|kho bạc|thuế cơ sở|bảo hiểm xã hội|đồn|công ty|chủ đầu tư|đoàn viên|hội viên|thanh tra|liên minh|ủy ban hội|hiệp hội|người phát ngôn|nông trường|lâm trường|các';

const STARTS = new RegExp(
  `^(?:(?:các|toàn thể|tất cả các|mỗi|từng|những|100%)\\s+)?(?:${BODY_WORDS})(?![\\p{L}\\d])`,
  'u',
);

/** Words that look like a body's but are not: "Hội nghị", "Ban hành", "Phòng, chống", "Tổ chức tuyên truyền", … */
const NOT_BODY =
  /^(?:(?:các|những)\s+)?(?:hội (?:nghị|thi|thảo|diễn|nhập|họp)|ban hành|phòng[,]? (?:chống|ngừa|cháy|bệnh|dịch|trừ)|tổ chức(?! (?:đảng|cơ sở đảng|chính trị|ct|xã hội|hội(?! (?:nghị|thi|thảo|diễn|họp))|đoàn|thành viên|kinh tế|quần chúng|tôn giáo))|đoàn kết|đoàn kiểm tra đánh giá|công đoạn|bộ (?:máy|tiêu chí|chỉ số|tài liệu|luật|phận một cửa điện tử)|sở hữu|cơ sở vật chất|cơ sở dữ liệu|cơ sở pháp lý|trường hợp|các (?:nội dung|nhiệm vụ|giải pháp|hoạt động|hình thức|chỉ tiêu|mục tiêu|bước|công việc|văn bản|phong trào|điều kiện|cuộc|biện pháp|lĩnh vực|chế độ|mốc|quy định|yêu cầu|nguồn|khoản|vấn đề|trường hợp|mô hình|đợt|ngày|kênh|phương tiện|nhóm|loại|tiêu chí|chương trình|kế hoạch|bài|tin|sản phẩm|thông tin|chủ trương|chính sách|giá trị|hội nghị|lớp|buổi|đối tượng|nền tảng|thủ tục|dịch vụ|sự kiện|điểm|khu vực|tuyến)|đội ngũ (?:cán bộ|công chức)[^.]{0,80}(?:phải|là nhân tố)|lực lượng sản xuất|bản tin|bản đồ|cán bộ là|phó mặc|trưởng thành|thôn minh|ngành nghề|đài tưởng|tổ chức thực hiện|nhân dân là|đơn vị (?:chủ trì|phối hợp|thực hiện|tính)|cơ quan (?:chủ trì|phối hợp|thực hiện)|bộ phận chủ trì)/u;
const CAC_ALONE = /^các(?![\p{L}\d])/u;
const CAC_BODY = new RegExp(
  `^các\\s+(?:(?:đồng chí|đ/c)|[\\p{L}\\s,/-]{0,60}?(?:${BODY_WORDS.replace(/\|các$/, '')}))(?![\\p{L}\\d])`,
  'u',
);

const CONDITION =
  /^[^,.;]{0,60}(?<!\p{L})có\s+(?:số\s+\p{L}+\s+)?(?:dưới|trên|từ|hơn|ít hơn|nhiều hơn|đủ|không quá|tối thiểu|ít nhất)\s+\d/u;
const CHARGE =
  /^(?:các |những )?(?:đồng chí )?(?:cán bộ|công chức|phó|lãnh đạo|ủy viên|thành viên|chuyên viên)(?!\p{L})[^,.;]{0,40}\sphụ trách (?:(?:lĩnh vực|công tác|khối|mảng|địa bàn|lĩnh)\s|(?:chuyên môn|chung|cơ sở vật chất|bán trú|đoàn|đội|đảng|chính quyền|văn hóa|kinh tế|đoàn thể)$)/u;

/** Whether a text begins with the name of a body. */
export function beginsWithUnit(text: string): boolean {
  const key = keyOf(text).replace(LEAD, '');
  if (NOT_BODY.test(key)) return false;
  if (!STARTS.test(key)) return false;
  if (CAC_ALONE.test(key)) return CAC_BODY.test(key);
  return true;
}

/**
 * The unit that `text` (without its label) names at its head; null when it names none. The name ends at a colon, or
 * where the verb begins; without either the whole text is the name.
 */
export function unitHead(text: string): UnitHead | null {
  const key = keyOf(text);
  const lead = LEAD.exec(key)?.[0] ?? '';
  if (!/^\p{Lu}|^đ\/c/u.test(text)) return null;
  if (!beginsWithUnit(text)) return null;
  const start = lead.length;
  const colon = colonAt(text);
  // "thôn có dưới 100 cử tri: …" says when, not who.
  if (CONDITION.test(key.slice(start, colon ?? undefined))) return null;
  // "Cán bộ phụ trách lĩnh vực giám sát": a bare heading is the person's charge, verbs in it are its nouns.
  if (colon === null && CHARGE.test(key.slice(start)) && text.length <= 140 && !/[.;,]$/.test(text))
    return head(text, start, text.length, null, true);
  const verb = verbAt(text, key, start);
  if (colon !== null && (verb === null || verb > colon || isNounColon(text, verb, colon))) {
    if (colon - start > 260) return null;
    const restStart = colon + 1 + (/^\s*/.exec(text.slice(colon + 1))?.[0].length ?? 0);
    return head(text, start, colon, restStart < text.length ? restStart : null, true);
  }
  if (verb !== null) {
    if (verb - start < 2 || verb - start > 260) return null;
    // "Đề nghị Ủy ban nhân dân xã phối hợp": what to do stands in the lines below.
    if (/^(?:chủ trì,?\s*)?phối hợp[\s,.;]*$/.test(key.slice(verb)))
      return head(text, start, verb, null, true);
    return head(text, start, verb, verb, false);
  }
  // A sentence whose verb is not known: the name ends with its last word that names are made of.
  const guess = /[.;]\/?\.?$/.test(text) ? endOfName(text, key, start) : null;
  if (guess !== null) return head(text, start, guess, guess, false);
  if (text.length - start > 240 || /\.\s+\p{Lu}/u.test(text.slice(start))) return null;
  const after = /;\s+(?=\p{L})/u.exec(text.slice(start));
  if (after && !beginsWithUnit(text.slice(start + after.index + after[0].length))) return null;
  return head(text, start, text.length, null, true);
}

const NAME_WORDS =
  /^(?:các|và|cùng|của|với|phường|xã|thành|phố|tỉnh|đảng|ủy|viên|nhân|dân|chính|trị|hội|tổ|chức|trường|học|quân|sự|cơ|quan|đơn|vị|ban|ngành|phòng|đoàn|thể|trực|thuộc|thôn|khu|cư|trung|tâm|chi|bộ|cấp|trên|địa|bàn|sở|giáo|dục|liên|mặt|trận|cán|công|an|văn|hóa|kinh|tế|doanh|nghiệp|trạm|y|hội|đồng|chí|thường|vụ|trưởng|phó|bí|thư|chủ|tịch|đài|truyền|thanh|dịch|nông|phụ|nữ|thanh|niên|người|đứng|đầu|lực|lượng|mầm|non|tiểu|nhà)$/;

/** Where the first word stands that is neither printed with a capital nor usual in names. */
function endOfName(text: string, key: string, from: number): number | null {
  for (const match of text.slice(from).matchAll(/[\p{L}]+/gu)) {
    const at = from + match.index;
    if (/^\p{Lu}/u.test(match[0]) || NAME_WORDS.test(key.slice(at, at + match[0].length))) continue;
    return at > from + 3 ? at : null;
  }
  return null;
}

function colonAt(text: string): number | null {
  const match = /:(?=\s|$|\p{L})/u.exec(text);
  return match ? match.index : null;
}

/** "Các cơ quan tham mưu, giúp việc:" the "verb" before a close colon at the line's end belongs to the name. */
function isNounColon(text: string, verb: number, colon: number): boolean {
  return (
    colon >= text.length - 1 &&
    colon - verb < 18 &&
    !/(?:chủ trì|có trách nhiệm|tham mưu|căn cứ)/.test(text.slice(verb, colon))
  );
}

function head(
  text: string,
  start: number,
  end: number,
  restStart: number | null,
  pure: boolean,
): UnitHead | null {
  let unit = text.slice(start, end).replace(/[\s,:;.\-–/]+$/u, '');
  unit = unit
    .replace(/[\s,]+(?:phối hợp|chủ trì|thực hiện|có|cần|phải|sẽ|tiếp tục|và|là|được|đã|đang)$/u, '')
    .replace(/[\s,:;.]+$/u, '');
  if (unit.length < 2) return null;
  return { unit, start, end: start + unit.length, restStart, pure };
}

/** Verbs that are nouns after certain words: "Ban chỉ đạo", "cán bộ quản lý", "Bộ phận tiếp nhận". */
const NOUN_AFTER: Readonly<Record<string, RegExp>> = {
  'chỉ đạo': /(?:ban|tổ|bộ phận)\s*$/,
  'quản lý': /(?:ban|cán bộ|công chức|cơ quan|đội|tổ|viên chức|nhà)\s*$/,
  'lãnh đạo': /(?:cán bộ|đồng chí|tập thể)\s*$/,
  'phụ trách': /(?:cán bộ|công chức|lãnh đạo|đồng chí|viên|người|tổng)\s*$/,
  'truyền thông': /(?:tổ|trung tâm|và|,|-)\s*$/,
  'kiểm tra': /(?:ủy ban|đoàn|tổ|ban)\s*$/,
  'giám sát': /(?:ban|đoàn|tổ|kiểm tra,|thanh tra,)\s*$/,
  'theo dõi': /(?:cán bộ|công chức|tổ)\s*$/,
  'hỗ trợ': /(?:quỹ|tổ|trung tâm|hội)\s*$/,
  'vận hành': /(?:tổ|nhóm)\s*$/,
  'tiếp nhận': /(?:bộ phận|tổ)\s*$/,
  'tuyên truyền': /(?:tổ|đội|ban|cán bộ|phận)\s*$/,
  'điều hành': /(?:ban|tổ)\s*$/,
  'thẩm định': /(?:hội đồng|tổ)\s*$/,
};

/** Where the first task verb stands after a name, in small letters as verbs are; null when there is none. */
function verbAt(text: string, key: string, from: number): number | null {
  const word = new RegExp(`(?<=[\\s,]|${GLUE})\\p{Ll}`, 'gu');
  word.lastIndex = from + 1;
  let depth = 0;
  let scanned = from;
  for (;;) {
    const match = word.exec(text);
    if (!match) return null;
    const at = match.index;
    for (; scanned < at; scanned++) {
      if (text[scanned] === '(') depth++;
      if (text[scanned] === ')') depth = Math.max(0, depth - 1);
    }
    if (depth > 0) continue;
    const rest = key.slice(at);
    const verb = TASK_VERBS.find((candidate) => startsWord(rest, candidate));
    if (verb === undefined) continue;
    if (isPartOfName(key, at, rest, verb)) continue;
    return at;
  }
}

/** Vowels after which PDF copies lose the space: "Đảng ủychủtrì". */
const GLUE = '[ảạẩậẳặẻẹểệếềễỉịỏọổộốồỗởợớờỡủụửựứừữỷỵ]';
const GLUED_SPACE = new RegExp(`(?<=${GLUE}) (?=\\p{L})`, 'u');

function startsWord(rest: string, word: string): boolean {
  const glued = word.replace(GLUED_SPACE, '');
  if (glued !== word && startsPlainly(rest, glued)) return true;
  return startsPlainly(rest, word);
}

function startsPlainly(rest: string, word: string): boolean {
  // "Ban Thường vụ dự, chỉ đạo": a verb that is otherwise told by the space behind it.
  if (word.endsWith(' ') && rest.startsWith(`${word.trimEnd()},`)) return true;
  if (!rest.startsWith(word)) return false;
  if (word.endsWith(' ')) return true;
  const next = rest[word.length];
  return next === undefined || !/[\p{L}\d]/u.test(next);
}

/** Verbs inside names: "các tổ chức chính trị", "cơ quan tham mưu, giúp việc", "tuyên truyền viên", "Ban chỉ đạo". */
function isPartOfName(key: string, at: number, rest: string, verb: string): boolean {
  const before = key.slice(0, at);
  if (
    verb === 'tổ chức' &&
    /^tổ chức (?:đảng|cơ sở|chính trị|ct|xã hội|hội|đoàn|thành viên|kinh tế|quần chúng|tôn giáo|nghề nghiệp|liên quan|,)/.test(
      rest,
    )
  )
    return true;
  if (verb === 'tổ chức' && /(?:các|cơ quan,|đơn vị,|cấp ủy,|doanh nghiệp,)\s*$/.test(before)) return true;
  if (/^(?:tuyên truyền|báo cáo|cộng tác|hướng dẫn|giám sát|thông tin|điều hành) viên/.test(rest))
    return true;
  if (verb === 'tham mưu' && /^tham mưu(?:,|,? và)? giúp việc/.test(rest)) return true;
  if (
    verb === 'tham mưu' &&
    /(?:cơ quan|chuyên trách|ban|các phòng)\s*$/.test(before) &&
    !/^tham mưu (?:cho|ban|đảng|thường|ủy|xây|ban)/.test(rest)
  )
    return true;
  if (verb === 'giúp ' && /^giúp việc/.test(rest)) return true;
  if (verb === 'quản lý' && /(?<!\p{L})(?:ban|bộ phận)\s*$/u.test(before)) return true;
  // "Tổ Cảnh sát khu vực và quản lý hành chính", "Cán bộ tổng hợp theo dõi …": what the body is for.
  if (
    /^quản lý (?:hành chính|đô thị|thị trường|đất đai|trật tự|dự án)/.test(rest) &&
    /(?:và|,)\s*$/.test(before)
  )
    return true;
  if (
    /^tổng hợp(?:\s*:|\s+(?:theo dõi|tham mưu|chịu|có trách nhiệm|giúp|phối hợp|chủ trì|đôn đốc))/.test(
      rest,
    ) &&
    /(?:cán bộ|công chức|chuyên viên|bộ phận|(?<!\p{L})tổ)\s*$/u.test(before)
  )
    return true;
  if (verb === 'xây dựng' && /(?:phòng|ban|đội)\s*$/.test(before)) return true;
  if (
    verb === 'thông tin' &&
    /(?:văn hóa|văn hóa -|văn hóa,|công nghệ|an ninh|và|cổng|trang|hệ thống)\s*$/.test(before)
  )
    return true;
  if (/^(?:sự nghiệp|trực thuộc|liên quan)/.test(rest)) return true;
  if (verb === 'sử dụng' && /(?:đơn vị|cơ quan|người)\s*$/.test(before)) return true;
  if (verb === 'dự ' && /^dự án/.test(rest)) return true;
  if (verb === 'cấp ' && /^cấp (?:ủy|xã|tỉnh|phường|thành|huyện|trên|dưới|ủy,)/.test(rest)) return true;
  if (verb === 'có ')
    return /^có (?:liên quan|tên|trụ sở|đông|nhiều|tổ chức|chức năng|đảng viên|trường|di tích|người|hoạt động|khu)/.test(
      rest,
    );
  if (NOUN_AFTER[verb]?.test(before) === true) return true;
  // "các đơn vị được kiểm tra, giám sát": whom it is done to.
  if (
    /^(?:kiểm tra|giám sát|thanh tra|phân công|lựa chọn)/.test(verb) &&
    /(?<!\p{L})được (?:kiểm tra, )?$/u.test(before)
  )
    return true;
  // "Các đồng chí Ủy viên Ban Thường vụ phụ trách địa bàn có trách nhiệm …": whom, when the work is said after it.
  if (
    verb === 'phụ trách' &&
    /^phụ trách (?:địa bàn|lĩnh vực|khối|mảng|cơ sở|thôn|xóm|ấp|tổ dân phố|khu dân cư|chi bộ|tổ chức đảng|các |theo dõi)[^;:]{0,60}\s(?:có trách nhiệm|chịu trách nhiệm|chỉ đạo|trực tiếp|đôn đốc|hướng dẫn|chủ động)/.test(
      rest,
    )
  )
    return true;
  if (verb === 'được giao') return /(?:đơn vị|cơ quan)\s*$/.test(before);
  return false;
}

/** The bodies of a heading that names several: parted by ";", or by "," and "và" where a body's word follows. */
export function bodiesOf(unit: string): string[] {
  const parts = unit.split(/\s*;\s*/).flatMap((part) => splitAtBodies(part));
  const out = parts.map((part) => part.replace(/^(?:và|cùng)\s+/u, '').trim()).filter((part) => part !== '');
  return out.length > 0 ? out : [unit];
}

const SPLITTER =
  /,\s+(?=(?:Ủy ban|UBND|Ban |Phòng |Văn phòng|Trung tâm|Công an|Trường|Đoàn |Hội |Mặt trận|Các |Chi bộ|Chi đoàn|Chi hội|Đảng ủy|HĐND|Trạm))|\s+(?:và|phối hợp với|cùng)\s+(?=(?:Ủy ban|UBND|Ban |Phòng |Văn phòng|Trung tâm|Công an|Trường|Đoàn |Hội |Mặt trận|Trạm|các (?:tổ chức|đoàn thể|chi bộ|trường|tổ dân phố|cơ quan|phòng|ban|đơn vị|thôn|Tổ dân phố)))/u;

function splitAtBodies(part: string): string[] {
  // "Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" are one body each.
  if (/^văn phòng (?:hội đồng|hđnd)/.test(keyOf(part)) && !part.includes(',')) return [part];
  return part.split(SPLITTER);
}
