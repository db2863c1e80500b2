/** No reason or note that a command takes is longer than a table can show; what was kept before is read as it is. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentRecordSchema } from '../../../../shared/domain/dispatch/model';
import { contract } from '../../../../shared/rpc/contract';

interface Limited {
  readonly type?: string | readonly string[];
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Limited>>;
  readonly items?: Limited;
  readonly anyOf?: readonly Limited[];
  readonly oneOf?: readonly Limited[];
}

const TYPED = new Set(['reason', 'waiver', 'note']);

/** Paths of typed fields without a limit. */
function unlimited(schema: Limited, path: string, name = ''): readonly string[] {
  const own = TYPED.has(name) && schema.type === 'string' && schema.maxLength === undefined ? [path] : [];
  return [
    ...own,
    ...Object.entries(schema.properties ?? {}).flatMap(([key, each]) =>
      unlimited(each, `${path}.${key}`, key),
    ),
    ...(schema.items ? unlimited(schema.items, `${path}[]`, name) : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((each) => unlimited(each, path, name)),
  ];
}

describe('what a person types beside an act', () => {
  it('has a limit in every command', () => {
    const free = Object.entries(contract)
      .filter(([, { kind }]) => kind === 'command')
      .flatMap(([name, { input }]) =>
        unlimited(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Limited, name),
      );
    expect(free).toEqual([]);
  });

  it('is refused a letter beyond it, and read from disk however long', () => {
    const { input } = contract['document.move'];
    const move = { dossierId: 'd', documentId: 'd', move: 'back', date: '2026-01-16' };
    expect(input.safeParse({ ...move, reason: 'x'.repeat(500) }).success).toBe(true);
    expect(input.safeParse({ ...move, reason: 'x'.repeat(501) }).success).toBe(false);
    const waiver = { reason: 'x'.repeat(4000), at: '2026-01-16T01:00:00.000Z', by: 'Nguyễn Thị Mai' };
    expect(documentRecordSchema.shape.waiver.safeParse(waiver).success).toBe(true);
  });
});
