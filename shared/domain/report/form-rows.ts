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

/**
 * One fault a cell: its row prints another indicator's code (`row-moved`), its row lost the code that other rows of
 * the sheet still have (`row-moved`), the label beside it is another indicator's (`row-moved`), or another name points
 * at it too (`names-overlap`). A sheet that prints neither codes nor labels can't be told.
 */
export function misplacedNames(
  raw: RawForm,
  inputs: readonly FigureInput[],
  fileName: string,
): readonly FigureFault[] {
  const faults: FigureFault[] = [];
  const refuse = (
    { sheet, cell, indicator }: FigureInput,
    code: 'row-moved' | 'names-overlap',
    problem: string,
  ): void => {
    const message = faultMessage(fileName, placeOf(fileName, sheet, cell, indicator), problem, UNDO);
    faults.push({
      sheet,
      cell,
      code,
      indicator: indicator.id,
      message,
      parts: faultParts('', problem, UNDO),
    });
  };
  const withCodes = new Set(
    inputs.flatMap(({ indicator, sheet }) => (Object.hasOwn(raw.rowCodes, indicator.id) ? [sheet] : [])),
  );
  const byLabel = labelledBy(inputs);
  const nil = raw.cells.NIL;
  const taken = new Map<string, string>();
  if (nil) taken.set(`${nil.sheet}\n${nil.cell}`, 'ô “Không phát sinh”');
  for (const input of inputs) {
    const { indicator, sheet, cell } = input;
    const key = `${sheet ?? ''}\n${cell ?? ''}`;
    const other = taken.get(key);
    if (other !== undefined) {
      refuse(input, 'names-overlap', `ô này vừa là của ${titleOf(indicator)}, vừa là ${other}`);
      continue;
    }
    taken.set(key, `của ${titleOf(indicator)}`);
    const printed = raw.rowCodes[indicator.id];
    const stranger = strangersLabel(raw.rowLabels[indicator.id] ?? [], indicator, byLabel);
    if (printed !== undefined && printed !== indicator.id)
      refuse(
        input,
        'row-moved',
        `ô nhập của ${titleOf(indicator)} nay nằm ở dòng ghi mã ${printed}: các dòng của biểu đã bị sắp xếp hoặc đổi chỗ`,
      );
    else if (printed === undefined && withCodes.has(sheet))
      refuse(
        input,
        'row-moved',
        `dòng có ô nhập của ${titleOf(indicator)} không còn ghi mã: biểu đã bị sửa cấu trúc`,
      );
    else if (stranger !== null)
      refuse(
        input,
        'row-moved',
        `ô nhập của ${titleOf(indicator)} nay đứng ở mục “${stranger}”: các dòng hoặc mục của biểu đã bị đổi chỗ`,
      );
  }
  return faults;
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

/** The label that is another asked indicator's name; null where the own name stands there, or a name nobody has. */
function strangersLabel(
  labels: readonly string[],
  indicator: Indicator,
  byLabel: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  const keys = labels.map(labelKey);
  if (keys.includes(labelKey(indicator.name))) return null;
  const at = keys.findIndex((key) => byLabel.has(key) && byLabel.get(key)?.has(indicator.id) !== true);
  return at < 0 ? null : (labels[at] ?? null);
}

/** A rate is printed with two decimals. */
const ROUNDING = 0.011;

/**
 * Sorting only the column of figures moves the form's own formulas too: where a rate was computed, a figure stands that
 * is not the rate of what is beside it (`values-moved`). A rate that somebody typed over rightly is no fault.
 */
export function movedValues(
  raw: RawForm,
  form: {
    readonly catalogue: IndicatorMap;
    readonly inputs: readonly FigureInput[];
    readonly values: Readonly<Record<string, number>>;
    readonly fileName: string;
  },
): readonly FigureFault[] {
  const faults: FigureFault[] = [];
  const asked = new Set(form.inputs.map(({ indicator }) => indicator.id));
  for (const [code, cell] of Object.entries(raw.computed)) {
    const indicator = form.catalogue.get(code);
    if (indicator?.kind !== 'P' || cell.type !== 'number' || cell.number === null) continue;
    const { numerator, denominator } = indicator;
    if (numerator === null || denominator === null) continue;
    if (!asked.has(numerator) || !asked.has(denominator)) continue;
    const rate = rateOf(form.values[numerator], form.values[denominator]);
    if (rate !== null && Math.abs(rate - cell.number) <= ROUNDING) continue;
    const problem = `dòng tự tính ${titleOf(indicator)} nay ghi số ${formatNumber(cell.number, 6)} thay cho công thức${rate === null ? '' : ` (tính ra là ${formatNumber(rate, 2)})`}: cột số liệu đã bị sắp xếp hoặc dán đè nên không rõ số nào của chỉ tiêu nào`;
    const remedy = 'Hoàn tác việc sắp xếp cột số liệu, hoặc ghi lại số liệu vào một biểu mới';
    faults.push({
      sheet: cell.sheet,
      cell: cell.cell,
      code: 'values-moved',
      indicator: code,
      message: faultMessage(
        form.fileName,
        placeOf(form.fileName, cell.sheet, cell.cell, indicator),
        problem,
        remedy,
      ),
      parts: faultParts(cell.text, problem, remedy),
    });
  }
  return faults;
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
