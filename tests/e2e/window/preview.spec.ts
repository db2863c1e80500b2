/** The printed plan in the window: its pages, its profile, its annex; a rule profile edited within its rule. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { prepareOffice, type PreparedOffice } from '../journeys/prepared-office';
import { screenshot } from '../pages/screenshot';
import { goTo } from '../pages/shell';
import { openWindow, type AppWindow } from '../pages/window';
import { measurePdf } from '../../support/pdf/measure-pdf';

let office: PreparedOffice;
let window: AppWindow;

test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({}, { project }) => {
  office = prepareOffice(16);
  window = await openWindow(project.name, office.data);
});

test.afterAll(async () => {
  await window.close();
});

/** What the canvas shows: the words of its page, and how much of it is ink. */
async function paper(page: Page, label: string): Promise<{ readonly words: string; readonly ink: number }> {
  const region = page.getByRole('region', { name: label });
  const ink = await region.locator('canvas').evaluate((node) => {
    const canvas = node as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 100 && data[at + 3]! > 200) dark += 1;
    return dark;
  });
  return { words: (await region.locator('.pdf-words').textContent()) ?? '', ink };
}

async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).click();
}

test('shows the first page as it prints', async () => {
  const { page } = window;
  await goTo(page, 'Kế hoạch');
  await page.getByRole('table', { name: 'Kế hoạch' }).getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Soạn thảo' }).click();
  await page.getByRole('tab', { name: 'Xem trước' }).click();
  await expect(page.getByText(/Trang 1\/[1-9]/)).toBeVisible();
  await expect(async () => {
    const { words, ink } = await paper(page, 'Bản in của kế hoạch');
    expect(words).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(ink).toBeGreaterThan(2000);
  }).toPass();
  await screenshot(page, 'preview');
});

test('turns pages and enlarges', async () => {
  const { page } = window;
  const canvas = page.getByRole('region', { name: 'Bản in của kế hoạch' }).locator('canvas');
  const before = await canvas.boundingBox();
  await page.getByRole('button', { name: 'Trang sau' }).click();
  await expect(page.getByText(/Trang 2\//)).toBeVisible();
  await expect(async () => {
    expect((await paper(page, 'Bản in của kế hoạch')).words).not.toContain('ĐẢNG CỘNG SẢN');
  }).toPass();
  await choose(page, page.getByLabel('Cỡ hiển thị'), '100%');
  await expect(async () => {
    expect((await canvas.boundingBox())!.width).toBeGreaterThan(before!.width * 1.2);
  }).toPass();
  await page.getByRole('button', { name: 'Trang trước' }).click();
});

test('another profile is another print; what is exported is what is shown', async () => {
  const { page } = window;
  await choose(page, page.getByLabel('Thể thức của bản in'), 'Nghị định 30');
  await expect(async () => {
    expect((await paper(page, 'Bản in của kế hoạch')).words).toContain('Độc lập - Tự do - Hạnh phúc');
  }).toPass();
  const saved = await window.saving(() => page.getByRole('button', { name: 'Xuất PDF' }).click());
  const [first] = await measurePdf(new Uint8Array(await readFile(saved)));
  expect(first!.lines.map((line) => line.text)).toContain('Độc lập - Tự do - Hạnh phúc');
  await choose(page, page.getByLabel('Thể thức của bản in'), 'Hướng dẫn 36');
  // What is counted next are the pages of this print.
  await expect(async () => {
    expect((await paper(page, 'Bản in của kế hoạch')).words).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  }).toPass();
});

test('the annex comes when it is asked for', async () => {
  const { page } = window;
  const count = async () =>
    Number(/\/(\d+)/.exec((await page.getByText(/Trang \d+\//).textContent()) ?? '')?.[1]);
  const before = await count();
  await page.getByLabel('Kèm phụ lục phân công').check();
  await expect(async () => expect(await count()).toBeGreaterThan(before)).toPass();
  for (let turn = 1; turn <= before; turn += 1) await page.getByRole('button', { name: 'Trang sau' }).click();
  await expect(async () => {
    expect((await paper(page, 'Bản in của kế hoạch')).words).toContain('PHỤ LỤC');
  }).toPass();
  await screenshot(page, 'preview-annex');
});

test('a profile is edited within its rule and refused outside it', async () => {
  const { page } = window;
  await goTo(page, 'Danh mục');
  await page.getByRole('tab', { name: 'Thể thức' }).click();
  await page.getByRole('button', { name: /^Sửa Hướng dẫn 36/ }).click();
  const left = page.getByLabel('Lề trái');
  await left.fill('20');
  await left.blur();
  await expect(page.getByText('Quy định đúng 30 mm.')).toBeVisible();
  // Going back asks first; what was typed is still there.
  await page.getByRole('button', { name: '‹ Danh sách' }).click();
  const asked = page.getByRole('dialog', { name: 'Bỏ những chỗ vừa sửa?' });
  await expect(asked.getByRole('button', { name: 'Sửa tiếp' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await page.getByRole('button', { name: 'Lưu thể thức' }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'quy định đúng 30 mm, không được ghi 20' }).first(),
  ).toBeVisible();
  await screenshot(page, 'profile-refused');
  await left.fill('30');
  await page.getByLabel('In đậm chức vụ người ký').check();
  await expect(async () => {
    expect((await paper(page, 'Bản in thử')).ink).toBeGreaterThan(1000);
  }).toPass();
  await page.getByRole('button', { name: 'Lưu thể thức' }).click();
  await expect(page.getByText('Đã lưu thể thức.')).toBeVisible();
  await screenshot(page, 'profile');
  await page.getByRole('button', { name: '‹ Danh sách' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Hướng dẫn 36' })).toContainText('Đã sửa');
  await page.getByRole('button', { name: /^Sửa Hướng dẫn 36/ }).click();
  await page.getByRole('button', { name: 'Khôi phục mặc định' }).click();
  await expect(page.getByLabel('In đậm chức vụ người ký')).not.toBeChecked();
});

test('a copy is a profile of the office', async () => {
  const { page } = window;
  await page.getByRole('button', { name: '‹ Danh sách' }).click();
  await page.getByRole('button', { name: /^Sao thành mới Nghị định 30/ }).click();
  await page.getByLabel('Tên thể thức mới').fill('Thể thức của Ủy ban');
  await page.getByRole('button', { name: 'Tạo thể thức' }).click();
  await expect(page.getByRole('heading', { name: 'Thể thức của Ủy ban' })).toBeVisible();
  await page.getByRole('button', { name: '‹ Danh sách' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Thể thức của Ủy ban' })).toContainText('Của cơ quan');
});
