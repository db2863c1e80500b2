/** What of a report may be left behind when a period goes out. */
import type { Indicator } from '../office/model';

/** Codes of the indicators that the catalogue marks as restricted (tư tưởng, dư luận). */
export function restrictedCodes(catalogue: readonly Indicator[]): ReadonlySet<string> {
  return new Set(catalogue.filter(({ restricted }) => restricted).map(({ id }) => id));
}

/** The values of a report without those of the codes. */
export function without<T>(
  values: Readonly<Record<string, T>>,
  codes: ReadonlySet<string>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([code]) => !codes.has(code)));
}
