/** The start's question where the chosen data folder is not there. */
import { dialog } from 'electron';
import { followChoice, goBack } from '../host/chosen-folder';
import type { DataPlaces } from '../host/data-folder';

/** The data folder to open; null when the person leaves. */
export async function openChosenFolder(places: DataPlaces): Promise<string | null> {
  for (;;) {
    const followed = await followChoice(places);
    if (followed.ok) return followed.value;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'VPĐU Desk chưa mở được dữ liệu',
      message: followed.error.message,
      buttons: ['Thử lại', 'Mở thư mục trước', 'Thoát'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 0) continue;
    if (response !== 1) return null;
    const back = await goBack(places);
    if (back.ok) return back.value;
    await dialog.showMessageBox({
      type: 'error',
      title: 'VPĐU Desk',
      message: back.error.message,
      buttons: ['Đóng'],
    });
  }
}
