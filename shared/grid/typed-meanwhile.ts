/** What was typed into a table while it was being saved: rows × columns of text. */
export type TypedCells = Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;

/**
 * What is left to save: of the rows that were saved only the cells whose text is another by now, of all others
 * everything. `sent` is what stood in the table when it was saved.
 */
export function typedMeanwhile<T extends TypedCells>(now: T, sent: T, saved: (row: string) => boolean): T {
  const left = Object.entries(now).flatMap(([row, cells]) => {
    if (!saved(row)) return [[row, cells] as const];
    const others = Object.entries(cells).filter(([column, text]) => text !== sent[row]?.[column]);
    return others.length === 0 ? [] : [[row, Object.fromEntries(others)] as const];
  });
  return Object.fromEntries(left) as T;
}
