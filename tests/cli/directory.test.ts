/** The directory as a workbook on the command line: exported, imported again, a wrong way of sending named. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

interface Told {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  readonly units: readonly { readonly name: string; readonly channel?: string; readonly phone?: string }[];
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json']);

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call('sample', 'create', '--units', '6', '--plans', '0').status).toBe(0);
}, 60_000);
afterAll(() => folder.remove());

test('what is exported imports without a change; what is written into it is taken or named', async () => {
  const out = join(folder.path, 'danh-muc.xlsx');
  const exported = call('office', 'export', '--out', out);
  expect(exported.status).toBe(0);
  expect(exported.json<{ file: string; bytes: number }>()).toMatchObject({
    file: out,
    bytes: (await readFile(out)).length,
  });
  const same = call('office', 'import', out);
  expect([same.status, same.json<Told>()]).toMatchObject([0, { added: [], updated: [], refused: [] }]);

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(out);
  const sheet = workbook.getWorksheet('Danh bạ');
  if (!sheet) throw new Error('no sheet “Danh bạ”');
  const titles = sheet.getRow(1).values as string[];
  const units = sheet.getColumn(1).values.flatMap((kind, row) => (kind === 'đơn vị' ? [row] : []));
  const [first = 0, second = 0] = units;
  const cell = (row: number, title: string) => sheet.getCell(row, titles.indexOf(title));
  // Typed as a text cell: the leading 0 stays.
  expect(cell(first, 'Điện thoại').numFmt).toBe('@');
  cell(first, 'Điện thoại').value = '0225000001';
  cell(first, 'Cách gửi').value = 'Bưu điện';
  cell(second, 'Cách gửi').value = 'fax';
  await workbook.xlsx.writeFile(out);

  const edited = call('office', 'import', out);
  expect(edited.status).toBe(1);
  const told = edited.json<Told>();
  expect(told.updated).toHaveLength(1);
  expect(told.refused).toMatchObject([{ row: second, reason: expect.stringContaining('“fax”') as string }]);
  expect(told.units.find(({ name }) => name === told.updated[0])).toMatchObject({
    channel: 'post',
    phone: '0225000001',
  });
});

test('a directory without a place to write it is wrong usage', () => {
  expect(call('office', 'export').status).toBe(2);
});
