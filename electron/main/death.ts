/** The application's thread has died: the person is told, and the program starts anew or ends. */
import { app, dialog } from 'electron';
import type { DeathCause } from '../thread/application-thread';
import { relaunch } from './relaunch';

const BECAUSE: Readonly<Record<DeathCause, string>> = {
  memory: 'vì cần nhiều bộ nhớ hơn mức cho phép',
  crash: 'vì một lỗi của chương trình',
};

/**
 * Waits for the person: the window can do nothing any more. Nothing is flushed and nothing need be: every
 * acknowledged change is on the disk, and the lock of a program that has ended is taken over.
 */
export function tellOfDeath(cause: DeathCause, particulars: string): void {
  const response = dialog.showMessageBoxSync({
    type: 'error',
    title: 'VPĐU Desk phải mở lại',
    message: `Phần xử lý dữ liệu đã dừng đột ngột ${BECAUSE[cause]}; những gì đã lưu vẫn còn nguyên, hãy mở lại chương trình để làm tiếp.`,
    detail: particulars.slice(0, 600),
    buttons: ['Mở lại', 'Thoát'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) relaunch();
  app.exit(1);
}
