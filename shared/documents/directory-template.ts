/** The workbook that an office fills in to bring its directory in: columns, instructions, two sample rows. */
import { HEAD, SHEET_TITLE, TEXT, textRow } from './cell-style';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

const DIRECTORY_SHEET = 'Danh bạ';

/** Columns of the import, in order. */
const DIRECTORY_COLUMNS = [
  'Loại',
  'Tên',
  'Tên gọi tắt',
  'Tên khác (cách nhau “;”)',
  'Thuộc nhóm (cách nhau “;”)',
  'Đơn vị cấp trên',
  'Nhóm tổng hợp',
  'Hoạt động từ',
  'Hoạt động đến',
  'Đầu mối liên hệ',
] as const;

/** Words of the column "Loại", as people choose them. */
const DIRECTORY_KINDS = ['đơn vị', 'nhóm', 'cấp trên', 'chức danh'] as const;

const SAMPLES: readonly (readonly string[])[] = [
  ['nhóm', 'Các chi bộ trực thuộc', '', 'Chi bộ trực thuộc; Các chi bộ', '', '', '', '', '', ''],
  [
    'đơn vị',
    'Chi bộ Tổ dân phố số 1',
    'CB TDP 1',
    'Chi bộ TDP 1; Tổ dân phố số 1',
    'Các chi bộ trực thuộc',
    '',
    'Các chi bộ trực thuộc',
    '01/07/2025',
    '',
    'Bí thư chi bộ',
  ],
];

const GUIDE: readonly string[] = [
  'Mỗi dòng là một mục của danh bạ. Chỉ hai cột “Loại” và “Tên” là bắt buộc.',
  'Loại: đơn vị (có nghĩa vụ báo cáo), nhóm (tên gọi chung nhiều đơn vị, không báo cáo), cấp trên, chức danh.',
  'Tên khác: những cách viết trong văn bản để ứng dụng nhận ra, cách nhau bằng dấu “;”. Không cần ghi lại uỷ/ủy, hoà/hòa.',
  'Thuộc nhóm: tên các nhóm mà mục này nằm trong, cách nhau bằng dấu “;”. Nhóm phải có một dòng riêng.',
  'Đơn vị cấp trên: chỉ ghi khi số liệu của đơn vị đã nằm trong báo cáo của đơn vị cấp trên (để không cộng hai lần).',
  'Nhóm tổng hợp: nhóm mà bảng tổng hợp xếp đơn vị vào; để trống thì xếp vào “Đơn vị khác”.',
  'Hoạt động từ, đến: ngày/tháng/năm; để trống nếu không giới hạn. Ngày “đến” là ngày cuối cùng đơn vị còn hoạt động.',
  'Đầu mối liên hệ: chức danh hoặc địa chỉ cơ quan; không ghi số điện thoại, địa chỉ riêng của công dân.',
  'Hai dòng chữ nghiêng là ví dụ: sửa hoặc xóa trước khi nhập. Trang “Người ký” có thể để trống. Dòng sai sẽ được nêu tên, ô và lý do; các dòng đúng vẫn được nhận.',
];

/** Columns of the sheet of signers. */
const SIGNER_COLUMNS = ['Họ và tên', 'Thay mặt', 'Ký thay', 'Chức vụ'] as const;

/** Rows in which a kind can be chosen from a list. */
const PREPARED_ROWS = 200;

export function directoryTemplate(input: {
  readonly creator: string;
  readonly createdAt: string;
}): WorkbookModel {
  const cells: CellModel[] = [...textRow(1, DIRECTORY_COLUMNS, HEAD)];
  for (let index = 0; index < PREPARED_ROWS; index += 1) {
    const row = index + 2;
    const sample = SAMPLES[index];
    DIRECTORY_COLUMNS.forEach((_, at) => {
      const text = sample?.[at] ?? '';
      const style = sample ? { ...TEXT, italic: true, color: '7F7F7F' } : TEXT;
      const cell: CellModel =
        text === ''
          ? { row, column: at + 1, value: { kind: 'empty' }, style }
          : textCell(row, at + 1, text, style);
      cells.push(
        at === 0
          ? {
              ...cell,
              validation: {
                kind: 'list',
                values: DIRECTORY_KINDS,
                message: 'Cột “Loại” chọn một trong: đơn vị, nhóm, cấp trên, chức danh.',
              },
            }
          : cell,
      );
    });
  }
  return {
    title: 'Mẫu danh bạ đơn vị, nơi nhận',
    creator: input.creator,
    createdAt: input.createdAt,
    sheets: [
      {
        name: DIRECTORY_SHEET,
        visibility: 'visible',
        columns: [12, 40, 16, 34, 30, 26, 26, 14, 14, 24],
        rowHeights: { 1: 36, 2: 38, 3: 38 },
        cells,
        freeze: { rows: 1, columns: 2 },
        print: { orientation: 'landscape', fitToWidth: true, titleRows: '1:1' },
      },
      {
        name: 'Người ký',
        visibility: 'visible',
        columns: [30, 34, 24, 34],
        rowHeights: { 1: 24 },
        cells: textRow(1, SIGNER_COLUMNS, HEAD),
        freeze: { rows: 1, columns: 0 },
        print: { orientation: 'landscape', fitToWidth: true },
      },
      {
        name: 'Hướng dẫn',
        visibility: 'visible',
        columns: [72],
        rowHeights: Object.fromEntries(
          GUIDE.map((text, index) => [index + 3, rowHeight([{ text, width: 72, size: 13 }])]),
        ),
        cells: [
          textCell(1, 1, 'HƯỚNG DẪN NHẬP DANH BẠ', SHEET_TITLE),
          ...GUIDE.map((line, index) =>
            textCell(index + 3, 1, `${index + 1}. ${line}`, { size: 13, wrap: true, vertical: 'top' }),
          ),
        ],
        print: { orientation: 'portrait', fitToWidth: true },
      },
    ],
  };
}
