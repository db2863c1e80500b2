/** Whose report several forms of one batch compete for: one text for one unit and period of a plan. */
export function rivalKey(whose: {
  readonly dossierId: string;
  readonly period: string;
  readonly unit: string;
}): string {
  return `${whose.dossierId}|${whose.period}|${whose.unit}`;
}
