/** What a sentence says that cannot be: shares over the whole, one thing listed twice, days that are over. */
import { formatDate } from '../../../../date/plain-date';
import { matchKey } from '../../../../text/normalize';
import { allSections, proseOf, sectionAt } from '../context';
import type { Found, LintContext, LintRule } from '../model';

/** Things of which there are no more than all; "120% kế hoạch", "105% dự toán" may well be. */
const WHOLE =
  /(?<![\d.,/])(\d{3,4}(?:,\d+)?)\s?%\s+(?:(?:tổng số|số|các|toàn bộ)\s+)?(?:chi bộ|chi ủy|đảng bộ|đảng viên|cấp ủy|cán bộ|công chức|viên chức|người lao động|đoàn viên|hội viên|chi đoàn|chi hội|cơ quan|đơn vị|tổ dân phố|thôn|ấp|khu phố|trường|học sinh|hộ|người dân|nhân dân|văn bản|hồ sơ|tổ chức)(?!\p{L})/giu;

function sharesOverAll(context: LintContext): Found[] {
  return proseOf(context).flatMap(({ text, start }) =>
    [...text.matchAll(WHOLE)].flatMap((match) =>
      Number((match[1] ?? '').replace(',', '.')) <= 100
        ? []
        : [
            {
              place: { start: start + match.index, end: start + match.index + match[0].length },
              message: `“${match[0]}”: không thể quá 100%; hãy kiểm tra con số.`,
            },
          ],
    ),
  );
}

/** A label or dash before an item. */
const BULLET = /^\s*(?:[-–+*•]|\d{1,2}[.)]|\p{Ll}[.)])\s*/u;
/** Shorter items ("- Chi bộ 1") may stand in several lists of one part. */
const LEAST = 25;

/** The same sentence twice under one heading: copied and left. Only items are looked at, not headings. */
function itemsTwice(context: LintContext): Found[] {
  const titles = new Set(allSections(context.plan.sections).map(({ source }) => source?.start ?? -1));
  const seen = new Set<string>();
  return context.paragraphs.flatMap(({ text, start, zone }) => {
    const words = text.replace(BULLET, '');
    if (zone !== 'body' || words.length < LEAST || !BULLET.test(text)) return [];
    // Numbered items are headings to the reader: those of one parent are one list.
    const section = sectionAt(context, start);
    const list = titles.has(start) ? section.replace(/\.?[^.]+$/u, '') : section;
    const key = `${list}|${titles.has(start)}|${matchKey(words)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        place: { start, end: start + text.length },
        message: `“${words.slice(0, 80)}” đã có trong cùng phần này; hãy bỏ một dòng.`,
      },
    ];
  });
}

/** Deadlines of a draft that are over on the day on which it is looked at. */
function deadlinesOver(context: LintContext): Found[] {
  const { today, plan } = context;
  if (today === null || context.issued || plan.header.number !== null) return [];
  return plan.deadlines.flatMap(({ kind, lastDay, text, source }) =>
    kind === 'date' && lastDay !== null && lastDay < today
      ? [
          {
            place: source ?? null,
            message: `“${text}”: hạn ${formatDate(lastDay)} đã qua trong khi văn bản chưa có số; hãy kiểm tra ngày.`,
          },
        ]
      : [],
  );
}

const OWN = 'Đối chiếu trong văn bản';

export const CONTENTS: readonly LintRule[] = [
  { code: 'share-over-all', title: 'Tỷ lệ quá 100%', severity: 'error', source: OWN, check: sharesOverAll },
  { code: 'item-twice', title: 'Một việc ghi hai lần', severity: 'warning', source: OWN, check: itemsTwice },
  { code: 'deadline-over', title: 'Hạn đã qua', severity: 'warning', source: 'Ngày xem dự thảo', check: deadlinesOver },
]; // prettier-ignore
