/** Runs of text in a .docx: how they look, and letters of old fonts turned into Unicode. */
import {
  encodingOfFont,
  fromLegacy,
  withTonedCapitals,
  type LegacyEncoding,
} from '../../../../shared/text/legacy/convert';

/** Text of neighbouring runs, and the old encoding that their fonts stand for. */
export interface Piece {
  text: string;
  readonly encoding: LegacyEncoding | null;
  readonly capitals: boolean;
  /** The encoding is known from the letters only, so the font of capitals is not. */
  readonly assumed: boolean;
}

/** Runs in old fonts whose letters are Unicode all the same (the font was only never changed) stay as they are. */
export function unicodeOf({ text, encoding, capitals, assumed }: Piece): string {
  const read = encoding === null || /[đơưĐƠƯ\u1ea0-\u1ef9]/.test(text) ? text : fromLegacy(text, encoding);
  if (assumed && encoding === 'tcvn3') return withTonedCapitals(read);
  return capitals ? read.toUpperCase() : read;
}

/** How a run looks: what its own properties and those above them say. */
export interface Look {
  readonly caps: boolean;
  readonly bold: boolean;
  readonly font: string | null;
}
export interface Runs {
  readonly pieces: Piece[];
  bold: number;
  letters: number;
}

/** Neighbouring pieces of one look are one: a VNI vowel and its mark may stand in two runs. */
export function addPiece(
  pieces: Piece[],
  text: string,
  { caps, font }: Look,
  assumed: LegacyEncoding | null,
): void {
  const legacy = font === null ? null : encodingOfFont(font);
  const encoding = legacy?.encoding ?? assumed;
  const capitals = caps || (legacy?.capitals ?? false);
  const isAssumed = legacy === null && encoding !== null;
  const last = pieces.at(-1);
  if (last && last.encoding === encoding && last.capitals === capitals && last.assumed === isAssumed)
    last.text += text;
  else pieces.push({ text, encoding, capitals, assumed: isAssumed });
}
