/** Issuing bodies, number and symbol, place and date. */
import { plainDate, dateExists } from '../../../date/plain-date';
import type { ParsedHeader } from '../parsed';
import { isCapitals } from './labels';
import { isRule, keyOf, type Line } from './lines';
import { LETTERHEAD_BODY } from './vocabulary';

interface Letterhead {
  readonly header: ParsedHeader;
  /** What was not understood, in order. */
  readonly leftOver: readonly string[];
  readonly year: number | null;
}

const NUMBER =
  /^(?:[Ss][ốo]|SỐ)\s*[:.;]?\s*(?<number>\d{0,5}|[.…_]*)\s*(?<rest>[-–/]\s*(?:\d{4}\s*[/-]\s*)?[\p{Lu}][\p{L}\d&]*(?:\s?[-–/]\s?[\p{L}\d&]+)*)/u;
const BARE_NUMBER =
  /^(?<number>\d{0,5})\s*(?<rest>[-–/]\s?[\p{Lu}]{2,}[\p{L}\d]*\s?[-–/]\s?[\p{Lu}][\p{L}\d&]*(?:[-–/][\p{L}\d&]+)*)$/u;
const DATE =
  /(?:(?<!\p{L})(?<place>(?:Quận|Phường)\s\d{1,2}|\p{Lu}[\p{L}\s.'’-]{1,40}?)\s*[,.]?\s*)?(?<date>[Nn]g[àa]y\s*(?<day>\d{1,2}|[.…_\s]*)\s*[Tt]h[áa]ng\s*(?<month>\d{1,2}|[.…_\s]*)\s*[Nn][ăa]m\s*(?<year>\d{4}|20[.…_]+|[.…_]*))/u;

const MOTTOS: readonly string[] = [
  'cộng hòa xã hội chủ nghĩa việt nam', 'độc lập - tự do - hạnh phúc', 'độc lập – tự do – hạnh phúc', 'độc lập-tự do-hạnh phúc',
  'đảng cộng sản việt nam',
]; // prettier-ignore

/** The head of a mass organisation's text, in the place of a motto when it stands alone on its line. */
const MASS_HEADS: readonly string[] = ['đoàn tncs hồ chí minh', 'đoàn thanh niên cộng sản hồ chí minh'];

const EMPTY_HEADER: ParsedHeader = {
  parentBody: null,
  issuingBody: null,
  number: null,
  symbol: null,
  numberText: null,
  place: null,
  date: null,
  dateText: null,
};

/** Reads the lines above the kind of document. */
export function readLetterhead(lines: readonly Line[]): Letterhead {
  let header: ParsedHeader = EMPTY_HEADER;
  let year: number | null = null;
  const bodies: string[] = [];
  const leftOver: string[] = [];
  const queue = withoutMottos(lines);
  for (let index = 0; index < queue.length; index++) {
    const line = queue[index];
    if (!line) continue;
    let text = line.text;
    if (isRule(text) || /^[*|\s_-]+$/.test(text)) continue;
    const number = header.symbol === null ? readNumber(text) : null;
    if (number) {
      header = { ...header, number: number.number, symbol: number.symbol, numberText: number.numberText };
      text = text.slice(number.length).trim();
      if (text === '') continue;
    }
    // "Sơn | La, ngày 11 tháng 3 | năm 2020": a wrapped date line.
    let joined = text;
    let used = 0;
    if (header.dateText === null && /(?:ngày|tháng|,)\s*[\d.…]*$/iu.test(text)) {
      while (used < 2 && !DATE.test(joined) && queue[index + used + 1])
        joined += ` ${queue[index + ++used]?.text ?? ''}`;
      if (!DATE.test(joined)) {
        joined = text;
        used = 0;
      }
    }
    const dated = header.dateText === null ? readPlaceAndDate(joined) : null;
    if (dated) {
      const previous = bodies.at(-1);
      let place = dated.place;
      // The first syllable of a wrapped place stands alone on the line above.
      if (previous !== undefined && !isCapitals(previous) && previous.split(' ').length === 1 && place) {
        place = `${previous} ${place}`;
        bodies.pop();
      }
      header = { ...header, place, date: dated.date, dateText: dated.dateText };
      year = dated.year;
      index += used;
      const before = joined.slice(0, dated.index).replace(/^[\s*|_,;-]+|[\s*|_,;-]+$/g, '');
      if (before !== '') (isCapitals(before) ? bodies : leftOver).push(before);
      if (dated.rest !== '') leftOver.push(dated.rest);
      continue;
    }
    if (/^(?:dự thảo|hỏa tốc|thượng khẩn|khẩn|bản sao|kính gửi)/.test(line.key)) {
      leftOver.push(text);
      continue;
    }
    if (
      isCapitals(text) ||
      /^\p{Lu}\p{Ll}*$/u.test(text) ||
      (LETTERHEAD_BODY.test(line.key) && text.length < 80)
    )
      bodies.push(text);
    else leftOver.push(text);
  }
  const isBody = (body: string) => isCapitals(body) || LETTERHEAD_BODY.test(keyOf(body));
  leftOver.push(...bodies.filter((body) => !isBody(body)));
  const names = bodyNames(bodies.filter(isBody));
  return {
    header: {
      ...header,
      issuingBody: names.at(-1) ?? null,
      parentBody: names.length > 1 ? names.slice(0, -1).join(' ') : null,
    },
    leftOver,
    year,
  };
}

/** The number line: "Số -KH/ĐU", "Số: 45/KH-UBND", "Số 04 - KH/ĐU", "12/KH-UBND". */
export function readNumber(
  text: string,
): { number: number | null; symbol: string; numberText: string; length: number } | null {
  const match = NUMBER.exec(text) ?? BARE_NUMBER.exec(text);
  const rest = match?.groups?.['rest'];
  if (!match || rest === undefined) return null;
  let printed = rest;
  // "Số 101-KH/ĐU - Hải An, ngày …": the place is no part of the symbol; "48/TB - UBND" is one symbol.
  const spaced = /^([-–/]\s*\S+)\s[-–]\s/.exec(printed);
  const whole = /^[-–/]\s*\p{L}+\s[-–]\s\p{Lu}{2,}(?!\p{L})/u;
  if (spaced?.[1] && !whole.test(printed) && !/^[-–/]\s*\d{4}$/.test(spaced[1])) printed = spaced[1];
  const digits = match.groups?.['number'] ?? '';
  const symbol = printed
    .replace(/\s+/g, '')
    .replace(/^[-–/]/, '')
    .replaceAll('–', '-');
  const number = /^\d+$/.test(digits) ? Number(digits) : null;
  const separator = printed.startsWith('/') ? '/' : '-';
  return {
    number,
    symbol,
    numberText: `${/^\d+$/.test(digits) ? digits : ''}${separator}${symbol}`,
    length: match.index + match[0].length - (rest.length - printed.length),
  };
}

/** "Hải An, ngày 05 tháng 02 năm 2026"; blanks are kept as printed and give no date. */
export function readPlaceAndDate(text: string): {
  place: string | null;
  date: string | null;
  dateText: string;
  year: number | null;
  index: number;
  /** What stands behind the date on its line. */
  rest: string;
} | null {
  const match = DATE.exec(text);
  const dateText = match?.groups?.['date'];
  if (!match || dateText === undefined) return null;
  const rest = text.slice(match.index + match[0].length).trim();
  if (rest.length > 12) return null;
  const [day, month, year] = [match.groups?.['day'], match.groups?.['month'], match.groups?.['year']].map(
    (part) => (/^\d+$/.test(part ?? '') ? Number(part) : null),
  );
  const complete = typeof day === 'number' && typeof month === 'number' && typeof year === 'number';
  const printed = (match.groups?.['place'] ?? '').replace(/[\s,.]+$/, '').trim();
  // "ỦY BAN KIỂM TRA An Bình, ngày …": capitals before a name in small letters are a body's, of the other column.
  const glued =
    /^(?:\p{Lu}{2,}[\p{Lu},-]*\s+)+(?=\p{Lu}\p{Ll}|\p{Lu}\s\p{Lu}\p{Ll})/u.exec(printed)?.[0].length ?? 0;
  const place = printed.slice(glued);
  return {
    place: place === '' ? null : place,
    date: complete && dateExists(year, month, day) ? plainDate(year, month, day) : null,
    dateText: dateText.replace(/\s+/g, ' ').trim(),
    year: year ?? null,
    index: match.index + glued,
    rest: rest.replace(/^[\s.,;)]+/, ''),
  };
}

/** Takes the national and the Party's motto off, also where they wrap or stand on one line with a body's name. */
function withoutMottos(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  const massHead = /(?:^|\n)(?:bch|ban chấp\s+hành)\s/u.test(lines.map(({ key }) => key).join('\n'));
  let index = 0;
  while (index < lines.length) {
    const line = lines[index];
    if (!line) break;
    const run = mottoRun(lines, index, MOTTOS) || (massHead ? mottoRun(lines, index, MASS_HEADS) : 0);
    if (run > 0) {
      index += run;
      continue;
    }
    const motto = MOTTOS.find((candidate) => line.key.includes(candidate));
    if (motto) {
      const at = line.key.indexOf(motto);
      const text = `${line.text.slice(0, at)} ${line.text.slice(at + motto.length)}`
        .replace(/\s+/g, ' ')
        .trim();
      if (text !== '')
        out.push({ ...line, text, key: text.length > 0 ? line.key.replace(motto, '').trim() : '' });
    } else out.push(line);
    index++;
  }
  return out;
}

/** How many lines from `index` on spell one motto and nothing else; 0 for none. */
function mottoRun(lines: readonly Line[], index: number, mottos: readonly string[]): number {
  let text = '';
  for (let count = 1; count <= 4; count++) {
    const line = lines[index + count - 1];
    if (!line) return 0;
    text = `${text} ${line.key}`.replace(/\s*[-–]\s*/g, ' - ').trim();
    if (mottos.includes(text.replace(/[.*]+$/, '').trim())) return count;
    if (!mottos.some((motto) => motto.startsWith(text))) return 0;
  }
  return 0;
}

/** Names wrapped over lines are joined; a line begins a new body when it begins with a body's word. */
function bodyNames(lines: readonly string[]): string[] {
  const names: string[] = [];
  for (const line of lines) {
    const key = `${keyOf(line)} `;
    const previous = names.at(-1);
    const begins = LETTERHEAD_BODY.test(key) && line.split(' ').length > 1;
    const open =
      previous !== undefined &&
      (/(?:\s|^)(?:VÀ|ỦY|UỶ|VĂN|HỘI ĐỒNG|CỦA|BAN|TRUNG|MẶT TRẬN|CÔNG)$|[,-]$/u.test(previous) ||
        /^(?:VÀ|-|–)\s/u.test(line));
    if (previous === undefined || (begins && !open)) names.push(line);
    else names[names.length - 1] = `${previous} ${line}`;
  }
  return names.map((name) => name.replace(/[\s*_-]+$/u, '').trim()).filter((name) => name !== '');
}
