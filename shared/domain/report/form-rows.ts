/**
 * Whether the named cells of a returned form still stand where the form put them. Sorting or swapping rows in a
 * spreadsheet moves what the cells hold and leaves the names behind: every figure would be read for another indicator.
 * Told by what the form printed: the code in the row, the label beside or above the cell, the rates it computes.
 */
import type { RawForm } from '../../ports/documents';
import { formatNumber } from '../../text/numbers';
import { fold, toNfc } from '../../text/normalize';
import type { Indicator } from '../office/model';
import type { IndicatorMap } from './indicators';
import { faultMessage, faultParts, placeOf, type FigureFault, type FigureInput } from './judge-figures';

const UNDO = 'Hoàn tác việc sắp xếp hoặc đổi chỗ các dòng, hoặc chép số liệu sang một biểu mới';

/** An input that no longer stands where the form put it. */
interface Moved {
  readonly input: FigureInput;
  /** "nay ở dòng ghi mã DV01" */
  readonly how: string;
}

export interface PlacedInputs {
  /** At most one `row-moved`, whatever the number of rows, and a `names-overlap` for each cell of two names. */
  readonly faults: readonly FigureFault[];
  /**
   * The inputs by what their rows print: what a unit wrote beside a label is meant for that label. An input whose row
   * is of nothing that was asked is left out, for nothing can be said of what stands in it.
   */
  readonly standing: readonly FigureInput[];
}

/**
 * Rows that were moved: a row prints another indicator's code, lost the code that other rows of the sheet still have,
 * or has another indicator's label. Sorting moves them all at once and is one thing to put right, so it is said once,
 * at the topmost cell concerned. A sheet that prints neither codes nor labels can't be told.
 */
export function placedInputs(raw: RawForm, inputs: readonly FigureInput[], fileName: string): PlacedInputs {
  const faults: FigureFault[] = [];
  const moved: Moved[] = [];
  const standing: FigureInput[] = [];
  const withCodes = new Set(
    inputs.flatMap(({ indicator, sheet }) => (Object.hasOwn(raw.rowCodes, indicator.id) ? [sheet] : [])),
  );
  const byCode = new Map(inputs.map(({ indicator }) => [indicator.id, indicator]));
  const byLabel = labelledBy(inputs);
  const nil = raw.cells.NIL;
  const taken = new Map<string, string>();
  if (nil) taken.set(`${nil.sheet}\n${nil.cell}`, 'ô “Không phát sinh”');
  for (const input of inputs) {
    const { indicator, sheet, cell } = input;
    const key = `${sheet ?? ''}\n${cell ?? ''}`;
    const other = taken.get(key);
    if (other !== undefined) {
      const problem = `ô này vừa là của ${titleOf(indicator)}, vừa là ${other}`;
      faults.push(refused(input, 'names-overlap', problem, fileName));
      standing.push(input);
      continue;
    }
    taken.set(key, `của ${titleOf(indicator)}`);
    const printed = raw.rowCodes[indicator.id];
    const labels = raw.rowLabels[indicator.id] ?? [];
    const stranger = strangersLabel(labels, indicator, byLabel);
    const stands = (as: Indicator | undefined): void => {
      if (as) standing.push({ ...input, indicator: as });
    };
    if (printed !== undefined && printed !== indicator.id) {
      moved.push({ input, how: `nay ở dòng ghi mã ${printed}` });
      stands(byCode.get(printed));
    } else if (printed === undefined && withCodes.has(sheet)) {
      moved.push({ input, how: 'nay ở dòng không ghi mã' });
      stands(labels.length === 0 || hasOwnLabel(labels, indicator) ? indicator : undefined);
    } else if (stranger !== null) {
      moved.push({ input, how: `nay ở mục “${stranger}”` });
      const [only, ...others] = byLabel.get(labelKey(stranger)) ?? [];
      stands(only !== undefined && others.length === 0 ? byCode.get(only) : undefined);
    } else standing.push(input);
  }
  const said = movedFault(moved, fileName);
  return { faults: said ? [...faults, said] : faults, standing };
}

/** Cells that are told one by one; the rest are counted. */
const TOLD = 3;

function movedFault(moved: readonly Moved[], fileName: string): FigureFault | null {
  const inOrder = [...moved].sort(
    (a, b) =>
      (a.input.sheet ?? '').localeCompare(b.input.sheet ?? '', 'vi') ||
      rowOf(a.input.cell) - rowOf(b.input.cell),
  );
  const [first] = inOrder;
  if (!first) return null;
  const where = ({ sheet, cell }: FigureInput): string =>
    sheet === first.input.sheet ? `ô ${cell ?? ''}` : `ô ${cell ?? ''} trang “${sheet ?? ''}”`;
  const told = inOrder
    .slice(0, TOLD)
    .map(({ input, how }) => `${where(input)} của ${titleOf(input.indicator)} ${how}`);
  const rest = inOrder.slice(TOLD);
  const last = rest.at(-1);
  if (last) told.push(`và ${rest.length} ô khác, đến ${where(last.input)}`);
  const problem = `các dòng của biểu đã bị sắp xếp, đổi chỗ hoặc mất mã nên không rõ số nào của chỉ tiêu nào: ${told.join('; ')}`;
  return refused(first.input, 'row-moved', problem, fileName);
}

function refused(
  { sheet, cell, indicator }: FigureInput,
  code: 'row-moved' | 'names-overlap',
  problem: string,
  fileName: string,
): FigureFault {
  return {
    sheet,
    cell,
    code,
    indicator: indicator.id,
    message: faultMessage(fileName, placeOf(fileName, sheet, cell, indicator), problem, UNDO),
    parts: faultParts('', problem, UNDO),
  };
}

function rowOf(cell: string | null): number {
  return Number(/\d+$/u.exec(cell ?? '')?.[0] ?? 0);
}

/** "1. Ưu điểm (*)" → "uu diem": as the form prints an indicator's name beside or above its cell. */
function labelKey(text: string): string {
  return fold(toNfc(text))
    .replace(/^\d+\.\s*/u, '')
    .replace(/\s*\(\*\)\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function labelledBy(inputs: readonly FigureInput[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byLabel = new Map<string, Set<string>>();
  for (const { indicator } of inputs) {
    const key = labelKey(indicator.name);
    byLabel.set(key, (byLabel.get(key) ?? new Set()).add(indicator.id));
  }
  return byLabel;
}

function hasOwnLabel(labels: readonly string[], { name }: Indicator): boolean {
  return labels.some((label) => labelKey(label) === labelKey(name));
}

/** The label that is another asked indicator's name; null where the own name stands there, or a name nobody has. */
function strangersLabel(
  labels: readonly string[],
  indicator: Indicator,
  byLabel: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (hasOwnLabel(labels, indicator)) return null;
  const keys = labels.map(labelKey);
  const at = keys.findIndex((key) => byLabel.has(key) && byLabel.get(key)?.has(indicator.id) !== true);
  return at < 0 ? null : (labels[at] ?? null);
}

/** A rate is printed with two decimals. */
const ROUNDING = 0.011;

/**
 * Sorting only the column of figures moves the form's own formulas too: where a rate was computed, a figure stands that
 * is not the rate of what is beside it (`values-moved`, once for all such lines). A rate that somebody typed over
 * rightly is no fault.
 */
export function movedValues(
  raw: RawForm,
  form: {
    readonly catalogue: IndicatorMap;
    readonly inputs: readonly FigureInput[];
    readonly values: Readonly<Record<string, number>>;
    readonly fileName: string;
  },
): FigureFault | null {
  const asked = new Set(form.inputs.map(({ indicator }) => indicator.id));
  const strange = Object.entries(raw.computed).flatMap(([code, cell]) => {
    const indicator = form.catalogue.get(code);
    if (indicator?.kind !== 'P' || cell.type !== 'number' || cell.number === null) return [];
    const { numerator, denominator } = indicator;
    if (numerator === null || denominator === null) return [];
    if (!asked.has(numerator) || !asked.has(denominator)) return [];
    const rate = rateOf(form.values[numerator], form.values[denominator]);
    if (rate !== null && Math.abs(rate - cell.number) <= ROUNDING) return [];
    return [{ indicator, cell, written: cell.number, rate }];
  });
  const [first] = strange;
  if (!first) return null;
  const { indicator, cell, written, rate } = first;
  const also =
    strange.length === 1
      ? ''
      : `; ${strange.length - 1} dòng tự tính khác cũng vậy (ô ${strange
          .slice(1)
          .map((each) => each.cell.cell)
          .join(', ')})`;
  const problem = `dòng tự tính ${titleOf(indicator)} nay ghi số ${formatNumber(written, 6)} thay cho công thức${rate === null ? '' : ` (tính ra là ${formatNumber(rate, 2)})`}${also}: cột số liệu đã bị sắp xếp hoặc dán đè nên không rõ số nào của chỉ tiêu nào`;
  const remedy = 'Hoàn tác việc sắp xếp cột số liệu, hoặc ghi lại số liệu vào một biểu mới';
  const place = placeOf(form.fileName, cell.sheet, cell.cell, indicator);
  return {
    sheet: cell.sheet,
    cell: cell.cell,
    code: 'values-moved',
    indicator: indicator.id,
    message: faultMessage(form.fileName, place, problem, remedy),
    parts: faultParts(cell.text, problem, remedy),
  };
}

function rateOf(part: number | undefined, whole: number | undefined): number | null {
  return part === undefined || whole === undefined || whole <= 0
    ? null
    : Math.round((part / whole) * 10_000) / 100;
}

/** Least count of different figures of which an ordered column is no chance any more. */
const ORDERED = 6;

/**
 * Whether the figures stand in rising (or falling) order from top to bottom with every empty cell after the last: what
 * sorting a column leaves behind. A question only, for figures may stand so by chance.
 */
export function looksSorted(inputs: readonly (number | null)[]): boolean {
  const last = inputs.findLastIndex((value) => value !== null);
  const filled = inputs.slice(0, last + 1);
  if (filled.includes(null) || new Set(filled).size < ORDERED) return false;
  const figures = filled.filter((value) => value !== null);
  const ordered = (sign: 1 | -1) =>
    figures.every((value, index) => index === 0 || sign * (value - (figures[index - 1] ?? value)) >= 0);
  return ordered(1) || ordered(-1);
}

function titleOf({ id, name }: Indicator): string {
  return `chỉ tiêu ${id} (${name})`;
}
