/** Official letters ("công văn") print no kind: what they are about stands below the number, above "Kính gửi". */
import { readNumber } from './letterhead';
import { labelOf } from './labels';
import { isRule, type Line } from './lines';
import { isPlaceAndDateLine } from './zones';

const ABOUT = /^["“'(*\s]*(?:v\s?\/\s?v|về việc)(?!\p{L})/u;
/** "Về thực hiện …": what the letter of an office is about, without "V/v". */
const BARE_ABOUT = /^Về\s+\p{Ll}/u;
const ADDRESS = /^kính gửi(?!\p{L})/u;
const OF_THE_HEAD = /cộng h[òo]a xã hội|độc lập\s*[-–]|đảng cộng sản việt nam|^đoàn$|^đoàn tncs/;

/**
 * The lines of an official letter with its subject moved below the whole letterhead, where other documents have their
 * title; null when the text is none. A copy of two columns gives the subject in the middle of the letterhead.
 */
export function letterWithSubject(
  lines: readonly Line[],
): { readonly lines: readonly Line[]; readonly titleStart: number; readonly titleEnd: number } | null {
  const address = lines.slice(0, 40).findIndex((line) => ADDRESS.test(line.key));
  if (address < 2) return null;
  const head = lines.slice(0, address);
  const start = subjectStart(head);
  if (start === null) return null;
  let end = start + 1;
  while (end < address && !endsSubject(head, start, end)) end++;
  return {
    lines: [...head.slice(0, start), ...head.slice(end), ...head.slice(start, end), ...lines.slice(address)],
    titleStart: address - (end - start),
    titleEnd: address,
  };
}

/** "V/v …", or what a Party letter prints without it right below "Số 12-CV/ĐU". */
function subjectStart(head: readonly Line[]): number | null {
  const about = head.findIndex((line) => ABOUT.test(line.key));
  if (about >= 0) return about;
  const number = head.findIndex(
    (line, index) =>
      readNumber(line.text)?.symbol.startsWith('CV') === true ||
      (readNumber(line.text) !== null && BARE_ABOUT.test(head[index + 1]?.text ?? '')),
  );
  const next = head[number + 1];
  if (
    number < 0 ||
    !next ||
    isHead(next) ||
    readNumber(head[number]?.text ?? '')?.length !== head[number]?.text.length
  )
    return null;
  return /^\p{Lu}/u.test(next.text) && labelOf(next.text) === null ? number + 1 : null;
}

const isHead = (line: Line) =>
  OF_THE_HEAD.test(line.key) || isPlaceAndDateLine(line) || isRule(line.text) || /^[|*\s]+$/.test(line.text);

function endsSubject(head: readonly Line[], start: number, at: number): boolean {
  const line = head[at];
  const before = head[at - 1];
  if (!line || !before || isHead(line)) return true;
  if (/[”"]$/.test(before.text) && /^["“]/.test(head[start]?.text ?? '')) return true;
  return (
    line.cellId !== before.cellId ||
    /^(?:ngày\s+(?:[\d.…]|tháng)|số\s)/.test(line.key) ||
    /,$/.test(line.text)
  );
}
