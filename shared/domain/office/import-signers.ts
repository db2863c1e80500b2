/** Signers of a directory to import. One person may sign in two positions: each is a signer of its own. */
import { sameJson, type Draft } from '../../records';
import { nameKey } from './directory';
import type { RefusedRow } from './directory-import';
import type { ImportRows, SignerRow } from './import-rows';
import type { OfficeTables, Signer } from './model';
import { withBehalfMark } from './signer-authority';

function faultOf(row: SignerRow): string | null {
  if (row.name === '') return 'Thiếu họ và tên người ký.';
  return row.position === '' ? 'Thiếu chức vụ người ký.' : null;
}

function written(
  { name, authority, onBehalf, position }: SignerRow,
  behalfMark: string,
): Omit<Signer, 'id' | 'isDefault'> {
  return {
    name,
    authority: withBehalfMark(authority, behalfMark),
    onBehalf: onBehalf === '' ? null : onBehalf,
    position,
  };
}

/** How many were added or changed; rows that can't be taken go to `refused`. */
export function importSigners(
  draft: Draft<OfficeTables>,
  rows: ImportRows,
  refused: RefusedRow[],
  newId: () => string,
  behalfMark: string,
): number {
  const good: SignerRow[] = [];
  for (const row of rows.signers) {
    const reason = faultOf(row);
    if (reason === null) good.push(row);
    else refused.push({ sheet: row.sheet, row: row.row, name: row.name, reason });
  }
  const standing = draft.list('signers');
  const free = new Set(standing);
  const claim = (of: (signer: Signer) => boolean): Signer | undefined => {
    const found = [...free].find(of);
    if (found) free.delete(found);
    return found;
  };
  // Rows that say what stands come first, so that another position of the same person doesn't take their place.
  const changed = good.filter(
    (row) => !claim((signer) => sameJson(signer, { ...signer, ...written(row, behalfMark) })),
  );
  for (const row of changed) {
    const named = (signer: Signer): boolean => nameKey(signer.name) === nameKey(row.name);
    const known =
      claim((signer) => named(signer) && nameKey(signer.position) === nameKey(row.position)) ?? claim(named);
    draft.put('signers', {
      id: known?.id ?? newId(),
      ...written(row, behalfMark),
      // Of several that came together nobody is the usual one until a person says so.
      isDefault: known?.isDefault ?? (standing.length === 0 && good.length === 1),
    });
  }
  return changed.length;
}
