/** The rows of mô hình hay in a returned form, by their names (`mh_1_ten`, `mh_1_ketqua`), wherever they have moved. */
import type { RawCell, RawModel } from '../../../../shared/ports/documents';
import { visitCells } from './cells';
import { placeOf } from './defined-names';
import type { Workbook, WorkbookSheet } from './workbook';

const MODEL_NAME = /^mh_([1-9]\d?)_(ten|ketqua)$/i;

interface Place {
  readonly number: number;
  readonly part: 'title' | 'result';
  readonly sheet: WorkbookSheet;
  readonly address: string;
  readonly row: number;
}

/** In the order of their numbers; empty where the form has no such names (made before there were any). */
export function readModels(workbook: Workbook, fileName: string): readonly RawModel[] {
  const places = new Map<string, Place>();
  // Names of the workbook win over names of one sheet: copying a sheet in Excel makes the latter.
  const inOrder = [...workbook.names].sort(
    (a, b) => Number(a.sheetIndex !== null) - Number(b.sheetIndex !== null),
  );
  for (const name of inOrder) {
    const match = MODEL_NAME.exec(name.name);
    const place = match ? placeOf(name, workbook) : null;
    const key = name.name.toLowerCase();
    if (!match || !place || places.has(key)) continue;
    places.set(key, {
      ...place,
      number: Number(match[1]),
      part: match[2]?.toLowerCase() === 'ten' ? 'title' : 'result',
    });
  }
  const cells = new Map<Place, RawCell>();
  for (const sheet of new Set([...places.values()].map((place) => place.sheet))) {
    const here = [...places.values()].filter((place) => place.sheet === sheet);
    visitCells(
      workbook,
      sheet,
      fileName,
      ({ sheet: sheetName, cell, type, number, text }) => {
        for (const place of here)
          if (place.address === cell) cells.set(place, { sheet: sheetName, cell, type, number, text });
      },
      new Set(here.map((place) => place.row)),
    );
  }
  const numbers = [...new Set([...places.values()].map((place) => place.number))].sort((a, b) => a - b);
  return numbers.flatMap((number): RawModel[] => {
    const [title, result] = (['title', 'result'] as const).map((part) => {
      const place = [...places.values()].find((one) => one.number === number && one.part === part);
      return place && (cells.get(place) ?? emptyAt(place));
    });
    return title && result ? [{ title, result }] : [];
  });
}

function emptyAt({ sheet, address }: Place): RawCell {
  return { sheet: sheet.name, cell: address, type: 'empty', number: null, text: '' };
}
