import { describe, expect, it } from 'vitest';
import { validated } from '../../../../shared/app/validation';
import { contract, type CommandName } from '../../../../shared/rpc/contract';

function refusal(method: CommandName, input: unknown): string | null {
  const done = validated(contract[method].input, input, method);
  return done.ok ? null : done.error.message;
}

describe('texts without a limit of their own', () => {
  it.each([
    ['difficulty.save', { dossierId: 'd', unit: 'u', subject: 'a'.repeat(5_001) }, '5000'],
    ['office.saveEntry', { kind: 'unit', name: 'a'.repeat(5_001) }, '5000'],
    ['office.saveEntry', { kind: 'unit', name: 'Chi bộ', phone: '0'.repeat(101) }, '100'],
    ['office.saveEntry', { kind: 'unit', name: 'Chi bộ', aliases: ['a', 'b'.repeat(5_001)] }, '5000'],
    ['upward.send', { dossierId: 'd', id: 'u', numberText: '1'.repeat(201) }, '200'],
  ] as const)('%s is refused in words: %#', (method, input, limit) => {
    expect(refusal(method, input)).toContain(`quá dài; hãy ghi nhiều nhất ${limit} ký tự`);
  });

  it('are taken up to it, and a whole document is no field', () => {
    expect(refusal('office.saveEntry', { kind: 'unit', name: 'a'.repeat(500), phone: '0'.repeat(100) })).toBe(
      null,
    );
    expect(refusal('plan.import', { text: 'a'.repeat(900_000), name: 'dài' })).toBe(null);
  });
});
