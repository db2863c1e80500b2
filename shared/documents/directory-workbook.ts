/** Danh mục as a workbook that the import takes back: importing what was exported changes nothing. */
import { inOrder } from '../domain/office/directory';
import type { DirectoryEntry, Signer } from '../domain/office/model';
import { HEAD, sheetFooter, TEXT, textRow } from './cell-style';
import { DIRECTORY_COLUMNS, namingIn } from './directory-columns';
import { rowHeight } from './row-height';
import { cellAddress, textCell, type CellModel, type SheetModel, type WorkbookModel } from './sheet-model';

export const DIRECTORY_SHEET = 'Danh bạ';

/** Columns of the sheet of signers. */
const SIGNER_COLUMNS = ['Họ và tên', 'Thay mặt', 'Ký thay', 'Chức vụ'] as const;

export function directoryWorkbook(input: {
  readonly creator: string;
  readonly createdAt: string;
  readonly entries: readonly DirectoryEntry[];
  readonly signers: readonly Signer[];
}): WorkbookModel {
  const naming = namingIn(input.entries);
  const rows = inOrder(input.entries).map((entry) =>
    DIRECTORY_COLUMNS.map(({ text }) => text(entry, naming)),
  );
  const cells: CellModel[] = [
    ...textRow(
      1,
      DIRECTORY_COLUMNS.map(({ title }) => title),
      HEAD,
    ),
    ...rows.flatMap((texts, index) =>
      DIRECTORY_COLUMNS.map(({ asText }, at): CellModel => {
        const text = texts[at] ?? '';
        const style = asText === true ? { ...TEXT, asText: true } : TEXT;
        return text === ''
          ? { row: index + 2, column: at + 1, value: { kind: 'empty' }, style }
          : textCell(index + 2, at + 1, text, style);
      }),
    ),
  ];
  return {
    title: 'Danh bạ đơn vị, nơi nhận',
    creator: input.creator,
    createdAt: input.createdAt,
    sheets: [
      {
        name: DIRECTORY_SHEET,
        visibility: 'visible',
        columns: DIRECTORY_COLUMNS.map(({ width }) => width),
        rowHeights: {
          1: 36,
          ...Object.fromEntries(
            rows.map((texts, index) => [
              index + 2,
              // What a group holds may be a hundred names: its row does not fill the screen.
              Math.min(
                80,
                rowHeight(
                  texts.map((text, at) => ({ text, width: DIRECTORY_COLUMNS[at]?.width ?? 12, size: 12 })),
                ),
              ),
            ]),
          ),
        },
        cells,
        freeze: { rows: 1, columns: 2 },
        ...(rows.length > 0 && {
          autoFilter: `A1:${cellAddress(rows.length + 1, DIRECTORY_COLUMNS.length)}`,
        }),
        print: {
          orientation: 'landscape',
          fitToWidth: true,
          titleRows: '1:1',
          footer: sheetFooter('Danh bạ đơn vị, nơi nhận'),
        },
      },
      signerSheet(input.signers),
    ],
  };
}

/** The second sheet, of the template and of what is exported. */
export function signerSheet(signers: readonly Signer[]): SheetModel {
  return {
    name: 'Người ký',
    visibility: 'visible',
    columns: [30, 34, 24, 34],
    rowHeights: { 1: 24 },
    cells: [
      ...textRow(1, SIGNER_COLUMNS, HEAD),
      ...signers.flatMap(({ name, authority, onBehalf, position }, index) =>
        [name, authority, onBehalf ?? '', position].map((text, at): CellModel =>
          text === ''
            ? { row: index + 2, column: at + 1, value: { kind: 'empty' }, style: TEXT }
            : textCell(index + 2, at + 1, text, TEXT),
        ),
      ),
    ],
    freeze: { rows: 1, columns: 0 },
    print: { orientation: 'landscape', fitToWidth: true },
  };
}
