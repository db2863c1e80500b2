/** A thousand returned forms, a hundred of them faulty in fifteen ways, through the real store and real workers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Application } from '../../electron/compose';
import { unwrap } from '../../shared/result';
import type { ImportReply } from '../../shared/rpc/contract/report';
import { openApplication } from '../support/built-application';
import { FAULTS } from '../support/returned/faults';
import { returnedOffice, type ReturnedFile, type ReturnedOffice } from '../support/returned/returned-office';

const UNITS = 200;
const FORMS = 1_000;
const STOPPED_AFTER = 300;
const TWICE = 20;

let folder: string;
let application: Application;
let office: ReturnedOffice;
let stopped: ImportReply;
let rest: ImportReply;

const drop = (files: readonly { readonly place: string; readonly bytes: Uint8Array }[]): string =>
  unwrap(
    application.inputs.fromBytes(
      files.map(({ place, bytes }) => ({ name: place.split('/').at(-1) ?? place, place, bytes })),
    ),
  );
const good = () => office.files.filter(({ fault }) => fault === null);
const faulty = () => office.files.filter(({ fault }) => fault !== null);

/** Reports that stand, and the dossier's revision. */
async function standing(): Promise<{ readonly reports: number; readonly revision: number }> {
  const loaded = unwrap(await application.ports.store.load({ kind: 'dossier', id: office.dossierId }));
  return { reports: loaded?.view.list('reports').length ?? 0, revision: loaded?.revision ?? -1 };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vpdu-returned-'));
  application = await openApplication(join(folder, 'data'), { now: '2026-06-01T08:00:00+07:00' });
  office = await returnedOffice(application, UNITS);
}, 120_000);
afterAll(async () => {
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

test('a thousand forms: nine hundred as they should be, a hundred in every way wrong', () => {
  expect([office.files.length, good().length, faulty().length]).toEqual([FORMS, 900, 100]);
  expect(new Set(faulty().map(({ fault }) => fault)).size).toBe(FAULTS.length);
  expect(FAULTS.length).toBeGreaterThanOrEqual(12);
});

describe('taken in', () => {
  test('stopped in the middle: whole reports only, the rest untouched', async () => {
    const requestId = 'nhan-mot-nghin-bieu';
    const { client } = office;
    const cancelling: Promise<unknown>[] = [];
    const stop = client.onEvent((event) => {
      if (event.type === 'progress' && event.requestId === requestId && event.done >= STOPPED_AFTER)
        cancelling.push(client.query('job.cancel', { requestId }));
    });
    const twice = good()
      .slice(0, TWICE)
      .map(({ place, bytes }) => ({ place: `Gửi lại/${place}`, bytes }));
    const ticket = drop([...office.files, ...twice]);
    stopped = unwrap(await client.command('report.import', { tickets: [ticket] }, { requestId }));
    stop();
    await Promise.all(cancelling);
    expect(stopped.cancelled).toBe(true);
    expect(stopped.left).toBeGreaterThan(0);
    expect(stopped.accepted.length).toBeGreaterThan(0);
    expect((await standing()).reports).toBe(stopped.accepted.length);
    const { batches } = unwrap(await client.query('intake.tray', {}));
    expect(batches).toMatchObject([{ state: 'cancelled', counts: { waiting: stopped.left } }]);
    expect(await application.ports.store.check()).toEqual([]);

    rest = unwrap(await client.command('report.import', { tickets: [ticket], continues: stopped.batchId }));
  });

  test('going on completes it: 900 accepted, what was sent twice counted once', async () => {
    expect([rest.cancelled, rest.left]).toEqual([false, 0]);
    const accepted = [...stopped.accepted, ...rest.accepted];
    expect(accepted.map(({ file }) => file).sort()).toEqual(
      good()
        .map(({ place }) => place)
        .sort(),
    );
    expect(accepted.every(({ first }) => first)).toBe(true);
    expect([...stopped.unchanged, ...rest.unchanged].map(({ file }) => file).sort()).toEqual(
      good()
        .slice(0, TWICE)
        .map(({ place }) => `Gửi lại/${place}`)
        .sort(),
    );
    expect((await standing()).reports).toBe(900);
  });

  const named = (file: ReturnedFile) => {
    const rejected = [...stopped.rejected, ...rest.rejected].find((one) => one.file === file.place);
    return {
      file: file.place,
      faults: rejected?.errors.map(({ code, sheet, cell }) => ({ code, sheet, cell })) ?? [],
      unitProposed: rejected?.proposals.map(({ unit }) => unit) ?? [],
    };
  };

  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('named right: %s', (_name, fault) => {
    const files = faulty().filter((file) => file.fault === fault);
    expect(files.length).toBeGreaterThanOrEqual(6);
    for (const file of files)
      expect(named(file)).toEqual({
        file: file.place,
        faults:
          fault.at.length === 0
            ? [{ code: fault.code, sheet: null, cell: null }]
            : file.cells.map((cell) => ({ code: fault.code, sheet: 'Số liệu', cell })),
        // Its printed words still say whose it is; a person confirms.
        unitProposed: fault.code === 'identity-missing' ? [file.unitId] : [],
      });
  });

  test('and no other file is kept back', () => {
    expect([...stopped.rejected, ...rest.rejected].map(({ file }) => file).sort()).toEqual(
      faulty()
        .map(({ place }) => place)
        .sort(),
    );
  });
});

test('the same import again changes nothing', async () => {
  const before = await standing();
  const again = unwrap(await office.client.command('report.import', { tickets: [drop(office.files)] }));
  expect([again.accepted.length, again.unchanged.length, again.rejected.length]).toEqual([0, 900, 100]);
  expect(await standing()).toEqual(before);
});

test('corrected files close every fault of the tray', async () => {
  const { client } = office;
  const open = async () => unwrap(await client.query('intake.tray', {})).open;
  expect((await open()).length).toBe(100);
  const corrected = await Promise.all(
    faulty().map(async (file) => ({ place: file.place, bytes: await file.corrected() })),
  );
  const reply = unwrap(await client.command('report.import', { tickets: [drop(corrected)] }));
  expect([reply.accepted.length, reply.rejected.length]).toEqual([100, 0]);
  expect(await open()).toEqual([]);
  expect((await standing()).reports).toBe(FORMS);
  expect(await application.ports.store.check()).toEqual([]);
});
