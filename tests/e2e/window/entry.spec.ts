/** Typing reports in: one unit by keyboard alone, many units in one table, questions answered, files beside a report. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { prepareOffice } from '../journeys/prepared-office';
import { longestTask, observeTasks } from '../pages/long-tasks';
import { figureField, saveReport } from '../pages/reports';
import { screenshot } from '../pages/screenshot';
import { activeCell, chooseCell, openSheet, pasteBlock } from '../pages/sheet';
import { goTo, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

const UNITS = 110;
let window: AppWindow;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({}, { project }) => {
  window = await openWindow(project.name, prepareOffice(UNITS).data);
  await goTo(window.page, 'Báo cáo');
  await window.page.locator('td.cell').first().waitFor();
});
test.afterAll(async () => {
  await window.close();
});

test('one unit’s twenty figures by keyboard alone, with undo, Esc and a range', async () => {
  const { page } = window;
  await page.locator('td.cell').first().focus();
  await page.keyboard.press('Enter');
  const first = figureField(page, 'HN01');
  await first.waitFor();
  await first.focus();
  for (let figure = 1; figure <= 20; figure += 1) {
    await page.keyboard.type(String(figure === 3 ? 1 : figure));
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Shift+Enter');
  const twentieth = page.locator('.figures input, .figures textarea').nth(19);
  await expect(twentieth).toBeFocused();
  await expect(twentieth).toHaveValue('20');
  await page.keyboard.press('Control+z');
  await expect(twentieth).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(twentieth).toHaveValue('20');
  // Esc gives the old figure back and does not close the drawer.
  await page.keyboard.type('999');
  await page.keyboard.press('Escape');
  await expect(twentieth).toHaveValue('20');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.locator('.figures tr.picked')).toHaveCount(3);
  await page.keyboard.press('Delete');
  await expect(twentieth).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(twentieth).toHaveValue('20');
  await screenshot(page, 'entry-drawer');
});

test('a word that is being composed moves nothing', async () => {
  const { page } = window;
  const first = figureField(page, 'HN01');
  await first.focus();
  const moved = await first.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }),
    );
    return document.activeElement !== element;
  });
  expect(moved).toBe(false);
});

test('files lie beside typed figures and come back byte for byte', async () => {
  const { page } = window;
  const scan = join(temporaryFolder('scan'), 'Báo cáo ký.pdf');
  writeFileSync(scan, '%PDF-1.4 bản ký');
  await window.choosing([scan], () => page.getByRole('button', { name: 'Đính kèm tệp' }).click());
  await expect(page.getByText('sẽ giữ khi lưu')).toBeVisible();
  // DV02 may not stand above DV01: what the twenty figures left is put in order.
  for (const [code, text] of [
    ['DV01', '50'],
    ['DV02', '45'],
    ['DV04', '9'],
    ['DV05', '9'],
    ['DV07', '9'],
    ['DV08', '9'],
    ['SH03', ''],
    ['SH04', ''],
  ] as const)
    // prettier-ignore
    await figureField(page, code).fill(text);
  await saveReport(page);
  await page.locator('td.cell').first().click();
  const files = page.getByRole('region', { name: 'Tệp đính kèm' });
  await expect(files.getByText('Báo cáo ký.pdf')).toBeVisible();
  await screenshot(page, 'entry-drawer-saved');
  await page.getByText('Các lần thay đổi của báo cáo này').click();
  await expect(page.getByText('nhận lần đầu ngày')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('many units: typed and pasted by name, faults stop no other, each result is told', async () => {
  const { page } = window;
  const grid = await openSheet(page);
  await expect(grid).toHaveAttribute('aria-rowcount', String(UNITS + 1));
  await screenshot(page, 'entry-sheet');
  await chooseCell(page, 1, 'HN01');
  await page.keyboard.type('4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1.234');
  await page.keyboard.press('Enter');
  await expect(activeCell(page)).toHaveAccessibleName(/, HN02 /);
  await page.keyboard.type('ba');
  await page.keyboard.press('Enter');
  await expect(grid.locator('.sheet-cell.fault')).toHaveCount(1);
  const names = await grid.getByRole('rowheader').allTextContents();
  const name = (row: number) => (names[row] ?? '').replace(/^\S+ /, '');
  await chooseCell(page, 3, 'HN01');
  await pasteBlock(page, [
    [name(5), '7', '700'],
    [name(4), '6', '600'],
    ['Chi bộ không có ở đâu', '1', '2'],
  ]);
  await expect(grid.locator('[data-row="5"]', { hasText: /^7$/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Dòng dán chưa rõ đơn vị' })).toContainText(
    'Chi bộ không có ở đâu',
  );
  await screenshot(page, 'entry-sheet-pasted');
  await page.getByRole('button', { name: 'Bỏ dòng' }).click();
  await activeCell(page).focus();
  await page.keyboard.press('Control+z');
  await expect(grid.locator('[data-row="5"]', { hasText: /^7$/ })).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(page.getByText('4 đơn vị chưa lưu')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Kết quả lưu' })).toContainText('Đã lưu 3 báo cáo');
  await expect(page.getByText('1 đơn vị chưa lưu')).toBeVisible();
  await screenshot(page, 'entry-sheet-saved');
});

test('110 units scroll, type and take a large block without a stall', async () => {
  const { page } = window;
  await chooseCell(page, 1, 'HN01');
  await observeTasks(page);
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.type(String(step));
    await page.keyboard.press('Enter');
  }
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Home');
  const typing = await longestTask(page);
  await page.keyboard.press('ArrowRight');
  await observeTasks(page);
  await pasteBlock(
    page,
    Array.from({ length: UNITS }, (_, row) =>
      Array.from({ length: 60 }, (__, column) => String(row + column)),
    ),
  );
  await expect(page.getByText(`${UNITS} đơn vị chưa lưu`)).toBeVisible();
  const pasting = await longestTask(page);
  test.info().annotations.push({
    type: 'longest task',
    description: `typing ${typing} ms, pasting ${UNITS} × 60 ${pasting} ms`,
  });
  // What keeps it quick: only what is in sight is in the page, however many units there are.
  expect(await page.getByRole('gridcell').count()).toBeLessThan(UNITS * 60);
  await page.keyboard.press('Control+z');
});

test('questions are walked and answered by keyboard', async () => {
  const { page } = window;
  // What was typed over the figures that were saved makes them fall.
  await activeCell(page).focus();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Kết quả lưu' })).toContainText('lũy kế sẽ giảm');
  await page.getByRole('tab', { name: 'Câu hỏi số liệu' }).click();
  const table = page.getByRole('table', { name: 'Câu hỏi số liệu' });
  await table.waitFor();
  await screenshot(page, 'questions');
  const open = Number(await page.getByTestId('questions-open').locator('dd').textContent());
  expect(open).toBeGreaterThan(0);
  await table.locator('tbody tr').first().focus();
  await page.keyboard.press('d');
  await expect(page.getByTestId('questions-confirmed').locator('dd')).toHaveText('1');
  await expect(page.getByTestId('questions-open').locator('dd')).toHaveText(String(open - 1));
});

test('figures that are only typed are asked about before the page goes', async () => {
  const { page } = window;
  await openSheet(page);
  await chooseCell(page, 3, 'HN01');
  await page.keyboard.type('987');
  await page.keyboard.press('Enter');
  // They are kept also while another part is looked at.
  await page.getByRole('tab', { name: 'Câu hỏi số liệu' }).click();
  // As the browser tells of the page's end; the box itself is the browser's.
  const asks = () =>
    page.evaluate(() => !globalThis.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await asks()).toBe(true);
  await openSheet(page);
  await expect(page.getByRole('grid', { name: 'Bảng nhập số liệu' })).toContainText('987');
  await activeCell(page).focus();
  await page.keyboard.press('Control+z');
});

test('what one press saved for several units is taken back by one Ctrl+Z on the page', async () => {
  const { page } = window;
  const grid = page.getByRole('grid', { name: 'Bảng nhập số liệu' });
  await chooseCell(page, 4, 'HN01');
  for (const figure of ['411', '412']) {
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Control+s');
  // A second press while it is being saved saves nothing twice.
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Kết quả lưu' })).toContainText('Đã lưu 3 báo cáo');
  await page.getByRole('heading', { level: 1 }).click();
  await undo(page);
  await expect(toast(page, /Đã hoàn tác/)).toContainText('Lưu 3 báo cáo');
  await expect(grid.getByText('411', { exact: true })).toHaveCount(0);
  await expect(grid.getByText('412', { exact: true })).toHaveCount(0);
});
