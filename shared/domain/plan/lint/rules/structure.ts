/** Numbering, references to the plan's own parts, leftovers of another document, placeholders. */
import { FILL_IN } from '../blank-places';
import { isCapitals, labelOf, romanValue } from '../../reading/labels';
import { keyOf } from '../../reading/lines';
import type { ParsedSection } from '../../parsed';
import { allSections, proseOf, replaceFix, wordsAt } from '../context';
import type { Found, LintContext, LintRule } from '../model';

/** The number a heading has among its neighbours; null for dashes and headings without one. */
function valueOf(label: string): { kind: string; value: number } | null {
  const roman = romanValue(label);
  if (roman !== null) return { kind: 'roman', value: roman };
  const multi = /^((?:\d+\.)*)(\d+)$/.exec(label);
  if (multi) return { kind: `n${multi[1] ?? ''}`, value: Number(multi[2]) };
  const paren = /^\((\d+)\)$/.exec(label);
  return paren ? { kind: 'paren', value: Number(paren[1]) } : null;
}

function shortened(title: string): string {
  return title.length > 80 ? `${title.slice(0, 78).trimEnd()}…` : title;
}

function numbering(context: LintContext): Found[] {
  const out: Found[] = [];
  const walk = (siblings: readonly ParsedSection[]) => {
    let previous: { kind: string; value: number } | null = null;
    for (const section of siblings) {
      const own = valueOf(section.label);
      if (own) {
        const expected: number = previous?.kind === own.kind ? previous.value + 1 : 1;
        // A list that begins again at 1 is another list.
        const again = own.value === 1 && own.kind !== 'roman';
        if (own.value !== expected && !again)
          out.push({
            place: section.source ?? null,
            message: `Mục “${section.label}. ${shortened(section.title)}” không nối tiếp số mục trước (${previous?.kind === own.kind ? `sau ${previous.value} là ${expected}` : 'bắt đầu từ 1'}); hãy kiểm tra lại cách đánh số.`,
          });
        previous = own;
      }
      walk(section.children);
    }
  };
  walk(context.plan.sections);
  return out;
}

/** "2. 5. Phát huy": a space within a number. */
function labelSpaces(context: LintContext): Found[] {
  return proseOf(context).flatMap(({ text, start, zone }) => {
    const match = zone === 'body' ? /^(\d{1,2}\.)\s+(\d{1,2}\.?)(?=\s+\p{Lu})/u.exec(text) : null;
    if (!match) return [];
    const place = { start, end: start + match[0].length };
    const right = `${match[1] ?? ''}${match[2] ?? ''}`;
    return [
      {
        place,
        message: `Số mục “${match[0]}” thừa dấu cách; viết “${right}”.`,
        fix: replaceFix(place, right, true),
      },
    ];
  });
}

const KIND_NAMES =
  'chương trình hành động|kế hoạch|hướng dẫn|quyết định|chỉ thị|nghị quyết|thông báo|công văn|đề án|báo cáo';

/** "Chương trình hành động này" in a Kế hoạch: words of the document that this one was copied from. */
function leftovers(context: LintContext): Found[] {
  const { kind } = context.plan;
  if (kind === null) return [];
  const own = keyOf(kind);
  return proseOf(context).flatMap(({ text, start }) =>
    [...text.matchAll(new RegExp(`(?<!\\p{L})(${KIND_NAMES}) này(?!\\p{L})`, 'giu'))].flatMap((match) => {
      const words = match[1] ?? '';
      if (own.startsWith(keyOf(words)) || !/^\p{Lu}/u.test(words)) return [];
      // The document may just have been named: "Chỉ thị số 5-CT/TW … Chỉ thị này".
      if (keyOf(text.slice(0, match.index)).includes(`${keyOf(words)} số`)) return [];
      const place = { start: start + match.index, end: start + match.index + words.length };
      const right = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
      return [
        {
          place: { start: place.start, end: place.end + 4 },
          message: `“${match[0]}” trong một văn bản là ${kind}; có thể còn sót từ văn bản khác.`,
          fix: { label: `Sửa thành “${right} này”`, sure: false, edits: [{ ...place, text: right }] },
        },
      ];
    }),
  );
}

const OF_ANOTHER =
  /^\s*(?:[,(]?\s*(?:của|tại|trong|thuộc)\s+)?(?:chương trình|nghị quyết|kết luận|chỉ thị|hướng dẫn|quy định|quyết định|luật|thông tư|nghị định|đề án|phụ lục|kế hoạch số|công văn|thông báo)/iu;

function lostSections(context: LintContext): Found[] {
  const labels = new Set(context.plan.sections.map(({ label }) => label));
  if (labels.size === 0) return [];
  return context.paragraphs
    .filter(({ zone }) => zone !== 'header')
    .flatMap(({ text, start }) =>
      [
        ...text.matchAll(
          /(?:ở|tại|theo|nêu tại|trong|thực hiện|của|như|quy định)\s+(?:các\s+)?(?:mục|phần)\s+([IVX]+)(?:\.\d+)?(?!\p{L})/giu,
        ),
      ].flatMap((match) => {
        const label = match[1] ?? '';
        if (labels.has(label) || OF_ANOTHER.test(text.slice(match.index + match[0].length))) return [];
        return [
          {
            place: { start: start + match.index, end: start + match.index + match[0].length },
            message: `“${match[0]}”: kế hoạch không có mục ${label} (chỉ có ${[...labels].join(', ')}); hãy sửa số mục.`,
          },
        ];
      }),
    );
}

function lostAnnex(context: LintContext): Found[] {
  const has = context.paragraphs.some(
    ({ text }) => /^[\s*(]*(?:phụ lục|biểu mẫu|mẫu số|biểu số)/iu.test(text) && text.length < 120,
  );
  if (has) return [];
  return proseOf(context).flatMap(({ text, start }) => {
    const match =
      /(?:có|kèm|gửi kèm|theo)\s+(?:theo\s+)?(?:các\s+)?(?:phụ lục|biểu mẫu)(?:\s+(?:\d+|[IVX]+))?(?:\s+(?:kèm theo|đính kèm))?/iu.exec(
        text,
      );
    if (
      !match ||
      OF_ANOTHER.test(text.slice(match.index + match[0].length)) ||
      /^\s*(?:của|do)\s/iu.test(text.slice(match.index + match[0].length))
    )
      return [];
    return [
      {
        place: { start: start + match.index, end: start + match.index + match[0].length },
        message: `Kế hoạch nhắc “${match[0]}” nhưng trong tệp không có phụ lục; hãy kèm theo hoặc bỏ câu này.`,
      },
    ];
  });
}

/** Dots to write on, and what templates leave: "XX/2026", "[tên đơn vị]". */
const PLACEHOLDER = new RegExp(`${FILL_IN.source}|(?:XX+|xx+)\\s*/|\\[[^\\]\\n]{0,40}\\]`, 'gu');

function placeholders(context: LintContext): Found[] {
  return proseOf(context).flatMap(({ text, start }) =>
    [...text.matchAll(PLACEHOLDER)].map((match) => {
      const place = { start: start + match.index, end: start + match.index + match[0].length };
      return {
        place,
        message: `“${match[0].slice(0, 30)}” là chỗ chưa điền; hãy điền hoặc bỏ trước khi trình ký.`,
      };
    }),
  );
}

function sectionCase(context: LintContext): Found[] {
  const tops = context.plan.sections.filter(({ label, source }) => romanValue(label) !== null && source);
  if (tops.filter(({ title }) => isCapitals(title)).length * 2 < tops.length || tops.length < 2) return [];
  return tops.flatMap(({ title, source }) => {
    if (isCapitals(title) || !source || title.length > 90) return [];
    const words = wordsAt(context, source);
    const label = labelOf(words);
    const place = { start: source.start + (label?.length ?? 0), end: source.end };
    return [
      {
        place: source,
        message: `Tên mục “${title}” không viết hoa như các mục lớn khác.`,
        ...(label
          ? {
              fix: {
                label: 'Viết hoa tên mục',
                sure: true,
                edits: [{ ...place, text: wordsAt(context, place).toUpperCase() }],
              },
            }
          : {}),
      },
    ];
  });
}

function emptySections(context: LintContext): Found[] {
  return allSections(context.plan.sections).flatMap(({ label, title, paragraphs, children, source }) =>
    romanValue(label) !== null && paragraphs.length === 0 && children.length === 0 && isCapitals(title)
      ? [
          {
            place: source ?? null,
            message: `Mục “${label}. ${title}” không có nội dung; hãy viết tiếp hoặc bỏ mục.`,
          },
        ]
      : [],
  );
}

const OWN = 'Đối chiếu trong văn bản';

export const STRUCTURE: readonly LintRule[] = [
  { code: 'numbering-slip', title: 'Đánh số mục không liên tục', severity: 'warning', source: OWN, check: numbering },
  { code: 'label-space', title: 'Dấu cách trong số mục', severity: 'hint', source: OWN, check: labelSpaces },
  { code: 'kind-leftover', title: 'Còn sót tên loại của văn bản khác', severity: 'error', source: OWN, check: leftovers },
  { code: 'section-reference', title: 'Nhắc mục không có', severity: 'warning', source: OWN, check: lostSections },
  { code: 'annex-missing', title: 'Nhắc phụ lục không có', severity: 'hint', source: OWN, check: lostAnnex },
  { code: 'placeholder', title: 'Chỗ chưa điền', severity: 'error', source: OWN, check: placeholders },
  { code: 'section-case', title: 'Tên mục lớn không viết hoa', severity: 'hint', source: 'HD 36 (tên mục in hoa)', check: sectionCase },
  { code: 'section-empty', title: 'Mục không có nội dung', severity: 'warning', source: OWN, check: emptySections },
]; // prettier-ignore
