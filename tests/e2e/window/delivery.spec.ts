/** Documents and their delivery: promised, drafted, commented on, sent without a copy, confirmed by the dozen, replaced. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { must, prepareOffice } from '../journeys/prepared-office';
import { countActions } from '../pages/actions';
import { finishReview, registerPlan } from '../pages/plan';
import { screenshot } from '../pages/screenshot';
import { closeByEscape, controlsBeneath, fact, goTo, goToAllOfToday, openTab, toast } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;

const PROMISING = `ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG
ĐẢNG ỦY PHƯỜNG AN BÌNH
Số -KH/ĐU
An Bình, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
tổ chức giải bóng chuyền chào mừng ngày thành lập phường

I. MỤC ĐÍCH
Rèn luyện sức khỏe của cán bộ, đảng viên.
II. NỘI DUNG
- Điều lệ giải sẽ có hướng dẫn riêng, xong trước ngày 20/3/2026.
- Lễ khai mạc tổ chức tại nhà thi đấu (có văn bản riêng).
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy
- Theo dõi, đôn đốc thực hiện.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Mẫu
`;

test.describe.configure({ mode: 'serial', timeout: 60_000 });

test.beforeAll(async ({}, { project }) => {
  const office = prepareOffice(60);
  const promising = join(temporaryFolder('plan'), 'Giải bóng chuyền.txt');
  writeFileSync(promising, PROMISING);
  must(['plan', 'import', promising, '--data', office.data]);
  window = await openWindow(project.name, office.data);
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  const row = page
    .getByRole('row')
    .filter({ hasText: /tuyên truyền/iu })
    .first();
  await row.waitFor();
  await row.dblclick();
  await page
    .getByRole('link', { name: /Rà soát/ })
    .or(page.getByRole('button', { name: /Rà soát/ }))
    .first()
    .click();
  await finishReview(page);
  await registerPlan(page);
});

test.afterAll(async () => {
  await window.close();
});

test('keeps drafts and a round of comments', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  const adding = page.getByRole('dialog', { name: 'Thêm văn bản vào hồ sơ' });
  await adding.getByLabel('Trích yếu').fill('hướng dẫn thi tuyên truyền viên');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nhập tiếp' }).click();
  await expect(adding.getByLabel('Trích yếu')).toHaveValue('hướng dẫn thi tuyên truyền viên');
  await adding.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'hướng dẫn thi tuyên truyền viên' }).click();
  const drawer = page.getByRole('dialog', { name: 'Công văn (chưa lấy số)' });
  const path = join(temporaryFolder('draft'), 'Dự thảo hướng dẫn.txt');
  writeFileSync(path, 'Dự thảo lần thứ nhất');
  await drawer.getByRole('button', { name: 'Lưu một lần dự thảo' }).click();
  const saving = page.getByRole('dialog', { name: 'Lưu một lần dự thảo' });
  await window.choosing([path], () => saving.getByRole('button', { name: 'Chọn tệp dự thảo' }).click());
  await saving.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(drawer.getByRole('button', { name: 'Dự thảo hướng dẫn.txt' })).toBeVisible();

  await drawer.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  const asking = page.getByRole('dialog', { name: 'Gửi lấy ý kiến dự thảo' });
  const to = asking.getByRole('combobox', { name: 'Gửi đến' });
  await to.click();
  await to.fill('to dan pho so 1');
  await page.keyboard.press('Enter');
  await to.fill('to dan pho so 2');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  // A Saturday and the Friday before it.
  const lastDay = asking.getByRole('textbox', { name: 'Hạn góp ý' });
  await lastDay.fill('04/12/2027');
  await lastDay.press('Enter');
  await expect(asking.getByText('? 04/12/2027 là thứ Bảy, không phải ngày làm việc.')).toBeVisible();
  await screenshot(page, 'delivery-comment-deadline');
  await asking.getByRole('button', { name: 'Lấy ngày 03/12/2027' }).click();
  await expect(lastDay).toHaveValue('03/12/2027');
  await asking.getByRole('button', { name: 'Ghi đã gửi' }).click();
  await asking.waitFor({ state: 'hidden' });
  await drawer
    .getByRole('checkbox', { name: /^Chọn Chi bộ/ })
    .first()
    .check();
  await drawer.getByRole('button', { name: 'Ghi trả lời (1)' }).click();
  const answering = page.getByRole('dialog', { name: /^Ghi trả lời/ });
  await answering.getByLabel('Ý kiến', { exact: true }).fill('Thống nhất, thêm thời hạn nộp');
  await answering.getByRole('button', { name: 'Ghi', exact: true }).click();
  await answering.waitFor({ state: 'hidden' });
  await expect(drawer.getByText('còn 1 chưa trả lời')).toBeVisible();
  await screenshot(page, 'delivery-document');

  await drawer.getByRole('button', { name: 'Trình ký…' }).click();
  await page
    .getByRole('dialog', { name: /^Trình ký/ })
    .getByRole('button', { name: 'Trình ký', exact: true })
    .click();
  await expect(drawer.getByText('Dự thảo → Trình ký')).toBeVisible();
  await closeByEscape(page, drawer);
  await screenshot(page, 'delivery-documents');
});

test('sends to all units without a copy only with a reason', async () => {
  const { page } = window;
  await openTab(page, 'Nơi nhận và phát hành');
  await page.getByRole('table', { name: 'Nơi nhận sẽ gửi' }).waitFor();
  await screenshot(page, 'delivery-send');
  const add = page.getByRole('button', { name: 'Thêm vào lần gửi này' });
  if ((await add.count()) > 0) await add.click();
  await expect(add).toHaveCount(0);
  await page.getByRole('button', { name: /^Gửi \d+ nơi nhận/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Phát hành khi chưa có bản ký' });
  await expect(dialog.getByRole('button', { name: 'Phát hành', exact: true })).toBeDisabled();
  await dialog.getByLabel('Lý do').fill('Máy quét đang sửa');
  await screenshot(page, 'delivery-waiver');
  await dialog.getByRole('button', { name: 'Phát hành', exact: true }).click();
  await page.getByTestId('sent-count').waitFor();
});

test('confirms all in three actions, takes one back, and keeps its history', async () => {
  const { page } = window;
  const sent = Number(await fact(page, 'sent-count').innerText());
  expect(sent).toBeGreaterThan(20);
  const actions = await countActions(page);
  await actions.reset();
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).click();
  await page.getByRole('button', { name: `Đã nhận (${sent})` }).click();
  const dialog = page.getByRole('dialog', { name: `Ghi đã nhận: ${sent} nơi nhận` });
  await dialog.waitFor();
  await screenshot(page, 'delivery-record');
  await dialog.getByRole('button', { name: 'Ghi đã nhận' }).click();
  await expect(fact(page, 'received-count')).toHaveText(String(sent));
  expect(await actions.taken()).toBe(3);
  const told = toast(page, 'Đã ghi nhận.');
  await expect(told.getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await expect(told.getByRole('button', { name: 'Đóng thông báo' })).toBeVisible();
  // It slides to its place.
  await expect.poll(() => controlsBeneath(told)).toEqual([]);
  await screenshot(page, 'delivery-dossier');

  const ledger = page.getByRole('table', { name: 'Sổ giao nhận' }).or(page.locator('.data-table'));
  const row = ledger.getByRole('row').filter({ hasText: 'Chi bộ' }).first();
  await row.getByRole('checkbox', { name: /^Chọn dòng \d+$/ }).check();
  await page.getByRole('button', { name: 'Khác…' }).click();
  await page.getByRole('menuitem', { name: 'Lấy lại điều đã ghi…' }).click();
  const back = page.getByRole('dialog', { name: /^Lấy lại điều đã ghi/ });
  await back.getByRole('button', { name: 'Lấy lại', exact: true }).click();
  await expect(back.getByText('Ghi lý do.')).toBeVisible();
  await back.getByLabel('Lý do').fill('Ghi nhầm đơn vị');
  await page.keyboard.press('Enter');
  await expect(fact(page, 'unconfirmed-count')).toHaveText('1');
  // The figures are new a moment before the dialog goes, and it keeps the keys until then.
  await back.waitFor({ state: 'hidden' });
  await row.press('Enter');
  const history = page.locator('.ant-drawer').filter({ hasText: 'Ghi nhầm đơn vị' });
  await expect(history.getByRole('listitem')).toHaveCount(3);
  await screenshot(page, 'delivery-history');
  await page.keyboard.press('Escape');
});

test('the ledger over all dossiers: pasted names, and what is printed', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đi');
  await openTab(page, 'Sổ giao nhận');
  const waiting = page.getByText(/^Chưa xác nhận \(\d+\)$/);
  await expect(waiting).toBeVisible();
  await screenshot(page, 'delivery-ledger');
  const slip = await window.saving(async () => {
    await page.getByRole('button', { name: 'In…' }).click();
    await page.getByRole('menuitem', { name: 'Chưa xác nhận nhận, PDF' }).click();
  });
  expect(slip).toMatch(/Chưa xác nhận.*\.pdf$/u);
  await page.getByRole('button', { name: 'Dán danh sách' }).click();
  const pasting = page.getByRole('dialog', { name: 'Dán danh sách đơn vị đã nhận' });
  await pasting.getByLabel('Danh sách đơn vị').fill('1\tChi bộ Không Có Thật\n');
  await expect(pasting.getByText(/Không khớp/)).toContainText('Chi bộ Không Có Thật');
  await screenshot(page, 'delivery-paste');
  await pasting.getByRole('button', { name: 'Thôi' }).click();
});

test('replaces the plan: old deliveries are settled, the same recipients proposed', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  // The place remembers the dossier that was open.
  await openTab(page, 'Văn bản');
  await page.getByRole('button', { name: 'Bước, dự thảo, góp ý' }).first().click();
  await page.getByRole('button', { name: 'Thay thế…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Thay thế/ });
  await dialog.getByRole('button', { name: 'Thay thế', exact: true }).click();
  await expect(
    dialog.getByText('Ghi lý do.').or(dialog.getByText('Chọn văn bản thay thế.')).first(),
  ).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Thay bằng' }).click();
  await page.locator('.ant-select-item-option').getByText('hướng dẫn thi').click();
  await dialog.getByLabel('Lý do').fill('Sửa thời hạn');
  await dialog.getByRole('button', { name: 'Thay thế', exact: true }).click();
  // A plan by a letter: asked about before anything is settled.
  await dialog.getByRole('checkbox', { name: 'Vẫn thay bằng văn bản khác loại này' }).check();
  await screenshot(page, 'delivery-other-kind');
  await dialog.getByRole('button', { name: 'Thay thế', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect(toast(page, 'Đã ghi: thay thế.')).toBeVisible();
  await closeByEscape(page, page.getByRole('dialog'));
  await openTab(page, 'Nơi nhận và phát hành');
  await page.getByRole('combobox', { name: 'Văn bản' }).click();
  await page.locator('.ant-select-item-option').getByText('hướng dẫn thi').click();
  await expect(page.getByText('Đang đề xuất đúng những nơi đã nhận văn bản được thay thế.')).toBeVisible();
  await screenshot(page, 'delivery-replacement');
});

test('documents that a plan promises are taken as our own, and Hôm nay tells of the late one', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await goTo(page, 'Kế hoạch');
  await page
    .getByRole('row')
    .filter({ hasText: /bóng chuyền/iu })
    .first()
    .dblclick();
  await openTab(page, 'Văn bản');
  const promises = page.getByRole('table', { name: 'Văn bản đã hứa' });
  await expect(promises.getByRole('button', { name: 'Nhận là việc phải làm' })).toHaveCount(2);
  await promises.getByRole('button', { name: 'Nhận là việc phải làm' }).first().click();
  await expect(promises.getByText('Quá hạn')).toBeVisible();
  await promises.getByRole('button', { name: 'Không phải' }).click();
  await expect(promises.getByRole('button', { name: 'Nhận là việc phải làm' })).toHaveCount(0);
  await screenshot(page, 'delivery-promises');
  await goToAllOfToday(page);
  const line = page.getByRole('row').filter({ hasText: 'Văn bản đã hứa trong kế hoạch' });
  await expect(line).toContainText('hướng dẫn riêng');
  await screenshot(page, 'delivery-today');
  await line.getByRole('button', { name: 'Ban hành' }).click();
  await expect(promises).toBeVisible();
});
