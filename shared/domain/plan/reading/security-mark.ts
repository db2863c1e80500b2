/** State-secret marks. Such texts must not be kept on an ordinary PC, so a marked file is refused. */
import { labelOf } from './labels';
import { linesOf } from './lines';
import type { SourceDocument } from './source';

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
 * The state-secret mark of a document, or null: a line of its own before section I ("MẬT", "Độ mật: Tối mật",
 * letter-spaced, or beside a word of urgency), or one of a page header. A mention inside a sentence ("bí mật", "mật độ dân cư") is none.
 */
export function securityMark(document: SourceDocument): string | null {
  for (const line of document.pageLines ?? []) {
    // A page's number may stand beside the mark.
    const mark = markOf(line.replace(/\d+/g, ' ').trim());
    if (mark !== null) return mark;
  }
  for (const line of linesOf(document).lines) {
    if (labelOf(line.text)?.kind === 'roman') return null;
    const texts = line.cells ? line.cells.map((cell) => cell.text) : [line.text];
    for (const text of texts) {
      const mark = markOf(text, line.text.length);
      if (mark !== null) return mark;
    }
  }
  return null;
}

function markOf(text: string, lineLength = text.length): string | null {
  const bare = text
    .replace(URGENCY, ' ')
    .trim()
    .replace(/^(?:độ|mức độ|dấu)\s*mật\s*[:.]\s*/iu, '')
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
