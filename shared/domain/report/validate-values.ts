/**
 * Typed figures judged like those of a form, and the *questions* about figures that were taken: never a refusal, the
 * figures stand as the unit gave them. domain.md §5 and §7 ("reports copied from last time").
 */
import { formatNumber } from '../../text/numbers';
import { spellingKey } from '../../text/normalize';
import type { Indicator } from '../office/model';
import { formCodes, indicatorMap, isFigure, isStock } from './indicators';
import { judgeFigures } from './judge-figures';
import type { FigureFault, FigureInput, JudgedFigures } from './judge-figures';
import { rawOf } from './judge-value';
import type { Report, ReportPeriod } from './model';
import { periodNameInText } from './periods';

export interface FigureQuestion {
  readonly code: QuestionCode;
  readonly indicator: string | null;
  /** Vietnamese sentence. */
  readonly message: string;
}

export type QuestionCode =
  | 'cumulative-falls'
  | 'jump'
  | 'stock-changed'
  | 'same-text'
  | 'denominator-missing'
  | 'very-large'
  | 'personal-data';

/** Figures typed in the window or given to `report put`: the same checks as for a form. */
export function judgeTyped(
  typed: {
    readonly values: Readonly<Record<string, number | string | null>>;
    readonly narrative: Readonly<Record<string, string>>;
    readonly nil: boolean;
  },
  period: ReportPeriod,
  catalogue: readonly Indicator[],
): JudgedFigures {
  const known = indicatorMap(catalogue);
  const asked = new Set(formCodes(period.indicators, catalogue));
  const given: Record<string, number | string | null> = { ...typed.values, ...typed.narrative };
  const strangers = Object.keys(given)
    .filter((code) => !asked.has(code) && given[code] !== null && given[code] !== '')
    .map((code): FigureFault => ({
      sheet: null,
      cell: null,
      code: 'unknown-indicator',
      indicator: code,
      message: `Chỉ tiêu ${code}${known.has(code) ? ` (${known.get(code)?.name ?? ''})` : ''} không được giao trong ${periodNameInText(period.id)} hoặc do phần mềm tự tính. Bỏ chỉ tiêu này rồi ghi lại.`,
    }));
  const inputs = [...asked].flatMap((code): FigureInput[] => {
    const indicator = known.get(code);
    return indicator ? [{ indicator, raw: rawOf(given[code] ?? null), sheet: null, cell: null }] : [];
  });
  const judged = judgeFigures(inputs, typed.nil, null);
  const empty =
    !typed.nil && Object.keys(judged.values).length === 0 && Object.keys(judged.narrative).length === 0;
  const faults = [...strangers, ...judged.faults];
  if (faults.length === 0 && empty)
    faults.push({
      sheet: null,
      cell: null,
      code: 'empty',
      indicator: null,
      message: 'Chưa nhập số liệu nào. Nhập số liệu, hoặc chọn “Không phát sinh” nếu cả kỳ không có gì.',
    });
  return { ...judged, faults };
}

/** The faults as field errors of a form: `values.HN01` → sentence. */
export function fieldErrorsOf(faults: readonly FigureFault[]): Record<string, string> {
  return Object.fromEntries(
    faults.flatMap((fault) =>
      fault.indicator === null ? [] : [[`values.${fault.indicator}`, fault.message]],
    ),
  );
}

export interface QuestionInput {
  readonly values: Readonly<Record<string, number>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly nil: boolean;
  readonly catalogue: readonly Indicator[];
  /** What stands for the same unit and period and is about to be replaced. */
  readonly before: Report | null;
  /** The unit's figures of the period before (`previousFigures`). */
  readonly previous: Readonly<Record<string, number>>;
  /** The unit's report of the period before (`previousReport`). */
  readonly previousReport: Report | null;
}

const JUMP = 3;
/** Smaller differences are what an ordinary month does. */
const SMALL_DIFFERENCE = 5;
const STOCK_CHANGE = 0.2;
const VERY_LARGE = 999_999_999;
/** Shorter texts ("Không", "Đã nêu ở trên") are the same every month. */
const SHORT_TEXT = 20;

/** Questions to ask a person about figures that are in order by themselves. */
export function questionsAbout(input: QuestionInput): FigureQuestion[] {
  const questions: FigureQuestion[] = [];
  for (const indicator of input.catalogue) {
    if (!isFigure(indicator)) continue;
    const value = input.nil && !isStock(indicator) ? 0 : input.values[indicator.id];
    if (value === undefined) continue;
    for (const question of [
      falling(indicator, value, input.before),
      input.nil ? null : compared(indicator, value, input.previous[indicator.id]),
      lonely(indicator, input.values, input.catalogue),
      value > VERY_LARGE
        ? ask(
            'very-large',
            indicator,
            `${formatNumber(value, 6)} là số rất lớn; có đúng đơn vị tính (${indicator.unit}) không?`,
          )
        : null,
    ])
      if (question) questions.push(question);
  }
  return [...questions, ...aboutTexts(input)];
}

function ask(code: QuestionCode, indicator: Indicator, sentence: string): FigureQuestion {
  return { code, indicator: indicator.id, message: `${indicator.id} (${indicator.name}): ${sentence}` };
}

/** A corrected flow that is smaller than what stood makes the lũy kế fall. */
function falling(indicator: Indicator, value: number, before: Report | null): FigureQuestion | null {
  if (isStock(indicator) || before?.state !== 'received' || before.nil) return null;
  const stood = before.values[indicator.id];
  if (stood === undefined || value >= stood) return null;
  return ask(
    'cumulative-falls',
    indicator,
    `số mới ${formatNumber(value, 6)} nhỏ hơn số đã nhận ${formatNumber(stood, 6)}, lũy kế sẽ giảm. Đơn vị có đính chính không?`,
  );
}

function compared(indicator: Indicator, value: number, last: number | undefined): FigureQuestion | null {
  if (indicator.kind === 'B' || last === undefined || last <= 0) return null;
  if (Math.abs(value - last) < SMALL_DIFFERENCE) return null;
  const both = `kỳ này ${formatNumber(value, 6)}, kỳ trước ${formatNumber(last, 6)}`;
  if (isStock(indicator))
    return Math.abs(value - last) > last * STOCK_CHANGE
      ? ask('stock-changed', indicator, `${both}, thay đổi hơn ${STOCK_CHANGE * 100}%. Số này có đúng không?`)
      : null;
  if (value > last * JUMP)
    return ask('jump', indicator, `${both}, tăng hơn ${JUMP} lần. Số này có đúng không?`);
  if (value < last / JUMP)
    return ask('jump', indicator, `${both}, giảm hơn ${JUMP} lần. Số này có đúng không?`);
  return null;
}

function lonely(
  indicator: Indicator,
  values: Readonly<Record<string, number>>,
  catalogue: readonly Indicator[],
): FigureQuestion | null {
  if (indicator.kind !== 'N' || indicator.notAbove === null || values[indicator.notAbove] !== undefined)
    return null;
  const total = catalogue.find((item) => item.id === indicator.notAbove);
  return ask(
    'denominator-missing',
    indicator,
    `có số này nhưng chưa có ${indicator.notAbove} (${total?.name ?? 'tổng số'}), nên không tính được tỷ lệ của đơn vị.`,
  );
}

/** What a citizen's data looks like: telephone, identity card, e-mail, link to a profile. The match is never shown. */
const PERSONAL: readonly RegExp[] = [
  /(?<!\d)(\+84|0)([ .-]?\d){9}(?!\d)/,
  /(?<!\d)\d{12}(?!\d)/,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/,
  /(facebook\.com|fb\.com|zalo\.me|tiktok\.com)\/\S+/i,
];

/** Whether a text has what looks like a citizen's data. Never says what or where: the match is not to be repeated. */
export function looksPersonal(text: string): boolean {
  return PERSONAL.some((pattern) => pattern.test(text));
}

function aboutTexts(input: QuestionInput): FigureQuestion[] {
  const questions: FigureQuestion[] = [];
  for (const [code, text] of Object.entries(input.narrative)) {
    const name = input.catalogue.find((item) => item.id === code)?.name ?? code;
    const last = input.previousReport?.narrative[code];
    if (text.length >= SHORT_TEXT && last !== undefined && spellingKey(last) === spellingKey(text))
      questions.push({
        code: 'same-text',
        indicator: code,
        message: `Phần “${name}” giống hệt báo cáo ${input.previousReport ? periodNameInText(input.previousReport.period) : 'kỳ trước'} của đơn vị. Đơn vị có chép lại không?`,
      });
    if (looksPersonal(text))
      questions.push({
        code: 'personal-data',
        indicator: code,
        message: `Phần “${name}” có chỗ giống số điện thoại, số giấy tờ, thư điện tử hoặc trang cá nhân. Báo cáo không được ghi thông tin của công dân; hãy kiểm tra lại.`,
      });
  }
  return questions;
}
