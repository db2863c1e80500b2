/** What can't be taken is refused with a sentence that names file and place; everything else is taken, nothing is lost. */
import { cpSync, mkdirSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { runCli } from '../../support/cli';
import { dropFiles } from '../pages/drop';
import { screenshot } from '../pages/screenshot';
import { goTo, toast } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';
import {
  BROKEN_FORMS,
  BROKEN_PLANS,
  cutForm,
  dropIdentity,
  putFormula,
  unnameCell,
  writeBroken,
} from './broken-files';
import { askFor, foreignForm, prepareOffice, type PreparedOffice } from './prepared-office';
import { fillForms } from './returned-forms';

let window: AppWindow;
let office: PreparedOffice;

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(16);
  window = await openWindow(project.name, office.data);
  await window.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor();
});
test.afterAll(async () => {
  await window.close();
});

const oneDossier = async () => {
  await goTo(window.page, 'Kế hoạch');
  await expect(window.page.locator('tr[data-row-key]')).toHaveCount(1);
};

for (const broken of BROKEN_PLANS)
  test(`as a plan: ${broken.name}`, async () => {
    const { page } = window;
    const folder = temporaryFolder('broken');
    await writeBroken(folder, [broken]);
    await goTo(page, 'Kế hoạch');
    await dropFiles(page, [join(folder, broken.name)]);
    const said = page.getByRole('dialog').getByRole('alert');
    await expect(said).toContainText(broken.name);
    await expect(said).toContainText(broken.says);
    await expectPlain(said);
    await expect(toast(page, broken.name)).toHaveCount(0);
    await screenshot(page, `bad-plan-${BROKEN_PLANS.indexOf(broken)}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await oneDossier();
  });

test('a Word file under a spreadsheet’s name is no directory', async () => {
  const { page } = window;
  await goTo(page, 'Danh mục');
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
  const folder = temporaryFolder('broken');
  const wrong = join(folder, 'Danh bạ.xlsx');
  await copyFile(resolve('resources/sample/ke-hoach-an-binh.docx'), wrong);
  await window.choosing([wrong], () =>
    page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp' }).click(),
  );
  const said = page.getByRole('dialog').getByRole('alert');
  await expect(said).toContainText('Danh bạ.xlsx');
  await expectPlain(said);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('text beyond all measure is refused before it fills the field; what stood there stays', async () => {
  const { page } = window;
  await page.keyboard.press('Control+i');
  await page.getByRole('tab', { name: 'Dán nội dung' }).click();
  const field = page.getByLabel('Nội dung kế hoạch');
  await field.fill('KẾ HOẠCH\nđang gõ dở');
  const refused = await field.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Kế hoạch dài. '.repeat(360_000));
    return !element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  expect(refused).toBe(true);
  await expect(toast(page, 'dài quá 1 triệu ký tự')).toBeVisible();
  await expect(field).toHaveValue('KẾ HOẠCH\nđang gõ dở');
  // What was typed or pasted does not go with one key.
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog').filter({ hasText: 'Bỏ nội dung đã nhập?' });
  await question.getByRole('button', { name: 'Nhập tiếp' }).click();
  await expect(question).toBeHidden();
  await expect(field).toHaveValue('KẾ HOẠCH\nđang gõ dở');
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Bỏ nội dung' }).click();
  await expect(field).toBeHidden();
  await oneDossier();
});

test('among returned forms, each fault is named by file, sheet and cell; the right one is taken', async () => {
  const { page } = window;
  const other = join(temporaryFolder('copy'), 'data');
  cpSync(join(office.data), other, { recursive: true, filter: (path) => !path.endsWith('lock.json') });
  const nextQuarter = askFor(other, office.dossierId, '2026-Q2', '2026-06-16');
  const [q2 = ''] = (await fillForms(nextQuarter.slice(0, 1))).files;
  const { files } = await fillForms(office.forms.slice(0, 5));
  const [right = '', cut = '', unnamed = '', bare = '', computed = ''] = files;
  const folder = join(temporaryFolder('returned'), 'Gửi về');
  mkdirSync(folder);
  const at = (name: string) => join(folder, name);
  await writeBroken(folder, BROKEN_FORMS);
  await copyFile(right, at(basename(right)));
  await copyFile(await foreignForm(), at('Cơ quan khác.xlsx'));
  await copyFile(q2, at('Kỳ khác.xlsx'));
  await cutForm(cut, at('Chép dở.xlsx'));
  await unnameCell(unnamed, at('Xóa dòng.xlsx'), 'HN01');
  await dropIdentity(bare, at('Chép sang tệp mới.xlsx'));
  const cell = await putFormula(computed, at('Công thức.xlsx'), 'HN02');

  await goTo(page, 'Báo cáo');
  await dropFiles(page, [folder]);
  const dialog = page.getByRole('dialog', { name: 'Tiếp nhận báo cáo' });
  const confirm = dialog.getByRole('button', { name: 'Nhận 1 báo cáo' });
  await confirm.waitFor({ timeout: 60_000 });
  await screenshot(page, 'bad-forms');
  const faults = dialog.getByRole('table', { name: 'Báo cáo chưa nhận được' }).locator('tbody tr');
  const of = (name: string) =>
    faults.filter({ has: page.getByRole('cell', { name: `Gửi về/${name}`, exact: true }) });
  const expected: readonly (readonly [string, RegExp])[] = [
    ...BROKEN_FORMS.map(({ name, says }) => [name, says] as const),
    ['Cơ quan khác.xlsx', /biểu của cơ quan khác/],
    ['Kỳ khác.xlsx', /không giao báo cáo quý II năm 2026/i],
    ['Chép dở.xlsx', /hỏng|không đọc được|không mở được/],
    ['Xóa dòng.xlsx', /không còn ô của chỉ tiêu HN01/],
    ['Công thức.xlsx', /là công thức/],
  ];
  for (const [name, says] of expected) {
    const line = of(name).first();
    await expect(line, name).toContainText(says);
    await expect(line.getByRole('cell').last(), name).toContainText(name);
    await expectPlain(line);
  }
  await expect(of('Công thức.xlsx').getByRole('cell').nth(1)).toHaveText('Số liệu');
  await expect(of('Công thức.xlsx').getByRole('cell').nth(2)).toHaveText(cell);
  // Its identity is gone, but what is printed on it tells whose it may be: proposed, never taken unasked.
  await dialog.getByRole('tab', { name: 'Cần xác định đơn vị (1)' }).click();
  const unknown = dialog.getByRole('table', { name: 'Biểu cần xác định đơn vị' }).locator('tbody tr');
  await expect(unknown).toContainText('Chép sang tệp mới.xlsx');
  await expect(unknown).toContainText('Đọc theo mã biểu và tên đơn vị in trên biểu.');
  await confirm.click();
  await expect(dialog).toContainText('Đã nhận 1 báo cáo;');
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await expect(page.getByRole('gridcell', { name: /Chưa báo cáo/ })).toHaveCount(office.forms.length - 1);
});

test('a typed figure that is no number keeps what was typed beside it', async () => {
  const { page } = window;
  await page
    .getByRole('gridcell', { name: /Chưa báo cáo/ })
    .first()
    .click();
  const table = page.getByRole('table', { name: 'Số liệu báo cáo' });
  const field = (code: string) => table.getByRole('textbox', { name: new RegExp(`^${code} `) });
  await field('HN01').fill('7');
  await field('HN02').fill('1.5');
  await expect(table.getByText('“1.5” chưa rõ là 1,5 hay 15')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lưu báo cáo' })).toBeDisabled();
  await expect(field('HN01')).toHaveValue('7');
  // As in Excel, Esc first takes back what is being typed in the cell; leaving then asks.
  await page.keyboard.press('Escape');
  await expect(field('HN02')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nhập tiếp' }).click();
  await expect(page.getByRole('dialog', { name: 'Bỏ những gì vừa nhập?' })).toBeHidden();
  await expect(field('HN01')).toHaveValue('7');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bỏ, không lưu' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('after all of it the data are whole', async () => {
  await window.close();
  const checked = runCli(['store', 'check', '--data', office.data]);
  expect(checked.stdout + checked.stderr).not.toMatch(/hỏng|mất/);
  expect(checked.status).toBe(0);
});

/** A sentence for an office: no English, no codes of programs. */
async function expectPlain(said: Locator): Promise<void> {
  const text = await said.innerText();
  expect(text).not.toMatch(
    /\b(error|undefined|null|invalid|exception|ENOENT|BAD_REQUEST|zod|unknown|failed)\b/i,
  );
}
