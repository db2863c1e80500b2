/** Between what stands in a cell and what a figure is: judged by the same rules as a returned form. */
import type { Indicator } from '../../../../shared/domain/office/model';
import { isComputed } from '../../../../shared/domain/report/indicators';
import { judgeValue, rawOf } from '../../../../shared/domain/report/judge-value';
import { figure } from '../../ui/format';

export type Draft = Readonly<Record<string, string>>;

export function isTyped(indicator: Indicator): boolean {
  return !isComputed(indicator);
}

/** What a typed text says: a number, a text, nothing (null); undefined when it is refused. */
export function readFigure(indicator: Indicator, text: string): number | string | null | undefined {
  const judged = judgeValue(indicator, rawOf(text));
  if (judged.kind === 'fault') return undefined;
  if (judged.kind === 'empty') return null;
  return judged.kind === 'number' ? judged.value : judged.text;
}

export function showFigure(indicator: Indicator, value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (indicator.kind === 'B') return value === 1 ? 'có' : 'không';
  return figure(value, 6);
}

/** What is wrong with one cell and what to do, or null. */
export function complaintOf(
  indicator: Indicator,
  draft: Draft,
  indicators: ReadonlyMap<string, Indicator>,
): string | null {
  const judged = judgeValue(indicator, rawOf(draft[indicator.id] ?? ''));
  if (judged.kind === 'fault')
    return `${judged.problem.charAt(0).toUpperCase()}${judged.problem.slice(1)}. ${judged.remedy}.`;
  if (judged.kind !== 'number' || indicator.notAbove === null) return null;
  const ceiling = indicators.get(indicator.notAbove);
  const top = ceiling ? readFigure(ceiling, draft[ceiling.id] ?? '') : null;
  if (!ceiling || typeof top !== 'number' || judged.value <= top) return null;
  return `${figure(judged.value, 6)} lớn hơn ${ceiling.id} (${figure(top, 6)}): phần không thể lớn hơn tổng số. Sửa số sai.`;
}
