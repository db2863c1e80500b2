/** The head of a document: bodies, star, number on the left; motto with its line and the date on the right. */
import type { PlainDate } from '../date/plain-date';
import { dateLine, printedNumber, type DraftDate } from './number-text';
import type { BlockModel, ColumnsModel, ParagraphModel } from './page-model';
import type { ProfileStyle, RuleProfile } from './rule-profile';
import { roundLength, textWidth } from './text-width';

export interface LetterheadInput {
  /** Empty: no line for it. */
  readonly parentBody: string;
  readonly issuingBody: string;
  /** With or without "Số"; a blank one ("-KH/ĐU") gets room to write. */
  readonly numberText: string;
  readonly place: string;
  readonly date: PlainDate | null;
  readonly draftDate?: DraftDate;
  /** Công văn: what stands under the number, without "về việc" or "V/v". */
  readonly letterSubject?: string;
  /** "KHẨN", "HỎA TỐC"; under the number. */
  readonly urgency?: string;
  /** "Dự thảo lần 1" */
  readonly draftMark?: string;
}

/** Width between the margins, mm (A4 portrait). */
function contentWidth(profile: RuleProfile): number {
  return 210 - profile.page.left - profile.page.right;
}

/** A text in a style of the profile; `caps` is applied here, so that a writer decides nothing. */
export function styledLine(
  text: string,
  style: ProfileStyle,
  align: ParagraphModel['align'],
  extra: Partial<Omit<ParagraphModel, 'kind' | 'runs' | 'align' | 'size'>> = {},
): ParagraphModel {
  return {
    kind: 'paragraph',
    runs: [
      {
        text: style.caps ? text.toUpperCase() : text,
        ...(style.bold && { bold: true }),
        ...(style.italic && { italic: true }),
        ...(style.underline && { underline: true }),
      },
    ],
    align,
    size: style.size,
    line: null,
    ...extra,
  };
}

function widthIn(text: string, style: ProfileStyle): number {
  return textWidth(style.caps ? text.toUpperCase() : text, style.size, style);
}

/** Share of the left block: as its longest line needs, when both blocks can have what they need. */
function leftShare(profile: RuleProfile, input: LetterheadInput, date: string): number {
  const left = Math.max(
    widthIn(input.parentBody, profile.parentBody),
    widthIn(input.issuingBody, profile.issuingBody),
    widthIn(input.numberText, profile.number.style),
  );
  const right = Math.max(
    ...profile.motto.map((line) => widthIn(line.text, line.style)),
    widthIn(date, profile.date.style),
  );
  const total = contentWidth(profile);
  // What is left over goes to both; where it is short, the motto keeps its line and the left block wraps.
  const spare = total - left - right;
  const share = spare >= 0 ? (left + spare / 2) / total : 1 - (right + 1) / total;
  return Math.round(Math.min(0.62, Math.max(0.36, share)) * 1000) / 1000;
}

/** A name that is too long for its block is broken before the place: "ỦY BAN NHÂN DÂN" / "PHƯỜNG AN BÌNH". */
function bodyLines(name: string, style: ProfileStyle, room: number): readonly string[] {
  if (widthIn(name, style) <= room) return [name];
  const [, head, place] = /^(.+?)\s+((?:PHƯỜNG|XÃ|THỊ TRẤN|ĐẶC KHU|THÀNH PHỐ)\s.+)$/iu.exec(name) ?? [];
  return head === undefined || place === undefined ? [name] : [head, place];
}

/** Share of a size that stands over the baseline: the ascender of Times New Roman. */
const ASCENDER = 0.891;

/** The room over a text in one column that puts it on one baseline with the larger text in the other. */
export function levelWith(text: ProfileStyle, other: ProfileStyle): { readonly spaceBefore?: number } {
  const difference = (other.size - text.size) * ASCENDER;
  return difference <= 0 ? {} : { spaceBefore: Math.round(difference * 100) / 100 };
}

/** Two rows of two columns, so that the date stands level with the number. */
export function letterhead(profile: RuleProfile, input: LetterheadInput): readonly BlockModel[] {
  const date = dateLine(profile, input.place, input.date, input.draftDate);
  const share = leftShare(profile, input, date);
  const room = contentWidth(profile) * share;
  const issuing = bodyLines(input.issuingBody, profile.issuingBody, room);
  const parent = input.parentBody === '' ? [] : bodyLines(input.parentBody, profile.parentBody, room);
  const issuer: BlockModel[] = [
    ...parent.map((line) => styledLine(line, profile.parentBody, 'center')),
    ...issuing.map((line) => styledLine(line, profile.issuingBody, 'center')),
  ];
  if (profile.star !== null)
    issuer.push({
      kind: 'paragraph',
      runs: [{ text: profile.star }],
      align: 'center',
      size: profile.number.style.size,
      line: null,
    });
  if (profile.issuerRuleShare !== null) {
    const longest = Math.min(room, Math.max(...issuing.map((line) => widthIn(line, profile.issuingBody))));
    issuer.push({
      kind: 'rule',
      length: roundLength(longest * profile.issuerRuleShare),
      align: 'center',
      spaceBefore: 1,
      spaceAfter: 3,
    });
  }
  const motto: BlockModel[] = profile.motto.map((line) => styledLine(line.text, line.style, 'center'));
  const lastMotto = profile.motto.at(-1);
  if (profile.mottoRule && lastMotto)
    motto.push({
      kind: 'rule',
      length: roundLength(widthIn(lastMotto.text, lastMotto.style)),
      align: 'center',
      spaceBefore: 1,
    });
  const underNumber: BlockModel[] = [
    styledLine(
      printedNumber(profile, input.numberText),
      profile.number.style,
      'center',
      levelWith(profile.number.style, profile.date.style),
    ),
  ];
  if (input.letterSubject)
    underNumber.push(
      styledLine(
        `${profile.letterSubject.prefix} ${input.letterSubject}`,
        profile.letterSubject.style,
        'center',
      ),
    );
  if (input.urgency)
    underNumber.push(styledLine(input.urgency, profile.urgency, 'center', { spaceBefore: 3 }));
  const dated: BlockModel[] = [
    styledLine(date, profile.date.style, 'center', levelWith(profile.date.style, profile.number.style)),
  ];
  if (input.draftMark) dated.push(styledLine(input.draftMark, profile.draft, 'center'));
  const row = (left: readonly BlockModel[], right: readonly BlockModel[]): ColumnsModel => ({
    kind: 'columns',
    columns: [
      { share, blocks: left },
      { share: Math.round((1 - share) * 1000) / 1000, blocks: right },
    ],
    keepTogether: true,
  });
  return [row(issuer, motto), row(underNumber, dated)];
}
