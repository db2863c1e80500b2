/** Văn bản đến: registered by keyboard, read, attached, filtered, linked to a plan, printed. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { dropFiles } from '../pages/drop';
import { isCalm } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { find, goTo, openTab, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

let window: AppWindow;
let office: PreparedOffice;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(6);
  window = await openWindow(project.name, office.data);
  await window.page.setViewportSize({ width: 1366, height: 768 });
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

const book = (page: Page) => page.getByRole('table', { name: 'Sổ đăng ký văn bản đến' });

test('a line is written by keyboard alone: Enter goes on, the last Enter writes', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đến');
  await expect(page.getByText(/chưa có dòng nào/)).toBeVisible();
  await isCalm(page, 'incoming-empty');
  await page.keyboard.press('Control+Shift+d');
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await expect(dialog.getByLabel('Số đến', { exact: true })).toHaveValue('1');
  await expect(dialog.getByLabel('Tác giả')).toBeFocused();
  await page.keyboard.type('Ban Tổ chức Thành ủy');
  await page.keyboard.press('Enter');
  await page.keyboard.type('77-CV/BTCTU');
  await page.keyboard.press('Enter');
  await page.keyboard.type('02/01/2026');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Công văn');
  await page.keyboard.press('Enter');
  await page.keyboard.type('rà soát quy chế làm việc của các chi bộ');
  await page.keyboard.press('Enter');
  // "Phải báo cáo", by the arrow keys of a radio group.
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.keyboard.type('05/01/2026');
  await page.keyboard.press('Enter');
  await screenshot(page, 'incoming-dialog');
  for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Đăng ký' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toast(page, 'Đã đăng ký số đến 1.')).toBeVisible();
  await expect(dialog).toBeHidden();
  const row = book(page).getByRole('row').filter({ hasText: '77-CV/BTCTU' });
  await expect(row).toContainText('02/01/2026');
  await expect(row).toContainText('05/01/2026');
  await expect(row).toContainText('Quá hạn');
});

test('what is missing is said at its field', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Đăng ký văn bản đến' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await dialog.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(dialog.getByText('Ghi cơ quan ban hành.')).toBeVisible();
  await expect(dialog.getByText('Ghi trích yếu nội dung.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Thôi' }).click();
});

test('a document that is in the book already is told before its number is taken', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Đăng ký văn bản đến' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await dialog.getByLabel('Tác giả').fill('Ban Tổ chức Thành ủy');
  await dialog.getByLabel('Số, ký hiệu').fill('77-CV/BTCTU');
  await expect(dialog.getByTestId('same-document')).toContainText('số đến 1 năm');
  await expect(dialog.getByRole('button', { name: 'Vẫn đăng ký' })).toBeVisible();
  await screenshot(page, 'incoming-twice');
  await dialog.getByRole('button', { name: 'Thôi' }).click();
});

test('a dropped document is read into proposals that a person takes over', async () => {
  const { page } = window;
  const path = join(temporaryFolder('incoming'), 'ke-hoach-thanh-uy.txt');
  writeFileSync(
    path,
    [
      'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\tĐẢNG CỘNG SẢN VIỆT NAM',
      'BAN TỔ CHỨC THÀNH ỦY',
      '*\tHải Phòng, ngày 12 tháng 01 năm 2026',
      'Số 27-KH/BTCTU',
      'KẾ HOẠCH',
      'bồi dưỡng cấp ủy chi bộ',
      '-----',
      'Các đảng ủy xây dựng kế hoạch thực hiện, gửi về Ban trước ngày 10/02/2026.',
    ].join('\n'),
  );
  await dropFiles(page, [path]);
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await expect(dialog.getByTestId('proposed-numberText')).toContainText('27-KH/BTCTU');
  await expect(dialog.getByLabel('Số, ký hiệu')).toHaveValue('');
  await screenshot(page, 'incoming-read');
  await dialog.getByRole('button', { name: 'Dùng tất cả các ô đọc được' }).click();
  await expect(dialog.getByLabel('Số, ký hiệu')).toHaveValue(/27-KH\/BTCTU/);
  await dialog.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(toast(page, 'Đã đăng ký số đến 2.')).toBeVisible();
});

test('the book is filtered, a file is attached, a plan is linked', async () => {
  const { page } = window;
  await page.getByText(/^Quá hạn \(/).click();
  await expect(book(page).getByRole('row').filter({ hasText: '27-KH/BTCTU' })).toBeVisible();
  await page.getByText(/^Chưa có kế hoạch \(1\)/).click();
  await expect(book(page).getByRole('row').filter({ hasText: '77-CV/BTCTU' })).toHaveCount(0);
  await isCalm(page, 'incoming-book');
  await book(page).getByRole('row').filter({ hasText: '27-KH/BTCTU' }).click();
  const drawer = page.getByRole('dialog', { name: 'Số đến 2/' });
  await expect(drawer.getByRole('button', { name: 'ke-hoach-thanh-uy.txt' })).toBeVisible();
  const scan = join(temporaryFolder('incoming'), 'ban-quet.pdf');
  writeFileSync(scan, '%PDF-1.7\n%%EOF\n');
  await window.choosing([scan], () => drawer.getByRole('button', { name: 'Gắn tệp' }).click());
  await expect(drawer.getByRole('button', { name: 'ban-quet.pdf' })).toBeVisible();
  await drawer.getByRole('button', { name: 'Liên kết kế hoạch' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kế hoạch thực hiện văn bản này' });
  await dialog.getByRole('combobox', { name: 'Kế hoạch thực hiện' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Liên kết' }).click();
  await expect(drawer.getByRole('heading', { name: 'Kế hoạch thực hiện' })).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Lập kế hoạch' })).toHaveCount(0);
  await expect(dialog).toBeHidden();
  await screenshot(page, 'incoming-line');
  await drawer.getByRole('button', { name: 'Close' }).or(drawer.locator('.ant-drawer-close')).first().click();
  await expect(drawer).toBeHidden();
  await page.getByText(/^Tất cả \(/).click();
});

test('bases that are not in the book are offered, and a new line is found by its number', async () => {
  const { page } = window;
  await openTab(page, 'Căn cứ của kế hoạch');
  await isCalm(page, 'incoming-bases');
  const first = page.getByRole('row').filter({ hasText: 'Đăng ký vào sổ' }).first();
  await first.getByRole('button', { name: 'Đăng ký vào sổ' }).click();
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  const number = await dialog.getByLabel('Số, ký hiệu').inputValue();
  expect(number).not.toBe('');
  if ((await dialog.getByLabel('Tác giả').inputValue()) === '')
    await dialog.getByLabel('Tác giả').fill('Thành ủy');
  await dialog.getByLabel('Trích yếu').fill('văn bản căn cứ của kế hoạch');
  await dialog.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(toast(page, 'Đã đăng ký số đến 3.')).toBeVisible();
  await openTab(page, 'Sổ đăng ký');
  await expect(book(page).getByRole('row').filter({ hasText: number })).toBeVisible();
  await find(page, number);
  await undo(page);
});

test('a plan is made from a document, with its basis, and linked', async () => {
  const { page } = window;
  await goTo(page, 'Văn bản đến');
  await page.getByRole('button', { name: 'Đăng ký văn bản đến' }).click();
  const entering = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await entering.getByLabel('Tác giả').fill('Thành ủy Hải Phòng');
  await entering.getByLabel('Số, ký hiệu').fill('64-KH/TU');
  await entering.getByLabel('Trích yếu').fill('nâng cao chất lượng sinh hoạt chi bộ');
  await entering.getByLabel('Phải lập kế hoạch').check();
  await entering.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(entering).toBeHidden();
  await openTab(page, 'Cấp trên: chưa có kế hoạch');
  await isCalm(page, 'incoming-waiting');
  await page.getByRole('button', { name: 'Lập kế hoạch' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Lập kế hoạch thực hiện văn bản' });
  // The subject is the new plan's; which template fits, a person says.
  await expect(dialog.getByLabel('Tên kế hoạch')).toHaveValue('nâng cao chất lượng sinh hoạt chi bộ');
  await expect(dialog.getByRole('button', { name: 'Lập kế hoạch' })).toBeDisabled();
  await dialog.getByRole('combobox', { name: 'Mẫu kế hoạch' }).click();
  await page.locator('.ant-select-item-option').first().click();
  await screenshot(page, 'incoming-make-plan');
  await dialog.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.waitForURL(/ke-hoach\/.*soan-thao/);
  await goTo(page, 'Văn bản đến');
  await openTab(page, 'Cấp trên: chưa có kế hoạch');
  await expect(page.getByText('Không còn văn bản cấp trên nào chờ lập kế hoạch.')).toBeVisible();
  await openTab(page, 'Đơn vị chưa ban hành');
  await isCalm(page, 'incoming-units');
});

test('a year begun on paper goes on after it; a run of numbers gets one reason; headings stay on one line', async () => {
  const { page } = window;
  await openTab(page, 'Sổ đăng ký');
  await page.getByRole('button', { name: 'Sổ giấy đã đến số…' }).click();
  const paper = page.getByRole('dialog', { name: 'Sổ giấy đã đến số' });
  await paper.getByLabel('Số cuối của sổ giấy').fill('57');
  await paper.getByLabel('Lý do').fill('sổ giấy đến ngày 15/01');
  await paper.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText('Sổ giấy đã đến số 57')).toBeVisible();
  await expect(paper).toBeHidden();
  await page.keyboard.press('Control+Shift+d');
  const dialog = page.getByRole('dialog', { name: 'Đăng ký văn bản đến' });
  await expect(dialog.getByLabel('Số đến', { exact: true })).toHaveValue('58');
  await dialog.getByLabel('Số đến', { exact: true }).fill('61');
  await dialog.getByLabel('Tác giả').fill('Ban Tuyên giáo và Dân vận Thành ủy');
  // A day after the arrival is asked about before a number is spent.
  await dialog.getByLabel('Ngày văn bản').fill('31/12/2099');
  await dialog.getByLabel('Ngày văn bản').press('Tab');
  await expect(dialog.getByText(/Ngày văn bản 31\/12\/2099 sau ngày đến/)).toBeVisible();
  await screenshot(page, 'incoming-date-question');
  await dialog.getByLabel('Ngày văn bản').fill('02/01/2026');
  await dialog.getByLabel('Ngày văn bản').press('Tab');
  await expect(dialog.getByText(/sau ngày đến/)).toHaveCount(0);
  const long = 'về việc rà soát, báo cáo kết quả thực hiện nhiệm vụ công tác tuyên truyền '.repeat(6).trim();
  await dialog.getByLabel('Trích yếu').fill(long);
  await dialog.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(dialog.getByText(/các số đến 58–60 \(3 số\) bị bỏ trống/)).toBeVisible();
  await screenshot(page, 'incoming-gap-question');
  await dialog.getByRole('checkbox', { name: 'Đúng là số 61, để trống các số trước nó' }).check();
  await dialog.getByRole('button', { name: 'Đăng ký' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Ghi lý do bỏ trống số 58–60' }).click();
  const explain = page.getByRole('dialog', { name: /Vì sao bỏ trống .*58–60/ });
  await explain.getByLabel('Lý do').fill('hỏng tờ sổ');
  await explain.getByRole('button', { name: 'Ghi lý do' }).click();
  await expect(page.getByText('(hỏng tờ sổ)')).toBeVisible();
  // Two lines at most; the whole text is its tooltip.
  const cell = page.getByTitle(long);
  await expect(cell).toBeVisible();
  expect(
    await cell.evaluate((one) => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)),
  ).toBeLessThan(2.5);
  const broken = await page.locator('.ant-table-thead th').evaluateAll((heads) =>
    heads.flatMap((head) => {
      const range = document.createRange();
      range.selectNodeContents([...head.querySelectorAll('.ant-table-column-title')].at(-1) ?? head);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      return lines.size > 1 && head.textContent.length <= 12 ? [head.textContent] : [];
    }),
  );
  expect(broken).toEqual([]);
  await isCalm(page, 'incoming-paper');
  await undo(page);
  await expect(page.getByText('(hỏng tờ sổ)')).toBeHidden();
});

test('the book is printed', async () => {
  const { page } = window;
  await page.getByRole('button', { name: 'Xuất sổ văn bản đến' }).click();
  const file = await window.saving(() => page.getByRole('menuitem', { name: 'Sổ đăng ký, PDF' }).click());
  expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
});
