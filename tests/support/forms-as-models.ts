/** Forms as the fakes of the ports write and read them: the model as JSON. */
import { cellAddress, type CellModel, type WorkbookModel } from '../../shared/documents/sheet-model';
import { IDENTITY_SHEET } from '../../shared/documents/form-identity';
import { surroundingsOf, type Surroundings } from '../../electron/adapters/intake/xlsx/form-surroundings';
import type { RawCell, RawForm } from '../../shared/ports/documents';

const encode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The model that a test writer wrote as bytes. */
export function workbookOf(bytes: Uint8Array): WorkbookModel {
  return JSON.parse(decode(bytes)) as WorkbookModel;
}

/** A cell of the model as the reader gives it. */
export function rawCell(sheet: string, cell: CellModel): RawCell {
  const base = { sheet, cell: cellAddress(cell.row, cell.column) };
  const { value } = cell;
  switch (value.kind) {
    case 'number':
      return { ...base, type: 'number', number: value.value, text: String(value.value) };
    case 'text':
      return { ...base, type: 'text', number: null, text: value.text };
    case 'formula':
      return { ...base, type: 'formula', number: null, text: `=${value.formula}` };
    case 'date':
      return { ...base, type: 'date', number: null, text: value.date };
    case 'empty':
      return { ...base, type: 'empty', number: null, text: '' };
  }
}

/** What the reader of forms would say of it. */
export function rawForm(model: WorkbookModel): RawForm {
  const hidden = model.sheets.find(({ name }) => name === IDENTITY_SHEET);
  const textAt = (row: number, column: number): string => {
    const cell = hidden?.cells.find((candidate) => candidate.row === row && candidate.column === column);
    return cell?.value.kind === 'text'
      ? cell.value.text
      : cell?.value.kind === 'number'
        ? String(cell.value.value)
        : '';
  };
  const rows = [...new Set(hidden?.cells.map(({ row }) => row))];
  const cells: Record<string, RawCell> = {};
  const around: Surroundings[] = [];
  for (const sheet of model.sheets) {
    const named = sheet.cells.filter(({ name }) => name?.startsWith('ct_') === true);
    if (named.length === 0) continue;
    const places = named.map((cell) => {
      const code = cell.name?.slice(3) ?? '';
      cells[code] = rawCell(sheet.name, cell);
      return { code, address: cellAddress(cell.row, cell.column), row: cell.row, column: cell.column };
    });
    const byRow = new Map<number, (RawCell & { row: number; column: number })[]>();
    for (const cell of sheet.cells)
      if (!named.includes(cell) && cell.value.kind !== 'empty')
        byRow.set(cell.row, [
          ...(byRow.get(cell.row) ?? []),
          { ...rawCell(sheet.name, cell), row: cell.row, column: cell.column },
        ]);
    around.push(surroundingsOf(sheet.name, places, byRow));
  }
  return {
    identity: hidden ? Object.fromEntries(rows.map((row) => [textAt(row, 1), textAt(row, 2)])) : null,
    cells,
    rowCodes: Object.assign({}, ...around.map(({ rowCodes }) => rowCodes)) as RawForm['rowCodes'],
    rowLabels: Object.assign({}, ...around.map(({ rowLabels }) => rowLabels)) as RawForm['rowLabels'],
    computed: Object.assign({}, ...around.map(({ computed }) => computed)) as RawForm['computed'],
    heads: around.flatMap(({ heads }) => heads),
    models: [1, 2, 3, 4, 5].flatMap((row) => {
      const [title, result] = [`mh_${row}_ten`, `mh_${row}_ketqua`].map((name) =>
        model.sheets.flatMap((sheet) =>
          sheet.cells.flatMap((cell) => (cell.name === name ? [rawCell(sheet.name, cell)] : [])),
        ),
      );
      return title?.[0] && result?.[0] ? [{ title: title[0], result: result[0] }] : [];
    }),
    // Set by tests beside the model; a form as it is made says nothing.
    savedAt: (model as { readonly savedAt?: string }).savedAt ?? null,
    sheets: model.sheets.map(({ name }) => name),
  };
}

/** The form with values typed into its input cells: code → value ("HN01", "NX01", "NIL"). */
export function fillForm(bytes: Uint8Array, values: Readonly<Record<string, number | string>>): Uint8Array {
  const model = workbookOf(bytes);
  const sheets = model.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell): CellModel => {
      const value =
        cell.name?.startsWith('ct_') === true ? values[cell.name.slice(3)] : values[cell.name ?? ''];
      if (value === undefined) return cell;
      return {
        ...cell,
        value: typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value },
      };
    }),
  }));
  return encode(JSON.stringify({ ...model, sheets }));
}
