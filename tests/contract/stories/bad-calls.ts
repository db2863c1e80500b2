/** Calls that break the contract itself. */
import { contract, type MethodName } from '../../../shared/rpc/contract';
import type { Case } from '../case';

/** Input that is no object: refused by every method, in every host, with the same words. */
export const malformed: readonly Case[] = (Object.keys(contract) as MethodName[]).map((method) => ({
  method,
  input: () => 'not an object',
  expect: 'BAD_REQUEST',
}));

/** What breaks the envelope itself. */
export const envelopes: readonly Case[] = [
  { method: 'plan.destroy', input: () => ({}), expect: 'BAD_REQUEST' },
  { method: '__proto__', input: () => ({}), expect: 'BAD_REQUEST' },
  {
    method: 'backup.create',
    input: () => ({}),
    expect: 'BAD_REQUEST',
    envelope: { method: 'backup.create', input: {} },
  },
  { method: 'backup.list', input: () => ({}), expect: 'BAD_REQUEST', envelope: { input: {} } },
  {
    method: 'plan.saveHeader',
    input: () => ({}),
    expect: 'BAD_REQUEST',
    envelope: { method: 'plan.saveHeader', input: {}, requestId: 'x' },
  },
];
