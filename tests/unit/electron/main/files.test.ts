import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createInputs } from '../../../../electron/adapters/files/inputs';
import { createOutputs } from '../../../../electron/adapters/files/outputs';
import { hostFiles } from '../../../../electron/application';
import { createFileServices } from '../../../../electron/main/files';
import { unwrap } from '../../../../shared/result';
import { electronState } from '../../../support/fake-electron';

vi.mock('electron', async () => (await import('../../../support/fake-electron')).fakeElectron);

const inputs = createInputs();
const outputs = createOutputs();
const services = createFileServices(
  () => null as unknown as BrowserWindow,
  hostFiles(inputs, outputs),
  '/data',
);
const bytes = (text: string) => Buffer.from(text);
let folder = '';

beforeEach(async () => {
  electronState.reset();
  folder = await mkdtemp(join(tmpdir(), 'vpdu-files-'));
});

describe('files that come in', () => {
  it('hands a dropped file over as a ticket and a name, in NFC', async () => {
    const path = join(folder, 'ke\u0302\u0301 hoa\u0323ch.txt');
    await writeFile(path, 'nội dung');
    const handed = unwrap(await services.dropped(path));
    expect(handed.name).toBe('kế hoạch.txt');
    expect(handed.ticket).not.toContain(folder);
    const [file] = unwrap(await inputs.open(handed.ticket));
    expect(Buffer.from(await file!.bytes()).toString()).toBe('nội dung');
  });
  it('answers an empty list when the person closes the dialog', async () => {
    expect(await services.pick({ title: 'Chọn', extensions: ['docx'], multiple: false })).toEqual({
      ok: true,
      value: [],
    });
  });
  it('asks for what was wanted', async () => {
    electronState.dialogAnswers.open = { canceled: false, filePaths: ['/x/a.docx', '/x/b.docx'] };
    const handed = unwrap(
      await services.pick({ title: 'Chọn kế hoạch', extensions: ['docx', 'txt'], multiple: true }),
    );
    expect(handed.map((file) => file.name)).toEqual(['a.docx', 'b.docx']);
    expect(electronState.dialogsShown[0]).toEqual([
      'open',
      {
        title: 'Chọn kế hoạch',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: '.docx, .txt', extensions: ['docx', 'txt'] }],
      },
    ]);
  });
});

describe('files that go out', () => {
  it('keeps the ticket when the person closes the dialog, and gives it once', async () => {
    const ticket = await outputs.offer([{ name: 'a.xlsx', bytes: bytes('1') }], 'Tổng hợp quý I.xlsx');
    expect(await services.save(ticket)).toEqual({ ok: true, value: null });
    const target = join(folder, 'Tổng hợp quý I.xlsx');
    electronState.dialogAnswers.save = { canceled: false, filePath: target };
    expect(await services.save(ticket)).toEqual({ ok: true, value: target });
    expect(await readFile(target, 'utf8')).toBe('1');
    expect(await services.save(ticket)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
  it('asks before a file is replaced, and suggests a safe name', async () => {
    const ticket = await outputs.offer([{ name: 'a', bytes: bytes('1') }], 'a/b:c.xlsx');
    await services.save(ticket);
    const [, options] = electronState.dialogsShown[0]!;
    expect(options['properties']).toContain('showOverwriteConfirmation');
    expect(String(options['defaultPath'])).toMatch(/a-b-c\.xlsx$/);
  });
  it('puts several files into a new folder, never into one that stands', async () => {
    const files = [
      { name: 'data/một.xlsx', bytes: bytes('1') },
      { name: '../hai.xlsx', bytes: bytes('2') },
    ];
    electronState.dialogAnswers.open = { canceled: false, filePaths: [folder] };
    for (const expected of ['Biểu mẫu', 'Biểu mẫu (2)']) {
      const saved = unwrap(await services.save(await outputs.offer(files, 'Biểu mẫu.zip')));
      expect(saved).toBe(join(folder, expected));
      expect((await readdir(join(folder, expected))).sort()).toEqual(['data', 'hai.xlsx']);
    }
    expect((await readdir(folder)).sort()).toEqual(['Biểu mẫu', 'Biểu mẫu (2)']);
  });
  it('says what hindered, and leaves nothing behind', async () => {
    const ticket = await outputs.offer([{ name: 'a.txt', bytes: bytes('1') }], 'a.txt');
    await writeFile(join(folder, 'tệp'), '');
    electronState.dialogAnswers.save = { canceled: false, filePath: join(folder, 'tệp', 'a.txt') };
    const reply = await services.save(ticket);
    expect(reply).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(reply.ok ? '' : reply.error.message).toContain('“a.txt”');
    expect(await readdir(folder)).toEqual(['tệp']);
    expect(outputs.peek(ticket).ok).toBe(true);
  });
});

describe('what was saved', () => {
  it('is opened to be read and printed, and nothing else is', async () => {
    const target = join(folder, 'Kế hoạch.pdf');
    expect(await services.openSaved(target)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    electronState.dialogAnswers.save = { canceled: false, filePath: target };
    unwrap(await services.save(await outputs.offer([{ name: 'a.pdf', bytes: bytes('1') }], 'a.pdf')));
    expect(await services.openSaved(target)).toEqual({ ok: true, value: null });
    expect(await services.openSaved(join(folder, 'khác.pdf'))).toMatchObject({ ok: false });
    expect(electronState.openedPaths).toEqual([target]);
    electronState.openPathFault = 'no program';
    const fault = await services.openSaved(target);
    expect(fault.ok ? '' : fault.error.message).toContain('“Kế hoạch.pdf”');
  });
  it('is never a program, whatever its name was when it was kept', async () => {
    const target = join(folder, 'tệp.exe');
    electronState.dialogAnswers.save = { canceled: false, filePath: target };
    unwrap(await services.save(await outputs.offer([{ name: 'a.exe', bytes: bytes('1') }], 'a.exe')));
    expect(await services.openSaved(target)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(electronState.openedPaths).toEqual([]);
  });
});

describe('data folder', () => {
  it('is shown by its own command', async () => {
    await services.openDataFolder();
    expect(electronState.openedPaths).toEqual(['/data']);
    electronState.openPathFault = 'no file manager';
    expect(await services.openDataFolder()).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
  });
});
