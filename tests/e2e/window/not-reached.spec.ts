/** Names under Nơi nhận that the directory does not know: said on sending, and above the ledger afterwards. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { must, prepareOffice } from '../journeys/prepared-office';
import { screenshot } from '../pages/screenshot';
import { goTo, openTab, toast } from '../pages/shell';
import { openWindow, temporaryFolder } from '../pages/window';

const TEXT = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG AN BÌNH
Số -KH/ĐU
An Bình, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
tổ chức giải bóng chuyền chào mừng ngày thành lập phường

I. MỤC ĐÍCH
Rèn luyện sức khỏe của cán bộ, đảng viên.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy
- Theo dõi, đôn đốc thực hiện.

Nơi nhận:
- Chi bộ Tổ dân phố số 1 (để t/h),
- Hội Cựu giáo chức phường (để p/h),
- Câu lạc bộ Bóng chuyền liên phường (để p/h),
- Lưu VPĐU.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Mẫu
`;
test('says to whom a plan did not go, when it is sent and afterwards', async ({}, { project }) => {
  const { data } = prepareOffice(60);
  const file = join(temporaryFolder('plan'), 'Giải bóng chuyền.txt');
  writeFileSync(file, TEXT);
  const dossierId = String(must(['plan', 'import', file, '--data', data])['dossierId']);
  must(['dispatch', 'register', dossierId, '--date', '2026-03-02', '--data', data]);
  const sent = must(['dispatch', 'send', dossierId, '--date', '2026-03-03', '--data', data]);
  expect(sent['unreached']).toEqual(['Hội Cựu giáo chức phường', 'Câu lạc bộ Bóng chuyền liên phường']);
  const window = await openWindow(project.name, data);
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('row').filter({ hasText: /bóng chuyền/iu }).first().dblclick(); // prettier-ignore
  await openTab(page, 'Nơi nhận');
  const missing = page.getByRole('status').filter({ hasText: 'Chưa có trong danh bạ nên chưa gửi' });
  await expect(missing).toContainText('Hội Cựu giáo chức phường; Câu lạc bộ Bóng chuyền liên phường');
  await expect(missing.getByRole('link', { name: 'Danh mục' })).toBeVisible();
  await page.getByRole('button', { name: 'Gửi thêm' }).click();
  await page.getByRole('button', { name: 'Gửi 1 nơi nhận' }).click();
  await expect(toast(page, 'Đã gửi tới 1 nơi nhận.')).toContainText('Hội Cựu giáo chức phường');
  await screenshot(page, 'delivery-not-reached');
  await window.close();
});
