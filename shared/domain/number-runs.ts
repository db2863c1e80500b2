/** Numbers of a book that hold no line, as a person counts them: in runs (14–27), each with its one reason. */
import { pad2 } from '../date/plain-date';
import { fail, ok, type Result } from '../result';

/** A number without a line and why, where that was written. */
export interface NumberGap {
  readonly number: number;
  readonly reason: string | null;
}

/** Numbers `first` to `last`, both included. */
export interface NumberRun {
  readonly first: number;
  readonly last: number;
}

export interface GapRun extends NumberRun {
  readonly reason: string | null;
}

/** Where the book on paper ended and what was said of it. */
export interface PaperEnd {
  readonly last: number;
  readonly reason: string;
}

/** A stretch of a book that holds no line here: a gap, or numbers that the book on paper gave. */
export interface BlankRun extends GapRun {
  readonly on: 'nowhere' | 'paper';
}

/** So many numbers are explained by one act at most: a book typed in with one wrong number has thousands. */
export const MOST_EXPLAINED = 5000;

/** Gaps by ascending number as runs: numbers that follow each other and bear the same reason, or none. */
export function runsOf(gaps: readonly NumberGap[]): readonly GapRun[] {
  const runs: GapRun[] = [];
  for (const { number, reason } of gaps) {
    const run = runs.at(-1);
    if (run?.last === number - 1 && run.reason === reason) runs[runs.length - 1] = { ...run, last: number };
    else runs.push({ first: number, last: number, reason });
  }
  return runs;
}

/** "14", "14–27" */
export function runText({ first, last }: NumberRun, digits: (number: number) => string = String): string {
  return first === last ? digits(first) : `${digits(first)}–${digits(last)}`;
}

/** "Các số 01–57 ghi ở sổ giấy", as the printed book says at the place of these numbers. */
export function paperText(run: NumberRun, digits: (number: number) => string = String): string {
  return `${run.first === run.last ? 'Số' : 'Các số'} ${runText(run, digits)} ghi ở sổ giấy`;
}

/**
 * Every number from 1 on that has no line, in its place: what the book on paper gave (a line of it may have been written
 * here too, so there may be several stretches), then the gaps. `numbers`: those that hold a line.
 */
export function blanksOf(
  numbers: readonly number[],
  gaps: readonly NumberGap[],
  paper: PaperEnd | null,
): readonly BlankRun[] {
  const blanks: BlankRun[] = [];
  if (paper !== null) {
    const written = numbers.filter((number) => number <= paper.last).sort((a, b) => a - b);
    let first = 1;
    for (const number of [...written, paper.last + 1]) {
      if (number > first) blanks.push({ first, last: number - 1, reason: paper.reason, on: 'paper' });
      first = number + 1;
    }
  }
  return [...blanks, ...runsOf(gaps).map((run) => ({ ...run, on: 'nowhere' as const }))];
}

/**
 * The numbers whose reason an act changes, `from` to `to` (null: this one alone); said again in the same words it stays
 * who said it first, and when. Refused where one of them holds a line, and,
 * in a run, where one bears another reason already: what was written is not overwritten by a wider stroke.
 */
export function explainedNumbers(
  asked: { readonly from: number; readonly to: number | null; readonly reason: string | null },
  gaps: readonly NumberGap[],
): Result<readonly number[]> {
  const { from, reason } = asked;
  const to = asked.to ?? from;
  if (to < from)
    return fail('BAD_REQUEST', `Số cuối ${pad2(to)} nhỏ hơn số đầu ${pad2(from)}; ghi lại số cuối.`, {
      fieldErrors: { to: `Từ ${from} trở lên.` },
    });
  if (to - from >= MOST_EXPLAINED)
    return fail(
      'BAD_REQUEST',
      `Mỗi lần ghi lý do cho nhiều nhất ${MOST_EXPLAINED} số; hãy chia thành nhiều lần.`,
      { fieldErrors: { to: `Nhiều nhất đến số ${from + MOST_EXPLAINED - 1}.` } },
    );
  const known = new Map(gaps.map((gap) => [gap.number, gap.reason]));
  const numbers = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const held = numbers.find((number) => !known.has(number));
  if (held !== undefined)
    return fail(
      'BAD_REQUEST',
      `Số ${pad2(held)} không bị bỏ trống trong sổ này${from === to ? '' : '; hãy ghi lý do cho dãy số trước và sau nó'}.`,
      { fieldErrors: { [held === from ? 'number' : 'to']: `Số ${held} không bị bỏ trống.` } },
    );
  const other = numbers.find((number) => (known.get(number) ?? reason) !== reason);
  if (from !== to && reason !== null && other !== undefined)
    return fail(
      'CONFLICT',
      `Số ${pad2(other)} đã có lý do “${known.get(other) ?? ''}”; bỏ lý do ấy trước, hoặc ghi cho dãy số không có số này.`,
      { fieldErrors: { to: `Số ${other} đã có lý do.` } },
    );
  return ok(numbers.filter((number) => known.get(number) !== reason));
}
