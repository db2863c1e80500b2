/** What a place remembers in its address: filters, the open row. */

/** Name → new value; null takes it out. */
export type AddressPatch = Readonly<Record<string, string | null>>;

/** The address's words with some of them changed; the others stay. */
export function patched(params: URLSearchParams, patch: AddressPatch): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) next.delete(key);
    else next.set(key, value);
  }
  return next;
}
