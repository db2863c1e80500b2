/** docs/data-format.md names every table and every field that may be absent: whoever reads a folder by hand meets both. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { AGGREGATES } from '../../../../shared/schema/aggregates';

const DOCUMENT = readFileSync(new URL('../../../../docs/data-format.md', import.meta.url), 'utf8');
const SECTION = /\n## Fields that may be absent\n([^]*?)(?=\n## )/u.exec(DOCUMENT)?.[1] ?? '';

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
}

/** Names of fields that a record may lack, at any depth. */
function absentFields(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(absentFields);
  if (node === null || typeof node !== 'object') return [];
  const { properties = {}, required = [] } = node as Node;
  const own = Object.keys(properties).filter((name) => !required.includes(name));
  return [...own, ...Object.values(node).flatMap(absentFields)];
}

const sorted = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

const TABLES = Object.entries(AGGREGATES).flatMap(([kind, { tables }]) =>
  Object.entries(tables).map(([table, schema]) => [`${kind}.${table}`, schema as z.ZodType] as const),
);

it('lists every table with what may be absent in it, and no other', () => {
  // "- `dossier.plan`: `composed`, `notes`", over several lines.
  const listed = SECTION.split('\n- ')
    .slice(1)
    .map((line) => [...line.matchAll(/`([^`\n]+)`/gu)].map(([, name = '']) => name))
    .map(([table = '', ...fields]) => [table, sorted(fields)]);
  const actual = TABLES.map(([table, schema]) => [
    table,
    sorted(absentFields(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))),
  ]);
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(actual));
});
