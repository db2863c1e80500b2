/**
 * A printed book of the office as data: its cover, its columns, its lines. The four books (văn bản đi, văn bản đến, theo
 * dõi giải quyết, chuyển giao) are made into this; the page and the workbook are drawn from it alone.
 */
import type { Instant, PlainDate } from '../date/plain-date';
import { paperText, runText, type BlankRun } from '../domain/number-runs';

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
export function someOf(texts: readonly string[], by = ', ', what = 'số'): string {
  const named = texts.slice(0, NAMED).join(by);
  return texts.length > NAMED ? `${named} và ${texts.length - NAMED} ${what} nữa` : named;
}

/** What a blank stretch says in the columns of number, subject and note. */
export function blankTexts(
  run: BlankRun,
  digits: (number: number) => string = String,
): { readonly number: string; readonly subject: string; readonly note: string } {
  const number = runText(run, digits);
  return run.on === 'paper'
    ? { number, subject: paperText(run, digits), note: run.reason ?? '' }
    : {
        number,
        subject: run.first === run.last ? '(số bỏ trống)' : '(các số bỏ trống)',
        note: run.reason ?? 'Chưa ghi lý do',
      };
}

/** What the cover says of the blank stretches: where the book on paper ended, which numbers are gaps and why. */
export function blankFacts(
  blanks: readonly BlankRun[],
  digits: (number: number) => string = String,
): readonly string[] {
  const paper = blanks.filter(({ on }) => on === 'paper');
  const gaps = blanks.filter(({ on }) => on === 'nowhere');
  const reason = paper[0]?.reason ?? null;
  return [
    ...(paper.length === 0
      ? []
      : [
          `Các số ${someOf(
            paper.map((run) => runText(run, digits)),
            ', ',
            'dãy số',
          )} ghi ở sổ giấy${reason === null ? '' : ` (${reason})`}`,
        ]),
    ...(gaps.length === 0
      ? []
      : [
          `Số bỏ trống: ${someOf(
            gaps.map((run) => `${runText(run, digits)} (${run.reason ?? 'chưa ghi lý do'})`),
            '; ',
            'dãy số',
          )}`,
        ]),
  ];
}

/** Lines and blank stretches, each at its number. */
export function inPlace(
  placed: readonly { readonly number: number; readonly line: BookLine }[],
): readonly BookLine[] {
  return [...placed].sort((a, b) => a.number - b.number).map(({ line }) => line);
}
