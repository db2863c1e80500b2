import type { z } from 'zod';
import type { comparedParagraph } from '../../rpc/contract/composing';
import type { ComparedParagraph } from '../../text/compare-texts';

/** Paragraphs of a comparison that an answer carries; more are not read by anybody. */
export const ROWS_SHOWN = 200;

/** A compared paragraph as an answer carries it. */
export function comparedRow(row: ComparedParagraph): z.infer<typeof comparedParagraph> {
  return row.kind === 'changed' ? { ...row, words: row.words.map((piece) => ({ ...piece })) } : { ...row };
}
