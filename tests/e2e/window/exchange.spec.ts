/** A period that went to another PC comes back changed: side by side, a person decides figure by figure. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator } from '@playwright/test';
import { runCli } from '../../support/cli';
import { screenshot } from '../pages/screenshot';
import { goTo, toast, undo } from '../pages/shell';
import { openWindow, temporaryFolder, type AppWindow } from '../pages/window';

const PERIOD = '2026-Q3';

/** Runs a verb that must work. */
function done<T = Record<string, unknown>>(data: string, ...words: string[]): T {
  const run = runCli([...words, '--data', data, '--json']);
  expect(run.status, run.stderr).toBe(0);
  return run.json<T>();
}

interface Exchange {
  readonly here: string;
  readonly dossierId: string;
  readonly unit: string;
  /** Went out. */
  readonly package: string;
  /** Came back, with other figures of one unit. */
  readonly back: string;
}

/** Here HN01 and HN02 are 11 and 110; the package that comes back says 22 and 220. */
function exchanged(): Exchange {
  const folder = temporaryFolder('exchange');
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const file = (name: string): string => join(folder, name);
  const sample = done<{ dossierIds: string[] }>(here, 'sample', 'create', '--units', '6', '--plans', '1');
  const [dossierId = ''] = sample.dossierIds;
  const status = done<{ units: { name: string; receivedAt: string | null }[] }>(
    here,
    'report',
    'status',
    dossierId,
    '--period',
    PERIOD,
  );
  const unit = status.units.find(({ receivedAt }) => receivedAt !== null)?.name ?? '';
  const put = (data: string, values: Record<string, number>) => {
    const path = file(`${Object.values(values).join('-')}.json`);
    writeFileSync(path, JSON.stringify(values));
    done(data, 'report', 'put', dossierId, '--unit', unit, '--period', PERIOD, '--values', path);
  };
  const pack = (data: string, name: string): string => {
    done(data, 'report', 'pack', dossierId, '--period', PERIOD, '--out', file(name));
    return file(name);
  };
  const out = pack(here, 'goi-di.zip');
  done(there, 'office', 'setup', '--name', 'An Bình', '--code', 'AB');
  done(there, 'report', 'unpack', out);
  put(there, { HN01: 22, HN02: 220 });
  put(here, { HN01: 11, HN02: 110 });
  return { here, dossierId, unit, package: out, back: pack(there, 'goi-ve.zip') };
}

let sides: Exchange;
let window: AppWindow;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({}, { project }) => {
  sides = exchanged();
  window = await openWindow(project.name, sides.here);
  await goTo(window.page, 'Tổng hợp');
  await window.page.getByRole('tab', { name: 'Trao đổi' }).click();
});

test.afterAll(async () => {
  await window.close();
});

const review = (): Locator => window.page.getByTestId('package-review');
const conflict = (): Locator => review().getByRole('table', { name: `Khác nhau ở ${sides.unit}` });
const take = (): Locator => review().getByRole('button', { name: 'Nhập gói' });

async function choosePackage(): Promise<void> {
  const { page } = window;
  await window.choosing([sides.back], () => page.getByRole('button', { name: 'Chọn gói kỳ…' }).click());
  await expect(review()).toBeVisible();
}

test('what differs stands side by side, and nothing is taken before a side is chosen', async () => {
  await choosePackage();
  await expect(review().getByTestId('package-different')).toContainText('1');
  await expect(conflict().getByRole('row').filter({ hasText: 'HN01' })).toContainText(/11.*22/);
  await expect(conflict().getByRole('row').filter({ hasText: 'HN02' })).toContainText(/110.*220/);
  await expect(take()).toBeDisabled();
  const overflow = await window.page
    .locator('main.content')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await screenshot(window.page, 'goi-khac-nhau');
});

test('one side for the unit, the other for one figure; then it is undone', async () => {
  const { page } = window;
  await review().getByLabel(`Chọn bên cho ${sides.unit}`).getByText('Lấy của gói', { exact: true }).click();
  const second = conflict().getByRole('row').filter({ hasText: 'HN02' });
  await second.getByText('Giữ máy này', { exact: true }).click();
  await screenshot(page, 'goi-da-chon');
  await take().click();
  await expect(toast(page, 'Đã nhập gói: thêm 0, lấy của gói 1, giữ của máy này 0.')).toBeVisible();
  await choosePackage();
  await expect(conflict().getByRole('row').filter({ hasText: 'HN01' })).toHaveCount(0);
  await expect(conflict().getByRole('row').filter({ hasText: 'HN02' })).toContainText(/110.*220/);
  await review().getByRole('button', { name: 'Thôi' }).click();
  await undo(page);
  await expect(toast(page, 'Đã hoàn tác')).toBeVisible();
  await choosePackage();
  await expect(conflict().getByRole('row').filter({ hasText: 'HN01' })).toContainText(/11.*22/);
});

test('a PC without any plan takes a period in from the empty page', async ({}, { project }) => {
  const empty = temporaryFolder('empty');
  done(empty, 'office', 'setup', '--name', 'An Bình', '--code', 'AB');
  const other = await openWindow(project.name, empty);
  try {
    const { page } = other;
    await goTo(page, 'Tổng hợp');
    await expect(page.getByText('Chưa có kỳ báo cáo nào để tổng hợp.')).toBeVisible();
    await screenshot(page, 'tong-hop-trong');
    await other.choosing([sides.package], () => page.getByRole('button', { name: 'Nhập gói kỳ…' }).click());
    await expect(page.getByText('sẽ tạo bản nhận')).toBeVisible();
    await screenshot(page, 'goi-vao-may-trong');
    await page.getByRole('button', { name: 'Nhập gói', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Quý III');
    await expect(page.getByTestId('total-HN01')).toBeVisible();
    await screenshot(page, 'goi-da-vao');
  } finally {
    await other.close();
  }
});
