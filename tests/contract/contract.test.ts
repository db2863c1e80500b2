import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { contract, type MethodName } from '../../shared/rpc/contract';
import { STORIES } from './cases';
import { overHttp } from './hosts/http';
import { inProcess } from './hosts/in-process';
import { playAll } from './play';

const PLAY_MS = 300_000;
let inThisProcess: Awaited<ReturnType<typeof playAll>>;
let byHttp: typeof inThisProcess;

beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  inThisProcess = await playAll(inProcess);
  byHttp = await playAll(overHttp);
}, PLAY_MS);

const all = STORIES.flatMap(({ cases }) => cases);

describe('the stories', () => {
  it.each(Object.keys(contract) as MethodName[])('call %s, good and bad', (method) => {
    const expected = all.filter((one) => one.method === method).map((one) => one.expect);
    expect(expected).toContain('ok');
    expect(expected.some((outcome) => outcome !== 'ok')).toBe(true);
  });
});

describe.each(STORIES)('$name', ({ name, cases }) => {
  it.each(cases.map((one, step) => [step, one.method, one.expect] as const))(
    'step %i: %s answers %s',
    (step, _method, expected) => {
      const line = inThisProcess.get(name)?.[step];
      expect(line?.outcome, JSON.stringify(line?.reply)).toBe(expected);
    },
  );
  it.each(cases.map((one, step) => [step, one.method] as const))(
    'step %i: %s answers the same over HTTP',
    (step) => {
      expect(byHttp.get(name)?.[step]).toEqual(inThisProcess.get(name)?.[step]);
    },
  );
});
