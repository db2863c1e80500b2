import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliverIntoFolder } from '../../../../../electron/adapters/files/deliver';
import { createInputs, INPUT_LIMITS } from '../../../../../electron/adapters/files/inputs';
import { createOutputs } from '../../../../../electron/adapters/files/outputs';
import { writeDurably } from '../../../../../electron/adapters/files/write-durably';
import { unwrap } from '../../../../../shared/result';

const bytes = (text: string) => new TextEncoder().encode(text);
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vpdu-files-'));
});

describe('inputs', () => {
  it('open a folder with all that is in it, in order, without what Office and Windows leave there', async () => {
    await mkdir(join(folder, 'Quý I', 'TDP 1'), { recursive: true });
    for (const name of ['b.xlsx', 'a.xlsx', '~$a.xlsx', 'Thumbs.db', 'TDP 1/c.xlsx'])
      await writeFile(join(folder, 'Quý I', name), name);
    const inputs = createInputs();
    const files = unwrap(await inputs.open(inputs.fromPaths([join(folder, 'Quý I')])));
    expect(files.map((file) => file.place)).toEqual(['Quý I/TDP 1/c.xlsx', 'Quý I/a.xlsx', 'Quý I/b.xlsx']);
    expect(files.map((file) => file.name)).toEqual(['c.xlsx', 'a.xlsx', 'b.xlsx']);
    expect(files[1]!.size).toBe(6);
  });
  it('give NFC names, whatever the disk has', async () => {
    await writeFile(join(folder, 'Sô\u0301 liệu.xlsx'), '1');
    const inputs = createInputs();
    const [file] = unwrap(await inputs.open(inputs.fromPaths([join(folder, 'Sô\u0301 liệu.xlsx')])));
    expect(file!.name).toBe('Số liệu.xlsx');
  });
  it('name the file that is gone', async () => {
    const inputs = createInputs();
    const ticket = inputs.fromPaths([join(folder, 'đã xóa.docx')]);
    const reply = await inputs.open(ticket);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND', details: { file: 'đã xóa.docx' } },
    });
    await writeFile(join(folder, 'đã xóa.docx'), '1');
    expect((await inputs.open(ticket)).ok).toBe(true);
  });
  it('know no ticket that was not given, and give none twice', async () => {
    const inputs = createInputs();
    expect(await inputs.open(join(folder, 'x'))).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(inputs.fromPaths([folder])).not.toBe(inputs.fromPaths([folder]));
  });
  it('hold uploads up to a limit; the oldest go first', async () => {
    const inputs = createInputs({ ...INPUT_LIMITS, heldBytes: 10 });
    const upload = (name: string, size: number) =>
      inputs.fromBytes([{ name, place: name, bytes: new Uint8Array(size) }]);
    const first = unwrap(upload('a', 6));
    const second = unwrap(upload('b', 6));
    expect((await inputs.open(first)).ok).toBe(false);
    expect((await inputs.open(second)).ok).toBe(true);
    expect(upload('c', 11)).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
  });
  it('refuse too many files, too large ones and folders without end', async () => {
    for (const name of ['a', 'b', 'c']) await writeFile(join(folder, name), '1234');
    const few = createInputs({ ...INPUT_LIMITS, files: 2 });
    expect(await few.open(few.fromPaths([folder]))).toMatchObject({
      ok: false,
      error: { code: 'BAD_REQUEST' },
    });
    const small = createInputs({ ...INPUT_LIMITS, fileBytes: 3 });
    expect(await small.open(small.fromPaths([join(folder, 'a')]))).toMatchObject({
      ok: false,
      error: { details: { file: 'a' } },
    });
    await mkdir(join(folder, 'x', 'y', 'z'), { recursive: true });
    const flat = createInputs({ ...INPUT_LIMITS, depth: 2 });
    expect((await flat.open(flat.fromPaths([join(folder, 'x')]))).ok).toBe(false);
  });
});

describe('outputs', () => {
  it('are given once', async () => {
    const outputs = createOutputs();
    const ticket = await outputs.offer([{ name: 'a', bytes: bytes('1') }], 'a');
    expect(unwrap(outputs.peek(ticket)).suggestedName).toBe('a');
    expect(outputs.take(ticket).ok).toBe(true);
    expect(outputs.take(ticket)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
  it('are held up to a limit; the newest always stays', async () => {
    const outputs = createOutputs(10);
    const offer = (size: number) => outputs.offer([{ name: 'a', bytes: new Uint8Array(size) }], 'a');
    const first = await offer(6);
    const second = await offer(6);
    expect(outputs.peek(first).ok).toBe(false);
    expect(outputs.peek(second).ok).toBe(true);
    const large = await offer(50);
    expect(outputs.peek(second).ok).toBe(false);
    expect(outputs.peek(large).ok).toBe(true);
  });
});

describe('delivery', () => {
  it('replaces a file as one step and leaves nothing else', async () => {
    const path = join(folder, 'sâu', 'a.txt');
    expect((await writeDurably(path, bytes('một'))).ok).toBe(true);
    expect((await writeDurably(path, bytes('hai'))).ok).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('hai');
    expect(await readdir(join(folder, 'sâu'))).toEqual(['a.txt']);
  });
  it('leaves what stands there when it fails', async () => {
    const path = join(folder, 'a');
    await mkdir(path);
    await writeFile(join(path, 'kept'), '1');
    expect(await writeDurably(path, bytes('x'))).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } });
    expect(await readdir(folder)).toEqual(['a']);
    expect(await readdir(path)).toEqual(['kept']);
  });
  it('never leaves the folder', async () => {
    const inside = join(folder, 'inside');
    await rm(inside, { recursive: true, force: true });
    const paths = unwrap(
      await deliverIntoFolder(inside, [
        { name: '../../out.txt', bytes: bytes('1') },
        { name: 'C:\\x\\..\\con.txt', bytes: bytes('2') },
        { name: '/etc/y.txt', bytes: bytes('3') },
      ]),
    );
    for (const path of paths) expect(path.startsWith(`${inside}/`)).toBe(true);
    expect(await readdir(folder)).toEqual(['inside']);
  });
});
