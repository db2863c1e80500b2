/** What the window asks before it does something that is seldom meant: each is answered both ways, with bad input too. */
import { copyFile, mkdir, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { addDays, formatDate } from '../../../shared/date/plain-date';
import { must, prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { fillForms } from '../journeys/returned-forms';
import { seriousFaults } from '../pages/calm';
import { dropFiles } from '../pages/drop';
import { figureField } from '../pages/reports';
import { screenshot } from '../pages/screenshot';
import { closeByEscape, goTo, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;
let office: PreparedOffice;
/** Yesterday in Vietnam: an hour of it can't be guessed. */
const YESTERDAY = addDays(new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10), -1);

test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(6);
  const due = ['--due', YESTERDAY, '--time', '22:15'];
  must([
    'report',
    'schedule',
    office.dossierId,
    '--period',
    'DX-2026-001',
    ...due,
    '--from',
    YESTERDAY,
    '--to',
    YESTERDAY,
    '--data',
    office.data,
  ]);
  window = await openWindow(project.name, office.data);
  await window.page.setViewportSize({ width: 1366, height: 768 });
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

const row = (words: string): Locator => window.page.locator('.ant-table-row').filter({ hasText: words });

test('a number that skips others: told which stay blank, written only when meant, given back by Ctrl+Z', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đi');
  await page.getByText('Sổ văn bản đi chưa có dòng nào.').waitFor();
  const dialog = page.getByRole('dialog', { name: 'Ghi văn bản đi vào sổ' });
  const enter = async (number: string, subject: string) => {
    await page.keyboard.press('Control+Alt+n');
    await dialog.getByLabel('Số', { exact: true }).fill(number);
    await dialog.getByLabel('Tên loại, trích yếu').fill(subject);
  };
  const write = dialog.getByRole('button', { name: 'Ghi vào sổ' });
  await enter('1', 'Kế hoạch thứ nhất');
  await write.click();
  await expect(dialog).toBeHidden();
  await enter('999', 'Kế hoạch gõ nhầm số');
  const question = dialog.getByTestId('second-press');
  await expect(question).toContainText('các số 02–998 (997 số) bị bỏ trống');
  await screenshot(page, 'second-thoughts-gap');
  expect(await seriousFaults(page)).toEqual([]);
  // Until a person has said so there is nothing to press.
  await expect(write).toBeDisabled();
  await question.getByRole('checkbox').check();
  await write.click();
  await expect(dialog).toBeHidden();
  await expect(row('999-KH/ĐU')).toBeVisible();
  await undo(page);
  await expect(toast(page, /Đã hoàn tác/).first()).toBeVisible();
  // What was told of the line is told no longer, nor offered to be taken back again.
  await expect(toast(page, 'Đã ghi dòng 999-KH/ĐU.')).toHaveCount(0);
  await page.keyboard.press('Control+Alt+n');
  await expect(dialog.getByLabel('Số', { exact: true })).toHaveAttribute('placeholder', '2');
  await closeByEscape(page, dialog);
});

test('a receipt of the due day without its hour: asked, an hour that no day has is refused', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  await page
    .getByRole('gridcell', { name: /đột xuất.*Chưa báo cáo/i })
    .first()
    .click();
  await figureField(page, 'HN01').fill('3');
  const day = page.getByLabel('Ngày nhận', { exact: true });
  await day.fill(formatDate(YESTERDAY));
  await day.press('Tab');
  const hour = page.getByLabel('Giờ nhận', { exact: true });
  await expect(hour).toHaveValue('');
  await page.keyboard.press('Control+s');
  const question = page.getByRole('dialog', { name: 'Chưa ghi giờ nhận' });
  await expect(question).toContainText(`22h15 ngày ${formatDate(YESTERDAY)}`);
  await screenshot(page, 'second-thoughts-hour');
  await question.getByRole('button', { name: 'Ghi giờ nhận' }).click();
  await expect(question).toBeHidden();
  await hour.fill('25h');
  await page.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await expect(page.getByText(/Giờ phải từ 0 giờ đến 23 giờ 59/).first()).toBeVisible();
  await expect(figureField(page, 'HN01')).toHaveValue('3');
  await hour.fill('21g30');
  await page.getByRole('button', { name: 'Lưu báo cáo' }).click();
  await expect(toast(page, /^Đã lưu báo cáo/).first()).toBeVisible();
  await expect(page.getByRole('gridcell', { name: /đột xuất.*Đúng hạn/i })).toHaveCount(1);
});

test('two forms of one unit: both shown with their figures, the one that a person chooses is taken', async () => {
  const { page } = window;
  const [form = ''] = office.forms;
  const older = await fillForms([form], { 0: { HN01: 55 } });
  const newer = await fillForms([form], { 0: { HN01: 77 } });
  const folder = join(temporaryFolder('twice'), 'Gửi hai lần');
  await mkdir(folder);
  for (const [files, name, at] of [
    [older.files, basename(form), '2026-09-10T08:00:00Z'],
    [newer.files, basename(form).replace('.xlsx', ' (1).xlsx'), '2026-09-12T08:00:00Z'],
  ] as const) {
    await copyFile(files[0] ?? '', join(folder, name));
    await utimes(join(folder, name), new Date(at), new Date(at));
  }
  await dropFiles(page, [folder]);
  const dialog = page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
  const rivals = dialog.getByRole('region', { name: 'Đơn vị gửi nhiều tệp khác nhau' });
  await expect(rivals).toContainText('HN01 55');
  await expect(rivals).toContainText('HN01 77');
  await screenshot(page, 'second-thoughts-rivals');
  expect(await seriousFaults(page)).toEqual([]);
  await rivals.getByRole('radio', { name: /HN01 55/ }).check();
  await expect(rivals.getByRole('radio', { name: /HN01 55/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Nhận 1 báo cáo' }).click();
  await expect(dialog).toContainText('Đã nhận 1 báo cáo');
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await page
    .getByRole('gridcell', { name: /Quý I\/2026: (?!Chưa báo cáo)/ })
    .first()
    .click();
  await expect(figureField(page, 'HN01')).toHaveValue('55');
  await closeByEscape(page, page.getByRole('dialog'));
});

test('ending a dossier names what is open', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.locator('tr[data-row-key]').first().click();
  await page.getByRole('tab', { name: 'Lưu trữ' }).click();
  const lacking = page.getByTestId('lacking');
  await expect(lacking).toContainText('Nhiệm vụ: còn');
  await expect(lacking).toContainText('Hội nghị');
  await screenshot(page, 'second-thoughts-closing');
});
