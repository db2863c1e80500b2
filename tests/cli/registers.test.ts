/** The books of outgoing documents on the command line: numbers kept, void, gaps explained, all four books printed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli, temporaryFolder, type CliRun } from '../support/cli';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
const call = (...words: readonly string[]): CliRun => runCli([...words, '--data', data, '--json']);
const said = (text: string): readonly string[] => text.split(' ');

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  expect(call(...said('sample create --units 4 --plans 2')).status).toBe(0);
}, 60_000);
afterAll(() => folder.remove());

interface Page {
  readonly total: number;
  readonly next: number;
  readonly entries: readonly { readonly number: number; readonly kind: string }[];
  readonly gaps: readonly { readonly number: number; readonly reason: string | null }[];
}

test('numbers are kept, void and explained, and refused where they are wrong', () => {
  const [book] = call('register', 'list').json<readonly { seriesId: string; next: number }[]>();
  const series = book?.seriesId ?? '';
  expect(book?.next).toBe(3);
  const keep = [...said('register reserve --type KH --number 4 --count 2 --holder Văn_phòng'), '--reason', 'chờ ký']; // prettier-ignore
  // Number 3 would stay blank: a slip of the keyboard must not ruin the book.
  expect(call(...keep).status).toBe(1);
  expect(call(...keep, '--leave-blank').json()).toMatchObject({ numbers: [{ number: 4 }, { number: 5 }] });
  expect(call(...keep).status).toBe(1);
  expect(call(...said('register reserve --holder Văn_phòng --reason x')).status).toBe(2);
  const explain = said(`register explain --series ${series} --number`);
  expect(call(...explain, '3', '--reason', 'sổ khác').status).toBe(0);
  expect(call(...explain, '4', '--reason', 'có dòng').status).toBe(1);
  expect(call(...said('register void --type KH --number 6'), '--reason', 'hỏng tờ sổ').status).toBe(0);
  expect(call(...said('register void --type KH --number 6'), '--reason', 'lần nữa').status).toBe(1);
  // A run in one act: 7–9 are void or open; a line in it refuses all.
  expect(call(...said('register reserve --type KH --number 10 --leave-blank --holder Văn_phòng'), '--reason', 'chờ ký').status).toBe(0); // prettier-ignore
  expect(call(...explain, '7', '--to', '10', '--reason', 'sổ của ban').status).toBe(1);
  expect(call(...explain, '7', '--to', '9', '--reason', 'sổ của ban').status).toBe(0);
  const printed = runCli(['register', 'list', '--series', series, '--data', data]).stdout;
  expect(printed).toContain('Số bỏ trống 7–9: sổ của ban');
  expect(call(...said('register start --type CV --last 57'), '--reason', 'sổ giấy').status).toBe(0);
  expect(call(...said('register start --type KH --last 57'), '--reason', 'sổ giấy').status).toBe(1);
  // What was sent keeps its number.
  expect(call(...said('register void --type KH --number 1'), '--reason', 'đã gửi').status).toBe(1);
  const page = call(...said(`register list --series ${series}`)).json<Page>();
  expect(page.entries.map(({ number, kind }) => [number, kind])).toEqual([
    [10, 'reserved'],
    [6, 'void'],
    [5, 'reserved'],
    [4, 'reserved'],
    [2, 'issued'],
    [1, 'issued'],
  ]);
  const ofBoard = [7, 8, 9].map((number) => ({ number, reason: 'sổ của ban' }));
  expect([page.next, page.gaps]).toEqual([11, [{ number: 3, reason: 'sổ khác' }, ...ofBoard]]);
}, 60_000);

test('every book is printed, of a year, the term or a range of days', async () => {
  const year = new Date().getFullYear();
  const print = (name: string, words: string) => {
    const out = join(folder.path, name);
    const done = call(...said(`register export ${words}`), '--out', out);
    return { out, done };
  };
  const term = print('di.pdf', '--book di --term --format pdf');
  expect(term.done.json()).toMatchObject({ rows: 6 });
  expect((await readFile(term.out)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  for (const book of ['di', 'den', 'theo-doi', 'chuyen-giao'])
    expect(print(`${book}.xlsx`, `--book ${book} --year ${year} --format xlsx`).done.status).toBe(0);
  const passed = print('cg.pdf', `--book chuyen-giao --from 2020-01-01 --to ${year}-12-31 --format pdf`);
  expect(passed.done.json<{ rows: number }>().rows).toBeGreaterThan(0);
  expect(print('x.pdf', '--book di --format pdf').done.status).toBe(2);
  expect(print('x.pdf', '--book den --term --format pdf').done.status).toBe(2);
}, 60_000);
