/** The foot of a document: Nơi nhận on the left, level with authority, position and name on the right. */
import type { BlockModel, ColumnsModel } from './page-model';
import type { RuleProfile } from './rule-profile';
import { levelWith, styledLine } from './letterhead';

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

/** One block that is not split over pages. */
export function signatureBlock(profile: RuleProfile, input: SignatureInput): ColumnsModel {
  const left: BlockModel[] = [
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
  return {
    kind: 'columns',
    columns: [
      { share: 0.5, blocks: left },
      { share: 0.5, blocks: right },
    ],
    keepTogether: true,
  };
}
