/** A total traced to the very cell; units' words beside the draft; figures as fields; titled entries. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import { must, prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { fillForms } from '../journeys/returned-forms';
import { seriousFaults, settled } from '../pages/calm';
import { screenshot } from '../pages/screenshot';
import { goTo } from '../pages/shell';
import { exportSummary, openTrace } from '../pages/summary';
import { openWindow, type AppWindow } from '../pages/window';
import { readPdf } from '../../golden/writers/parts';
import { editWorkbook, namedCell, openWorkbook } from '../../support/workbook';

const TITLE = 'Loa lưu động ở ngõ nhỏ';
const WORDS = 'Nền nếp sinh hoạt chi bộ được giữ vững. Tuyên truyền miệng đến từng ngõ.';

let office: PreparedOffice;
let window: AppWindow;
/** The form of the first unit as it was sent back. */
let form: string;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(16);
  const returned = await fillForms(office.forms.slice(0, 3));
  form = returned.files[0] ?? '';
  await editWorkbook(form, {
    ct_HN02: 35_599,
    ct_NX01: WORDS,
    ct_TD02: 1,
    mh_1_ten: TITLE,
    mh_1_ketqua: 'Nhiều hộ trong ngõ nghe được tin.',
  });
  must(['report', 'import', ...returned.files, '--data', office.data]);
  window = await openWindow(project.name, office.data);
  await goTo(window.page, 'Tổng hợp');
});

test.afterAll(async () => {
  await window.close();
});

test('a total opens down to the kept original at its cell, with the value in the file’s bytes', async () => {
  const { page } = window;
  const inBytes = namedCell(await openWorkbook(form), 'ct_HN02');
  expect(inBytes?.value).toBe(35_599);
  await openTrace(page, 'HN02');
  await screenshot(page, 'trace');
  const row = page.getByRole('row').filter({ hasText: basename(form) });
  await row.first().focus();
  await expect(row.first()).toBeFocused();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: new RegExp(`ô ${inBytes?.address ?? '?'}$`) });
  await expect(sheet.getByTestId('framed-cell')).toHaveText('35599');
  await expect(sheet.getByTestId('framed-cell')).toBeInViewport();
  await expect(sheet.getByTestId('value-in-file')).toHaveText('35.599');
  await expect(sheet.getByTestId('source-compared')).toContainText('Khớp');
  await screenshot(page, 'source-sheet');
  const saved = await window.saving(() => sheet.getByRole('button', { name: 'Lưu tệp gốc' }).click());
  expect(Buffer.compare(await readFile(saved), await readFile(form))).toBe(0);
  await sheet.getByRole('tab', { name: 'Thuyết minh' }).click();
  await expect(sheet.getByText(WORDS)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('table', { name: 'Tổng HN02 gồm' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a rate opens to its numerator and denominator', async () => {
  const { page } = window;
  await openTrace(page, 'DV03');
  await screenshot(page, 'trace-rate');
  await page.getByRole('button', { name: /^Tử số DV02/ }).click();
  await expect(page.getByRole('dialog', { name: /^DV02/ })).toBeVisible();
  await page.getByRole('button', { name: 'Quay lại DV03' }).click();
  await expect(page.getByRole('dialog', { name: /^DV03/ })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('units’ words go into the draft with their source; figures are fields; the PDF holds both', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Thuyết minh' }).click();
  await expect(page.getByText(WORDS)).toBeVisible();
  await page
    .getByRole('button', { name: /^Đưa lời của .* vào dự thảo$/ })
    .first()
    .click();
  const text = page.getByRole('textbox', { name: /^Dự thảo phần III\.1/ });
  await expect(text).toHaveValue(WORDS);
  await expect(page.getByRole('list', { name: 'Lấy lời từ' })).toContainText('mục Ưu điểm');
  await text.press('Control+End');
  await text.pressSequentially(' Có {{HN02}} lượt người dự, {{HN99}} cuộc, 17 buổi.');
  await expect(page.getByRole('region', { name: 'Khi in ra' })).toContainText('lượt người dự');
  await expect(page.getByText('Không có trường số liệu “{{HN99}}”')).toBeVisible();
  await expect(page.getByText('“17” là số gõ tay, không truy được nguồn')).toBeVisible();
  await screenshot(page, 'narrative');
  await text.fill(`${WORDS} Có {{HN02}} lượt người dự.`);
  await text.blur();
  await expect(page.getByText(/^✓ .* lưu /)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Cần xem lại' })).toHaveCount(0);
  const total = await page.getByRole('region', { name: 'Khi in ra' }).locator('mark').innerText();
  const saved = await exportSummary(window, 'Word');
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(new Uint8Array(await readFile(saved)));
  const words = ((await zip.file('word/document.xml')?.async('string')) ?? '').replace(/<[^>]+>/g, '');
  expect(words).toContain(`Có ${total} lượt người dự.`);
  expect(words).not.toContain('{{');
  const pdf = readPdf(await readFile(await exportSummary(window, 'PDF')));
  // A line is placed word by word: spaces between words are places, not letters.
  const printed = pdf.pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('');
  expect(printed.replace(/\s/g, '')).toContain(`Có ${total} lượt người dự.`.replace(/\s/g, ''));
  expect(printed).not.toContain('{{');
});

test('the part on tư tưởng, dư luận has nothing of the units beside it', async () => {
  const { page } = window;
  const part = page.getByRole('combobox', { name: 'Phần của báo cáo' });
  await part.click();
  await page.locator('.ant-select-item-option').getByText('Nắm bắt tư tưởng').click();
  await expect(page.getByText('do người soạn thảo tự viết')).toBeVisible();
  await expect(page.getByRole('button', { name: /vào dự thảo$/ })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Chèn số liệu' })).toHaveCount(0);
  await screenshot(page, 'narrative-person');
});

test('the tabs, the cell’s window and the trace pass axe', async () => {
  const { page } = window;
  const scheme = async (name: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme: name });
    for (const tab of ['Thuyết minh', 'Mô hình hay', 'Số liệu']) {
      await page.getByRole('tab', { name: tab }).click();
      await settled(page);
      expect.soft(await seriousFaults(page), `${tab} ${name}`).toEqual([]);
    }
    await openTrace(page, 'HN02');
    await page.getByRole('button', { name: /35\.599\. Mở nguồn$/ }).click();
    await page.getByTestId('framed-cell').waitFor();
    await settled(page);
    await screenshot(page, `source-sheet-${name}`);
    expect.soft(await seriousFaults(page), `sheet ${name}`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('framed-cell')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  await scheme('dark');
  await scheme('light');
});

test('titled entries are listed by unit and chosen for the report', async () => {
  const { page } = window;
  await page.getByRole('tab', { name: 'Mô hình hay' }).click();
  await page.getByRole('checkbox', { name: new RegExp(`“${TITLE}”`) }).click();
  await expect(page.getByText('Đã chọn 1/1 mô hình')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: new RegExp(`“${TITLE}”`) })).toBeChecked();
  await screenshot(page, 'models');
});
