/** A quarter is asked for, comes back, is typed and added up. */
import { basename } from 'node:path';
import { expect, test } from '@playwright/test';
import { openWorkbook } from '../../../support/workbook';
import { dropFiles } from '../../pages/drop';
import {
  askForReports,
  figureField,
  makeForms,
  matrixCell,
  pasteColumn,
  saveReport,
} from '../../pages/reports';
import { fact, goTo, openTab } from '../../pages/shell';
import { openTrace, totalOf } from '../../pages/summary';
import { cellName } from '../directory-workbook';
import { foreignForm } from '../prepared-office';
import { deliveredFiles, fillForms, sumOf } from '../returned-forms';
import { CELLS, PERIOD, type Job } from './job';

/** Văn phòng Đảng ủy and Ban Xây dựng Đảng take the reports in. */
const RECEIVERS = 2;

export function collectReports(job: Job): void {
  test('a quarter is asked for, its last day moved to a working day; forms within four actions', async () => {
    const { page } = job.window;
    await openTab(page, 'Báo cáo');
    await page.getByRole('button', { name: 'Yêu cầu báo cáo', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Yêu cầu báo cáo' });
    await expect(dialog.getByLabel('Hạn cuối')).toHaveValue('16/03/2026');
    await expect(dialog).toContainText('Chủ nhật');
    await job.shot('ask-reports');
    // The plan asks "các chi bộ trực thuộc"; the person asks the others as well.
    await expect(dialog.getByRole('button', { name: `Yêu cầu ${CELLS} đơn vị báo cáo` })).toBeVisible();
    await dialog.getByRole('button', { name: 'Thôi' }).click();
    const asked = job.units - RECEIVERS;
    await askForReports(page, PERIOD, { everybody: true });
    await expect(fact(page, 'expected')).toHaveText(String(asked));
    await job.actions.reset();
    job.forms = await deliveredFiles(await makeForms(job.window));
    expect((await job.actions.taken()) + job.window.savingActions).toBeLessThanOrEqual(4);
    expect(job.forms).toHaveLength(asked);
    expect(job.forms.map((form) => basename(form))).toContain(`2026-Q1 – ${cellName(7)}.xlsx`);
  });

  test('sixty returned files: faults named by file, sheet and cell; one drop, one confirmation', async () => {
    const { page } = job.window;
    await job.onDay('2026-03-13');
    const coming = job.forms.slice(0, -3);
    const returned = await fillForms(coming, { 0: { HN02: 'ba mươi' } });
    const foreign = await foreignForm();
    const [faulty = ''] = returned.files;
    await goTo(page, 'Báo cáo');
    await job.actions.reset();
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
    await job.shot('intake-preview');
    // Nothing is taken in before it is confirmed.
    await expect(page.getByRole('gridcell', { name: /Đúng hạn/ })).toHaveCount(0);
    await confirm.click();
    await dialog.getByRole('button', { name: 'Xong' }).waitFor({ timeout: 120_000 });
    expect(await job.actions.taken()).toBe(2);
    await expect(dialog).toContainText(`Đã nhận ${coming.length - 1} báo cáo`);
    await dialog.getByRole('button', { name: 'Xong' }).click();
    for (const [name, figures] of returned.figures)
      if (name !== basename(faulty)) job.written.set(name, figures);

    // The mended form comes after the last day; the others of the folder change nothing.
    await job.onDay('2026-03-18');
    const mended = await fillForms(job.forms.slice(0, 1));
    await dropFiles(page, [...mended.files, returned.files[1] ?? '']);
    await dialog.getByRole('button', { name: 'Nhận 1 báo cáo' }).click();
    await expect(dialog).toContainText('Đã nhận 1 báo cáo; 1 không đổi; 0 chưa nhận được.');
    await dialog.getByRole('button', { name: 'Xong' }).click();
    for (const [name, figures] of mended.figures) job.written.set(name, figures);
  });

  test('the matrix tells states in words; one unit is typed by keyboard alone', async () => {
    const { page } = job.window;
    const names = job.forms.map((form) => basename(form).replace(/^2026-Q1 – |\.xlsx$/g, ''));
    const [late = '', onTime = ''] = names;
    const [, , missing = ''] = names.slice(-3);
    await expect(matrixCell(page, late, PERIOD)).toHaveAccessibleName(/: Trễ hạn/);
    await expect(matrixCell(page, onTime, PERIOD)).toHaveAccessibleName(/: Đúng hạn/);
    await expect(matrixCell(page, onTime, PERIOD)).toHaveText('●');
    await expect(page.getByRole('gridcell', { name: /: Chưa báo cáo/ })).toHaveCount(3);
    await job.shot('matrix');

    // The grid's one tab stop is the cell that was last in use: the keyboard starts at the top.
    await page.locator('td.cell[data-row="0"]').first().focus();
    const at = page.locator('[role="gridcell"]:focus');
    for (let step = 0; step < job.units; step += 1) {
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
    await job.shot('typed-figures');
    await saveReport(page);
    job.written.set(missing, { HN01: 3, HN02: 1120, DV01: 41, DV02: 39 });
    await expect(matrixCell(page, missing, PERIOD)).toHaveAccessibleName(/: Trễ hạn/);
  });

  test('totals are the sums of the forms, and open down to file, sheet and cell', async () => {
    const { page } = job.window;
    await goTo(page, 'Tổng hợp');
    for (const code of ['HN01', 'HN02', 'DV01', 'DV02'])
      await expect.poll(() => totalOf(page, code), code).toBe(vietnamese(sumOf(job.written.values(), code)));
    await job.shot('summary');
    await openTrace(page, 'HN02');
    const trace = page.getByRole('table', { name: 'Tổng HN02 gồm' });
    const unit = cellName(5);
    const part = page
      .getByRole('row')
      .filter({ has: page.getByText(unit, { exact: true }) })
      .last();
    const figure = job.written.get(`2026-Q1 – ${unit}.xlsx`)?.['HN02'];
    await expect(part).toContainText(String(figure));
    const link = part.getByRole('button', { name: /trang “Số liệu”, ô [A-Z]+\d+/ });
    const cell = /ô ([A-Z]+\d+)/.exec(await link.innerText())?.[1] ?? '';
    await job.shot('trace');
    // The kept original says the same at that very place.
    await link.click();
    const sheet = page.getByRole('dialog', { name: new RegExp(`ô ${cell}$`) });
    await expect(sheet.getByTestId('source-compared')).toContainText('Khớp');
    const original = await openWorkbook(
      await job.window.saving(() => sheet.getByRole('button', { name: 'Lưu tệp gốc' }).click()),
    );
    expect(original.getWorksheet('Số liệu')?.getCell(cell).value).toBe(figure);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(trace.first()).toBeVisible();
    await page.keyboard.press('Escape');
  });
}

function vietnamese(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
