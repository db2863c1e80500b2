/** State-secret marks. Such texts must not be kept on an ordinary PC, so a marked file is refused. */
import { toNfc } from '../../../text/normalize';
import { labelOf } from './labels';
import { linesOf } from './lines';
import type { SourceDocument } from './source';
import { sourceFromText } from './source-from-text';

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^tuyệt\s*mật$/, 'TUYỆT MẬT'],
  [/^tối\s*mật$/, 'TỐI MẬT'],
  [/^mật$/, 'MẬT'],
];
/** Marks lost in a conversion: only the two-word ones are unmistakable. */
const WITHOUT_TONES: readonly (readonly [RegExp, string])[] = [
  [/^TUYET\s*MAT$/, 'TUYỆT MẬT'],
  [/^TOI\s*MAT$/, 'TỐI MẬT'],
];
/** Words of urgency that may share the mark's line: "MẬT - HỎA TỐC". */
const URGENCY = /(?<!\p{L})(?:h(?:ỏa|oả|OA) tốc|HOA TOC|thượng khẩn|khẩn)(?:\s+hẹn giờ)?(?!\p{L})/giu;

/**
 * The state-secret mark of a document, or null: one that stands alone on a line or in a cell, or in brackets anywhere
 * ("MẬT", "Độ mật: TỐI MẬT", "(MẬT)", letter-spaced, beside a word of urgency), in capitals; before section I, and in
 * a page header, in a small hand too. A mention inside a sentence ("bí mật", "mật độ dân cư") is none, nor is a word
 * of a heading that was wrapped ("BẢO VỆ BÍ", "MẬT NHÀ NƯỚC").
 */
export function securityMark(document: SourceDocument): string | null {
  for (const line of document.pageLines ?? []) {
    // A page's number may stand beside the mark.
    const text = toNfc(line).replace(/\d+/g, ' ').trim();
    const mark = markOf(text) ?? markInBrackets(text);
    if (mark !== null) return mark;
  }
  let head = true;
  let above = '';
  for (const line of linesOf(document).lines) {
    if (head && labelOf(line.text)?.kind === 'roman') head = false;
    const texts = line.cells ? line.cells.map((cell) => cell.text) : [line.text];
    for (const text of texts) {
      const alone = head || isInCapitals(text) ? markOf(text, line.text.length) : null;
      const mark = alone ?? markInBrackets(text);
      if (mark !== null && !WRAPPED.test(above)) return mark;
    }
    if (line.text.trim() !== '') above = line.text;
  }
  return null;
}

/** A compound in capitals whose second word stands on the next line: "BẢO VỆ BÍ", "MẬT". */
const WRAPPED = /(?<!\p{L})(?:BÍ|BẢO|CƠ|ĐỘ|THÂN|CẨN|NGHIÊM)\s*$/u;

/** Whether no letter is a small one; a label before the mark ("Độ mật: MẬT") does not count. */
function isInCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text.replace(LABEL, '').replace(URGENCY, ' '));
}

const BRACKETS = /[([{]([^()[\]{}\n]{3,60})[)\]}]/gu;

/** "(MẬT)", "[TỐI MẬT - HỎA TỐC]": in capitals wherever it stands; "(mật)" and a list of degrees mark nothing. */
function markInBrackets(text: string): string | null {
  for (const [, inner = ''] of text.matchAll(BRACKETS)) {
    const mark = isInCapitals(inner) ? markOf(inner) : null;
    if (mark !== null) return mark;
  }
  return null;
}

/**
 * The mark in words of a document that come piecemeal (a task, a cut or joined sentence), by the same rule as in the
 * whole: alone on a line or in brackets, in capitals.
 */
export function passageSecurityMark(text: string): string | null {
  let above = '';
  for (const line of toNfc(text).split('\n')) {
    const mark = (isInCapitals(line) ? markOf(line) : null) ?? markInBrackets(line);
    if (mark !== null && !WRAPPED.test(above)) return mark;
    if (line.trim() !== '') above = line;
  }
  return null;
}

const LABEL = /^(?:độ|mức độ|dấu)\s*mật\s*[:.]\s*/iu;

function markOf(text: string, lineLength = text.length): string | null {
  const bare = text
    .replace(URGENCY, ' ')
    .trim()
    .replace(LABEL, '')
    .replace(/^[\s[(“"*_|/,;&+—–-]+|[\s[(\])”"*_|.!/,;&+—–-]+$/gu, '');
  const letters = bare.split(/\s+/);
  const glued =
    letters.length > 2 && letters.every((letter) => letter.length === 1) ? letters.join('') : bare;
  const key = glued.toLowerCase();
  // In a letterhead the mark is printed in capitals; "Mật" alone in a small hand is accepted on a line of its own too.
  if (!/^\p{Lu}/u.test(glued)) return null;
  for (const [pattern, mark] of MARKS) if (pattern.test(key)) return mark;
  for (const [pattern, mark] of WITHOUT_TONES) if (pattern.test(glued) && lineLength < 30) return mark;
  return null;
}

/** What parts the cells of a sheet, or two columns of a letterhead. */
const GAP = /\t+| {3,}/u;
const MARK_IN_A_CELL = /^\s*(?:(?:TUYỆT|TỐI)\s+)?MẬT\s*$/u;

/** The mark of a text whose layout is lost (a PDF's text layer, a sheet): as above; a cell in capitals is a line too. */
export function securityMarkOfText(text: string): string | null {
  const lines = toNfc(text)
    .split('\n')
    .flatMap((line) => [
      line,
      ...line.split(GAP).filter((cell) => cell !== line && MARK_IN_A_CELL.test(cell)),
    ]);
  return securityMark(sourceFromText(lines.join('\n')));
}

/** Compounds in capitals that speak of secrecy or of density, and mark nothing: BÍ MẬT, BẢO MẬT, MẬT ĐỘ, MẬT KHẨU. */
const TYPED_MARK =
  /(?<!\p{L})(?:(TUYỆT|TỐI)\s+MẬT|(?<!(?:BÍ|BẢO|CƠ|ĐỘ|THÂN|CẨN|NGHIÊM)\s+)MẬT(?!\s+(?:ĐỘ|KHẨU|MÃ|ONG|THƯ|VỤ|THIẾT|DANH|LỆNH|ƯỚC)(?!\p{L})))(?!\p{L})/u;
/** "Mật: …", "(Tối mật) …" at the head in a small hand. */
const TYPED_HEAD = /^[\s[(“"*]*(?:(Tuyệt|Tối)\s+mật|Mật)\s*[-–—:;.)\]”"*]/u;

/**
 * The mark in what a person types or pastes into a field, or null. On one line: MẬT, TỐI MẬT, TUYỆT MẬT as words of their
 * own in capitals, or in a small hand at the head, parted from what follows. On several lines, which are prose or a
 * pasted document: the same in the first that says something, and a line of its own anywhere.
 */
export function typedSecurityMark(text: string): string | null {
  const [first = '', ...others] = toNfc(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const found = TYPED_MARK.exec(first) ?? TYPED_HEAD.exec(first);
  if (found) return found[1] === undefined ? 'MẬT' : `${found[1].toUpperCase()} MẬT`;
  const alone = markOf(first);
  return alone ?? passageSecurityMark([first, ...others].join('\n')) ?? headInSmallHand(others);
}

/** "Mật" alone on a later line of what was typed. */
function headInSmallHand(lines: readonly string[]): string | null {
  for (const line of lines) {
    const mark = isInCapitals(line) ? null : markOf(line);
    if (mark !== null) return mark;
  }
  return null;
}
