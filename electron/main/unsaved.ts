/** What was typed in the window and not saved: asked about before the page goes. */
import { dialog, type BrowserWindow } from 'electron';
import { UNSAVED_MARK } from '../../shared/rpc/bridge';

/** A page that is gone or does not answer holds nothing that could still be saved. */
export async function holdsUnsaved(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed() || window.webContents.isCrashed()) return false;
  const answer: unknown = await window.webContents
    .executeJavaScript(`window[${JSON.stringify(UNSAVED_MARK)}]`)
    .catch(() => false);
  return answer === true;
}

export function askToDrop(window: BrowserWindow): 'drop' | 'stay' {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    title: 'Có chỗ chưa lưu',
    message: 'Có số liệu vừa nhập chưa lưu. Bỏ những gì chưa lưu?',
    detail: 'Chọn “Ở lại” rồi lưu để giữ.',
    buttons: ['Ở lại', 'Bỏ, không lưu'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1 ? 'drop' : 'stay';
}
