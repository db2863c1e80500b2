/** What every kind of file is turned into before it is read: paragraphs and tables, in printed order. */

import type { LegacyEncoding } from '../../../text/legacy/convert';

/** Characters that a pasted plan may have; the longest real ones have a tenth of that. */
export const MAX_PASTED_TEXT = 1_000_000;
export const PASTED_TOO_LONG =
  'Nội dung dán vào dài quá 1 triệu ký tự; hãy lưu thành tệp rồi nhập từng văn bản.';

export interface SourceParagraph {
  readonly kind: 'paragraph';
  /** The printed text; a line feed is a soft break. */
  readonly text: string;
  /** The automatic number or bullet that Word prints before the text: "1.", "a)", "-". */
  readonly label?: string;
  /** 1–9, from a heading style or outline level. */
  readonly headingLevel?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** How the paragraph is parted from the one before: a blank line, or no more than a line break. */
  readonly gapBefore?: boolean;
}

export interface SourceCell {
  readonly paragraphs: readonly SourceParagraph[];
}
export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly { readonly cells: readonly SourceCell[] }[];
  /** Known to place text only (columns of a letterhead or signature), whatever its words. */
  readonly layout?: boolean;
}
export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** Every paragraph is one whole line (`sourceFromLines`): nothing was wrapped, so nothing is joined. */
  readonly wholeParagraphs?: true;
  /** Footnotes, in order; they stand after the text. */
  readonly footnotes?: readonly string[];
  /** The text was typed in an encoding older than Unicode, and was converted. */
  readonly convertedFrom?: LegacyEncoding;
  /** Pages, counted from 1, that are pictures among pages with words: nothing of them is in `blocks`. */
  readonly picturePages?: readonly number[];
  /** Lines of page headers and footers: no part of the text, looked at for a mark of secrecy only. */
  readonly pageLines?: readonly string[];
}
