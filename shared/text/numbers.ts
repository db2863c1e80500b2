/** Numbers as Vietnamese offices write them: 35.599 and 99,16. No `Intl`: the same text on every machine. */

/** 35599 → "35.599"; 99.164 with 2 decimals → "99,16". Trailing zeros of the fraction are kept when `fixed`. */
export function formatNumber(value: number, decimals = 2, fixed = false): string {
  const rounded = roundHalfUp(Math.abs(value), decimals);
  const [whole = '0', fraction = ''] = rounded.toFixed(decimals).split('.');
  const shown = fixed ? fraction : fraction.replace(/0+$/, '');
  const sign = value < 0 && rounded !== 0 ? '-' : '';
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${shown ? `,${shown}` : ''}`;
}

/** 97.826 → "97,83%". */
export function formatPercent(value: number): string {
  return `${formatNumber(value, 2, true)}%`;
}

/** Half up on the decimal value (1.005 → 1.01), as a person with a calculator rounds. */
export function roundHalfUp(value: number, decimals: number): number {
  const shifted = Number(`${value.toPrecision(15)}e${decimals}`);
  if (Number.isNaN(shifted)) return Number(value.toFixed(decimals));
  const sign = shifted < 0 ? -1 : 1;
  return Number(`${sign * Math.round(Math.abs(shifted))}e-${decimals}`);
}

/** A whole number typed by a person: "1200", "1.200". Null for anything else, "1.2" and "1,2" among it. */
export function parseWhole(text: string): number | null {
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && !text.includes(',') ? value : null;
}

/**
 * A number typed by a person, vi-VN: "35.599", "35599", "1.234,5", "99,16". Null for anything else; "1.5" is null
 * too: a dot groups three digits, so one followed by others is a slip that a person must settle.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(/\s/g, '');
  if (!/^-?\d/.test(trimmed)) return null;
  if (/^-?\d+(,\d+)?$/.test(trimmed)) return Number(trimmed.replace(',', '.'));
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(trimmed))
    return Number(trimmed.replaceAll('.', '').replace(',', '.'));
  return null;
}
