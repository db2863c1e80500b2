/** Plays the story on a host and writes down what it answered, with what differs by nature taken out. */
import type { Result } from '../../shared/result';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, ContractHost, Kept, Memory } from './case';
import { STORIES } from './cases';

export interface Line {
  readonly method: string;
  /** What the host answered: `ok` or the error's code. */
  readonly outcome: string;
  readonly expected: Case['expect'];
  /** The whole reply, comparable between hosts. */
  readonly reply: unknown;
}

/** All stories, each on a fresh host: story → what was answered, line by line. */
export async function playAll(
  open: (dataFolder: string) => Promise<ContractHost>,
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const told = new Map<string, readonly Line[]>();
  for (const { name, cases } of STORIES) {
    const folder = mkdtempSync(join(tmpdir(), 'vpdu-contract-'));
    const dataFolder = join(folder, 'data');
    const host = await open(dataFolder);
    told.set(name, await play(host, dataFolder, cases));
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return told;
}

/** Every case in order. A case whose story broke off (an earlier answer is missing) is written down as such. */
async function play(
  host: ContractHost,
  dataFolder: string,
  cases: readonly Case[],
): Promise<readonly Line[]> {
  const memory: Memory = new Map([['dataFolder', dataFolder]]);
  const comparable = normaliser(dataFolder);
  const lines: Line[] = [];
  for (const [index, one] of cases.entries()) {
    const answer = await tell(one, index, host, memory);
    const outcome = 'broken' in answer ? `broken: ${answer.broken}` : answer.ok ? 'ok' : answer.error.code;
    lines.push({ method: one.method, outcome, expected: one.expect, reply: comparable(answer) });
  }
  return lines;
}

async function tell(
  one: Case,
  index: number,
  host: ContractHost,
  memory: Memory,
): Promise<Result<unknown> | { readonly broken: string }> {
  try {
    const request = one.envelope ?? {
      method: one.method,
      input: await one.input(memory, host),
      requestId: `story-step-${index}`,
      expectedRevision: null,
    };
    const reply = await host.send(request);
    if (reply.ok) await one.keep?.(reply.value as Kept, memory, host);
    return reply;
  } catch (fault) {
    return { broken: fault instanceof Error ? fault.message : String(fault) };
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const SHA256 = /\b[0-9a-f]{64}\b/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})/g;
/** A second one of the same minute has a number. */
const SAME_MINUTE = /(<backup>[a-z-]*?)-\d+\.zip/g;
/** Names of backups carry the minute. */
const STAMP = /vpdu-\d{4}-\d{2}-\d{2}-\d{4}/g;
/** A moment as a text tells it: "tính đến 25/03/2026 08:00". */
const MINUTE = /\b\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}\b/g;
/** Sizes of packed files follow from what is packed in them: ids and moments; tickets are secrets; a minute
 * passes; a printed file carries its moment. */
const VARYING_KEYS = new Set([
  'bytes',
  'size',
  'by',
  'host',
  'formCode',
  'ticket',
  'receivedTime',
  'receivedAt',
  'pdf',
]);

/** Ids are numbered in the order in which they appear, so that the same id is the same number in every host. */
function normaliser(dataFolder: string): (value: unknown) => unknown {
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    const known = ids.get(id) ?? `<id ${ids.size + 1}>`;
    ids.set(id, known);
    return known;
  };
  const inText = (text: string): string =>
    text
      .replaceAll(dataFolder, '<data>')
      .replaceAll(INSTANT, '<instant>')
      .replaceAll(SHA256, '<sha256>')
      .replaceAll(UUID, named)
      .replaceAll(STAMP, '<backup>')
      .replaceAll(SAME_MINUTE, '$1.zip')
      .replaceAll(MINUTE, '<minute>');
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return VARYING_KEYS.has(key) ? `<${key}>` : inText(value);
    if (typeof value === 'number') return VARYING_KEYS.has(key) ? `<${key}>` : value;
    if (Array.isArray(value)) return value.map((item: unknown) => walk(item, key));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [inText(name), walk(item, name)]),
      );
    return value;
  };
  // JSON first: what can't cross a wire must not be there.
  return (value) => walk(JSON.parse(JSON.stringify(value)), '');
}
