/** Typed figures judged like those of a form. domain.md §5. */
import type { Indicator } from '../office/model';
import { formCodes, indicatorMap } from './indicators';
import { judgeFigures } from './judge-figures';
import type { FigureFault, FigureInput, JudgedFigures } from './judge-figures';
import { rawOf } from './judge-value';
import type { ReportPeriod } from './model';
import { periodNameInText } from './periods';

/**
 * Figures typed in the window or given to `report put`: the same checks as for a form. `period` is as the unit sees it
 * (`periodFor`).
 */
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
