/** `catalog.json`: one row an aggregate, so that opening reads no dossier. Derived: thrown away whenever in doubt. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Ref } from '../../../shared/ports/store';
import { AGGREGATE_KINDS } from '../../../shared/schema/aggregates';
import type { StoreContext } from './context';
import { decodeText, readWhole, replaceFile } from './durable';
import { keyOf } from './references';

export const CATALOG_FILE = 'catalog.json';

export interface KnownRow {
  readonly ref: Ref;
  revision: number;
  updatedAt: string;
  /** Length of the history file that the row speaks of. */
  historyBytes: number;
  /** Null: to be asked of `summarize` when a list is wanted. */
  summary: Record<string, unknown> | null;
}

const fileSchema = z.object({
  version: z.literal(1),
  /** Summaries are made by the program: another version makes its own. */
  appVersion: z.string(),
  sha256: z.string(),
  rows: z.array(
    z.tuple([
      z.enum(AGGREGATE_KINDS),
      z.string(),
      z.number().int(),
      z.string(),
      z.number().int(),
      z.record(z.string(), z.unknown()).nullable(),
    ]),
  ),
});

/** Empty when there is none or it is damaged. Summaries of another version of the program are left out. */
export async function readCatalog(context: StoreContext): Promise<Map<string, KnownRow>> {
  const rows = new Map<string, KnownRow>();
  const bytes = await readWhole(context.fs, join(context.folder, CATALOG_FILE));
  if (bytes === null) return rows;
  let content: unknown;
  try {
    content = JSON.parse(decodeText(bytes));
  } catch {
    return rows;
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success || context.hash.sha256(JSON.stringify(parsed.data.rows)) !== parsed.data.sha256)
    return rows;
  const current = parsed.data.appVersion === context.appVersion;
  for (const [kind, id, revision, updatedAt, historyBytes, summary] of parsed.data.rows) {
    const ref = { kind, id };
    rows.set(keyOf(ref), { ref, revision, updatedAt, historyBytes, summary: current ? summary : null });
  }
  return rows;
}

export async function writeCatalog(context: StoreContext, rows: Iterable<KnownRow>): Promise<void> {
  const list = [...rows].map((row) => [
    row.ref.kind,
    row.ref.id,
    row.revision,
    row.updatedAt,
    row.historyBytes,
    row.summary,
  ]);
  const text = JSON.stringify(list);
  const head = { version: 1, appVersion: context.appVersion, sha256: context.hash.sha256(text) };
  await replaceFile(
    context.fs,
    join(context.folder, CATALOG_FILE),
    Buffer.from(`${JSON.stringify(head).slice(0, -1)},"rows":${text}}`),
    context.ids.next(),
  );
}
