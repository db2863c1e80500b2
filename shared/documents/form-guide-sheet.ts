/** Sheet "Hướng dẫn" of a form: what to do, in the order of doing it. */
import { SHEET_TITLE } from './cell-style';
import type { FormInput } from './form-input';
import { FORM_SHEETS } from './form-identity';
import { dueSentence } from './form-due';
import { rowHeight } from './row-height';
import { textCell, type SheetModel } from './sheet-model';

/** Characters. */
const WIDTH = 72;

export function guideSheet(input: FormInput): SheetModel {
  const starred = input.indicators.some(({ required }) => required) ? 'Ô có dấu (*) là bắt buộc. ' : '';
  const lines = [
    `1. Chỉ nhập vào các ô màu vàng nhạt của trang “${FORM_SHEETS.figures}” và “${FORM_SHEETS.narrative}”; các ô khác đã khóa và tự tính.`,
    '2. Số liệu là của riêng kỳ này, không cộng dồn; lũy kế do Văn phòng tính.',
    '3. Không có phát sinh ở một chỉ tiêu: ghi 0. Chưa có số liệu: để trống (ô trống không được tính là 0).',
    '4. Cả kỳ không phát sinh hoạt động nào: ghi x vào ô “Không phát sinh” và để trống các ô còn lại.',
    `5. ${starred}Các ô tỷ lệ (%) tự tính từ tử số và mẫu số; tử số không được lớn hơn mẫu số.`,
    '6. Số nguyên ghi liền (35599), không ghi chữ, đơn vị hay công thức vào ô số.',
    '7. Không đổi tên trang, không xóa dòng; đổi tên tệp hoặc chèn thêm dòng thì biểu vẫn đọc được.',
    '8. Không ghi họ tên, địa chỉ, số điện thoại, tài khoản của công dân vào bất cứ ô nào.',
    `9. ${dueSentence(input)}`,
    '10. Nếu phát hiện sai sau khi nộp: sửa trên chính tệp này rồi gửi lại; bản gửi sau thay bản trước.',
  ];
  return {
    name: FORM_SHEETS.guide,
    visibility: 'visible',
    columns: [WIDTH],
    rowHeights: {
      1: 26,
      ...Object.fromEntries(
        lines.map((text, index) => [index + 3, rowHeight([{ text, width: WIDTH, size: 13 }])]),
      ),
    },
    cells: [
      textCell(1, 1, 'HƯỚNG DẪN GHI BIỂU', SHEET_TITLE),
      ...lines.map((line, index) => textCell(index + 3, 1, line, { size: 13, wrap: true, vertical: 'top' })),
    ],
    protect: true,
    print: { orientation: 'portrait', fitToWidth: true },
  };
}
