import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../../shared/ports/system';
import { officeWithPlan, officeWithSchedule } from '../../../support/test-application';
import { fillForm, workbookOf } from '../../../support/test-ports';

type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;
const PERIOD = '2026-Q1';

async function forms(app: Scheduled): Promise<readonly Uint8Array[]> {
  const offered = await app.call('report.forms', { dossierId: app.dossierId, period: PERIOD });
  return app.ports.taken(offered.ticket).map(({ bytes }) => bytes);
}

async function takeIn(
  app: Scheduled,
  files: Readonly<Record<string, Uint8Array>>,
  more: { dryRun?: boolean; receivedOn?: string } = {},
) {
  const ticket = app.ports.drop(...Object.entries(files).map(([name, bytes]) => ({ name, bytes })));
  return app.call('report.import', { tickets: [ticket], ...more });
}

const FIGURES = { HN01: 2, HN02: 100, DV01: 50, DV02: 45 };

describe('asking for reports', () => {
  it('proposes a working day and asks the active units', async () => {
    const app = await officeWithPlan();
    const proposal = await app.call('report.propose', { dossierId: app.dossierId, period: PERIOD });
    expect(proposal).toMatchObject({
      from: '2025-12-15',
      to: '2026-03-14',
      dueDay: '2026-03-15',
      proposedLastDay: '2026-03-16',
    });
    expect(proposal.reason).toContain('Chủ nhật');
    const scheduled = await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: PERIOD,
      lastDay: '2026-03-16',
      units: proposal.unitIds,
    });
    expect(scheduled.expected).toBe(proposal.unitIds.length);
    expect(scheduled.via).toBe('Ban Xây dựng Đảng');
  });

  it('sends reports the way the plan says, when its sentences agree', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const schedule = async (period: string) =>
      (await app.call('report.schedule', { dossierId, period, lastDay: '2026-03-16' })).via;
    for (const item of (await app.call('plan.get', { dossierId })).items)
      if (item.kind === 'reporting') await app.call('plan.dropItem', { dossierId, itemId: item.id });
    expect(await schedule('2026-01')).toBe('Ban Xây dựng Đảng');
    const say = (via: string) =>
      app.call('plan.addItem', {
        dossierId,
        kind: 'reporting',
        fields: { text: `Báo cáo qua ${via}`, from: null, to: null, via, cycle: 'định kỳ' },
        afterId: null,
      });
    await say('Văn phòng Đảng ủy');
    expect(await schedule('2026-02')).toBe('Văn phòng Đảng ủy');
    await say('Ủy ban Kiểm tra');
    expect(await schedule('2026-03')).toBe('Ban Xây dựng Đảng');
  });

  it('expands groups, adds what rates need, keeps what was asked when only the day changes', async () => {
    const app = await officeWithSchedule();
    const group = await app.call('office.saveEntry', {
      kind: 'group',
      name: 'Nhóm thử',
      memberIds: [...app.units],
    });
    const scheduled = await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q2',
      lastDay: '2026-06-20',
      units: [group.id],
      indicators: ['DV03'],
    });
    expect(scheduled.unitIds).toEqual(app.units);
    expect(scheduled.indicators).toEqual(['DV01', 'DV02', 'DV03']);
    const moved = await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: '2026-Q2',
      lastDay: '2026-06-22',
    });
    expect([moved.lastDay, moved.unitIds, moved.indicators]).toEqual([
      '2026-06-22',
      scheduled.unitIds,
      scheduled.indicators,
    ]);
  });

  it('refuses impossible days, strangers and the same figure twice', async () => {
    const app = await officeWithSchedule();
    const ask = (more: object) =>
      app.refusal('report.schedule', {
        dossierId: app.dossierId,
        period: '2026-Q2',
        lastDay: '2026-06-20',
        ...more,
      });
    expect((await ask({ lastDay: '2026-02-30' })).fieldErrors?.['lastDay']).toBeDefined();
    expect((await ask({ indicators: ['ZZ01'] })).message).toContain('ZZ01');
    expect((await ask({ units: ['Hội không có'] })).fieldErrors?.['units']).toContain('Hội không có');
    expect((await ask({ period: '2026-03', lastDay: '2026-03-20' })).code).toBe('CONFLICT');
  });

  it('gives one unit more time', async () => {
    const app = await officeWithSchedule();
    const extension = { unitId: app.units[0] ?? '', lastDay: '2026-03-30', reason: 'Thay bí thư' };
    await app.call('report.extend', { dossierId: app.dossierId, period: PERIOD, extension });
    app.ports.at('2026-03-28T08:00:00+07:00');
    const status = await app.call('report.status', { dossierId: app.dossierId, period: PERIOD });
    expect(status.units.map(({ state }) => state)).toEqual(['not-due', 'missing', 'missing']);
    expect(
      (
        await app.refusal('report.extend', {
          dossierId: app.dossierId,
          period: PERIOD,
          extension: { ...extension, lastDay: '2026-03-01' },
        })
      ).code,
    ).toBe('BAD_REQUEST');
    expect(
      (await app.refusal('report.extend', { dossierId: app.dossierId, period: '2026-Q4', extension })).code,
    ).toBe('NOT_FOUND');
  });

  it('makes one form a unit that knows what it is', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    expect(made).toHaveLength(3);
    const hidden = workbookOf(made[0] ?? new Uint8Array()).sheets.find(({ name }) => name === '_vpdu');
    const texts = hidden?.cells.map(({ value }) => (value.kind === 'text' ? value.text : '')) ?? [];
    expect(texts).toContain(app.dossierId);
    expect(texts).toContain(app.units[0]);
    const one = await app.call('report.forms', {
      dossierId: app.dossierId,
      period: PERIOD,
      units: ['Chi bộ TDP số 2'],
    });
    expect(one.files).toHaveLength(1);
    expect((await app.refusal('report.forms', { dossierId: app.dossierId, period: '2026-Q3' })).code).toBe(
      'NOT_FOUND',
    );
    const stopped: Progress = { report: () => undefined, cancelled: () => true };
    expect(
      (await app.refusal('report.forms', { dossierId: app.dossierId, period: PERIOD }, { progress: stopped }))
        .details?.['cancelled'],
    ).toBe(true);
  });
});

describe('taking forms in', () => {
  it('accepts, keeps the original, and changes nothing the second time', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array()] = await forms(app);
    const file = fillForm(first, FIGURES);
    const before = (await app.call('plan.get', { dossierId: app.dossierId })).revision;
    const dry = await takeIn(app, { 'q1/a.xlsx': file }, { dryRun: true });
    expect(dry.accepted).toHaveLength(1);
    expect((await app.call('plan.get', { dossierId: app.dossierId })).revision).toBe(before);
    const done = await takeIn(app, { 'q1/a.xlsx': file }, { receivedOn: '2026-03-24' });
    expect(done.accepted).toMatchObject([
      { file: 'q1/a.xlsx', unit: app.units[0], period: PERIOD, first: true, revision: before + 1 },
    ]);
    const { report } = await app.call('report.get', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.units[0] ?? '',
    });
    expect(report).toMatchObject({ values: FIGURES, receivedOn: '2026-03-24', version: 1 });
    const again = await takeIn(app, { 'b.xlsx': file });
    expect([again.accepted.length, again.unchanged.length]).toEqual([0, 1]);
    const view = await app.call('plan.get', { dossierId: app.dossierId });
    expect(view.revision).toBe(before + 1);
    const kept = view.files.find(({ role }) => role === 'form');
    const original = await app.call('file.get', { dossierId: app.dossierId, sha256: kept?.id ?? '' });
    expect(app.ports.taken(original.ticket)[0]?.bytes).toEqual(file);
  });

  it('says what a corrected form changes, and does not fall back when the old one is dropped again', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array()] = await forms(app);
    const old = fillForm(first, FIGURES);
    await takeIn(app, { 'a.xlsx': old });
    const corrected = await takeIn(app, { 'a.xlsx': fillForm(first, { ...FIGURES, HN02: 101 }) });
    expect(corrected.accepted).toMatchObject([
      { first: false, changes: [{ indicator: 'HN02', before: 100, after: 101 }] },
    ]);
    expect((await takeIn(app, { 'a.xlsx': old })).unchanged).toHaveLength(1);
    const totals = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD });
    expect(totals.totals['HN02']).toBe(101);
  });

  it('rejects each bad file with its reason; the others are taken', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array(), second = new Uint8Array(), third = new Uint8Array()] = await forms(app);
    const other = await officeWithSchedule();
    const strange = workbookOf(first);
    const otherOffice = new Uint8Array(Buffer.from(JSON.stringify({ ...strange, sheets: strange.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => (cell.value.kind === 'text' && cell.value.text === '00000000-0000-4000-8000-000000000001' ? { ...cell, value: { kind: 'text', text: 'co-quan-khac' } } : cell)) })) }))); // prettier-ignore
    const noIdentity = new Uint8Array(
      Buffer.from(
        JSON.stringify({ ...strange, sheets: strange.sheets.filter(({ name }) => name !== '_vpdu') }),
      ),
    );
    const done = await takeIn(app, {
      'tot.xlsx': fillForm(first, FIGURES),
      'chu.xlsx': fillForm(second, { ...FIGURES, HN01: 'ba mươi' }),
      'qua.xlsx': fillForm(second, { ...FIGURES, DV02: 51 }),
      'mat.xlsx': fillForm(third, { ...FIGURES, HN01: 'MẬT' }),
      'khac.xlsx': otherOffice,
      'mat-nhan-dang.xlsx': noIdentity,
      'hong.xlsx': new Uint8Array([1, 2, 3]),
      'thu.docx': new Uint8Array([1]),
      '~$tot.xlsx': new Uint8Array([1]),
    });
    expect(done.accepted.map(({ file }) => file)).toEqual(['tot.xlsx']);
    const codes = Object.fromEntries(done.rejected.map(({ file, errors }) => [file, errors[0]?.code]));
    expect(codes).toEqual({
      'chu.xlsx': 'not-a-number',
      'qua.xlsx': 'above',
      'mat.xlsx': 'secret',
      'khac.xlsx': 'other-office',
      'mat-nhan-dang.xlsx': 'identity-missing',
      'hong.xlsx': 'damaged',
      'thu.docx': 'not-xlsx',
    });
    for (const { file, errors } of done.rejected)
      for (const { message } of errors) expect(message).toContain(file);
    expect(done.rejected.find(({ file }) => file === 'chu.xlsx')?.errors[0]?.cell).toMatch(/^[A-Z]+\d+$/u);
    expect(other.units).toHaveLength(3);
  });

  it('opens zips, and refuses what is none', async () => {
    const app = await officeWithSchedule();
    const [first = new Uint8Array(), second = new Uint8Array()] = await forms(app);
    const zip = await app.ports.zipWriter.zip([
      { name: 'q1/a.xlsx', bytes: fillForm(first, FIGURES) },
      { name: '__MACOSX/a.xlsx', bytes: new Uint8Array([0]) },
    ]);
    const done = await takeIn(app, {
      'goi.zip': zip,
      'la.zip': new Uint8Array([9]),
      'b.xlsx': fillForm(second, { NIL: 'x' }),
    });
    expect(done.accepted.map(({ file }) => file)).toEqual(['goi.zip/q1/a.xlsx', 'b.xlsx']);
    expect(done.rejected).toMatchObject([{ file: 'la.zip', errors: [{ code: 'zip' }] }]);
  });

  it('stops between files when told to', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    let asked = 0;
    const progress: Progress = { report: () => undefined, cancelled: () => (asked += 1) > 1 };
    const ticket = app.ports.drop(
      ...made.map((bytes, index) => ({ name: `${index}.xlsx`, bytes: fillForm(bytes, FIGURES) })),
    );
    const done = await app.call('report.import', { tickets: [ticket] }, { progress });
    expect([done.accepted.length, done.cancelled]).toEqual([1, true]);
    expect((await app.call('report.status', { dossierId: app.dossierId, period: PERIOD })).received).toBe(1);
  });

  it('is stopped by job.cancel', async () => {
    const app = await officeWithSchedule();
    const made = await forms(app);
    const ticket = app.ports.drop(
      ...made.map((bytes, index) => ({ name: `${index}.xlsx`, bytes: fillForm(bytes, FIGURES) })),
    );
    let cancelled: Promise<{ found: boolean }> | null = null;
    const progress: Progress = {
      report: () => {
        cancelled ??= app.call('job.cancel', { requestId: 'viec-dai-1' });
      },
      cancelled: () => false,
    };
    const done = await app.call(
      'report.import',
      { tickets: [ticket] },
      { requestId: 'viec-dai-1', progress },
    );
    expect(done.cancelled).toBe(true);
    expect(await (cancelled as Promise<{ found: boolean }> | null)).toEqual({ found: true });
    expect(await app.call('job.cancel', { requestId: 'viec-dai-1' })).toEqual({ found: false });
  });

  it('refuses a day of receipt that lies ahead or does not exist, and an empty drop', async () => {
    const app = await officeWithSchedule();
    const ticket = app.ports.drop({ name: 'a.xlsx', bytes: 'x' });
    for (const receivedOn of ['2026-04-01', '2026-02-30'])
      expect(
        (await app.refusal('report.import', { tickets: [ticket], receivedOn })).fieldErrors?.['receivedOn'],
      ).toBeDefined();
    expect((await app.refusal('report.import', { tickets: [app.ports.drop()] })).code).toBe('BAD_REQUEST');
  });
});

describe('figures', () => {
  async function filled() {
    const app = await officeWithSchedule();
    const [a = '', b = '', c = ''] = app.units;
    const put = (unit: string, values: Record<string, number | string | null>, more: object = {}) =>
      app.call('report.put', { dossierId: app.dossierId, period: PERIOD, unit, values, ...more });
    await put(a, { HN01: 2, HN02: 60, DV01: 50, DV02: 50 }, { receivedOn: '2026-03-20' });
    await put(b, { HN01: 1, HN02: '1.030', DV01: 42, DV02: 40 });
    return { ...app, a, b, c, put };
  }

  it('adds up, with both coverages, and traces a total to its reports', async () => {
    const app = await filled();
    const totals = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD });
    expect(totals.totals).toMatchObject({ HN01: 3, HN02: 1090, DV01: 92, DV02: 90 });
    expect(totals.coverage['DV03']?.reported).toBe(97.83);
    expect(totals.missingUnits.map(({ unit }) => unit)).toEqual([app.c]);
    const trace = await app.call('report.trace', {
      dossierId: app.dossierId,
      period: PERIOD,
      indicator: 'HN02',
    });
    expect(trace.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(1090);
    expect(
      (await app.refusal('report.trace', { dossierId: app.dossierId, period: PERIOD, indicator: 'ZZ99' }))
        .code,
    ).toBe('NOT_FOUND');
    expect((await app.refusal('report.totals', { dossierId: app.dossierId, period: '2026-Q4' })).code).toBe(
      'NOT_FOUND',
    );
    const matrix = await app.call('report.matrix', { dossierId: null, year: 2026 });
    expect(matrix.columns).toMatchObject([{ dossierId: app.dossierId, period: PERIOD }]);
    expect(matrix.totals).toMatchObject([{ expected: 3, received: 2 }]);
    expect((await app.call('report.matrix', { dossierId: app.dossierId, year: 2025 })).columns).toEqual([]);
  });

  it('names the fields of typed figures that are wrong', async () => {
    const app = await filled();
    const wrong = await app.refusal('report.put', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.c,
      values: { HN01: '1.5', DV01: 1, DV02: 2 },
    });
    expect(Object.keys(wrong.fieldErrors ?? {})).toEqual(['values.HN01', 'values.DV02']);
    expect(
      (await app.refusal('report.put', { dossierId: app.dossierId, period: PERIOD, unit: app.c, values: {} }))
        .code,
    ).toBe('BAD_REQUEST');
    expect(
      (
        await app.refusal('report.put', {
          dossierId: app.dossierId,
          period: PERIOD,
          unit: 'Chi bộ lạ',
          values: { HN01: 1 },
        })
      ).code,
    ).toBe('NOT_FOUND');
    expect(
      (
        await app.refusal('report.put', {
          dossierId: app.dossierId,
          period: PERIOD,
          unit: app.c,
          values: { HN01: 1 },
          receivedOn: '2027-01-01',
        })
      ).fieldErrors?.['receivedOn'],
    ).toBeDefined();
  });

  it('owes a returned report again', async () => {
    const app = await filled();
    await app.call('report.return', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.a,
      reason: 'Thiếu số',
    });
    const status = await app.call('report.status', { dossierId: app.dossierId, period: PERIOD });
    expect(status).toMatchObject({ received: 1, returned: 1 });
    expect(
      (
        await app.refusal('report.return', {
          dossierId: app.dossierId,
          period: PERIOD,
          unit: app.c,
          reason: 'x',
        })
      ).code,
    ).toBe('NOT_FOUND');
  });

  it('closes versions; late figures make a supplement', async () => {
    const app = await filled();
    const first = await app.call('report.close', { dossierId: app.dossierId, period: PERIOD });
    expect([first.version, first.supplement]).toEqual([1, false]);
    expect((await app.call('report.close', { dossierId: app.dossierId, period: PERIOD })).version).toBe(1);
    const closed = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD });
    expect(closed.version).toBe(1);
    await app.put(app.c, { HN01: 1, HN02: 10, DV01: 10, DV02: 9 });
    expect(
      (await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD })).version,
    ).toBeNull();
    const bare = await app.refusal('report.close', { dossierId: app.dossierId, period: PERIOD, reason: ' ' });
    expect(bare.fieldErrors).toEqual({ reason: 'Ghi lý do chốt bổ sung.' });
    const second = await app.call('report.close', {
      dossierId: app.dossierId,
      period: PERIOD,
      reason: 'Đơn vị nộp muộn',
    });
    expect([second.version, second.supplement]).toEqual([2, true]);
    const frozen = await app.call('report.totals', { dossierId: app.dossierId, period: PERIOD, version: 1 });
    expect(frozen.totals['HN02']).toBe(1090);
    expect(
      (await app.call('report.consolidation', { dossierId: app.dossierId, period: PERIOD, version: 2 }))
        .totals.totals['HN02'],
    ).toBe(1100);
    expect(
      (await app.refusal('report.consolidation', { dossierId: app.dossierId, period: PERIOD, version: 9 }))
        .code,
    ).toBe('NOT_FOUND');
    expect(
      (await app.refusal('report.totals', { dossierId: app.dossierId, period: PERIOD, version: 9 })).code,
    ).toBe('NOT_FOUND');
  });

  it('exports an older closing again: its figures, its day and who was missing then', async () => {
    const app = await filled();
    const { dossierId } = app;
    app.ports.at('2026-03-30T08:00:00+07:00');
    await app.call('report.close', { dossierId, period: PERIOD });
    app.ports.at('2026-04-02T08:00:00+07:00');
    await app.put(app.c, { HN01: 1, HN02: 10, DV01: 10, DV02: 9 });
    await app.call('report.return', { dossierId, period: PERIOD, unit: app.b, reason: 'Thiếu số' });
    await app.call('report.close', { dossierId, period: PERIOD, reason: 'Đơn vị nộp muộn' });
    const exported = async (version: number | null) => {
      const reply = await app.call('export.summary', { dossierId, period: PERIOD, format: 'xlsx', version });
      const workbook = workbookOf(app.ports.taken(reply.ticket)[0]?.bytes ?? new Uint8Array());
      const cells = workbook.sheets.flatMap((sheet) => sheet.cells);
      const texts = cells.map(({ value }) => (value.kind === 'text' ? value.text : '')).join('\n');
      const total = cells.find(({ name }) => name === 'tong_HN02')?.value;
      return { reply, texts, total };
    };
    const first = await exported(1);
    expect(first.reply.version).toBe(1);
    expect(first.reply.suggestedName).toContain('lần chốt 1');
    expect(first.total).toMatchObject({ value: 1090 });
    expect(first.texts).toContain('Tính đến ngày 30/03/2026, 2/3 đơn vị đã báo cáo');
    expect(first.texts).toContain('Bản chốt lần 1');
    expect(first.texts).toContain('Đơn vị chưa báo cáo (1): Chi bộ Tổ dân phố số 3.');
    expect(first.texts).not.toContain('bị trả lại, chưa báo cáo lại');
    const second = await exported(2);
    expect(second.total).toMatchObject({ value: 70 });
    expect(second.texts).toContain('Bản bổ sung lần 2');
    expect((await exported(null)).reply.suggestedName).not.toContain('lần chốt');
    const ask = (more: object) =>
      app.refusal('export.summary', { dossierId, period: PERIOD, format: 'xlsx', ...more });
    expect((await ask({ version: 9 })).code).toBe('NOT_FOUND');
    expect((await ask({ version: 1, dossierId: null })).code).toBe('BAD_REQUEST');
  });

  it('prints a closing in the same bytes, whatever changed since', async () => {
    const app = await filled();
    const { dossierId } = app;
    app.ports.at('2026-03-30T08:00:00+07:00');
    await app.call('report.close', { dossierId, period: PERIOD });
    app.ports.at('2026-04-02T08:00:00+07:00');
    await app.put(app.c, { HN01: 1, HN02: 10, DV01: 10, DV02: 9 });
    await app.call('report.close', { dossierId, period: PERIOD, reason: 'Đơn vị nộp muộn' });
    const printed = async () => {
      const bytes: string[] = [];
      for (const version of [1, 2])
        for (const format of ['xlsx', 'docx'] as const) {
          const asked = { dossierId, period: PERIOD, format, version };
          const { ticket } = await app.call('export.summary', asked);
          bytes.push(Buffer.from(app.ports.taken(ticket)[0]?.bytes ?? []).toString('base64'));
        }
      return bytes;
    };
    const before = await printed();
    app.ports.at('2026-05-04T08:00:00+07:00');
    await app.call('report.schedule', {
      dossierId,
      period: '2025-Q4',
      lastDay: '2025-12-25',
      indicators: ['HN01', 'HN02'],
      units: [...app.units],
    });
    await app.call('report.put', { dossierId, period: '2025-Q4', unit: app.a, values: { HN01: 1, HN02: 5 } });
    await app.put(app.b, { HN01: 8, HN02: 800, DV01: 20, DV02: 20 });
    await app.call('report.return', { dossierId, period: PERIOD, unit: app.a, reason: 'Nhầm biểu' });
    for (const item of (await app.call('plan.get', { dossierId })).items)
      if (item.kind === 'conference') await app.call('plan.dropItem', { dossierId, itemId: item.id });
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Tên khác của kế hoạch' } });
    expect(await printed()).toEqual(before);
    const live = await app.call('export.summary', { dossierId, period: PERIOD, format: 'xlsx' });
    const texts = Buffer.from(app.ports.taken(live.ticket)[0]?.bytes ?? []).toString('utf8');
    expect(texts).toContain('SO SÁNH VỚI KỲ TRƯỚC');
  });

  it('does not close what nobody sent', async () => {
    const app = await officeWithSchedule();
    expect((await app.refusal('report.close', { dossierId: app.dossierId, period: PERIOD })).code).toBe(
      'CONFLICT',
    );
  });

  it('closes a range while no unit has handed in all its parts', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const range = '2026-01..2026-06';
    const second = { dossierId, period: '2026-Q2', lastDay: '2026-06-25', units: [...app.units] };
    await app.call('report.schedule', { ...second, indicators: ['HN01', 'HN02'] });
    expect((await app.refusal('report.close', { dossierId, period: range })).code).toBe('CONFLICT');
    const unit = app.units[0] ?? '';
    await app.call('report.put', { dossierId, period: PERIOD, unit, values: { HN01: 2, HN02: 100 } });
    expect((await app.call('report.status', { dossierId, period: range })).received).toBe(0);
    expect((await app.call('report.close', { dossierId, period: range })).version).toBe(1);
    const frozen = await app.call('report.totals', { dossierId, period: range, version: 1 });
    expect(frozen.totals['HN02']).toBe(100);
    expect(frozen.missingUnits).toHaveLength(3);
    await app.call('report.return', { dossierId, period: PERIOD, unit, reason: 'Thiếu số' });
    expect((await app.refusal('report.close', { dossierId, period: range, reason: 'x' })).code).toBe(
      'CONFLICT',
    );
  });

  it('chases who owes and exports the summary, the same total everywhere', async () => {
    const app = await filled();
    app.ports.at('2026-03-30T08:00:00+07:00');
    for (const format of ['text', 'docx', 'pdf'] as const) {
      const chased = await app.call('report.chase', { dossierId: app.dossierId, period: PERIOD, format });
      expect(chased.units).toEqual([app.c]);
      expect(chased.text).toContain('Chi bộ Tổ dân phố số 3');
    }
    const chase = { dossierId: app.dossierId, period: PERIOD } as const;
    expect((await app.call('report.chase', { ...chase, format: 'docx', units: [app.c] })).units).toEqual([
      app.c,
    ]);
    expect((await app.call('report.chase', { ...chase, format: 'text', units: [app.a] })).units).toEqual([]);
    expect(
      (await app.refusal('report.chase', { ...chase, format: 'pdf', units: [app.a] })).message,
    ).toContain('Các đơn vị đã chọn');
    const xlsx = await app.call('export.summary', { dossierId: null, period: PERIOD, format: 'xlsx' });
    const workbook = workbookOf(app.ports.taken(xlsx.ticket)[0]?.bytes ?? new Uint8Array());
    const total = workbook.sheets.flatMap(({ cells }) => cells).find(({ name }) => name === 'tong_HN02');
    expect(total?.value).toMatchObject({ value: 1090 });
    const pdf = await app.call('export.summary', { dossierId: app.dossierId, period: PERIOD, format: 'pdf' });
    expect(Buffer.from(app.ports.taken(pdf.ticket)[0]?.bytes ?? []).toString('utf8')).toContain('1.090');
    await app.call('export.summary', { dossierId: app.dossierId, period: PERIOD, format: 'docx' });
    const both = await app.call('export.summary', {
      dossierId: app.dossierId,
      period: PERIOD,
      format: 'xlsx+pdf',
    });
    expect(both.files.map(({ name }) => name)).toEqual([...xlsx.files, ...pdf.files].map(({ name }) => name));
    expect(both.suggestedName).toBe('Tổng hợp và báo cáo Quý I năm 2026');
    expect(
      (await app.refusal('export.summary', { dossierId: null, period: '2027', format: 'xlsx' })).code,
    ).toBe('NOT_FOUND');
    await app.put(app.c, { HN01: 0, HN02: 0, DV01: 3, DV02: 3 });
    expect(
      (await app.refusal('report.chase', { dossierId: app.dossierId, period: PERIOD, format: 'pdf' })).code,
    ).toBe('CONFLICT');
    expect(
      (await app.call('report.chase', { dossierId: app.dossierId, period: PERIOD, format: 'text' })).units,
    ).toEqual([]);
  });

  it('gives one workbook with a block a plan when several owe the period, and a report each', async () => {
    const app = await filled();
    const { dossierId } = await app.call('plan.import', {
      text: 'KẾ HOẠCH\nthử thứ hai\nI. MỤC ĐÍCH\n1. Thử',
    });
    await app.call('report.schedule', {
      dossierId,
      period: PERIOD,
      lastDay: '2026-03-25',
      indicators: ['HN01'],
      units: [app.a],
    });
    const exported = await app.call('export.summary', { dossierId: null, period: PERIOD, format: 'xlsx' });
    expect(exported.files).toHaveLength(1);
    expect(exported.version).toBeNull();
    const workbook = workbookOf(app.ports.taken(exported.ticket)[0]?.bytes ?? new Uint8Array());
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Theo kế hoạch',
      'Tình hình nộp báo cáo',
      'KH1 Tổng hợp',
      'KH2 Tổng hợp',
    ]);
    const totals = workbook.sheets
      .flatMap(({ cells }) => cells)
      .filter(({ name }) => name?.endsWith('_HN01'));
    // Only the first plan has figures; nothing stands for both.
    expect(totals.map(({ name }) => name)).toEqual(['tong_KH1_HN01', 'tong_KH2_HN01']);
    const reports = await app.call('export.summary', { dossierId: null, period: PERIOD, format: 'pdf' });
    expect(reports.files).toHaveLength(2);
  });
});
