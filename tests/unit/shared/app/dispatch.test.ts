import { describe, expect, it } from 'vitest';
import type { Ports } from '../../../../shared/ports/ports';
import { createHandlers } from '../../../../shared/app/create-handlers';
import { fail } from '../../../../shared/result';
import { silentProgress } from '../../../../shared/ports/system';
import { createTestApplication, officeWithPlan, SETUP } from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

const register = (dossierId: string, number: number | null = null, date = '2026-01-20') => ({
  dossierId,
  documentId: null,
  number,
  date,
  claim: false,
  blanksSeen: false,
  gapSeen: false,
});

async function second(app: Awaited<ReturnType<typeof officeWithPlan>>): Promise<string> {
  return (await app.call('plan.import', { text: samplePlanText.replace('27-NQ/TU ngày', '31-NQ/TU ngày') }))
    .dossierId;
}

describe('numbers', () => {
  it('gives the next number of the series, or the wished one; a taken one is refused by name', async () => {
    const app = await officeWithPlan();
    const other = await second(app);
    expect(
      await app.call('dispatch.nextNumber', {
        dossierId: app.dossierId,
        documentId: null,
        date: '2026-01-20',
      }),
    ).toMatchObject({ number: 1, numberText: '01-KH/ĐU' });
    const first = await app.call('dispatch.register', register(app.dossierId, 7));
    expect(first).toMatchObject({
      numberText: '07-KH/ĐU',
      documentId: app.dossierId,
      registerEntry: { number: 7, documentId: app.dossierId },
    });
    const taken = await app.refusal('dispatch.register', register(other, 7));
    expect(taken.code).toBe('CONFLICT');
    expect(taken.message).toContain('07-KH/ĐU');
    expect(taken.message).toContain('27-NQ/TU');
    expect(taken.message).toContain('08');
    const next = await app.call('dispatch.register', register(other, null, '2026-01-21'));
    expect(next.numberText).toBe('08-KH/ĐU');
    const [book] = await app.call('register.list', {});
    const view = await app.call('register.get', { seriesId: book?.seriesId ?? '' });
    expect([view.next, view.gaps.map(({ number }) => number)]).toEqual([9, [1, 2, 3, 4, 5, 6]]);
    expect((await app.refusal('register.get', { seriesId: 'khong-co' })).code).toBe('NOT_FOUND');
  });

  it('numbers a document once, and answers a retry with the same number', async () => {
    const app = await officeWithPlan();
    const first = await app.call('dispatch.register', register(app.dossierId), { requestId: 'dang-ky-1' });
    expect(await app.call('dispatch.register', register(app.dossierId), { requestId: 'dang-ky-1' })).toEqual(
      first,
    );
    const again = await app.refusal('dispatch.register', register(app.dossierId));
    expect([again.code, again.details?.['number']]).toEqual(['CONFLICT', 1]);
  });

  it('completes after a crash between the book and the dossier', async () => {
    const app = await officeWithPlan();
    const { store } = app.ports;
    let crash = true;
    const broken: Ports = {
      ...app.ports,
      store: {
        ...store,
        commit: (ref, meta, work) =>
          crash && ref.kind === 'dossier'
            ? Promise.resolve(fail('UNAVAILABLE', 'mất điện'))
            : store.commit(ref, meta, work),
      },
    };
    const handlers = createHandlers(broken);
    const call = (requestId: string) =>
      handlers['dispatch.register'](register(app.dossierId), {
        requestId,
        expectedRevision: null,
        by: 'Mai',
        progress: silentProgress,
      });
    expect((await call('yc-crash')).ok).toBe(false);
    const faults = await app.call('store.check', {});
    expect(faults.map(({ message }) => message).join()).toContain('01-KH/ĐU');
    crash = false;
    const done = await call('yc-crash');
    expect(done.ok && done.value.numberText).toBe('01-KH/ĐU');
    expect(await app.call('store.check', {})).toEqual([]);
  });

  it('lets a new attempt for the same document find the number that the crash left', async () => {
    const app = await officeWithPlan();
    const { store } = app.ports;
    const handlers = createHandlers({
      ...app.ports,
      store: {
        ...store,
        commit: (ref, meta, work) =>
          ref.kind === 'dossier' ? Promise.resolve(fail('UNAVAILABLE', 'x')) : store.commit(ref, meta, work),
      },
    });
    await handlers['dispatch.register'](register(app.dossierId), {
      requestId: 'yc-1',
      expectedRevision: null,
      by: 'Mai',
      progress: silentProgress,
    });
    expect((await app.call('dispatch.register', register(app.dossierId))).numberText).toBe('01-KH/ĐU');
  });

  it('asks about odd dates and refuses impossible ones', async () => {
    const app = await officeWithPlan();
    const other = await second(app);
    expect(
      (await app.refusal('dispatch.register', register(app.dossierId, null, '2026-02-30'))).fieldErrors?.[
        'date'
      ],
    ).toBeDefined();
    await app.call('dispatch.register', register(app.dossierId, null, '2026-02-10'));
    const early = await app.call('dispatch.register', register(other, null, '2026-01-05'));
    expect(early.warnings.join()).toContain('sớm hơn ngày của số 01-KH/ĐU');
    const outside = await app.call('dispatch.nextNumber', { ...register(app.dossierId), date: '2024-01-05' });
    expect(outside.warnings.join()).toContain('ngoài nhiệm kỳ');
  });

  it('compares the revision before a number is taken', async () => {
    const app = await officeWithPlan();
    const { revision } = await app.call('plan.get', { dossierId: app.dossierId });
    await app.call('plan.finishReview', { dossierId: app.dossierId });
    expect(
      (await app.refusal('dispatch.register', register(app.dossierId), { expectedRevision: revision })).code,
    ).toBe('CONFLICT');
    expect(await app.call('register.list', {})).toEqual([]);
  });

  it('keeps state numbers per year, all types together', async () => {
    const app = createTestApplication();
    await app.call('office.setup', { ...SETUP, system: 'state', ruleProfileId: 'nd30' });
    const { dossierId } = await app.call('plan.import', { text: samplePlanText });
    const letter = await app.call('document.add', {
      dossierId,
      type: 'CV',
      title: 'về việc thử',
      ticket: null,
    });
    const report = await app.call('document.add', {
      dossierId,
      type: 'BC',
      title: 'báo cáo thử',
      ticket: null,
    });
    const number = async (documentId: string, date: string) =>
      (await app.call('dispatch.register', { dossierId, documentId, number: null, date })).numberText;
    expect(await number(letter.documentId, '2025-12-31')).toBe('01/UBND');
    expect(await number(report.documentId, '2026-01-05')).toBe('01/BC-UBND');
  });

  it('prints the book of a year', async () => {
    const app = await officeWithPlan();
    await app.call('dispatch.register', register(app.dossierId));
    expect((await app.call('register.export', { book: 'di', year: 2026, format: 'xlsx' })).rows).toBe(1);
    expect((await app.call('register.export', { book: 'di', year: 2025, format: 'pdf' })).rows).toBe(0);
  });
});

describe('documents', () => {
  it('keeps the signed copy byte for byte; the one before stays beside it', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const signed = await app.call('document.sign', {
      dossierId: null,
      documentId: dossierId,
      ticket: app.ports.drop({ name: 'ký.pdf', bytes: '%PDF-1' }),
    });
    const again = await app.call('document.sign', {
      dossierId,
      documentId: dossierId,
      ticket: app.ports.drop({ name: 'ký 2.pdf', bytes: '%PDF-2' }),
    });
    const [document] = await app.call('document.list', { dossierId });
    expect(document).toMatchObject({ status: 'signed', signedFile: again.sha256, files: [signed.sha256] });
    const offered = await app.call('file.get', { dossierId, sha256: signed.sha256 });
    expect(Buffer.from(app.ports.taken(offered.ticket)[0]?.bytes ?? []).toString()).toBe('%PDF-1');
    expect((await app.refusal('file.get', { dossierId, sha256: 'la' })).code).toBe('NOT_FOUND');
  });

  it('refuses files of other kinds, too large or empty, and unknown documents', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const sign = (name: string, bytes: string, size?: number) =>
      app.refusal('document.sign', {
        dossierId,
        documentId: dossierId,
        ticket: app.ports.drop({ name, bytes, ...(size === undefined ? {} : { size }) }),
      });
    expect((await sign('a.exe', 'x')).message).toContain('a.exe');
    expect((await sign('a.pdf', 'x', 200_000_000)).message).toContain('100 MB');
    expect((await sign('a.pdf', '')).message).toContain('rỗng');
    const ticket = app.ports.drop({ name: 'a.pdf', bytes: 'x' });
    expect((await app.refusal('document.sign', { dossierId: null, documentId: 'la', ticket })).code).toBe(
      'NOT_FOUND',
    );
    expect(
      (await app.refusal('document.add', { dossierId, type: 'XX', title: 'a', ticket: null })).fieldErrors?.[
        'type'
      ],
    ).toBeDefined();
  });

  it('keeps nothing of a file that bears a state-secret mark, nor of one that is no readable document', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const secret = 'UBND PHƯỜNG AN BÌNH\nTỐI MẬT\nKẾ HOẠCH\nvề việc thử\nI. NỘI DUNG\n1. Việc thử.';
    const filesBefore = (await app.call('document.list', { dossierId })).length;
    for (const name of ['mat.docx', 'mat.txt']) {
      const ticket = app.ports.drop({ name, bytes: secret });
      const added = await app.refusal('document.add', { dossierId, type: 'CV', title: 'thử', ticket });
      expect([added.code, added.details]).toEqual(['FORBIDDEN', { file: name, mark: 'TỐI MẬT' }]);
    }
    const ticket = app.ports.drop({ name: 'mat.docx', bytes: secret });
    const signed = await app.refusal('document.sign', { dossierId, documentId: dossierId, ticket });
    expect(signed.code).toBe('FORBIDDEN');
    expect(signed.message).toContain('“mat.docx” có dấu TỐI MẬT');

    app.ports.documentReader.read = async (_bytes, name) => fail('BAD_REQUEST', `Tệp “${name}” bị hỏng.`);
    const broken = app.ports.drop({ name: 'hong.docx', bytes: 'x' });
    expect(
      (await app.refusal('document.add', { dossierId, type: 'CV', title: 'thử', ticket: broken })).message,
    ).toContain('hong.docx');
    expect(await app.call('document.list', { dossierId })).toHaveLength(filesBefore);
    const kept = await app.ports.store.load({ kind: 'dossier', id: dossierId });
    expect(kept.ok ? kept.value?.view.list('files').map(({ role }) => role) : null).not.toContain('signed');
  });

  it('adds a document with its file', async () => {
    const app = await officeWithPlan();
    const { documentId } = await app.call('document.add', {
      dossierId: app.dossierId,
      type: 'GM',
      title: 'Mời họp',
      ticket: app.ports.drop({ name: 'gm.docx', bytes: 'x' }),
    });
    const documents = await app.call('document.list', { dossierId: app.dossierId });
    expect(documents.find(({ id }) => id === documentId)).toMatchObject({
      kindName: 'GIẤY MỜI',
      status: 'draft',
    });
    const number = await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId,
      number: null,
      date: '2026-01-20',
    });
    expect(number.numberText).toBe('01-GM/ĐU');
  });
});
