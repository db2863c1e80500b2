import { describe, expect, it } from 'vitest';
import { answerUnexpected } from '../../../../electron/cli/unexpected';

function answered(fault: unknown, json: boolean) {
  const [printed, said]: [string[], string[]] = [[], []];
  const status = answerUnexpected(fault, json, {
    print: (text) => printed.push(text),
    say: (text) => said.push(text),
  });
  return { status, printed, said };
}

describe('a mistake of the program', () => {
  it('is an answer in JSON where JSON was asked for', () => {
    const { status, printed, said } = answered(new TypeError('x is not a function'), true);
    expect([status, said]).toEqual([1, []]);
    expect(JSON.parse(printed.join(''))).toMatchObject({
      error: { code: 'INTERNAL', details: { cause: 'x is not a function' } },
    });
  });

  it('is one sentence without a stack otherwise, also where no error was thrown', () => {
    const { status, printed, said } = answered('hỏng', false);
    expect([status, printed]).toEqual([1, []]);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Ứng dụng gặp sự cố');
    expect(answered(new Error('hỏng'), false).said[0]).not.toContain(' at ');
  });
});
