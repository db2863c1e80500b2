/** Keys of the whole window. Nothing fires while a word is being composed (Telex, VNI) or a dialog's input has it. */
import { useEffect, useRef } from 'react';

export interface KeyBinding {
  /** E.g. "Ctrl+K", "Alt+1", "Shift+?". */
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  /** Also inside inputs. */
  readonly inInputs?: boolean;
  /** Also over an open dialog: it takes nothing away there. */
  readonly inDialogs?: boolean;
}

/** Keys that work everywhere beside those of the places; the shell gives each its work, Shift+? tells them. */
export const GLOBAL_KEYS = [
  { key: 'Ctrl+K', label: 'Tìm mọi thứ: kế hoạch, văn bản, đơn vị, việc cần làm', inInputs: true },
  { key: 'Ctrl+I', label: 'Nhập kế hoạch', inInputs: true },
  { key: 'Ctrl+Z', label: 'Hoàn tác (ngoài ô nhập)', inInputs: false },
  { key: 'Shift+?', label: 'Xem bảng này', inInputs: false, inDialogs: true },
] as const;
export type GlobalKey = (typeof GLOBAL_KEYS)[number]['key'];

/** Keys of single pages, shown by Shift+? beside the global ones. */
export const PAGE_KEYS: readonly {
  readonly where: string;
  readonly keys: readonly (readonly [string, string])[];
}[] = [
  {
    where: 'Ô tìm (Ctrl+K)',
    keys: [
      ['↑ ↓', 'Kết quả trước, kết quả sau'],
      ['Enter', 'Mở kết quả đang chọn'],
      ['Tab', 'Tới các bộ lọc; ← → đi giữa các bộ lọc, Dấu cách bật hoặc tắt'],
      ['"…"', 'Tìm nguyên cụm từ trong dấu ngoặc kép'],
    ],
  },
  {
    where: 'Văn bản đến',
    keys: [['Ctrl+Shift+D', 'Đăng ký văn bản đến']],
  },
  {
    where: 'Lịch',
    keys: [
      ['PageUp', 'Tháng hoặc tuần trước'],
      ['PageDown', 'Tháng hoặc tuần sau'],
    ],
  },
  {
    where: 'Rà soát kế hoạch',
    keys: [
      ['↑ ↓', 'Mục trước, mục sau'],
      ['A hoặc Enter', 'Chấp nhận mục đang chọn'],
      ['Shift+A', 'Chấp nhận tất cả mục chắc chắn'],
      ['E hoặc F2', 'Sửa mục đang chọn'],
      ['Dấu cách', 'Đánh dấu để gộp'],
      ['M', 'Gộp các mục đã đánh dấu'],
      ['Delete', 'Bỏ mục'],
      ['Alt+Enter', 'Tách nội dung tại con trỏ (khi đang sửa)'],
    ],
  },
  { where: 'Văn bản đi', keys: [['Ctrl+Alt+N', 'Ghi văn bản đi vào sổ']] },
  {
    where: 'Soạn thảo kế hoạch',
    keys: [
      ['↑ ↓', 'Phần trước, phần sau (trong dàn ý)'],
      ['Alt+↑, Alt+↓', 'Chuyển phần đang chọn lên, xuống'],
      ['Ctrl+S', 'Lưu phần đang gõ vào kế hoạch'],
      ['F7, Shift+F7', 'Chỗ khác tiếp theo, trước đó (khi so sánh phiên bản)'],
    ],
  },
  {
    where: 'Bảng báo cáo',
    keys: [
      ['Phím mũi tên', 'Đi giữa các ô'],
      ['Enter', 'Mở báo cáo của đơn vị'],
      ['Dấu cách', 'Chọn ô để đôn đốc'],
      ['Shift+mũi tên, Shift+bấm chuột', 'Chọn cả vùng'],
      ['Escape', 'Bỏ chọn'],
    ],
  },
  {
    where: 'Đôn đốc',
    keys: [
      ['↑ ↓', 'Đơn vị trước, đơn vị sau'],
      ['Dấu cách', 'Chọn đơn vị'],
      ['Enter', 'Mở phần đôn đốc của đơn vị'],
    ],
  },
  {
    where: 'Nhập số liệu',
    keys: [
      ['Enter hoặc ↓', 'Xuống ô dưới'],
      ['Shift+Enter hoặc ↑', 'Lên ô trên'],
      ['Tab, ← →', 'Sang ô bên (trong Nhập bảng)'],
      ['F2', 'Sửa trong ô; Esc trả lại số cũ'],
      ['Shift+mũi tên', 'Chọn nhiều ô'],
      ['Ctrl+V', 'Dán cột hoặc khối chép từ Excel; ô trống giữ số đang có'],
      ['Ctrl+C, Delete', 'Chép, xóa các ô đang chọn'],
      ['Ctrl+Z, Ctrl+Y', 'Hoàn tác, làm lại trong bảng'],
      ['Ctrl+S', 'Lưu báo cáo'],
    ],
  },
  {
    where: 'Câu hỏi số liệu',
    keys: [
      ['↑ ↓', 'Câu trước, câu sau'],
      ['D', 'Xác nhận: số đúng, nội dung đúng'],
      ['G', 'Xác nhận và ghi chú'],
      ['H', 'Hỏi lại đơn vị: chép tin để dán vào Zalo'],
      ['Enter', 'Mở báo cáo'],
    ],
  },
];

export function isComposing(event: { readonly isComposing?: boolean; readonly keyCode?: number }): boolean {
  return event.isComposing === true || event.keyCode === 229;
}

export function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)) &&
    !(target instanceof HTMLInputElement && ['checkbox', 'radio', 'button'].includes(target.type))
  );
}

function nameOf(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = event.key === '?' ? '?' : (digit ?? letter ?? event.key);
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
    key,
  ].join('');
}

/**
 * A dialog stands over the page and waits for an answer: a key meant for the page would take it away, or act on what
 * lies behind it. A drawer lets the page's keys through; so does a dialog that is on its way out.
 */
function isDialogOpen(): boolean {
  return [...document.querySelectorAll('.ant-modal')].some(
    (dialog) => dialog.checkVisibility() && !dialog.classList.contains('ant-zoom-leave'),
  );
}

/** Keys of the window or of a page; while a dialog is open over it only those that say so fire. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return;
      const name = nameOf(event);
      const binding = latest.current.find((each) => each.key === name);
      if (!binding || (isEditable(event.target) && binding.inInputs !== true)) return;
      const shut = binding.inDialogs !== true && isDialogOpen();
      // Not left to the browser either, which would save the page or undo a field; a bare key scrolls the dialog.
      if (!shut || event.ctrlKey || event.metaKey || event.altKey) event.preventDefault();
      if (shut) return;
      binding.run();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
