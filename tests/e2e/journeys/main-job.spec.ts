/** The office's whole job once, in the window: an own office → a plan → reports → the closed quarter → the archive. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Figures } from '../../../electron/cli/demo/fill-form';
import { PLAN_STATUS } from '../../../shared/i18n/vi';
import { runCli } from '../../support/cli';
import { namedCell, numberIn, openWorkbook } from '../../support/workbook';
import { countActions, type ActionCounter } from '../pages/actions';
import { dropFiles } from '../pages/drop';
import { attachSignedCopy, finishReview, registerPlan, reviewItem, sendPlan } from '../pages/plan';
import { askForReports, figureField, makeForms, matrixCell, pasteColumn, saveReport } from '../pages/reports';
import { screenshot } from '../pages/screenshot';
import { fact, goTo, goToAllOfToday, openTab, setUpOffice, toast, undo } from '../pages/shell';
import { closeDossier, closePeriod, exportBag, exportSummary, openTrace, totalOf } from '../pages/summary';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import { CELLS_GROUP, cellName, makeDirectory } from './directory-workbook';
import { foreignForm } from './prepared-office';
import { deliveredFiles, fillForms, sumOf } from './returned-forms';

const PLAN = resolve('resources/sample/ke-hoach-an-binh.docx');
const CELLS = 46;
/** Văn phòng Đảng ủy and Ban Xây dựng Đảng take the reports in. */
const RECEIVERS = 2;
const PERIOD = 'Quý I/2026';
const KEPT = {
  corrected: 'Vận động đoàn viên, hội viên và Nhân dân hưởng ứng phong trào “Khu phố thân thiện” (đã sửa).',
  split: ['Chuẩn bị các điều kiện phục vụ hội nghị', 'theo dõi, đôn đốc các đơn vị gửi báo cáo'],
  moved: 'Chỉ đạo hệ thống truyền thanh cơ sở',
  dropped: 'đến năm 2030 có trên 80%',
  merged: ['Định kỳ hằng quý', 'trước ngày 16 của tháng cuối quý'],
} as const;

let window: AppWindow;
let actions: ActionCounter;
let forms: readonly string[] = [];
/** The units that an own office starts with, and the imported ones. */
let units = 0;
/** What stands in the accepted reports, form by form, and what was typed. */
const written = new Map<string, Figures>();
let dossierAddress = '';

/** The window's own day; the host keeps the PC's clock. */
const onDay = (day: string) => window.page.clock.setSystemTime(`${day}T08:00:00+07:00`);
const shot = (name: string) => screenshot(window.page, name);

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({}, { project }) => {
  // A restored folder lies beside the data.
  window = await openWindow(project.name, join(temporaryFolder('main-job'), 'data'));
  await onDay('2026-01-20');
  actions = await countActions(window.page);
});
test.afterAll(async () => {
  await window.close();
});

test('first run: an own office', async () => {
  const { page } = window;
  await shot('first-run');
  await setUpOffice(page, 'An Bình', 'AB');
  await expect(page.getByTestId('office-name')).toHaveText('ĐẢNG ỦY PHƯỜNG AN BÌNH');
});

test('the directory from Excel: the wrong row is named, the others are taken', async () => {
  const { page } = window;
  const directory = await makeDirectory(CELLS);
  await goTo(page, 'Danh mục');
  const tab = page.getByRole('tab', { name: /^Đơn vị \(\d+\)/ });
  const standing = Number(/\d+/.exec(await tab.innerText())?.[0]);
  units = standing + CELLS;
  expect(units).toBeGreaterThanOrEqual(60);
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
  await window.choosing([directory.path], () =>
    page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp' }).click(),
  );
  const refused = page.getByRole('table', { name: 'Dòng bị từ chối' }).locator('tbody tr');
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText('Danh bạ');
  await expect(refused).toContainText(String(directory.wrong.row));
  await expect(refused).toContainText(directory.wrong.name);
  await expect(refused).toContainText('“31/02/2026” không phải là ngày có thật');
  await shot('directory-intake');
  await page.getByRole('button', { name: `Nhập ${directory.right} dòng` }).click();
  await expect(toast(page, `thêm ${directory.right}`)).toBeVisible();
  await expect(tab).toHaveText(`Đơn vị (${units})`);
  await shot('directory');
});

test('a plan is dropped, reviewed and saved within twelve actions', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await shot('plans-empty');
  await actions.reset();
  await dropFiles(page, [PLAN]);
  await page.waitForURL(/\/ra-soat/);
  await expect(reviewItem(page, KEPT.moved).first()).toBeVisible();
  await expect(page.getByTestId('uncertain-count')).toContainText('Không còn mục nào cần xem');
  await page.keyboard.press('Shift+A');
  await shot('review');
  await finishReview(page);
  expect(await actions.taken()).toBeLessThanOrEqual(12);
  await expect(page.getByText(PLAN_STATUS.reviewed.word).first()).toBeVisible();
  dossierAddress = new URL(page.url()).pathname.replace(/\/[^/]+$/, '');
});

test('every kind of correction: words, split, merge, another unit, dropped', async () => {
  const { page } = window;
  await openTab(page, 'Rà soát');

  const words = reviewItem(page, 'Vận động đoàn viên');
  await words.click();
  await words.press('e');
  // By its name: before it opens, the row's first field is the day.
  const editing = words.getByRole('textbox', { name: 'Nội dung' });
  await editing.fill(KEPT.corrected);
  await editing.press('Enter');
  await expect(reviewItem(page, KEPT.corrected)).toBeVisible();

  const whole = reviewItem(page, KEPT.split[0]);
  await whole.click();
  await whole.press('e');
  const cut = `${KEPT.split[0]}; `.length;
  const field = whole.getByRole('textbox', { name: 'Nội dung' });
  await expect(field).toBeFocused();
  await field.evaluate((element: HTMLTextAreaElement, at) => element.setSelectionRange(at, at), cut);
  await page.keyboard.press('Alt+Enter');
  await expect(toast(page, 'Đã tách thành hai mục')).toBeVisible();
  await expect(reviewItem(page, KEPT.split[1])).toHaveCount(1);
  await expect(reviewItem(page, KEPT.split[0])).not.toContainText(KEPT.split[1]);

  for (const part of KEPT.merged) {
    const row = page.getByRole('listitem', { name: `Thời hạn: ${part}`, exact: true });
    await row.click();
    await row.press(' ');
    await expect(row.getByRole('checkbox')).toBeChecked();
  }
  await page.keyboard.press('m');
  await expect(toast(page, 'Đã gộp các mục')).toBeVisible();
  await expect(
    page.getByRole('listitem', { name: /^Thời hạn: Định kỳ hằng quý.*tháng cuối quý/ }),
  ).toHaveCount(1);

  const task = reviewItem(page, KEPT.moved);
  await task.click();
  await task.getByRole('combobox', { name: 'Giao cho' }).click();
  await page.keyboard.type('ban xay dung');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Ban Xây dựng Đảng' })).toContainText(KEPT.moved);

  const extra = reviewItem(page, KEPT.dropped);
  await extra.click();
  await extra.press('Delete');
  await expect(toast(page, 'Đã bỏ mục')).toBeVisible();
  await shot('review-corrected');
});

test('corrections survive reading the same file again', async () => {
  const { page } = window;
  await goToAllOfToday(page);
  await shot('today');
  await dropFiles(page, [PLAN]);
  await expect(toast(page, 'Văn bản này đã có hồ sơ')).toBeVisible();
  await page.waitForURL(`**${dossierAddress}/ra-soat`);
  await expect(reviewItem(page, KEPT.corrected)).toHaveCount(1);
  await expect(reviewItem(page, KEPT.split[0])).not.toContainText(KEPT.split[1]);
  await expect(reviewItem(page, KEPT.split[1])).toHaveCount(1);
  await expect(
    page.getByRole('listitem', { name: /^Thời hạn: Định kỳ hằng quý.*tháng cuối quý/ }),
  ).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Ban Xây dựng Đảng' })).toContainText(KEPT.moved);
  await expect(reviewItem(page, KEPT.dropped)).toHaveClass(/dropped/);
});

test('the next number, a copy, and the send to all groups within eight actions', async () => {
  const { page } = window;
  await actions.reset();
  await openTab(page, 'Văn bản');
  expect(await registerPlan(page)).toBe('01-KH/ĐU');
  await openTab(page, 'Nơi nhận');
  await shot('recipients');
  const sent = await sendPlan(page);
  expect(await actions.taken()).toBeLessThanOrEqual(8);
  expect(sent).toBeGreaterThan(CELLS);
  await expect(fact(page, 'sent-count')).toHaveText(String(sent));
  const named = page.getByRole('row').filter({ hasText: cellName(44) });
  await expect(named).toContainText(CELLS_GROUP);

  for (const index of [1, 2, 3])
    await page
      .getByRole('row')
      .filter({ has: page.getByText(cellName(index), { exact: true }) })
      .getByRole('checkbox')
      .check();
  await page.getByRole('button', { name: 'Đã nhận (3)' }).click();
  const noting = page.getByRole('dialog', { name: 'Ghi đã nhận: 3 nơi nhận' });
  await noting.getByRole('button', { name: 'Ghi đã nhận' }).click();
  await expect(fact(page, 'received-count')).toHaveText('3');
  await expect(fact(page, 'unconfirmed-count')).toHaveText(String(sent - 3));
  await shot('sent');
});

test('a taken number is refused with its sentence; the signed copy is kept byte for byte', async () => {
  const { page } = window;
  await openTab(page, 'Văn bản');
  const copy = join(temporaryFolder('signed'), 'Bản ký.pdf');
  await writeFile(copy, `%PDF-1.4\n% bản quét ${'0123456789'.repeat(500)}\n%%EOF\n`);
  await attachSignedCopy(window, copy);
  await openTab(page, 'Tệp');
  await expect(page.getByRole('tabpanel')).toContainText('Bản ký.pdf');
  await openTab(page, 'Văn bản');
  const kept = await window.saving(() => page.getByRole('button', { name: 'Bản ký.pdf' }).click());
  expect(sha256(await readFile(kept))).toBe(sha256(await readFile(copy)));

  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  const adding = page.getByRole('dialog', { name: 'Thêm văn bản vào hồ sơ' });
  await adding.getByRole('combobox', { name: 'Loại văn bản' }).click();
  await page.getByTitle('Kế hoạch', { exact: true }).last().click();
  await adding.getByLabel('Trích yếu').fill('Kế hoạch điều chỉnh');
  await adding.getByRole('button', { name: 'Thêm', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'Kế hoạch điều chỉnh' });
  await row.getByRole('button', { name: 'Lấy số' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lấy số văn bản' });
  await dialog.getByRole('spinbutton').fill('1');
  // Told before it is taken.
  await expect(dialog.getByText(/[Ss]ố 0?1.*đã (được )?(cấp|dùng|lấy)/).first()).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Lấy số', exact: true })).toBeDisabled();
  await expect(toast(page, '01-KH/ĐU đã cấp')).toHaveCount(0);
  await shot('taken-number');
  await dialog.getByRole('spinbutton').fill('');
  await dialog.getByRole('button', { name: /^Lấy số/ }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('02-KH/ĐU');
});

test('a quarter is asked for, its last day moved to a working day; forms within four actions', async () => {
  const { page } = window;
  await openTab(page, 'Báo cáo');
  await page.getByRole('button', { name: 'Yêu cầu báo cáo', exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Yêu cầu báo cáo' });
  await expect(dialog.getByLabel('Hạn cuối')).toHaveValue('16/03/2026');
  await expect(dialog).toContainText('Chủ nhật');
  await shot('ask-reports');
  // The plan asks "các chi bộ trực thuộc"; the person asks the others as well.
  await expect(dialog.getByRole('button', { name: `Yêu cầu ${CELLS} đơn vị báo cáo` })).toBeVisible();
  await dialog.getByRole('button', { name: 'Thôi' }).click();
  const asked = units - RECEIVERS;
  await askForReports(page, PERIOD, { everybody: true });
  await expect(fact(page, 'expected')).toHaveText(String(asked));
  await actions.reset();
  forms = await deliveredFiles(await makeForms(window));
  expect((await actions.taken()) + window.savingActions).toBeLessThanOrEqual(4);
  expect(forms).toHaveLength(asked);
  expect(forms.map((form) => basename(form))).toContain(`2026-Q1 – ${cellName(7)}.xlsx`);
});

test('sixty returned files: faults named by file, sheet and cell; one drop, one confirmation', async () => {
  const { page } = window;
  await onDay('2026-03-13');
  const coming = forms.slice(0, -3);
  const returned = await fillForms(coming, { 0: { HN02: 'ba mươi' } });
  const foreign = await foreignForm();
  const [faulty = ''] = returned.files;
  await goTo(page, 'Báo cáo');
  await actions.reset();
  await dropFiles(page, [returned.folder, foreign]);
  const dialog = page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
  const confirm = dialog.getByRole('button', { name: `Nhận ${coming.length - 1} báo cáo` });
  await confirm.waitFor({ timeout: 120_000 });
  const faults = dialog.getByRole('table', { name: 'Báo cáo chưa nhận được' }).locator('tbody tr');
  await expect(faults).toHaveCount(2);
  const ofFile = (name: string) => faults.filter({ has: page.getByRole('cell', { name, exact: true }) });
  const wrongCell = ofFile(`Báo cáo gửi về/${basename(faulty)}`);
  await expect(wrongCell).toContainText('Số liệu');
  await expect(wrongCell).toContainText('“ba mươi” không phải là số');
  await expect(wrongCell.getByRole('cell').nth(2)).toHaveText(/^[A-Z]+\d+$/);
  await expect(ofFile(basename(foreign))).toContainText('biểu của cơ quan khác');
  await shot('intake-preview');
  // Nothing is taken in before it is confirmed.
  await expect(page.getByRole('gridcell', { name: /Đúng hạn/ })).toHaveCount(0);
  await confirm.click();
  await dialog.getByRole('button', { name: 'Xong' }).waitFor({ timeout: 120_000 });
  expect(await actions.taken()).toBe(2);
  await expect(dialog).toContainText(`Đã nhận ${coming.length - 1} báo cáo`);
  await dialog.getByRole('button', { name: 'Xong' }).click();
  for (const [name, figures] of returned.figures) if (name !== basename(faulty)) written.set(name, figures);

  // The mended form comes after the last day; the others of the folder change nothing.
  await onDay('2026-03-18');
  const mended = await fillForms(forms.slice(0, 1));
  await dropFiles(page, [...mended.files, returned.files[1] ?? '']);
  await dialog.getByRole('button', { name: 'Nhận 1 báo cáo' }).click();
  await expect(dialog).toContainText('Đã nhận 1 báo cáo; 1 không đổi; 0 chưa nhận được.');
  await dialog.getByRole('button', { name: 'Xong' }).click();
  for (const [name, figures] of mended.figures) written.set(name, figures);
});

test('the matrix tells states in words; one unit is typed by keyboard alone', async () => {
  const { page } = window;
  const names = forms.map((form) => basename(form).replace(/^2026-Q1 – |\.xlsx$/g, ''));
  const [late = '', onTime = ''] = names;
  const [, , missing = ''] = names.slice(-3);
  await expect(matrixCell(page, late, PERIOD)).toHaveAccessibleName(/: Trễ hạn/);
  await expect(matrixCell(page, onTime, PERIOD)).toHaveAccessibleName(/: Đúng hạn/);
  await expect(matrixCell(page, onTime, PERIOD)).toHaveText('●');
  await expect(page.getByRole('gridcell', { name: /: Chưa báo cáo/ })).toHaveCount(3);
  await shot('matrix');

  // The grid's one tab stop is the cell that was last in use: the keyboard starts at the top.
  await page.locator('td.cell[data-row="0"]').first().focus();
  const at = page.locator('[role="gridcell"]:focus');
  for (let step = 0; step < units; step += 1) {
    await expect(at).toHaveAttribute('data-row', String(step));
    if ((await at.getAttribute('aria-label'))?.startsWith(`${missing}, `)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(at).toHaveAccessibleName(new RegExp(`^${missing}, `));
  await page.keyboard.press('Enter');
  await figureField(page, 'HN01').waitFor();
  await figureField(page, 'HN01').focus();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1.120');
  await page.keyboard.press('Enter');
  await pasteColumn(page, 'DV01', ['41', '39']);
  await shot('typed-figures');
  await saveReport(page);
  written.set(missing, { HN01: 3, HN02: 1120, DV01: 41, DV02: 39 });
  await expect(matrixCell(page, missing, PERIOD)).toHaveAccessibleName(/: Trễ hạn/);
});

test('totals are the sums of the forms, and open down to file, sheet and cell', async () => {
  const { page } = window;
  await goTo(page, 'Tổng hợp');
  for (const code of ['HN01', 'HN02', 'DV01', 'DV02'])
    await expect.poll(() => totalOf(page, code), code).toBe(vietnamese(sumOf(written.values(), code)));
  await shot('summary');
  await openTrace(page, 'HN02');
  const trace = page.getByRole('table', { name: 'Tổng HN02 gồm' });
  const unit = cellName(5);
  const part = page
    .getByRole('row')
    .filter({ has: page.getByText(unit, { exact: true }) })
    .last();
  const figure = written.get(`2026-Q1 – ${unit}.xlsx`)?.['HN02'];
  await expect(part).toContainText(String(figure));
  const link = part.getByRole('button', { name: /trang “Số liệu”, ô [A-Z]+\d+/ });
  const cell = /ô ([A-Z]+\d+)/.exec(await link.innerText())?.[1] ?? '';
  await shot('trace');
  // The kept original says the same at that very place.
  await link.click();
  const sheet = page.getByRole('dialog', { name: new RegExp(`ô ${cell}$`) });
  await expect(sheet.getByTestId('source-compared')).toContainText('Khớp');
  const original = await openWorkbook(
    await window.saving(() => sheet.getByRole('button', { name: 'Lưu tệp gốc' }).click()),
  );
  expect(original.getWorksheet('Số liệu')?.getCell(cell).value).toBe(figure);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(trace.first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('the quarter is closed, Excel and PDF leave within four actions, and the workbook has the total', async () => {
  const { page } = window;
  await actions.reset();
  await closePeriod(page);
  const both = await deliveredFiles(await exportSummary(window, 'Cả Excel và PDF'));
  expect((await actions.taken()) + window.savingActions).toBeLessThanOrEqual(4);
  const workbook = await openWorkbook(both.find((file) => file.endsWith('.xlsx')) ?? '');
  const total = sumOf(written.values(), 'HN02');
  expect(numberIn(namedCell(workbook, 'tong_HN02'))).toBe(total);
  const pdf = await readFile(both.find((file) => file.endsWith('.pdf')) ?? '');
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const word = await exportSummary(window, 'Word');
  expect((await readFile(word)).subarray(0, 2).toString('latin1')).toBe('PK');
  await expect(page.getByText('Đã chốt 1 lần')).toBeVisible();
  await shot('closed-period');
});

test('the dossier is ended, taken back with Ctrl+Z, ended, packed, and found again without marks', async () => {
  const { page } = window;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill('than thien an toan');
  await page.getByRole('option').filter({ hasText: 'thân thiện, an toàn' }).first().waitFor();
  await shot('palette');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${dossierAddress}**`);
  await closeDossier(page);
  await undo(page);
  await expect(toast(page, 'Đã hoàn tác')).toContainText('Kết thúc hồ sơ');
  await expect(page.getByText(PLAN_STATUS.issued.word).first()).toBeVisible();
  await closeDossier(page);
  await shot('dossier-archive');
  const bag = await exportBag(window);
  const verified = runCli(['archive', 'verify', bag, '--json']);
  expect(verified.json()).toMatchObject({ valid: true });
  await goTo(page, 'Lưu trữ');
  await expect(page.getByRole('heading', { level: 1, name: 'Lưu trữ' })).toBeVisible();
  await expect(page.locator('tr[data-row-key]').filter({ hasText: '01-KH/ĐU' })).toBeVisible();
  await shot('archive');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByLabel('Tìm', { exact: true }).fill('27 nq tu');
  await page.getByRole('option').filter({ hasText: '27-NQ/TU' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${dossierAddress}**`);
  await openTab(page, 'Lịch sử');
  const history = page.getByRole('table', { name: 'Lịch sử thay đổi' });
  await expect(history).toContainText('Kết thúc hồ sơ');
  await expect(history).toContainText('Chốt số liệu kỳ báo cáo');
  await expect(history).toContainText('Hoàn tác');
  await shot('history');
});

test('a backup is made, checked, and restored into a new folder that opens', async () => {
  const { page } = window;
  await goTo(page, 'Cài đặt');
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click();
  await expect(toast(page, 'Đã sao lưu')).toBeVisible();
  const backup = page.getByRole('table', { name: 'Các bản sao lưu' }).locator('tbody tr').first();
  await backup.getByRole('button', { name: 'Kiểm tra' }).click();
  await expect(toast(page, 'Bản sao lưu nguyên vẹn')).toBeVisible();
  await backup.getByRole('button', { name: 'Khôi phục ra thư mục mới' }).click();
  const dialog = page.getByRole('dialog', { name: 'Khôi phục ra thư mục mới' });
  await dialog.getByRole('button', { name: 'Khôi phục', exact: true }).click();
  const said = await dialog.getByText(/^Đã khôi phục vào /).innerText();
  await shot('settings');
  const restored = said.replace(/^Đã khôi phục vào /, '').replace(/\.$/, '');
  await dialog.getByRole('button', { name: 'Xong' }).click();
  const found = runCli(['search', 'than thien', '--data', restored, '--json']);
  expect(found.status).toBe(0);
  expect(found.stdout).toContain('27-NQ/TU');
  expect(runCli(['store', 'check', '--data', restored]).status).toBe(0);
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function vietnamese(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
