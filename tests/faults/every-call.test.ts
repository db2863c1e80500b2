/** Each single file operation of a day's work fails, is cut short, or is where the power goes. */
import { describe, expect, it } from 'vitest';
import { faultyFileSystem } from './faulty-file-system';
import type { Fault } from './faulty-file-system';
import { judge, runDay } from './scenario';
import { CUTS, createSimulatedDisk } from './simulated-disk';

async function countCalls(): Promise<number> {
  const disk = createSimulatedDisk();
  const faulty = faultyFileSystem(disk.fs, () => null);
  const outcome = await runDay(faulty.fs, faulty.crashed);
  expect(await judge(disk.fs, outcome)).toEqual([]);
  return faulty.calls();
}

/** Runs the day once a call with the fault there; says which calls it did harm at. */
async function harm(fault: Fault, cut: (typeof CUTS)[number] | null): Promise<string[]> {
  const calls = await countCalls();
  expect(calls).toBeGreaterThan(100);
  const out: string[] = [];
  let met = 0;
  for (let index = 0; index < calls; index += 1) {
    const disk = createSimulatedDisk();
    let where = '';
    const faulty = faultyFileSystem(disk.fs, (call) => {
      if (call.index !== index) return null;
      where = `${call.name} ${call.path}`;
      met += 1;
      return fault;
    });
    try {
      const outcome = await runDay(faulty.fs, faulty.crashed);
      if (cut) disk.cutPower(cut);
      for (const wrong of await judge(disk.fs, outcome)) out.push(`call ${index} (${where}): ${wrong}`);
    } catch (error) {
      out.push(`call ${index} (${where}): ${String(error)}`);
    }
  }
  expect(met).toBeGreaterThan(calls - 20);
  return out;
}

describe('one call fails', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES', 'EBUSY'])('%s', async (code) => {
    expect(await harm({ kind: 'error', code }, null)).toEqual([]);
  });
  it('short write', async () => {
    expect(await harm({ kind: 'short' }, null)).toEqual([]);
  });
  it('and then the power goes at the end of the day', async () => {
    expect(await harm({ kind: 'error', code: 'EIO' }, 'lost')).toEqual([]);
  });
});

describe('the power goes', () => {
  for (const when of ['before', 'middle', 'after'] as const)
    it.each(CUTS)(`${when} a call; what was not synced is %s`, async (cut) => {
      expect(await harm({ kind: 'crash', when }, cut)).toEqual([]);
    });
});

describe('the disk is full from some call on', () => {
  it('every commit answers an error in Vietnamese, and what was acknowledged stays', async () => {
    const calls = await countCalls();
    for (let from = 0; from < calls; from += 3) {
      const disk = createSimulatedDisk();
      let full = false;
      const faulty = faultyFileSystem(disk.fs, (call) => {
        if (call.index === from) full = true;
        return full && ['write', 'create', 'makeFolder'].includes(call.name) ? { kind: 'short' } : null;
      });
      let outcome;
      try {
        outcome = await runDay(faulty.fs, faulty.crashed);
      } catch (error) {
        // No store can be begun on a full disk: that is said.
        expect(String(error)).toContain('ổ đĩa đã đầy');
        continue;
      }
      expect(await judge(disk.fs, outcome), `full from call ${from}`).toEqual([]);
    }
  });
});
