/**
 * All figures of one report together: each value, what is required, N ≤ D, nil. The same for a returned form and for
 * figures typed in the window. domain.md §5: "N ≤ D or it is an error".
 */
import { formatNumber } from '../../text/numbers';
import type { Indicator } from '../office/model';
import { isFigure, isNarrative } from './indicators';
import { expectedOf, judgeValue } from './judge-value';
import type { FaultCode, RawValue } from './judge-value';

/** Why something was not taken: where, a stable word, and a Vietnamese sentence. */
export interface FigureFault {
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly code: FaultCode;
  /** Code of the indicator concerned. */
  readonly indicator: string | null;
  readonly message: string;
  /** The sentence in parts, for a list of what is to be put right; what stands in a narrative is left out. */
  readonly parts?: FaultParts;
}

export interface FaultParts {
  /** What stands in the cell. */
  readonly written: string;
  readonly why: string;
  readonly expected: string;
}

/** One value with its indicator and place. */
export interface FigureInput {
  readonly indicator: Indicator;
  readonly raw: RawValue;
  readonly sheet: string | null;
  readonly cell: string | null;
}

export interface JudgedFigures {
  /** A code that is absent was left empty. */
  readonly values: Readonly<Record<string, number>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly faults: readonly FigureFault[];
}

/** Where figures come from, for the words of a refusal: a file's name, or null for figures typed in the window. */
export type FileName = string | null;

/** The beginning of a refusal: "Tệp “Q1.xlsx”, trang tính “Số liệu”, ô D14", or the indicator's name. */
export function placeOf(
  file: FileName,
  sheet: string | null,
  cell: string | null,
  indicator: Indicator | null,
): string {
  if (file === null) return indicator ? `Chỉ tiêu ${indicator.id} (${indicator.name})` : 'Số liệu nhập';
  return [
    `Tệp “${file}”`,
    sheet === null ? null : `trang tính “${sheet}”`,
    cell === null ? null : `ô ${cell}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** A complete sentence: place: problem. Remedy, and what to do with the file. */
export function faultMessage(file: FileName, place: string, problem: string, remedy: string): string {
  return `${place}: ${problem}. ${remedy}${file === null ? '' : ' rồi thả lại tệp'}.`;
}

/** `why` and `expected` as sentences that stand alone. `written` is cut: a list has narrow columns. */
export function faultParts(written: string, problem: string, remedy: string): FaultParts {
  return { written: written.slice(0, WRITTEN_LENGTH), why: sentence(problem), expected: sentence(remedy) };
}

const WRITTEN_LENGTH = 80;

function sentence(text: string): string {
  const [first = '', ...rest] = text;
  return `${first.toLocaleUpperCase('vi')}${rest.join('')}${/[.!?]$/u.test(text) ? '' : '.'}`;
}

/** What a cell shows, for the list of what is to be put right: a narrative's words stay in its own file. */
export function writtenIn(indicator: Indicator, raw: RawValue): string {
  if (isNarrative(indicator)) return '';
  return raw.type === 'formula' && raw.text.trim() === '' ? '(công thức)' : raw.text;
}

/** Judges the figures and texts of one report. With a fault nothing of it may be taken. */
export function judgeFigures(inputs: readonly FigureInput[], nil: boolean, file: FileName): JudgedFigures {
  const values: Record<string, number> = {};
  const narrative: Record<string, string> = {};
  const faults: FigureFault[] = [];
  const refuse = (input: FigureInput, code: FaultCode, problem: string, remedy: string): void => {
    const { sheet, cell, indicator } = input;
    const named = file === null ? problem : `${problem} (${indicator.id}, ${indicator.name})`;
    const message = faultMessage(file, placeOf(file, sheet, cell, indicator), named, remedy);
    const parts = faultParts(writtenIn(indicator, input.raw), problem, remedy);
    faults.push({ sheet, cell, code, indicator: indicator.id, message, parts });
  };

  for (const input of inputs) {
    const judged = judgeValue(input.indicator, input.raw);
    if (judged.kind === 'fault') refuse(input, judged.code, judged.problem, judged.remedy);
    else if (judged.kind === 'number') values[input.indicator.id] = judged.value;
    else if (judged.kind === 'text') narrative[input.indicator.id] = judged.text;
    else if (input.indicator.required && !nil)
      refuse(
        input,
        'required',
        'ô bắt buộc còn để trống',
        `${expectedOf(input.indicator)}, hoặc đánh dấu x vào ô “Không phát sinh” nếu cả kỳ không có gì`,
      );
  }
  for (const input of inputs) checkAbove(input, inputs, values, refuse);

  const figures = Object.entries(values).filter(([, value]) => value !== 0);
  const [first] = figures;
  if (nil && first) {
    const at = inputs.find((input) => input.indicator.id === first[0]);
    const listed = figures.slice(0, 5).map(([code, value]) => `${code} = ${formatNumber(value, 6)}`);
    const problem = `vừa đánh dấu “Không phát sinh” vừa ghi số liệu (${listed.join('; ')}${figures.length > 5 ? '; …' : ''})`;
    const remedy = 'Bỏ dấu “Không phát sinh” hoặc xóa các số liệu này';
    const place = placeOf(file, at?.sheet ?? null, at?.cell ?? null, at?.indicator ?? null);
    faults.push({
      sheet: at?.sheet ?? null,
      cell: at?.cell ?? null,
      code: 'nil-with-figures',
      indicator: first[0],
      message: faultMessage(file, place, problem, remedy),
      parts: faultParts(formatNumber(first[1], 6), problem, remedy),
    });
  }
  return { values, narrative, faults };
}

function checkAbove(
  input: FigureInput,
  inputs: readonly FigureInput[],
  values: Readonly<Record<string, number>>,
  refuse: (input: FigureInput, code: FaultCode, problem: string, remedy: string) => void,
): void {
  const { indicator } = input;
  if (indicator.notAbove === null || !isFigure(indicator)) return;
  const value = values[indicator.id];
  const limit = values[indicator.notAbove];
  if (value === undefined || limit === undefined || value <= limit) return;
  const other = inputs.find((item) => item.indicator.id === indicator.notAbove);
  const where = other?.cell ? ` ở ô ${other.cell}` : '';
  refuse(
    input,
    'above',
    `${formatNumber(value, 6)} lớn hơn ${formatNumber(limit, 6)}${where} (${other?.indicator.name ?? indicator.notAbove})`,
    'Kiểm tra lại hai số: phần không thể lớn hơn tổng số; sửa số sai',
  );
}
