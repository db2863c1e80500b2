/** Sheet names that Excel takes. */

const MAX_LENGTH = 31;

/** ≤ 31 characters, none of []:*?/\, no apostrophe at either end, not empty, not "History" (Excel keeps it). */
export function safeSheetName(name: string): string {
  const cleaned = name
    .normalize('NFC')

    .replace(/[\u0000-\u001f[\]:*?/\\]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/^'+|'+$/g, '')
    .trim();
  if (cleaned === '') return 'Trang';
  return cleaned.toLowerCase() === 'history' ? 'History_' : cleaned;
}

/** Safe names in the given order; a name that Excel would take for an earlier one gets " (2)", " (3)" … */
export function uniqueSheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const base = safeSheetName(name);
    let candidate = base;
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      candidate = `${base.slice(0, MAX_LENGTH - suffix.length).trimEnd()}${suffix}`;
    }
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}
