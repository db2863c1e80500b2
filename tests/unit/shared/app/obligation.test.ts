import { describe, expect, it } from 'vitest';
import { dossierTables } from '../../../../shared/schema/aggregates';
import { createTestApplication, SETUP, officeWithSchedule } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';
import { samplePlanText } from '../../../support/test-ports';

type Office = Awaited<ReturnType<typeof officeWithSchedule>>;

async function asked(app: Office): Promise<string> {
  const { id } = await app.call('ownPlan.request', {
    dossierId: app.dossierId,
    title: 'Kế hoạch tuyên truyền của đơn vị',
    lastDay: '2026-03-20',
    units: [...app.units],
  });
  return id;
}

const PDF = '%PDF-1.4 kế hoạch';

describe("units' own plans", () => {
  it('are proposed from the plan’s own sentence, which is shown and asked once', async () => {
    const app = createTestApplication();
    await app.call('office.setup', SETUP);
    const sentence =
      '- Các chi bộ, đảng bộ trực thuộc xây dựng kế hoạch tuyên truyền Nghị quyết, gửi về Đảng ủy trước ngày 14/6/2026.';
    const { dossierId } = await app.call('plan.import', {
      text: samplePlanText.replace('2. Văn phòng Đảng ủy', `${sentence}\n2. Văn phòng Đảng ủy`),
      name: 'thử',
    });
    const { proposals, unitIds } = await app.call('ownPlan.propose', { dossierId });
    expect(proposals).toHaveLength(1);
    const [proposal] = proposals;
    // "trước ngày 14/6" is 13/6, a Saturday: Monday would be later than the plan says, so Friday is proposed.
    expect(proposal).toMatchObject({ dueDay: '2026-06-13', proposedLastDay: '2026-06-12', requestId: null });
    expect(proposal?.reason).toContain('sớm lên thứ Sáu, ngày 12/06/2026');
    expect(proposal?.sentence).toContain('xây dựng kế hoạch tuyên truyền Nghị quyết');
    expect(proposal?.title).toBe('Kế hoạch tuyên truyền Nghị quyết');
    expect(proposal?.unitIds).toEqual(unitIds);
    const before = (await app.call('today.list', {})).items;
    app.ports.at('2026-06-10T08:00:00+07:00');
    const naming = async () =>
      (await app.call('today.list', {})).items.filter(({ date }) => date?.startsWith('2026-06-1') === true);
    expect(before.length).toBeGreaterThan(0);
    // The task and its own deadline are one line, not two.
    expect((await naming()).map(({ date }) => date)).toEqual(['2026-06-13']);
    await app.call('ownPlan.request', {
      dossierId,
      title: proposal?.title ?? '',
      lastDay: '2026-06-15',
      itemId: proposal?.itemId ?? null,
    });
    expect((await app.call('ownPlan.propose', { dossierId })).proposals[0]?.requestId).not.toBeNull();
    // From now on the request tells of it.
    expect((await naming()).map(({ about, date }) => [about?.kind, date])).toEqual([
      ['own-plan', '2026-06-15'],
    ]);
  });

  it('come in once each: sent again the first day stands, a return is owed again, every file is kept', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const request = await asked(app);
    const [unit = ''] = app.units;
    const at = { dossierId, request };
    const receive = (file: string, more: object) =>
      app.call('ownPlan.receive', {
        ...at,
        plans: [{ unit, ticket: app.ports.drop({ name: 'kh.pdf', bytes: file }), ...more }],
      });
    const now = async () =>
      (await app.call('ownPlan.status', at)).units.find((row) => row.unit === unit) ?? null;
    await receive(PDF, { numberText: '05-KH/CB', date: '2026-03-18', receivedOn: '2026-03-20' });
    expect(await now()).toMatchObject({ state: 'on-time', fileName: 'kh.pdf' });
    await receive(`${PDF} sửa`, { numberText: '05-KH/CB' });
    const again = await now();
    expect(again).toMatchObject({ state: 'on-time', receivedAt: '2026-03-20' });
    expect(again?.plan?.earlierFiles).toHaveLength(1);
    await app.call('ownPlan.return', { ...at, unit, reason: 'Chưa ký' });
    expect(await now()).toMatchObject({ state: 'returned', receivedAt: null });
    await receive(`${PDF} ký`, {});
    expect(await now()).toMatchObject({ state: 'late', receivedAt: '2026-03-25' });
    const plan = await app.call('plan.get', { dossierId });
    expect(plan.files.filter(({ name }) => name === 'kh.pdf')).toHaveLength(3);
    const [row] = await app.call('ownPlan.list', {});
    expect(row).toMatchObject({ expected: 3, received: 1, late: 1, missing: 2 });
    const matrix = await app.call('report.matrix', { dossierId: null, year: 2026 });
    expect(matrix.columns.map(({ kind, period }) => [kind, period])).toEqual([
      ['own-plan', request],
      ['report', '2026-Q1'],
    ]);
    expect(matrix.totals[0]).toMatchObject({ expected: 3, received: 1 });
  });

  it('refuses a secret file among several and then keeps none', async () => {
    const app = await officeWithSchedule();
    const request = await asked(app);
    const [first = '', second = ''] = app.units;
    const ticket = app.ports.drop(
      { name: 'a.pdf', bytes: PDF },
      { name: 'b.txt', bytes: 'ĐẢNG ỦY PHƯỜNG AN BÌNH\nTỐI MẬT\nKẾ HOẠCH\nthử' },
    );
    const error = await app.refusal('ownPlan.receive', {
      dossierId: app.dossierId,
      request,
      plans: [
        { unit: first, ticket, place: 'a.pdf' },
        { unit: second, ticket, place: 'b.txt' },
      ],
    });
    expect(error.code).toBe('FORBIDDEN');
    expect(
      (await app.call('plan.get', { dossierId: app.dossierId })).files.map(({ name }) => name),
    ).not.toContain('a.pdf');
    expect((await app.call('ownPlan.list', {}))[0]?.received).toBe(0);
  });

  it('matches dropped files to units by file name, then by the letterhead; says what is doubtful', async () => {
    const app = await officeWithSchedule();
    const request = await asked(app);
    const [first = '', second = ''] = app.units;
    const head =
      'ĐẢNG ỦY PHƯỜNG AN BÌNH\nCHI BỘ TỔ DÂN PHỐ SỐ 2\n*\nSố 07-KH/CB\nAn Bình, ngày 12 tháng 3 năm 2026\nKẾ HOẠCH\ntuyên truyền';
    const ticket = app.ports.drop(
      { name: 'KH_TDP1.pdf', bytes: PDF },
      { name: 'scan.txt', bytes: head },
      { name: 'KH TDP 1 (2).pdf', bytes: `${PDF} nữa` },
      { name: 'anh.exe', bytes: 'MZ' },
    );
    const { files } = await app.call('ownPlan.match', {
      dossierId: app.dossierId,
      request,
      tickets: [ticket],
    });
    expect(files.map(({ unit, readFrom }) => [unit, readFrom])).toEqual([
      [first, 'file-name'],
      [second, 'first-page'],
      [first, 'file-name'],
      [null, null],
    ]);
    expect(files[1]).toMatchObject({ date: '2026-03-12', doubt: '' });
    expect(files[1]?.numberText).toContain('07');
    expect(files[2]?.doubt).toContain('KH_TDP1.pdf');
    expect(files[3]?.refused).toContain('anh.exe');
    expect((await app.call('ownPlan.list', {}))[0]?.received).toBe(0);
  });
});

describe('what is owed upward', () => {
  it('is proposed from the periods: the office’s day to the city, the next working day, the superior named', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const [proposal] = await app.call('upward.propose', { dossierId });
    expect(proposal).toMatchObject({ kind: 'periodic', period: '2026-Q1', dueDay: '2026-03-20' });
    const { id } = await app.call('upward.save', {
      dossierId,
      kind: 'periodic',
      title: proposal?.title ?? '',
      to: 'Ban Tuyên giáo và Dân vận Thành ủy',
      period: proposal?.period ?? null,
      lastDay: '2026-03-26',
      time: '09:00',
    });
    expect(await app.call('upward.propose', { dossierId })).toEqual([]);
    const today = async () =>
      (await app.call('today.list', {})).items.find(({ about }) => about?.kind === 'upward') ?? null;
    expect(await today()).toMatchObject({ kind: 'due', action: 'Ghi đã gửi', about: { id } });
    expect((await today())?.detail).toContain('09:00');
    app.ports.at('2026-03-26T09:01:00+07:00');
    expect((await today())?.kind).toBe('overdue');
    const state = async () => (await app.call('upward.list', {}))[0]?.state;
    await app.call('upward.send', { dossierId, id, numberText: '12-BC/ĐU', date: '2026-03-26' });
    expect(await state()).toBe('late');
    expect((await app.refusal('upward.remove', { dossierId, id })).code).toBe('CONFLICT');
    await app.call('upward.receipt', { dossierId, id, note: 'Số đến 125' });
    expect(await state()).toBe('confirmed');
    await app.call('upward.file', { dossierId, id });
    expect(await state()).toBe('filed');
    expect((await app.refusal('upward.send', { dossierId, id, numberText: 'x' })).code).toBe('CONFLICT');
    const rows = await app.call('obligation.list', {});
    expect(rows.map(({ direction, state: each }) => [direction, each])).toEqual([
      ['in', 'overdue'],
      ['up', 'done'],
    ]);
  });

  it('can be a document of the dossier, whose number, day and signed copy it takes', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'BC',
      title: 'Báo cáo',
      ticket: null,
    });
    const { id } = await app.call('upward.save', {
      dossierId,
      kind: 'final',
      title: 'Báo cáo tổng kết',
      to: 'Thành ủy',
      lastDay: '2026-03-26',
    });
    const send = { dossierId, id, documentId };
    expect((await app.refusal('upward.send', send)).message).toContain('chưa có số');
    const { numberText } = await app.call('dispatch.register', {
      dossierId,
      documentId,
      number: null,
      date: '2026-03-24',
    });
    await app.call('document.sign', {
      dossierId,
      documentId,
      ticket: app.ports.drop({ name: 'ky.pdf', bytes: PDF }),
    });
    await app.call('upward.send', send);
    expect((await app.call('upward.list', { dossierId }))[0]).toMatchObject({
      sent: { numberText, date: '2026-03-24', on: '2026-03-25' },
      fileName: 'ky.pdf',
    });
  });
});

describe('the ledger of difficulties', () => {
  it('asks back about personal data without saying it, tells what is overdue, is written as a sheet', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const [unit = ''] = app.units;
    const { id, questions } = await app.call('difficulty.save', {
      dossierId,
      unit,
      subject: 'Thiếu loa; liên hệ 0912 345 678',
      receivedOn: '2026-03-10',
      forwardedTo: 'Phòng Văn hóa – Xã hội',
      lastDay: '2026-03-20',
    });
    expect(questions).toHaveLength(1);
    expect(questions[0]).not.toContain('0912');
    expect((await app.call('today.list', {})).items).toContainEqual(
      expect.objectContaining({ kind: 'overdue', about: { kind: 'difficulty', id }, action: 'Trả lời' }),
    );
    const offered = await app.call('difficulty.export', { only: 'open' });
    const [sheet] = workbookOf(app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array()).sheets;
    const texts = sheet?.cells.map(({ value }) => (value.kind === 'text' ? value.text : value.kind)) ?? [];
    expect(texts).toContain('Thiếu loa; liên hệ 0912 345 678');
    expect(texts).toContain('Quá hạn trả lời');
    expect(texts.filter((text) => text === 'date')).toHaveLength(2);
    await app.call('difficulty.answer', { dossierId, id, numberText: '45/CV', date: '2026-03-21' });
    expect((await app.call('difficulty.list', {}))[0]?.state).toBe('answered-late');
    expect((await app.call('difficulty.export', { only: 'open' })).rows).toBe(0);
    expect((await app.call('today.list', {})).items.some(({ about }) => about?.kind === 'difficulty')).toBe(
      false,
    );
  });
});

describe('ending the dossier', () => {
  it('names what is still owed, and its JSON has every table', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    await asked(app);
    const [unit = ''] = app.units;
    await app.call('difficulty.save', { dossierId, unit, subject: 'Thiếu loa', receivedOn: '2026-03-10' });
    const { id } = await app.call('upward.save', {
      dossierId,
      kind: 'final',
      title: 'Báo cáo tổng kết',
      to: 'Thành ủy',
      lastDay: '2026-03-26',
    });
    const lacking = async () => (await app.call('archive.check', { dossierId })).lacking.join('\n');
    expect(await lacking()).toContain('còn 3/3 đơn vị chưa gửi kế hoạch');
    expect(await lacking()).toContain('Báo cáo cấp trên “Báo cáo tổng kết” chưa gửi.');
    expect(await lacking()).toContain('Còn 1 khó khăn, vướng mắc');
    await app.call('upward.send', {
      dossierId,
      id,
      numberText: '1-BC/ĐU',
      ticket: app.ports.drop({ name: 'bc.pdf', bytes: PDF }),
    });
    expect(await lacking()).toContain('đã gửi nhưng chưa lưu hồ sơ');
    const offered = await app.call('archive.export', { dossierId, format: 'folder' });
    const files = app.ports.taken(offered.ticket);
    expect(files.map(({ name }) => name)).toContain('data/ban-ky/bc.pdf');
    const json = files.find(({ name }) => name === 'data/ho-so.json');
    const whole = JSON.parse(Buffer.from(json?.bytes ?? new Uint8Array()).toString('utf8')) as object;
    const tables = Object.keys(dossierTables).filter((table) => table !== 'plan' && table !== 'archive');
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(tables));
  });
});
