/**
 * A printed book of the office as data: its cover, its columns, its lines. The four books (văn bản đi, văn bản đến, theo
 * dõi giải quyết, chuyển giao) are made into this; the page and the workbook are drawn from it alone.
 */
import type { Instant, PlainDate } from '../date/plain-date';

export interface BookCell {
  readonly text: string;
  /** Set where the workbook holds a day or a number in place of text, so that the book can be sorted. */
  readonly day?: PlainDate | null;
  readonly count?: number | null;
}

export interface BookLine {
  /** `void`, `reserved`, `blank`: marked so that nobody takes them for a document; `band`: a heading over lines. */
  readonly mark: 'line' | 'void' | 'reserved' | 'blank' | 'band';
  /** One a column; of a band only the first. */
  readonly cells: readonly BookCell[];
}

export interface BookColumn {
  readonly title: string;
  /** Characters in the workbook. */
  readonly width: number;
  /** Share of the page where it is not the workbook's: a day must stand on one line in smaller print. */
  readonly share?: number;
  readonly centred: boolean;
}

export interface PrintedBook {
  /** "Sổ đăng ký văn bản đi" */
  readonly name: string;
  /** "Năm 2026", "Nhiệm kỳ 2025–2030" */
  readonly period: string;
  readonly sheetName: string;
  readonly office: { readonly parentBody: string; readonly issuingBody: string; readonly place: string };
  readonly columns: readonly BookColumn[];
  readonly lines: readonly BookLine[];
  /** What the cover says under the period: from which number and day to which, what is void or blank. */
  readonly facts: readonly string[];
  /** "Sổ có 40 văn bản." */
  readonly tally: string;
  readonly createdAt: Instant;
}

/** A cover names so many numbers of a kind and counts the rest: it is one page. */
const NAMED = 40;

/** "3, 5, 8 và 12 số nữa" */
export function someOf(texts: readonly string[], by = ', '): string {
  const named = texts.slice(0, NAMED).join(by);
  return texts.length > NAMED ? `${named} và ${texts.length - NAMED} số nữa` : named;
}
