/** Files in and out of the real window: tickets inside, paths outside. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import type { OfferedFiles } from '../../../shared/rpc/contract/common';
import { launchElectron, type ElectronRun } from '../../support/launch-electron';

const PLAN = resolve('resources/sample/ke-hoach-an-binh.docx');
let run: ElectronRun;
let folder = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpdu-files-'));
  run = await launchElectron({ dataFolder: join(folder, 'data') });
});
test.afterAll(async () => {
  await run.app.close();
  rmSync(folder, { recursive: true, force: true });
});

const answerOpen = (filePaths: string[]) =>
  run.app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);
const answerSave = (filePath: string) =>
  run.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === '', filePath: path });
  }, filePath);
const call = (method: string, input: unknown) =>
  run.page.evaluate((request) => window.vpdu?.call(request), { method, input });

test('a dropped file becomes a ticket; its path stays outside the page', async () => {
  await run.page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'planted-input';
    document.body.append(input);
  });
  await run.page.setInputFiles('#planted-input', PLAN);
  const handed = await run.page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>('#planted-input')?.files?.[0];
    if (!file || !window.vpdu) throw new Error('no file');
    return window.vpdu.pathForFile(file);
  });
  expect(handed.name).toBe('ke-hoach-an-binh.docx');
  expect(handed.ticket).toMatch(/^[\w-]{43}$/);
  const parsed = await call('plan.parse', { ticket: handed.ticket });
  expect(parsed).toMatchObject({ ok: true, value: { plan: { kind: 'KẾ HOẠCH' } } });
});

test('a file that the page made up has no place on the disk, so it gets no ticket', async () => {
  const answer = await run.page.evaluate(() =>
    window.vpdu?.pathForFile(new File(['x'], 'x.txt')).then(
      () => 'handed',
      (fault: unknown) => (fault instanceof Error ? fault.message : ''),
    ),
  );
  expect(answer).toContain('Yêu cầu không đúng mẫu');
});

test('chosen files become tickets; none when the dialog is closed', async () => {
  const pick = () =>
    run.page.evaluate(() => window.vpdu?.pickFiles({ title: 'Chọn', extensions: ['docx'], multiple: true }));
  await answerOpen([]);
  expect(await pick()).toEqual([]);
  await answerOpen([PLAN]);
  expect((await pick())?.map((file) => file.name)).toEqual(['ke-hoach-an-binh.docx']);
});

test('an offered file is written where the person says, once', async () => {
  const offered = (await call('office.importTemplate', {})) as unknown as { ok: true; value: OfferedFiles };
  expect(offered.ok).toBe(true);
  const save = () =>
    run.page.evaluate(
      (value) =>
        window.vpdu
          ?.saveOffered(value)
          .catch((fault: unknown) => (fault instanceof Error ? `! ${fault.message}` : '!')),
      offered.value,
    );
  await answerSave('');
  expect(await save()).toBeNull();
  const target = join(folder, 'Danh bạ.xlsx');
  await answerSave(target);
  expect(await save()).toBe(target);
  expect(readFileSync(target).byteLength).toBe(offered.value.files[0]?.bytes);
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  // The words are ours, not the channel's.
  expect(await save()).toBe('! Tệp này đã được lưu hoặc đã hết hạn giữ. Hãy xuất lại rồi lưu.');
});

test('what was saved is opened from its message, to be read or printed; no other path is', async () => {
  await run.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openPath = async (path) => (opened.push(path), '');
  });
  const target = join(folder, 'Danh bạ để in.xlsx');
  await answerSave(target);
  await run.page.getByRole('button', { name: 'Mở cơ quan mẫu' }).click();
  await run.page.getByRole('heading', { name: 'Hôm nay', level: 1 }).waitFor({ timeout: 60_000 });
  await run.page.getByRole('link', { name: 'Danh mục' }).click();
  await run.page.getByRole('button', { name: 'Nhập từ Excel' }).click();
  await run.page.getByRole('dialog').getByRole('button', { name: /mẫu/i }).click();
  await run.page.getByRole('button', { name: 'Mở để xem, in' }).click();
  const opened = () => run.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await expect.poll(opened).toEqual([target]);
  const refused = await run.page.evaluate(() =>
    window.vpdu?.openSaved('/etc/passwd').catch((fault: unknown) => (fault as Error).message),
  );
  expect(refused).toContain('Chỉ mở được tài liệu vừa lưu');
  expect(await opened()).toEqual([target]);
});

test('a folder without rights is named, and nothing is left there', async () => {
  const offered = (await call('office.importTemplate', {})) as unknown as { ok: true; value: OfferedFiles };
  await answerSave('/proc/khong-ghi-duoc/a.xlsx');
  const message = await run.page.evaluate(
    (value) =>
      window.vpdu
        ?.saveOffered(value)
        .catch((fault: unknown) => (fault instanceof Error ? fault.message : '')),
    offered.value,
  );
  expect(message).toContain('“a.xlsx”');
  expect(existsSync('/proc/khong-ghi-duoc')).toBe(false);
});
