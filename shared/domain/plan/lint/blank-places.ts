/** Places that wait to be filled in: asked about before a plan gets its number, and found by the check of its text. */
import type { ParsedPlan } from '../parsed';
import { lintContext, proseOf, sectionAt } from './context';
import type { LintParagraph } from './model';

/**
 * Dots and lines to write on. An ellipsis after a word ("Zalo, YouTube...", "v.v....") is none: four dots count where
 * they stand by themselves.
 */
export const FILL_IN =
  /(?<![\p{L}\p{N}.])\.{4,}|\.{5,}|…[….]+|_{4,}|(?:ngày|tháng)\s*(?:…|\.{2,})\s*(?:\/|tháng|năm)/gu;

export interface BlankPlace {
  /** "Mục II.1", "Trích yếu", "Phần mở đầu". */
  readonly where: string;
  /** The dots with the words around them. */
  readonly words: string;
}

const AROUND = 30;

/** Places in the text that `parsed` was read from, in order; letterhead, signature and what follows it are left out. */
export function blankPlaces(text: string, parsed: ParsedPlan): readonly BlankPlace[] {
  const context = lintContext(text, parsed);
  return proseOf(context).flatMap((paragraph) =>
    [...paragraph.text.matchAll(FILL_IN)].map((match): BlankPlace => ({
      where: whereOf(paragraph, sectionAt(context, paragraph.start + match.index)),
      words: wordsAround(paragraph.text, match.index, match.index + match[0].length),
    })),
  );
}

function whereOf({ zone }: LintParagraph, section: string): string {
  if (section !== '') return `Mục ${section}`;
  return zone === 'title' ? 'Trích yếu' : 'Phần mở đầu';
}

/** Whole words around a place. */
function wordsAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const head = start > AROUND ? before.replace(/^\S*\s/u, '') : before;
  const tail = end + AROUND < text.length ? after.replace(/\s\S*$/u, '') : after;
  return `${head}${text.slice(start, end)}${tail}`.replace(/^[\s\-–+•*]+/u, '').trim();
}

const TOLD = 5;

/** "Văn bản còn 2 chỗ chưa điền: Mục II.1 “…”; …" */
export function blankWords(blanks: readonly BlankPlace[]): string {
  const told = blanks.slice(0, TOLD).map(({ where, words }) => `${where} “${words}”`);
  const more = blanks.length > TOLD ? ` và ${blanks.length - TOLD} chỗ khác` : '';
  return `Văn bản còn ${blanks.length} chỗ chưa điền: ${told.join('; ')}${more}.`;
}
