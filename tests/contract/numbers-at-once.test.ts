/** Two windows take numbers from one book at the same time, over real HTTP on the loopback host. */
import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandName, InputOf, OutputOf } from '../../shared/rpc/contract';
import { unwrap } from '../../shared/result';
import type { ContractHost } from './case';
import { overHttp } from './hosts/http';
import { inProcess } from './hosts/in-process';

const EACH = 100;
const folders: string[] = [];
const hosts: ContractHost[] = [];

beforeAll(async () => {
  for (const open of [overHttp, inProcess]) {
    const folder = mkdtempSync(join(tmpdir(), 'vpdu-numbers-'));
    folders.push(folder);
    hosts.push(await open(join(folder, 'data')));
  }
}, 60_000);
afterAll(async () => {
  for (const host of hosts) await host.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function command<M extends CommandName>(
  host: ContractHost,
  method: M,
  input: InputOf<M>,
): Promise<OutputOf<M>> {
  const request = { method, input, requestId: randomUUID(), expectedRevision: null };
  return unwrap(await host.send(request)) as OutputOf<M>;
}

it.each(['HTTP', 'in process'])(
  'gives two hundred numbers without a double and without a gap (%s)',
  async (name) => {
    const host = hosts.find((one) => one.name === name);
    if (!host) throw new Error(name);
    await command(host, 'office.setup', {
      system: 'party',
      wardKind: 'phường',
      wardName: 'An Bình',
      city: 'Thành phố Hải Phòng',
      code: 'AB',
      term: { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' },
      ruleProfileId: 'hd36',
      spelling: 'ủy',
    });
    const { dossierId } = await command(host, 'plan.import', {
      text: 'KẾ HOẠCH\ntuyên truyền năm 2026\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức.',
      name: 'Kế hoạch thử',
    });
    const documents: string[] = [];
    for (let at = 0; at < EACH; at += 1) {
      const added = { dossierId, type: 'CV', title: `về việc ${at}`, ticket: null };
      documents.push((await command(host, 'document.add', added)).documentId);
    }
    const line = { type: 'CV', date: '2026-01-20', subject: 'Công văn gõ tay' };
    // One window takes numbers for documents, the other writes lines by hand: both want the next number.
    const left = documents.map((documentId) =>
      command(host, 'dispatch.register', { dossierId, documentId, number: null, date: '2026-01-20' }),
    );
    const right = documents.map(() => command(host, 'register.enter', line));
    const numbers = [
      ...(await Promise.all(left)).map(({ registerEntry }) => registerEntry.number),
      ...(await Promise.all(right)).map(({ number }) => number),
    ];
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * EACH }, (_, at) => at + 1));
    const books = unwrap(
      await host.send({ method: 'register.list', input: {} }),
    ) as OutputOf<'register.list'>;
    expect(books.map(({ entries, next, unexplained }) => [entries, next, unexplained])).toEqual([
      [2 * EACH, 2 * EACH + 1, 0],
    ]);
    // A line whose day moves to another year lies in another segment on the disk: it must be found there once.
    const seriesId = books[0]?.seriesId ?? '';
    await command(host, 'register.correct', { seriesId, number: 150, fields: { date: '2025-12-30' } });
    const page = unwrap(
      await host.send({ method: 'register.get', input: { seriesId, year: 2025 } }),
    ) as OutputOf<'register.get'>;
    expect([page.total, page.entries[0]?.number]).toEqual([1, 150]);
    expect(await command(host, 'store.check', {})).toEqual([]);
  },
  120_000,
);
