/**
 * Questions about the indicator catalogue: what a unit fills in, what is computed, what a choice of codes needs.
 * domain.md §5 "Indicator catalogue".
 */
import type { Indicator } from '../office/model';

export type IndicatorMap = ReadonlyMap<string, Indicator>;

export function indicatorMap(catalogue: readonly Indicator[]): IndicatorMap {
  return new Map(catalogue.map((indicator) => [indicator.id, indicator]));
}

/** BC01–BC05 count the reports themselves: the application computes them, no form asks for them. */
export function isTimeliness(code: string): boolean {
  return code.startsWith('BC');
}

/** Filled in by a unit as a figure: C, S, D, N, B. */
export function isFigure(indicator: Indicator): boolean {
  return 'CSDNB'.includes(indicator.kind) && !isTimeliness(indicator.id);
}

/** Filled in by a unit as text. */
export function isNarrative(indicator: Indicator): boolean {
  return indicator.kind === 'T';
}

/** P and R (and BC…): never typed, recomputed from their parts. */
export function isComputed(indicator: Indicator): boolean {
  return indicator.kind === 'P' || indicator.kind === 'R' || isTimeliness(indicator.id);
}

/** The last value counts instead of the sum: stocks, numerators of stock-like rates, yes/no. */
export function isStock(indicator: Indicator): boolean {
  return indicator.overPeriods === 'last';
}

/** Codes from which a computed indicator is made. */
export function partsOfIndicator(indicator: Indicator): readonly string[] {
  if (indicator.kind === 'R') return indicator.rateOf;
  if (indicator.kind === 'P')
    return [indicator.numerator, indicator.denominator].filter((code) => code !== null);
  return [];
}

/** The codes that the catalogue has, in its order. */
export function inOrder(codes: ReadonlySet<string>, catalogue: readonly Indicator[]): string[] {
  return [...catalogue]
    .filter((indicator) => codes.has(indicator.id))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((indicator) => indicator.id);
}

/** Codes asked when a person names none: all that are switched on, in order. */
export function defaultCodes(catalogue: readonly Indicator[]): string[] {
  return inOrder(
    new Set(
      catalogue
        .filter((indicator) => indicator.enabled && !isTimeliness(indicator.id))
        .map((item) => item.id),
    ),
    catalogue,
  );
}

/** A choice of codes with what their rates need (DV03 → DV01, DV02, DV03), in the catalogue's order. */
export function withParts(codes: readonly string[], catalogue: readonly Indicator[]): string[] {
  const known = indicatorMap(catalogue);
  const wanted = new Set(codes);
  for (const code of codes) {
    const indicator = known.get(code);
    if (indicator && !isTimeliness(code)) for (const part of partsOfIndicator(indicator)) wanted.add(part);
  }
  return inOrder(wanted, catalogue);
}

/** What a form asks for, in order: figures and narrative among the period's codes. */
export function formCodes(codes: readonly string[], catalogue: readonly Indicator[]): string[] {
  const asked = new Set(codes);
  return inOrder(asked, catalogue).filter((code) => {
    const indicator = catalogue.find((item) => item.id === code);
    return indicator !== undefined && (isFigure(indicator) || isNarrative(indicator));
  });
}

/**
 * What a table shows for the codes that were asked: their figures, and each rate that was asked or is switched on and
 * has all its parts. No narrative.
 */
export function tableCodes(codes: readonly string[], catalogue: readonly Indicator[]): string[] {
  const asked = new Set(codes);
  const shown = catalogue.filter((indicator) => {
    if (isNarrative(indicator)) return false;
    if (asked.has(indicator.id)) return true;
    const parts = partsOfIndicator(indicator);
    return (
      isComputed(indicator) &&
      !isTimeliness(indicator.id) &&
      indicator.enabled &&
      parts.length > 0 &&
      parts.every((part) => asked.has(part))
    );
  });
  return inOrder(new Set(shown.map((indicator) => indicator.id)), catalogue);
}
