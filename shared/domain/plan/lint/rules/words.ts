/** Spelling, lost marks, punctuation: what can be seen in single words. */
import { keyOf } from '../../reading/lines';
import { proseOf, replaceFix, wordsBefore } from '../context';
import type { Found, LintContext, LintRule } from '../model';
import { LOST_CODES } from '../suspect-words';

const TONES: readonly (readonly [string, string])[] = [
  ['òa', 'oà'], ['óa', 'oá'], ['ỏa', 'oả'], ['õa', 'oã'], ['ọa', 'oạ'], ['òe', 'oè'], ['óe', 'oé'], ['ỏe', 'oẻ'],
  ['õe', 'oẽ'], ['ọe', 'oẹ'], ['ùy', 'uỳ'], ['úy', 'uý'], ['ủy', 'uỷ'], ['ũy', 'uỹ'], ['ụy', 'uỵ'],
]; // prettier-ignore
const OLD = new Map(TONES);
const NEW = new Map(TONES.map(([older, newer]) => [newer, older]));
/** A syllable that ends in oa, oe or uy with a tone ("quý" has its own rule: the u belongs to qu). */
const SYLLABLE =
  /(?<![\p{L}])(\p{L}{0,3}?)([oOuU][àáảãạèéẻẽẹỳýỷỹỵ]|[òóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ][aeyAEY])(?!\p{L})/gu;

/** uỷ/ủy, hoà/hòa: the office's own way; without one, the way that this text mostly follows. One finding a word. */
function toneSpelling(context: LintContext): Found[] {
  const words = context.paragraphs.flatMap(({ text, start }) =>
    [...text.matchAll(SYLLABLE)].flatMap((match) => {
      const [whole, onset = '', vowels = ''] = match;
      const low = vowels.toLowerCase();
      if (/q$/i.test(onset) || !(OLD.has(low) || NEW.has(low))) return [];
      return [{ word: whole, at: start + match.index, onset, vowels, style: OLD.has(low) ? 'ủy' : 'uỷ' }];
    }),
  );
  const older = words.filter(({ style }) => style === 'ủy').length;
  const house = context.spelling ?? (older * 2 >= words.length ? 'ủy' : 'uỷ');
  const groups = new Map<string, typeof words>();
  for (const word of words)
    if (word.style !== house) groups.set(keyOf(word.word), [...(groups.get(keyOf(word.word)) ?? []), word]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const right = ({ onset, vowels }: (typeof words)[number]) => {
      const changed = (house === 'ủy' ? NEW : OLD).get(vowels.toLowerCase()) ?? vowels;
      return (
        onset +
        (/^\p{Lu}/u.test(vowels)
          ? changed.charAt(0).toUpperCase() +
            (/\p{Lu}$/u.test(vowels) ? (changed[1] ?? '').toUpperCase() : (changed[1] ?? ''))
          : changed)
      );
    };
    return [
      {
        place: { start: first.at, end: first.at + first.word.length },
        message: `“${first.word}” (${group.length} chỗ) viết khác cách bỏ dấu ${context.spelling ? 'đã chọn của cơ quan' : 'của phần lớn văn bản'}; viết “${right(first)}”.`,
        fix: {
          label:
            group.length === 1
              ? `Sửa thành “${right(first)}”`
              : `Sửa cả ${group.length} chỗ thành “${right(first)}”`,
          sure: true,
          edits: group.map((word) => ({
            start: word.at,
            end: word.at + word.word.length,
            text: right(word),
          })),
        },
      },
    ];
  });
}

function lostMarks(context: LintContext): Found[] {
  const codes = Object.keys(LOST_CODES).join('|');
  const tail = context.paragraphs.filter(({ zone }) => zone === 'tail');
  return tail
    .filter(({ text }) => /^[\s+*-]*lưu/iu.test(text))
    .flatMap(({ text, start }) =>
      [...text.matchAll(new RegExp(`(?<![\\p{L}])(?:${codes})(?![\\p{L}])`, 'gu'))].map((match) => {
        const place = { start: start + match.index, end: start + match.index + match[0].length };
        const right = LOST_CODES[match[0]] ?? match[0];
        return {
          place,
          message: `Ký hiệu “${match[0]}” ở dòng Lưu bị mất dấu hoặc gõ nhầm; có thể là “${right}”.`,
          fix: replaceFix(place, right, true),
        };
      }),
    );
}

/** The right word in the case of the printed one: "Lòng ghép" → "Lồng ghép". */
function inCaseOf(printed: string, right: string): string {
  if (printed === printed.toUpperCase()) return right.toUpperCase();
  return /^\p{Lu}/u.test(printed) ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}

function suspectWords(context: LintContext): Found[] {
  return context.words.flatMap(({ wrong, right, before, after, sure }) => {
    const pattern = new RegExp(
      `${before === undefined ? '(?<!\\p{L})' : `(?<=${before})`}${wrong}(?!\\p{L})${after === undefined ? '' : `(?=${after})`}`,
      'giu',
    );
    return proseOf(context).flatMap(({ text, start }) =>
      [...text.matchAll(pattern)].map((match) => {
        const place = { start: start + match.index, end: start + match.index + match[0].length };
        const better = inCaseOf(match[0], right);
        return {
          place,
          message: `“${match[0]}” có thể là lỗi nhận dạng hoặc gõ nhầm của “${better}”; hãy đối chiếu với bản gốc.`,
          fix: replaceFix(place, better, sure),
        };
      }),
    );
  });
}

function punctuationSpaces(context: LintContext): Found[] {
  return proseOf(context).flatMap(({ text, start }) => [
    ...[...text.matchAll(/(?<=[\p{L}\d%)”])\s+[,;:](?=\s|$)|(?<=[\p{L}%)”])\s+\.(?=\s*$)/gu)].map((match) => {
      const place = { start: start + match.index, end: start + match.index + match[0].length };
      const mark = match[0].trim();
      return {
        place: { start: wordsBefore(context.text, place.start, 12), end: place.end },
        message: `Có dấu cách thừa trước dấu “${mark}”; dấu câu viết liền chữ trước.`,
        fix: { label: 'Bỏ dấu cách', sure: true, edits: [{ ...place, text: mark }] },
      };
    }),
    ...[...text.matchAll(/(?<=\p{Ll}{2})[,;](?=\p{L}{2})/gu)].map((match) => {
      const place = { start: start + match.index, end: start + match.index + 1 };
      return {
        place: { start: Math.max(start, place.start - 12), end: place.end + 8 },
        message: `Thiếu dấu cách sau dấu “${match[0]}”.`,
        fix: { label: 'Thêm dấu cách', sure: true, edits: [{ ...place, text: `${match[0]} ` }] },
      };
    }),
  ]);
}

/** Quotes and brackets: a closing one without its opening, an opening one that the section never closes. */
function unpaired(context: LintContext, opening: string, closing: string, name: string): Found[] {
  const out: Found[] = [];
  const opened: { at: number; from: number }[] = [];
  const report = (at: number, stray: boolean) =>
    out.push({
      place: { start: Math.max(0, at - (stray ? 24 : 0)), end: at + (stray ? 1 : 24) },
      message: stray
        ? `Có ${name} đóng “${closing}” mà không có ${name} mở trước đó; hãy bỏ hoặc thêm dấu mở.`
        : `${name.charAt(0).toUpperCase() + name.slice(1)} mở “${opening}” không được đóng lại; hãy thêm dấu đóng.`,
      ...(stray ? { fix: replaceFix({ start: at, end: at + 1 }, '', false) } : {}),
    });
  for (const [index, { text, start }] of context.paragraphs.entries()) {
    for (let at = 0; at < text.length; at++) {
      const letter = text.charAt(at);
      if (letter === opening) {
        const before = opened.pop();
        if (before) report(before.at, false);
        opened.push({ at: start + at, from: index });
      } else if (letter === closing) {
        // "a)" and "1)" are labels.
        if (
          opened.length === 0 &&
          !(closing === ')' && /^\s*(?:[-+]\s*)?[\p{L}\d]{1,3}\)/u.test(text) && at < 8)
        )
          report(start + at, true);
        opened.pop();
      }
    }
    // What a page's end cut in two may close one paragraph later.
    const [waiting] = opened;
    if (waiting && waiting.from < index) {
      report(waiting.at, false);
      opened.pop();
    }
  }
  for (const { at } of opened) report(at, false);
  return out;
}

const SLIPS = 'Lỗi chính tả, đánh máy thường gặp';

export const WORDS: readonly LintRule[] = [
  { code: 'tone-spelling', title: 'Cách bỏ dấu (uỷ/ủy, hoà/hòa)', severity: 'hint', source: 'Cách viết đã chọn trong Cơ quan', check: toneSpelling },
  { code: 'lost-marks', title: 'Ký hiệu mất dấu', severity: 'warning', source: 'Bảng ký hiệu cơ quan', check: lostMarks },
  { code: 'ocr-suspect', title: 'Nghi lỗi nhận dạng, gõ nhầm', severity: 'warning', source: SLIPS, check: suspectWords },
  { code: 'punctuation-space', title: 'Dấu cách quanh dấu câu', severity: 'hint', source: SLIPS, check: punctuationSpaces },
  { code: 'quote-unpaired', title: 'Dấu ngoặc kép lẻ', severity: 'warning', source: SLIPS, check: (context) => unpaired(context, '“', '”', 'dấu ngoặc kép') },
  { code: 'bracket-unpaired', title: 'Dấu ngoặc đơn lẻ', severity: 'warning', source: SLIPS, check: (context) => unpaired(context, '(', ')', 'dấu ngoặc đơn') },
]; // prettier-ignore
