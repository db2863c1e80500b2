/** A document as the reader takes it, whatever file it came from. */

export interface SourceParagraph {
  readonly kind: 'paragraph';
  /** NFC; soft line breaks are `\n`. */
  readonly text: string;
  /** Automatic numbering as printed ("1.", "a)", "-"), which is not part of `text`. */
  readonly label?: string;
  /** Heading level 1–9 from the style, if it has one. */
  readonly level?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
}

export interface SourceTable {
  readonly kind: 'table';
  /** Rows → cells → paragraphs. */
  readonly rows: readonly (readonly (readonly SourceParagraph[])[])[];
}

export type SourceBlock = SourceParagraph | SourceTable;

export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
}
