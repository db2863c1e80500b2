/** The foot of a document: Nơi nhận on the left, level with authority, position and name on the right. */
import type { BlockModel, ParagraphModel } from './page-model';
import type { RuleProfile } from './rule-profile';
import { levelWith, styledLine } from './letterhead';
import { linesIn } from './text-width';

export interface PrintedRecipient {
  readonly name: string;
  /** "để b/c", with or without brackets or quotes. */
  readonly purpose: string | null;
}

export interface PrintedSigner {
  /** "T/M BAN THƯỜNG VỤ"; its mark is printed as the profile writes it. */
  readonly authority: string | null;
  /** "KT. CHỦ TỊCH" */
  readonly onBehalf: string | null;
  readonly position: string | null;
  readonly name: string | null;
}

export interface SignatureInput {
  readonly recipients: readonly PrintedRecipient[];
  /** What follows "Lưu": "VPĐU". */
  readonly archive: readonly string[];
  readonly signer: PrintedSigner;
  /** A công văn's list begins with "Như trên". */
  readonly asAbove?: boolean;
}

function purposeText(purpose: string): string {
  const trimmed = purpose.trim();
  return /^[(“"‘]/.test(trimmed) ? trimmed : `(${trimmed})`;
}

/** The lines under "Nơi nhận:", each with its dash and mark; the last one is "- Lưu …." */
function recipientLines(profile: RuleProfile, input: Omit<SignatureInput, 'signer'>): readonly string[] {
  const lines = [
    ...(input.asAbove ? [profile.recipients.asAbove] : []),
    ...input.recipients.map((one) =>
      one.purpose?.trim() ? `${one.name} ${purposeText(one.purpose)}` : one.name,
    ),
    ...(input.archive.length > 0
      ? [profile.recipients.archive.replace('{codes}', input.archive.join(', '))]
      : []),
  ];
  return lines.map(
    (line, index) =>
      `- ${line}${index === lines.length - 1 ? profile.recipients.end : profile.recipients.separator}`,
  );
}

/** "TM. BAN THƯỜNG VỤ" → "T/M BAN THƯỜNG VỤ" (and T/L, TL.) as the profile writes the mark. */
function authorityText(profile: RuleProfile, authority: string): string {
  return authority
    .trim()
    .replace(/^T\s*\/?\s*M\s*\.?\s+/iu, `${profile.onBehalfMark} `)
    .replace(/^T\s*\/?\s*L\s*\.?\s+/iu, `${profile.byOrderMark} `);
}

/** Recipients take up to this share of a page beside the signature; a longer list goes on below, over pages. */
const BESIDE_SHARE = 0.5;
const PAGE_HEIGHT = 297;
const PAGE_WIDTH = 210;
const POINTS_A_MM = 72 / 25.4;
/** Single spacing of Times New Roman. */
const SINGLE = 1.15;

/** Half of the width between the margins, mm: the room of either side. */
function sideWidth({ page }: RuleProfile): number {
  return (PAGE_WIDTH - page.left - page.right) / 2;
}

/** Points that the lines of one side take. */
function heightOf(blocks: readonly BlockModel[], width: number): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'space') return sum + block.height;
    if (block.kind !== 'paragraph') return sum;
    const lines = linesIn(block.runs.map((run) => run.text).join(''), block.size, width);
    return sum + (block.spaceBefore ?? 0) + lines * block.size * SINGLE;
  }, 0);
}

/** How many of the paragraphs stand beside the signature: all, or as many as make their side as high as its own. */
function besideSignature(
  profile: RuleProfile,
  list: readonly ParagraphModel[],
  right: readonly BlockModel[],
): number {
  const width = sideWidth(profile);
  const page = (PAGE_HEIGHT - profile.page.top - profile.page.bottom) * POINTS_A_MM;
  if (heightOf(list, width) <= page * BESIDE_SHARE) return list.length;
  const signature = heightOf(right, width);
  let count = 1;
  while (count < list.length && heightOf(list.slice(0, count), width) < signature) count += 1;
  return count;
}

/**
 * Recipients and signature side by side, as one block that is not split over pages. Where the list is long, only its
 * head stands in that block and the others follow line by line in the same column, on as many pages as they need.
 */
export function signatureBlock(profile: RuleProfile, input: SignatureInput): readonly BlockModel[] {
  const list: readonly ParagraphModel[] = [
    styledLine(
      profile.recipients.title,
      profile.recipients.titleStyle,
      'left',
      levelWith(profile.recipients.titleStyle, profile.authority),
    ),
    ...recipientLines(profile, input).map((line) => styledLine(line, profile.recipients.listStyle, 'left')),
  ];
  const right: BlockModel[] = [];
  const { authority, onBehalf, position, name } = input.signer;
  if (authority) right.push(styledLine(authorityText(profile, authority), profile.authority, 'center'));
  if (onBehalf) right.push(styledLine(onBehalf, profile.authority, 'center'));
  if (position) right.push(styledLine(position, profile.position, 'center'));
  right.push({ kind: 'space', height: profile.signatureSpace });
  if (name) right.push(styledLine(name, profile.signerName, 'center'));
  const beside = besideSignature(profile, list, right);
  return [
    {
      kind: 'columns',
      columns: [
        { share: 0.5, blocks: list.slice(0, beside) },
        { share: 0.5, blocks: right },
      ],
      keepTogether: true,
    },
    ...list.slice(beside).map((line) => ({ ...line, rightIndent: sideWidth(profile) })),
  ];
}
