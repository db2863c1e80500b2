/** Documents that the plan cites: their symbols, days, types and issuers. */
import { addDays, daysBetween, formatDate, partsOf } from '../../../../date/plain-date';
import { citationsIn } from '../../reading/citations';
import { keyOf } from '../../reading/lines';
import { proseOf, replaceFix } from '../context';
import type { Found, LintContext, LintRule } from '../model';

type Cited = ReturnType<typeof citationsIn>[number] & { readonly at: { start: number; end: number } };

function cited(context: LintContext): Cited[] {
  return proseOf(context).flatMap(({ text, start }) =>
    citationsIn(text).map((citation) => ({
      ...citation,
      at: { start: start + citation.index, end: start + citation.index + citation.length },
    })),
  );
}

/** One document cited with two symbols (18-KL/TU, 18-KL/TW). */
function twoSymbols(context: LintContext): Found[] {
  const out: Found[] = [];
  const known = new Map<string, { number: string; date: string | null }[]>();
  const told = new Set<string>();
  for (const citation of cited(context)) {
    // A Party number "18-KL/TW": the same number and type from two bodies, on the same day, is one document.
    const match = /^(\d+)-([^-/]+)\/(.+)$/.exec(citation.number);
    if (!match) continue;
    const key = `${Number(match[1])}-${keyOf(match[2] ?? '')}`;
    const before = known.get(key) ?? [];
    const other = before.find(
      ({ number, date }) =>
        keyOf(number) !== keyOf(citation.number) &&
        (date === null || citation.date === null || date === citation.date),
    );
    known.set(key, [...before, citation]);
    if (!other || told.has(`${other.number} ${citation.number}`)) continue;
    told.add(`${other.number} ${citation.number}`);
    told.add(`${citation.number} ${other.number}`);
    out.push({
      place: citation.at,
      message: `Một văn bản được ghi hai ký hiệu: ${other.number} và ${citation.number}; hãy đối chiếu với văn bản gốc và sửa cho thống nhất.`,
    });
  }
  return out;
}

function twoDates(context: LintContext): Found[] {
  const out: Found[] = [];
  const dates = new Map<string, string>();
  const told = new Set<string>();
  for (const { number, date, at } of cited(context)) {
    if (date === null) continue;
    const key = keyOf(number);
    const known = dates.get(key);
    if (known === undefined) dates.set(key, date);
    else if (known !== date && !told.has(`${key} ${date}`)) {
      told.add(`${key} ${date}`);
      out.push({
        place: at,
        message: `Văn bản ${number} được ghi hai ngày: ${formatDate(known)} và ${formatDate(date)}; hãy đối chiếu với văn bản gốc.`,
      });
    }
  }
  return out;
}

/** Short-lived types: what a plan carries out soon after they came. */
const SHORT_LIVED = /-(?:HD|CV|KH|TB|CTr)\//u;

/** A basis of later than the plan, or one whose year is the one before the plan's beginning: typed out of habit. */
function basisDates(context: LintContext): { later: Found[]; yearOff: Found[] } {
  const { plan } = context;
  const days = [
    ...(plan.header.date === null ? [] : [plan.header.date]),
    ...plan.deadlines.flatMap(({ kind, lastDay }) => (kind === 'date' && lastDay !== null ? [lastDay] : [])),
    ...plan.conferences.flatMap(({ start }) => (start === null ? [] : [start.slice(0, 10)])),
  ].sort();
  const anchor = plan.header.date ?? days[0] ?? null;
  const later: Found[] = [];
  const yearOff: Found[] = [];
  const seen = new Set<string>();
  for (const { number, date, at } of cited(context)) {
    if (date === null || seen.has(`${number} ${date}`)) continue;
    seen.add(`${number} ${date}`);
    if (plan.header.date !== null && date > plan.header.date)
      later.push({
        place: at,
        message: `Văn bản ${number} ngày ${formatDate(date)} có sau ngày ban hành kế hoạch ${formatDate(plan.header.date)}; hãy kiểm tra lại ngày.`,
      });
    else if (anchor !== null && SHORT_LIVED.test(number)) {
      const next = addDays(date, 365);
      const gap = daysBetween(next, anchor);
      if (gap >= 0 && gap <= 45 && partsOf(date).year < partsOf(anchor).year)
        yearOff.push({
          place: at,
          message: `Văn bản ${number} ghi ngày ${formatDate(date)}, trước kế hoạch hơn một năm nhưng cùng mùa; có thể ghi nhầm năm ${partsOf(date).year} thay cho ${partsOf(anchor).year}. Hãy đối chiếu với văn bản gốc.`,
        });
    }
  }
  return { later, yearOff };
}

const TYPE_WORDS: Readonly<Record<string, RegExp>> = {
  NQ: /^nghị quyết/, CT: /^chỉ thị/, KL: /^kết luận/, HD: /^hướng dẫn/, KH: /^kế hoạch/, CTr: /^chương trình/,
  CTR: /^chương trình/, BC: /^báo cáo/, TB: /^thông báo/, CV: /^công văn/, ĐA: /^đề án/, TTr: /^tờ trình/, QĐ: /^quyết định/,
}; // prettier-ignore

function typeOfSymbol(number: string): string | null {
  const match = /^\d+[-/](?:\d{4}[/-])?([\p{L}]+)/u.exec(number)?.[1] ?? '';
  return (
    Object.keys(TYPE_WORDS).find((type) => type === match || (type === 'CTr' && /^ctr$/i.test(match))) ?? null
  );
}

function typeMismatch(context: LintContext): Found[] {
  const out: Found[] = [];
  for (const { kind, number, at, kindAt, index } of cited(context)) {
    const type = typeOfSymbol(number);
    const words = type === null ? undefined : TYPE_WORDS[type];
    if (kind === null || !words || kindAt !== index || words.test(keyOf(kind))) continue;
    // "các Chương trình hành động số 20-CTr/TU, số 21-KH/TU" carries its word on: only a word of its own counts.
    if (!keyOf(context.text.slice(at.start, at.end)).startsWith(keyOf(kind))) continue;
    out.push({
      place: at,
      message: `Tên loại “${kind}” không khớp ký hiệu ${number}; hãy đối chiếu với văn bản gốc.`,
    });
  }
  const { kind, header } = context.plan;
  const own = /^(\p{L}+)/u.exec(header.symbol ?? '')?.[1];
  const words = own === undefined ? undefined : TYPE_WORDS[own];
  if (kind !== null && words && !words.test(keyOf(kind)))
    out.push({
      place: null,
      message: `Tên loại ${kind} không khớp ký hiệu ${header.numberText ?? ''} của chính văn bản; hãy sửa một trong hai.`,
    });
  return out;
}

function issuerMismatch(context: LintContext): Found[] {
  const seen = new Set<string>();
  return cited(context).flatMap(({ number, issuer, at }) => {
    if (issuer === null || seen.has(`${number} ${issuer}`)) return [];
    seen.add(`${number} ${issuer}`);
    const central = /^(?:ban chấp hành trung ương|bộ chính trị|ban bí thư)/.test(keyOf(issuer));
    const city = /(?:thành|tỉnh) (?:ủy|uỷ)/.test(keyOf(issuer)) && !/trung ương/.test(keyOf(issuer));
    const body = number.slice(number.lastIndexOf('/') + 1);
    const wrong =
      (central && body === 'TU') ||
      (city && body === 'TW' && /^(?:ban thường vụ |ban chấp hành )?(?:thành|tỉnh)/.test(keyOf(issuer)));
    return wrong
      ? [
          {
            place: at,
            message: `Ký hiệu ${number} không phải của “${issuer}”; hãy đối chiếu với văn bản gốc và sửa ký hiệu hoặc tên cơ quan.`,
          },
        ]
      : [];
  });
}

/** "04- ĐA/TU": spaces within a symbol. Only behind a digit and around a dash or slash of a symbol. */
function symbolSpaces(context: LintContext): Found[] {
  const pattern =
    /\d{1,4}(?:\s+[-/]\s*|[-/]\s+)(?:NQ|CT|KL|HD|KH|CTr|BC|TB|CV|ĐA|TTr|QĐ)(?:\s*[/-]\s*)\p{Lu}[\p{L}]*|\d{1,4}[-/](?:NQ|CT|KL|HD|KH|CTr|BC|TB|CV|ĐA|TTr|QĐ)(?:\s+[/-]\s*|[/-]\s+)(?=\p{Lu}{2})\p{Lu}[\p{L}]*/gu;
  return proseOf(context).flatMap(({ text, start }) =>
    [...text.matchAll(pattern)].map((match) => {
      const place = { start: start + match.index, end: start + match.index + match[0].length };
      const right = match[0].replace(/\s+/g, '');
      return {
        place,
        message: `Ký hiệu “${match[0]}” thừa dấu cách; viết liền “${right}”.`,
        fix: replaceFix(place, right, true),
      };
    }),
  );
}

/** "14-Ctr/TU" for "14-CTr/TU". */
function symbolCase(context: LintContext): Found[] {
  return proseOf(context).flatMap(({ text, start }) =>
    [...text.matchAll(/(?<=\d\s?[-/]\s?)(?:Ctr|CTR|ctr|Ttr|TTR)(?=[/-])/gu)].map((match) => {
      const place = { start: start + match.index, end: start + match.index + match[0].length };
      const right = /^c/i.test(match[0]) ? 'CTr' : 'TTr';
      return {
        place,
        message: `Ký hiệu tên loại viết “${match[0]}”; viết đúng là “${right}”.`,
        fix: replaceFix(place, right, true),
      };
    }),
  );
}

const SOURCE = 'Bảng ký hiệu tên loại và cơ quan (HD 36, NĐ 30)';

export const REFERENCES: readonly LintRule[] = [
  { code: 'reference-mismatch', title: 'Một văn bản, hai ký hiệu', severity: 'error', source: SOURCE, check: twoSymbols },
  { code: 'reference-date-mismatch', title: 'Một văn bản, hai ngày', severity: 'error', source: 'Đối chiếu trong văn bản', check: twoDates },
  { code: 'basis-later', title: 'Căn cứ có sau kế hoạch', severity: 'error', source: 'Đối chiếu ngày', check: (context) => basisDates(context).later },
  { code: 'basis-year-off', title: 'Năm của căn cứ có thể nhầm', severity: 'warning', source: 'Lỗi thường gặp đầu năm', check: (context) => basisDates(context).yearOff },
  { code: 'type-symbol-mismatch', title: 'Tên loại không khớp ký hiệu', severity: 'error', source: SOURCE, check: typeMismatch },
  { code: 'issuer-symbol-mismatch', title: 'Cơ quan không khớp ký hiệu', severity: 'error', source: SOURCE, check: issuerMismatch },
  { code: 'symbol-space', title: 'Dấu cách trong ký hiệu', severity: 'warning', source: SOURCE, check: symbolSpaces },
  { code: 'symbol-case', title: 'Chữ hoa, chữ thường trong ký hiệu', severity: 'warning', source: SOURCE, check: symbolCase },
]; // prettier-ignore
