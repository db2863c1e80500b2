/** Parts that every plan has, and words that its rules of presentation want. */
import { formatDate } from '../../../../date/plain-date';
import { isCapitals } from '../../reading/labels';
import { replaceFix } from '../context';
import type { Found, LintContext, LintRule } from '../model';

const HD36 = 'HD 36-HD/VPTW; NĐ 30/2020/NĐ-CP Phụ lục I';
/** "- Lưu." with nothing that says where. */
const BARE_ARCHIVE = /^[\s+*–-]*lưu\s*[:.;,]*\s*$/iu;
const missing = (message: string): Found[] => [{ place: null, message }];

function part(
  code: string,
  title: string,
  severity: LintRule['severity'],
  check: LintRule['check'],
): LintRule {
  return { code, title, severity, source: HD36, check };
}

export const PARTS: readonly LintRule[] = [
  part('kind-missing', 'Thiếu tên loại văn bản', 'error', ({ plan }) =>
    plan.kind === null
      ? missing('Không thấy tên loại văn bản (KẾ HOẠCH, HƯỚNG DẪN…); hãy chọn loại và nhập trích yếu.')
      : [],
  ),
  part('title-missing', 'Thiếu trích yếu', 'error', ({ plan }) =>
    plan.kind !== null && (plan.title ?? '') === ''
      ? missing('Không thấy trích yếu dưới tên loại văn bản; hãy nhập trích yếu.')
      : [],
  ),
  part('sections-missing', 'Không có mục', 'error', ({ plan }) =>
    plan.sections.length === 0
      ? missing('Không thấy mục nào (I, II…) trong văn bản; hãy kiểm tra xem tệp có đúng là kế hoạch không.')
      : [],
  ),
  part('recipients-missing', 'Thiếu Nơi nhận', 'error', ({ plan }) =>
    plan.recipients.length === 0
      ? missing('Không thấy Nơi nhận; hãy bổ sung nơi nhận trước khi phát hành.')
      : [],
  ),
  part('signer-missing', 'Thiếu người ký', 'error', ({ plan }) =>
    plan.signer.name === null ? missing('Không thấy họ tên người ký; hãy bổ sung người ký.') : [],
  ),
  part('place-date-missing', 'Thiếu địa danh, ngày tháng', 'hint', ({ plan }) =>
    plan.header.dateText === null
      ? missing('Không thấy dòng địa danh và ngày tháng ban hành; hãy bổ sung ở đầu văn bản.')
      : [],
  ),
  part('date-blank', 'Số hoặc ngày còn để trống', 'error', (context) => {
    const { header } = context.plan;
    if (!context.issued || header.dateText === null) return [];
    const blanks = [
      ...(header.number === null && header.numberText !== null ? ['số'] : []),
      ...(header.date === null ? ['ngày tháng'] : []),
    ];
    return blanks.length === 0
      ? []
      : missing(
          `Văn bản đã có số trong sổ nhưng ${blanks.join(' và ')} ở đầu văn bản còn để trống; hãy điền.`,
        );
  }),
  part('archive-missing', 'Nơi nhận không có dòng Lưu', 'warning', ({ plan, paragraphs }) => {
    if (plan.recipients.length === 0 || plan.archive.length > 0) return [];
    const line = paragraphs.find(({ text, zone }) => zone === 'tail' && BARE_ARCHIVE.test(text));
    return line
      ? [
          {
            place: { start: line.start, end: line.start + line.text.length },
            message: 'Dòng “Lưu” chưa ghi nơi lưu; hãy thêm nơi giữ bản lưu, ví dụ “Lưu VPĐU”.',
          },
        ]
      : missing('Nơi nhận không có dòng “Lưu …”; hãy thêm nơi giữ bản lưu.');
  }),
  part('subject-capital', 'Trích yếu viết hoa đầu dòng', 'hint', (context) => {
    const { title } = context.plan;
    if (context.profile?.subjectLowerCase !== true || title === null || isCapitals(title)) return [];
    const first = /^\p{Lu}\p{Ll}+/u.exec(title)?.[0];
    const line = context.paragraphs.find(({ text, zone }) => zone === 'title' && text.startsWith(title));
    if (first === undefined || !line || PROPER.test(title)) return [];
    const place = { start: line.start, end: line.start + first.length };
    return [
      {
        place,
        message: `Trích yếu bắt đầu bằng chữ hoa “${first}”; văn bản của Đảng viết trích yếu bằng chữ thường.`,
        fix: replaceFix(place, first.toLowerCase(), true),
      },
    ];
  }),
  part('behalf-mark', 'Cách ghi thay mặt không đúng hệ thống', 'warning', (context) => {
    const { authority } = context.plan.signer;
    const wanted = context.profile?.onBehalfMark;
    if (authority === null || wanted === undefined) return [];
    const printed = /^(?:T\s?\/\s?M\s?\.?|TM\s?\.?)(?=\s)/u.exec(authority)?.[0];
    if (printed === undefined || printed === wanted) return [];
    const line = context.paragraphs.find(({ zone, text }) => zone === 'tail' && text.includes(authority));
    const start = line ? line.start + line.text.indexOf(authority) : -1;
    const place = line ? { start, end: start + printed.length } : null;
    return [
      {
        place,
        message: `Quyền hạn ghi “${printed}”; văn bản ${wanted === 'T/M' ? 'của Đảng' : 'hành chính nhà nước'} ghi “${wanted}”.`,
        ...(place ? { fix: replaceFix(place, wanted, true) } : {}),
      },
    ];
  }),
  part('deputy-mark', 'Cấp phó ký thay không đúng cách ghi', 'warning', ({ plan }) => {
    const { position, onBehalf } = plan.signer;
    if (plan.system === 'state' && /^PHÓ CHỦ TỊCH/u.test(position ?? '') && onBehalf === null)
      return missing('Cấp phó ký thay nhưng không có dòng “KT. CHỦ TỊCH”; hãy thêm dòng này trên chức vụ.');
    if (plan.system === 'party' && /^K\s?\/?\s?T/u.test(onBehalf ?? ''))
      return missing(
        `Văn bản của Đảng không ghi “${onBehalf ?? ''}”; cấp phó ký dưới dòng “T/M …”, hãy bỏ dòng này.`,
      );
    return [];
  }),
  part('text-end', 'Dấu hết văn bản', 'hint', textEnd),
  part('deadline-before-plan', 'Thời hạn trước ngày ban hành', 'error', ({ plan, text: whole }) => {
    const { date } = plan.header;
    if (date === null) return [];
    return (
      plan.deadlines
        .filter(({ lastDay, kind }) => kind === 'date' && lastDay !== null && lastDay < date)
        // "từ ngày … đến hết ngày …" is the time that is looked at, not the time in which to do it.
        .filter(({ source }) => !FROM_A_DAY.test(whole.slice(0, source?.start ?? 0)))
        .map(({ source, text, lastDay }) => ({
          place: source ?? null,
          message: `Thời hạn “${text}” (${formatDate(lastDay ?? '')}) trước ngày ban hành ${formatDate(date)}; hãy kiểm tra lại ngày.`,
        }))
    );
  }),
];

const FROM_A_DAY = /từ ngày\s+[\d/.-]+\s*(?:năm\s+\d{4}\s*)?$/iu;

/** A subject that begins with a name keeps its capital. */
const PROPER =
  /^(?:Đảng|Nghị quyết|Hội nghị|Đại hội|Chỉ thị|Kết luận|Chương trình|Đề án|Quy định|Ban|Ủy ban|Uỷ ban|Ngày|Tháng|Tết|Cuộc)/u;

function textEnd(context: LintContext): readonly Found[] {
  const last = context.paragraphs.findLast(({ zone, text }) => zone === 'body' && /\p{L}/u.test(text));
  const wanted = context.profile?.textEnd;
  if (!last || wanted === undefined || context.plan.recipients.length === 0) return [];
  const printed = /(?:\.\s*\/\s*\.?|[.,;:])?["”*)]*\s*$/u.exec(last.text)?.[0].trim() ?? '';
  if (printed === wanted) return [];
  const place = {
    start: last.start + last.text.trimEnd().length - printed.length,
    end: last.start + last.text.trimEnd().length,
  };
  const shown = { start: Math.max(last.start, place.start - 24), end: place.end };
  return [
    {
      place: shown,
      message: `Văn bản kết thúc bằng ${printed === '' ? 'chữ, không có dấu' : `“${printed}”`}; theo thể thức kết thúc bằng “${wanted}”.`,
      ...(/^[./\s]*$/.test(printed)
        ? { fix: { label: `Kết thúc bằng “${wanted}”`, sure: true, edits: [{ ...place, text: wanted }] } }
        : {}),
    },
  ];
}
