/** The menu bar, in Vietnamese. Edit roles make Ctrl+C/V/X/Z work in fields on every platform. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export interface MenuActions {
  openDataFolder(): void;
  about(): void;
}

export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    {
      label: '&Tệp',
      submenu: [
        { label: 'Mở thư mục dữ liệu', click: () => actions.openDataFolder() },
        { type: 'separator' },
        { label: 'Thoát', role: 'quit' },
      ],
    },
    {
      label: '&Sửa',
      submenu: [
        { label: 'Hoàn tác', role: 'undo' },
        { label: 'Làm lại', role: 'redo' },
        { type: 'separator' },
        { label: 'Cắt', role: 'cut' },
        { label: 'Sao chép', role: 'copy' },
        { label: 'Dán', role: 'paste' },
        { label: 'Dán không định dạng', role: 'pasteAndMatchStyle' },
        { label: 'Xóa', role: 'delete' },
        { label: 'Chọn tất cả', role: 'selectAll' },
      ],
    },
    {
      label: '&Xem',
      submenu: [
        { label: 'Cỡ chữ bình thường', role: 'resetZoom' },
        { label: 'Phóng to', role: 'zoomIn' },
        { label: 'Thu nhỏ', role: 'zoomOut' },
        { type: 'separator' },
        { label: 'Toàn màn hình', role: 'togglefullscreen' },
        { label: 'Tải lại cửa sổ', role: 'reload' },
      ],
    },
    {
      label: 'Cử&a sổ',
      submenu: [
        { label: 'Thu xuống', role: 'minimize' },
        { label: 'Đóng', role: 'close' },
      ],
    },
    { label: 'Trợ &giúp', submenu: [{ label: 'Về VPĐU Desk', click: () => actions.about() }] },
  ];
}

export function setMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions)));
}
