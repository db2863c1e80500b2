/** Chasing and the matrix as a person does it: 110 units × 12 months, few actions, evidence kept, nothing sent by itself. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { must } from '../journeys/prepared-office';
import { countActions } from '../pages/actions';
import { seriousFaults } from '../pages/calm';
import { longestTask, observeTasks } from '../pages/long-tasks';
import { screenshot } from '../pages/screenshot';
import { goTo, goToAllOfToday, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

const UNITS = 110;
const YEAR = 2026;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

let window: AppWindow;
let dossierId: string;

test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async ({}, { project }) => {
  const data = join(temporaryFolder('chasing'), 'data');
  must(['sample', 'create', '--units', String(UNITS), '--plans', '0', '--data', data]);
  dossierId = String(
    must(['plan', 'import', 'resources/sample/ke-hoach-an-binh.docx', '--data', data])['dossierId'],
  );
  for (const month of MONTHS)
    must(['report', 'schedule', dossierId, '--period', `${YEAR}-${month}`, '--due', `${YEAR}-${month}-20`, '--indicators', 'HN01', '--data', data]); // prettier-ignore
  must(['report', 'put', dossierId, '--unit', 'Công an phường', '--period', `${YEAR}-01`, '--nil', '--received', `${YEAR}-01-19`, '--data', data]); // prettier-ignore
  window = await openWindow(project.name, data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

test('110 units × 12 months: one screen wide, heads and sums stay, no stall', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('gridcell', { name: /Tháng 12\/2026/ })).toHaveCount(UNITS);
  const wrap = page.locator('.matrix-wrap');
  expect(await wrap.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  const content = page.locator('main.content');
  expect(
    await content.evaluate((element) => element.scrollHeight - element.clientHeight),
  ).toBeLessThanOrEqual(0);
  await observeTasks(page);
  await wrap.evaluate((element) => {
    element.scrollTop = element.scrollHeight;
  });
  await expect(page.getByRole('columnheader', { name: 'Th.12' })).toBeInViewport();
  await expect(page.getByRole('rowheader', { name: /Đã nhận \/ phải báo cáo/ })).toBeInViewport();
  await page
    .getByRole('gridcell', { name: /, Tháng 3\/2026:/ })
    .first()
    .focus();
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('ArrowDown');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('button', { name: 'Đôn đốc (12)' })).toBeEnabled();
  const longest = await longestTask(page);
  test.info().annotations.push({ type: 'longest task', description: `keys in the matrix ${longest} ms` });
  await screenshot(page, 'matrix-110');
  // On time over units whose day has come: one of 110 in January.
  await expect(
    page
      .getByRole('row', { name: /Tỷ lệ đúng hạn/ })
      .locator('td')
      .first(),
  ).toHaveText('0,91%');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Đôn đốc', exact: true })).toBeDisabled();
});

test('rows are found with or without marks, by group and by state', async () => {
  const { page } = window;
  const rows = page.locator('.matrix tbody tr:not(.group)');
  await page.getByLabel('Tìm đơn vị trong bảng báo cáo').fill('chi huy quan su');
  await expect(rows).toHaveCount(1);
  await expect(
    page
      .getByRole('row', { name: /Đã nhận/ })
      .locator('td')
      .first(),
  ).toHaveText('0/1');
  await page.getByLabel('Tìm đơn vị trong bảng báo cáo').fill('');
  await page.getByRole('combobox', { name: 'Tình trạng' }).click();
  await page.locator('.ant-select-item-option').getByText('Đúng hạn').click();
  await expect(rows).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Tình trạng' }).click();
  await page.locator('.ant-select-item-option').getByText('Mọi tình trạng').click();
  await expect(rows).toHaveCount(UNITS);
  const group = page.locator('.matrix tr.group button').first();
  await group.click();
  await expect(group).toHaveAttribute('aria-expanded', 'false');
  expect(await rows.count()).toBeLessThan(UNITS);
  await group.click();
});

test('prints on one page and as a workbook', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'In bảng…' }).click();
  const file = await window.saving(() =>
    page.getByRole('menuitem', { name: 'PDF, một trang A4 ngang' }).click(),
  );
  expect(file).toMatch(/\.pdf$/);
});

test('from Hôm nay: texts and letter in three actions; several months in one letter', async () => {
  const { page } = window;
  await goToAllOfToday(page);
  const item = page.getByRole('row', { name: /Báo cáo tháng 10 năm 2026/i });
  await item.waitFor();
  const actions = await countActions(page);
  await actions.reset();
  await item.getByRole('button', { name: 'Đôn đốc' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đôn đốc nộp báo cáo' });
  await dialog.getByRole('button', { name: 'Chép tất cả' }).click();
  await expect(toast(page, /Đã chép 110 tin nhắn/)).toBeVisible();
  const letter = await window.saving(() => dialog.getByRole('button', { name: 'Công văn Word' }).click());
  expect(letter).toMatch(/\.docx$/);
  expect(await actions.taken()).toBeLessThanOrEqual(3);
  await screenshot(page, 'chase-dialog');
  expect(await seriousFaults(page)).toEqual([]);
  // Copying and looking keep nothing.
  await expect(dialog.getByText('Lần 1 – ')).toHaveCount(0);
});

test('“Đã gửi” and “Lưu, ghi lần 2” keep evidence, the letter goes on to be numbered, undo takes it back', async () => {
  const { page } = window;
  const dialog = page.getByRole('dialog', { name: 'Đôn đốc nộp báo cáo' });
  await dialog.getByRole('button', { name: 'Đã gửi Công an phường' }).click();
  await expect(dialog.getByText(/Lần 1 – \d\d\/\d\d\/\d{4}/)).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Lưu, ghi lần 2' }).click();
  // Nobody else was reminded before: no step is left out without a reason that is kept.
  const skipped = page.getByRole('dialog', { name: `${UNITS - 1} đơn vị chưa đến bước này` });
  await screenshot(page, 'chase-skipped');
  const insist = skipped.getByRole('button', { name: `Vẫn ghi lần 2 cho ${UNITS} đơn vị` });
  await expect(insist).toBeDisabled();
  await skipped.getByLabel(/bỏ qua bước trước/).fill('Đã nhắc tại giao ban');
  await insist.click();
  await expect(dialog.getByText(/Lần 2 – \d\d\/\d\d\/\d{4}/)).toHaveCount(UNITS);
  await dialog.getByRole('button', { name: 'Mở để lấy số' }).click();
  await expect(page.getByText('về việc đôn đốc nộp báo cáo tháng 10 năm 2026').first()).toBeVisible();
  await goTo(page, 'Báo cáo');
  await page.getByRole('tab', { name: 'Bảng theo dõi' }).click();
  await expect(page.getByRole('gridcell', { name: /Tháng 10\/2026: .*đã đôn đốc lần 2/ })).toHaveCount(UNITS);
  await undo(page);
  await expect(page.getByRole('gridcell', { name: /Tháng 10\/2026: .*đã đôn đốc lần 2/ })).toHaveCount(0);
  await expect(page.getByRole('gridcell', { name: /Tháng 10\/2026: .*đã đôn đốc lần 1/ })).toHaveCount(1);
});

test('several months chosen in the matrix are one letter, in three actions', async () => {
  const { page } = window;
  const cell = (month: number) =>
    page.getByRole('gridcell', { name: new RegExp(`^Công an phường, Tháng ${month}/2026:`) });
  await cell(2).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowRight');
  const actions = await countActions(page);
  await actions.reset();
  await page.getByRole('button', { name: 'Đôn đốc (2)' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đôn đốc nộp báo cáo' });
  // Each thing owed is a row of its own, in one group a unit.
  const owed = dialog.getByRole('rowgroup').filter({ hasText: 'Công an phường' });
  await expect(owed).toContainText('báo cáo tháng 3 năm 2026');
  await dialog.getByRole('button', { name: 'Chép tất cả' }).click();
  await window.saving(() => dialog.getByRole('button', { name: 'Công văn PDF' }).click());
  expect(await actions.taken()).toBeLessThanOrEqual(3);
  await page.keyboard.press('Escape');
});

test('the tab Đôn đốc lists by unit what is owed; Space selects, Enter opens', async () => {
  const { page } = window;
  await goTo(page, 'Báo cáo');
  await page.getByRole('tab', { name: 'Đôn đốc' }).click();
  await expect(page).toHaveURL(/\/bao-cao\/don-doc/);
  const row = page.getByRole('row', { name: /Công an phường/ }).first();
  await expect(row).toContainText(/báo cáo tháng 2 năm 2026/i);
  await screenshot(page, 'follow-up');
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByText(/^Trả lại \(0\)$/).click();
  await expect(page.getByText('Không đơn vị nào khớp với bộ lọc.', { exact: false })).toBeVisible();
  await page.getByText(/^Quá hạn \(110\)$/).click();
  await row.focus();
  await page.keyboard.press(' ');
  await expect(page.getByRole('button', { name: 'Đôn đốc (1)' })).toBeEnabled();
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('dialog').getByLabel('Tin nhắn gửi Công an phường', { exact: true }),
  ).toHaveValue(/^Kính gửi Công an phường!/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const overflow = await page
    .locator('main.content')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
