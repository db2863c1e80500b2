/**
 * The *questions* about figures that were taken: never a refusal, the figures stand as the unit gave them. Nothing of
 * a question is stored but its answer: it is derived from the records each time. domain.md §5 "Questions", §7.
 */
import { formatNumber } from '../../text/numbers';
import { spellingKey } from '../../text/normalize';
import type { Indicator } from '../office/model';
import { MODEL_COUNT } from './judge-models';
import { isFigure, isNarrative, isStock } from './indicators';
import type { GoodModel, Report } from './model';
import { comparedWithPeers, type PeerReports } from './peers';
import { periodNameInText } from './periods';
import { looksPersonal } from './validate-values';

export interface FigureQuestion {
  readonly code: QuestionCode;
  readonly indicator: string | null;
  /** Vietnamese sentence. It never holds what stands in a narrative. */
  readonly message: string;
}

export type QuestionCode =
  | 'cumulative-falls'
  | 'jump'
  | 'zero-after-figures'
  | 'peers'
  | 'stock-changed'
  | 'denominator-changed'
  | 'same-text'
  | 'denominator-missing'
  | 'very-large'
  | 'personal-data'
  | 'models-count';

export interface QuestionInput {
  readonly values: Readonly<Record<string, number>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly models?: readonly GoodModel[] | undefined;
  readonly nil: boolean;
  readonly catalogue: readonly Indicator[];
  /** What stands (or stood) for the same unit and period and is replaced. */
  readonly before: Pick<Report, 'state' | 'nil' | 'values'> | null;
  /** The unit's figures of the period before (`previousFigures`). */
  readonly previous: Readonly<Record<string, number>>;
  /** The unit's report of the period before (`previousReport`). */
  readonly previousReport: Report | null;
  /** The unit's last reports of the same kind of period, newest first (`recentReports`). */
  readonly recent?: readonly Report[];
  /** What other units of the same group gave for this period (`peerReports`). */
  readonly peers?: PeerReports | null;
}

/** Three times as much or as little is more than the difference between a busy and a quiet period. */
const JUMP = 3;
/** Smaller differences are what an ordinary month does. */
const SMALL_DIFFERENCE = 5;
/** Counts below it jump by themselves ("2 → 7"): three times of next to nothing is nothing to ask about. */
const SMALL_COUNT = 10;
const STOCK_CHANGE = 0.2;
/** A rate stands on its denominator: a change of one in ten moves the rate as much. */
const DENOMINATOR_CHANGE = 0.1;
const VERY_LARGE = 999_999_999;
/** Shorter texts ("Không", "Đã nêu ở trên") are the same every month. */
const SHORT_TEXT = 20;
/** So many periods in a row with figures make a habit, so that a 0 is worth a question. */
export const HABIT = 3;

/** Questions to ask a person about figures that are in order by themselves. */
export function questionsAbout(input: QuestionInput): FigureQuestion[] {
  const questions: FigureQuestion[] = [];
  const denominators = new Set(input.catalogue.map((indicator) => indicator.denominator));
  for (const indicator of input.catalogue) {
    if (!isFigure(indicator)) continue;
    const value = input.nil && !isStock(indicator) ? 0 : input.values[indicator.id];
    if (value === undefined) continue;
    for (const question of [
      falling(indicator, value, input.before),
      input.nil
        ? null
        : compared(indicator, value, input.previous[indicator.id], denominators.has(indicator.id)),
      input.nil ? null : silent(indicator, value, input.recent ?? []),
      input.nil || !input.peers ? null : unlikePeers(indicator, input.values, input.peers),
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
  if (input.nil) questions.push(...silentReport(input.recent ?? []));
  return [...questions, ...aboutTexts(input), ...aboutModels(input), ...aboutModelTexts(input.models ?? [])];
}

function ask(code: QuestionCode, indicator: Indicator, sentence: string): FigureQuestion {
  return { code, indicator: indicator.id, message: `${indicator.id} (${indicator.name}): ${sentence}` };
}

/** A corrected flow that is smaller than what stood makes the lũy kế fall. */
function falling(
  indicator: Indicator,
  value: number,
  before: QuestionInput['before'],
): FigureQuestion | null {
  if (isStock(indicator) || before?.state !== 'received' || before.nil) return null;
  const stood = before.values[indicator.id];
  if (stood === undefined || value >= stood) return null;
  return ask(
    'cumulative-falls',
    indicator,
    `số mới ${formatNumber(value, 6)} nhỏ hơn số đã nhận ${formatNumber(stood, 6)}, lũy kế sẽ giảm. Đơn vị có đính chính không?`,
  );
}

function compared(
  indicator: Indicator,
  value: number,
  last: number | undefined,
  isDenominator: boolean,
): FigureQuestion | null {
  if (indicator.kind === 'B' || last === undefined || last <= 0) return null;
  if (Math.abs(value - last) < SMALL_DIFFERENCE) return null;
  const both = `kỳ này ${formatNumber(value, 6)}, kỳ trước ${formatNumber(last, 6)}`;
  if (isStock(indicator)) {
    const limit = isDenominator ? DENOMINATOR_CHANGE : STOCK_CHANGE;
    if (Math.abs(value - last) <= last * limit) return null;
    return isDenominator
      ? ask(
          'denominator-changed',
          indicator,
          `${both}, thay đổi hơn ${limit * 100}%; tỷ lệ tính trên số này. Số này có đúng không?`,
        )
      : ask('stock-changed', indicator, `${both}, thay đổi hơn ${limit * 100}%. Số này có đúng không?`);
  }
  if (Math.max(value, last) < SMALL_COUNT) return null;
  if (value > last * JUMP)
    return ask('jump', indicator, `${both}, tăng hơn ${JUMP} lần. Số này có đúng không?`);
  if (value < last / JUMP)
    return ask('jump', indicator, `${both}, giảm hơn ${JUMP} lần. Số này có đúng không?`);
  return null;
}

/** 0 of something that the unit reported in each of its last three periods. A jump says the same of larger figures. */
function silent(indicator: Indicator, value: number, recent: readonly Report[]): FigureQuestion | null {
  if (value !== 0 || indicator.kind === 'B' || recent.length < HABIT) return null;
  const last = recent.slice(0, HABIT);
  if (!last.every((report) => !report.nil && (report.values[indicator.id] ?? 0) > 0)) return null;
  if ((last[0]?.values[indicator.id] ?? 0) >= SMALL_COUNT) return null;
  return ask(
    'zero-after-figures',
    indicator,
    `kỳ này 0, trong khi ${HABIT} kỳ trước đều có số liệu. Có đúng là không phát sinh không?`,
  );
}

function silentReport(recent: readonly Report[]): FigureQuestion[] {
  const last = recent.slice(0, HABIT);
  const had = (report: Report): boolean =>
    !report.nil && Object.values(report.values).some((value) => value > 0);
  if (last.length < HABIT || !last.every(had)) return [];
  return [
    {
      code: 'zero-after-figures',
      indicator: null,
      message: `Báo cáo không phát sinh, trong khi ${HABIT} kỳ trước đều có số liệu. Có đúng là cả kỳ không phát sinh không?`,
    },
  ];
}

function unlikePeers(
  indicator: Indicator,
  values: Readonly<Record<string, number>>,
  peers: PeerReports,
): FigureQuestion | null {
  const found = comparedWithPeers(indicator, values, peers);
  if (!found) return null;
  const shown = (value: number): string =>
    found.ratio ? `${formatNumber(value, 1)}%` : formatNumber(value, 1);
  return ask(
    'peers',
    indicator,
    found.ratio
      ? `bằng ${shown(found.own)} của ${indicator.notAbove ?? 'tổng số'}, khác hẳn mức thường gặp của nhóm “${peers.group}” trong kỳ (khoảng ${shown(found.typical)}). Hai số này có đúng không?`
      : `${shown(found.own)}, khác hẳn mức thường gặp của nhóm “${peers.group}” trong kỳ (khoảng ${shown(found.typical)}). Số này có đúng không?`,
  );
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

const PERSONAL_WORDS =
  'có chỗ giống số điện thoại, số giấy tờ, thư điện tử hoặc trang cá nhân. Báo cáo không được ghi thông tin của công dân; hãy kiểm tra lại.';

function aboutTexts(input: QuestionInput): FigureQuestion[] {
  const questions: FigureQuestion[] = [];
  for (const [code, text] of Object.entries(input.narrative)) {
    const indicator = input.catalogue.find((item) => item.id === code);
    const name = indicator?.name ?? code;
    const last = input.previousReport?.narrative[code];
    // A restricted text (tư tưởng, dư luận) is compared with nothing, not even with the unit's own of last time.
    const comparable = indicator !== undefined && isNarrative(indicator) && !indicator.restricted;
    if (
      comparable &&
      text.length >= SHORT_TEXT &&
      last !== undefined &&
      spellingKey(last) === spellingKey(text)
    )
      questions.push({
        code: 'same-text',
        indicator: code,
        message: `Phần “${name}” giống hệt báo cáo ${input.previousReport ? periodNameInText(input.previousReport.period) : 'kỳ trước'} của đơn vị. Đơn vị có chép lại không?`,
      });
    if (looksPersonal(text))
      questions.push({
        code: 'personal-data',
        indicator: code,
        message: `Phần “${name}” ${PERSONAL_WORDS}`,
      });
  }
  return questions;
}

/** As many titles as the unit counts; a form without rows for them (`models` absent) says nothing of titles. */
function aboutModels({ models, values, nil, catalogue }: QuestionInput): FigureQuestion[] {
  const count = values[MODEL_COUNT];
  const indicator = catalogue.find(({ id }) => id === MODEL_COUNT);
  if (!models || nil || count === undefined || !indicator || count === models.length) return [];
  return [
    ask(
      'models-count',
      indicator,
      `ghi ${formatNumber(count)}, nhưng có ${formatNumber(models.length)} mô hình, cách làm được ghi tên. Đơn vị bổ sung tên hay sửa số?`,
    ),
  ];
}

function aboutModelTexts(models: readonly GoodModel[]): FigureQuestion[] {
  return models.some(({ title, result }) => looksPersonal(title) || looksPersonal(result))
    ? [
        {
          code: 'personal-data',
          indicator: null,
          message: `Phần “Mô hình hay, cách làm hiệu quả” ${PERSONAL_WORDS}`,
        },
      ]
    : [];
}
