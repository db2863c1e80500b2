/** The workbook that an office fills in to bring its directory in: columns, instructions, two sample rows. */
import { CHANNEL } from '../i18n/vi';
import { HEAD, SHEET_TITLE, TEXT, textRow } from './cell-style';
import { DIRECTORY_COLUMNS, DIRECTORY_KINDS, SAMPLE_GROUP } from './directory-columns';
import { DIRECTORY_SHEET, signerSheet } from './directory-workbook';
import { rowHeight } from './row-height';
import { textCell, type CellModel, type WorkbookModel } from './sheet-model';

/** Columns of the template, in order. */
const COLUMNS = DIRECTORY_COLUMNS.filter(({ exported }) => exported !== true);

const SAMPLES: readonly (readonly string[])[] = [
  COLUMNS.map(({ title }) =>
    title === 'Loại'
      ? 'nhóm'
      : title === 'Tên'
        ? SAMPLE_GROUP
        : title.startsWith('Tên khác')
          ? 'Chi bộ trực thuộc; Các chi bộ'
          : '',
  ),
  COLUMNS.map(({ sample }) => sample),
];

const GUIDE: readonly string[] = [
  'Mỗi dòng là một mục của danh bạ. Chỉ hai cột “Loại” và “Tên” là bắt buộc.',
  'Loại: đơn vị (có nghĩa vụ báo cáo), nhóm (tên gọi chung nhiều đơn vị, không báo cáo), cấp trên, chức danh.',
  'Tên khác: những cách viết trong văn bản để ứng dụng nhận ra, cách nhau bằng dấu “;”. Không cần ghi lại uỷ/ủy, hoà/hòa.',
  'Thuộc nhóm: tên các nhóm mà mục này nằm trong, cách nhau bằng dấu “;”. Nhóm phải có một dòng riêng.',
  'Đơn vị cấp trên: chỉ ghi khi số liệu của đơn vị đã nằm trong báo cáo của đơn vị cấp trên (để không cộng hai lần).',
  'Nhóm tổng hợp: nhóm mà bảng tổng hợp xếp đơn vị vào; để trống thì xếp vào “Đơn vị khác”.',
  'Hoạt động từ, đến: ngày/tháng/năm; để trống nếu không giới hạn. Ngày “đến” là ngày cuối cùng đơn vị còn hoạt động.',
  'Đầu mối liên hệ, chức vụ đầu mối, địa chỉ, thư điện tử, điện thoại: của cơ quan, đơn vị, để in phiếu gửi, nhãn phong bì, danh sách gửi; không ghi số điện thoại, địa chỉ riêng của công dân.',
  `Cách gửi: ${Object.values(CHANNEL).join(', ')}; để trống thì gửi như cách chung của lần gửi.`,
  'Hai dòng chữ nghiêng là ví dụ: sửa hoặc xóa trước khi nhập. Trang “Người ký” có thể để trống. Dòng sai sẽ được nêu tên, ô và lý do; các dòng đúng vẫn được nhận.',
];

/** Rows in which a kind can be chosen from a list. */
const PREPARED_ROWS = 200;

/** Columns whose words are chosen from a list. */
const CHOICES: Readonly<Record<string, { readonly values: readonly string[]; readonly message: string }>> = {
  Loại: {
    values: DIRECTORY_KINDS,
    message: `Cột “Loại” chọn một trong: ${DIRECTORY_KINDS.join(', ')}.`,
  },
  'Cách gửi': {
    values: Object.values(CHANNEL),
    message: `Cột “Cách gửi” chọn một trong: ${Object.values(CHANNEL).join(', ')}.`,
  },
};

export function directoryTemplate(input: {
  readonly creator: string;
  readonly createdAt: string;
}): WorkbookModel {
  const cells: CellModel[] = [
    ...textRow(
      1,
      COLUMNS.map(({ title }) => title),
      HEAD,
    ),
  ];
  for (let index = 0; index < PREPARED_ROWS; index += 1) {
    const row = index + 2;
    const sample = SAMPLES[index];
    COLUMNS.forEach(({ title, asText }, at) => {
      const text = sample?.[at] ?? '';
      const style = {
        ...TEXT,
        ...(sample && { italic: true, color: '7F7F7F' }),
        ...(asText && { asText: true }),
      };
      const cell: CellModel =
        text === ''
          ? { row, column: at + 1, value: { kind: 'empty' }, style }
          : textCell(row, at + 1, text, style);
      const choice = CHOICES[title];
      cells.push(choice ? { ...cell, validation: { kind: 'list', ...choice } } : cell);
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
        columns: COLUMNS.map(({ width }) => width),
        rowHeights: { 1: 36, 2: 38, 3: 38 },
        cells,
        freeze: { rows: 1, columns: 2 },
        print: { orientation: 'landscape', fitToWidth: true, titleRows: '1:1' },
      },
      signerSheet([]),
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
