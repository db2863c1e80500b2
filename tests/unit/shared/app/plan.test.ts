import { describe, expect, it } from 'vitest';
import {
  createTestApplication,
  officeWithPlan,
  SETUP,
  type TestApplication,
} from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

describe('reading a plan', () => {
  it('touches no data when it only parses', async () => {
    const app = createTestApplication();
    const { plan, text } = await app.call('plan.parse', { text: samplePlanText });
    expect(plan.kind).toBe('KẾ HOẠCH');
    expect(text).toContain('Ban Xây dựng Đảng');
    expect(await app.call('plan.list', {})).toEqual([]);
  });

  it('keeps a new dossier in review with items, their words and what they mean', async () => {
    const app = await officeWithPlan();
    const view = await app.call('plan.get', { dossierId: app.dossierId });
    expect(view.plan).toMatchObject({ status: 'review', type: 'KH', system: 'party', sourceFile: null });
    expect(view.documents).toMatchObject([
      { id: app.dossierId, type: 'KH', status: 'draft', registration: null, numberText: null },
    ]);
    const assignment = view.items.find(
      (item) => item.kind === 'assignment' && item.unit === 'Ban Xây dựng Đảng',
    );
    expect(assignment).toMatchObject({ accepted: true, doubt: '', touched: false });
    expect(assignment?.kind === 'assignment' && assignment.entryIds.length).toBe(1);
    const task = view.items.find((item) => item.kind === 'task' && item.text.includes('10/6/2026'));
    expect(task).toMatchObject({ lastDay: '2026-06-09', assignmentId: assignment?.id });
    const everyUnit = view.items.find((item) => item.kind === 'recipient' && item.name.includes('mục IV'));
    expect(everyUnit?.kind === 'recipient' && everyUnit.entryIds.length).toBe(3);
    for (const item of view.items) expect(item.origins).toHaveLength(1);
  });

  it('keeps the source file byte for byte and finds the dossier again by it', async () => {
    const app = await officeWithPlan();
    const bytes = `${samplePlanText}\n`.replace('27-NQ/TU ngày', '28-NQ/TU ngày');
    const first = await app.call('plan.import', { ticket: app.ports.drop({ name: 'kh.docx', bytes }) });
    expect(first.again).toBe(false);
    const view = await app.call('plan.get', { dossierId: first.dossierId });
    expect(view.files).toMatchObject([{ name: 'kh.docx', role: 'source', extension: 'docx' }]);
    const offered = await app.call('file.get', {
      dossierId: first.dossierId,
      sha256: view.files[0]?.id ?? '',
    });
    expect(Buffer.from(app.ports.taken(offered.ticket)[0]?.bytes ?? []).toString('utf8')).toBe(bytes);
    const second = await app.call('plan.import', {
      ticket: app.ports.drop({ name: 'ten-khac.docx', bytes }),
    });
    expect(second).toMatchObject({ dossierId: first.dossierId, again: true, revision: first.revision });
    expect(await app.call('plan.list', {})).toHaveLength(2);
  });

  it('refuses a state secret and keeps nothing of it', async () => {
    const app = await officeWithPlan();
    const ticket = app.ports.drop({
      name: 'mat.txt',
      bytes: samplePlanText.replace('KẾ HOẠCH\n', 'MẬT\nKẾ HOẠCH\n'),
    });
    const refused = await app.refusal('plan.import', { ticket });
    expect(refused.code).toBe('FORBIDDEN');
    expect(refused.message).toContain('mat.txt');
    expect(await app.call('plan.list', {})).toHaveLength(1);
  });

  it('refuses files that say nothing or are too many', async () => {
    const app = await officeWithPlan();
    const cases = [
      app.ports.drop({ name: 'rong.txt', bytes: '  \n ' }),
      app.ports.drop({ name: 'anh.png', bytes: 'x' }),
      app.ports.drop({ name: 'a.txt', bytes: 'a' }, { name: 'b.txt', bytes: 'b' }),
      app.ports.drop({ name: 'to.docx', bytes: 'a', size: 60_000_000 }),
      app.ports.drop(),
    ];
    for (const ticket of cases)
      expect((await app.refusal('plan.import', { ticket })).code).toBe('BAD_REQUEST');
  });

  it('is proposed the profile of its own system, whatever the office’s is', async () => {
    const app = await officeWithPlan();
    const state = [
      'ỦY BAN NHÂN DÂN', 'XÃ TÂN PHÚ', 'Số: 112/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc',
      'Tân Phú, ngày 05 tháng 01 năm 2026', 'KẾ HOẠCH', 'Phòng, chống thiên tai năm 2026', 'I. MỤC ĐÍCH', 'Chủ động phòng ngừa.',
    ].join('\n'); // prettier-ignore
    const { dossierId } = await app.call('plan.import', { text: state });
    const { plan } = await app.call('plan.get', { dossierId });
    expect(plan).toMatchObject({ system: 'state', ruleProfileId: 'nd30' });
    const own = await app.call('plan.get', { dossierId: app.dossierId });
    const { profile } = await app.call('office.get', {});
    expect(own.plan.ruleProfileId).toBe(profile?.ruleProfileId);
  });

  it('works before first run, and matches the directory later', async () => {
    const app = createTestApplication();
    const { dossierId } = await app.call('plan.import', { text: samplePlanText });
    const before = await app.call('plan.get', { dossierId });
    expect(
      before.items
        .filter((item) => item.kind === 'assignment')
        .every(({ doubt }) => doubt.includes('chưa có trong danh mục')),
    ).toBe(true);
    await app.call('office.setup', SETUP);
    await app.call('plan.import', { text: samplePlanText });
    const after = await app.call('plan.get', { dossierId });
    expect(after.items.filter((item) => item.kind === 'assignment').every(({ doubt }) => doubt === '')).toBe(
      true,
    );
  });
});

describe('names that the directory learns of', () => {
  const text = `KẾ HOẠCH
thử danh mục
I. TỔ CHỨC THỰC HIỆN
1. Các chi đoàn trực thuộc
- Đăng ký công trình.
2. Đội Sao Mai
- Phối hợp.
Nơi nhận:
- Các chi đoàn trực thuộc;
- Đội Sao Mai;
- Lưu VP.`;
  const named = async (app: TestApplication, dossierId: string, name: string) =>
    (await app.call('plan.get', { dossierId })).items.flatMap((item) =>
      (item.kind === 'assignment' && item.unit === name) || (item.kind === 'recipient' && item.name === name)
        ? [item]
        : [],
    );

  it('are matched wherever the plan says them, in one step that can be taken back', async () => {
    const app = await officeWithPlan();
    const { dossierId } = await app.call('plan.import', { text });
    const before = await named(app, dossierId, 'Các chi đoàn trực thuộc');
    expect(before.map(({ doubt }) => doubt.includes('chưa có trong danh mục'))).toEqual([true, true]);
    const { id } = await app.call('office.saveEntry', { kind: 'group', name: 'Các chi đoàn trực thuộc' });
    const [first] = before;
    const done = await app.call('plan.matchNames', {
      dossierId,
      item: { id: first?.id ?? '', entryIds: [id] },
    });
    expect(done.matched).toBe(2);
    for (const item of await named(app, dossierId, 'Các chi đoàn trực thuộc'))
      expect(item).toMatchObject({ entryIds: [id], doubt: '', accepted: true });
    for (const item of await named(app, dossierId, 'Đội Sao Mai')) expect(item.entryIds).toEqual([]);
    await app.call('store.undo', { kind: 'dossier', id: dossierId, revision: done.revision });
    expect(await named(app, dossierId, 'Các chi đoàn trực thuộc')).toEqual(before);
  });

  it('under another spelling go to all of the same words, and later ones are found by name', async () => {
    const app = await officeWithPlan();
    const { dossierId } = await app.call('plan.import', { text });
    const [first] = await named(app, dossierId, 'Đội Sao Mai');
    const { id } = await app.call('office.saveEntry', { kind: 'unit', name: 'Đội Tuyên truyền Sao Mai' });
    await app.call('plan.matchNames', { dossierId, item: { id: first?.id ?? '', entryIds: [id] } });
    for (const item of await named(app, dossierId, 'Đội Sao Mai')) expect(item.entryIds).toEqual([id]);
    await app.call('office.saveEntry', { kind: 'group', name: 'Các chi đoàn trực thuộc' });
    expect((await app.call('plan.matchNames', { dossierId, item: null })).matched).toBe(2);
    expect((await app.call('plan.matchNames', { dossierId, item: null })).matched).toBe(0);
  });
});

describe('correcting a plan', () => {
  it('saves, adds, splits, merges, moves, drops, restores and accepts items, each one commit', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const items = async () => (await app.call('plan.get', { dossierId })).items;
    const tasks = (await items()).filter((item) => item.kind === 'task');
    const assignments = (await items()).filter((item) => item.kind === 'assignment');
    const [task, second] = tasks;
    if (!task || !second) throw new Error('no tasks');

    const saved = await app.call('plan.saveItem', {
      dossierId,
      itemId: task.id,
      patch: { text: 'Nhiệm vụ đã sửa', lastDay: '2026-07-01' },
    });
    expect((await items()).find(({ id }) => id === task.id)).toMatchObject({
      text: 'Nhiệm vụ đã sửa',
      touched: true,
      accepted: true,
    });
    const wrong = await app.refusal('plan.saveItem', {
      dossierId,
      itemId: task.id,
      patch: { lastDay: '2026-02-30' },
    });
    expect(wrong.fieldErrors?.['lastDay']).toContain('Ngày không có thật');
    expect(
      (await app.refusal('plan.saveItem', { dossierId, itemId: task.id, patch: { touched: false } })).code,
    ).toBe('BAD_REQUEST');
    expect(
      (await app.refusal('plan.saveItem', { dossierId, itemId: task.id, patch: { text: ' ' } })).code,
    ).toBe('BAD_REQUEST');
    expect((await app.refusal('plan.saveItem', { dossierId, itemId: 'khong-co', patch: {} })).code).toBe(
      'NOT_FOUND',
    );

    const added = await app.call('plan.addItem', {
      dossierId,
      kind: 'recipient',
      fields: { name: 'UBND phường' },
      afterId: null,
    });
    expect(added.revision).toBe(saved.revision + 1);
    const recipient = (await items()).find(({ id }) => id === added.itemId);
    expect(recipient?.kind === 'recipient' && recipient.entryIds).toHaveLength(1);
    expect(
      (await app.refusal('plan.addItem', { dossierId, kind: 'la', fields: {}, afterId: null })).code,
    ).toBe('BAD_REQUEST');
    expect(
      (await app.refusal('plan.addItem', { dossierId, kind: 'task', fields: { text: '' }, afterId: null }))
        .code,
    ).toBe('BAD_REQUEST');

    const split = await app.call('plan.splitItem', { dossierId, itemId: task.id, at: 8 });
    const halves = (await items()).filter(({ id }) => id === task.id || id === split.itemId);
    expect(halves.map((item) => item.kind === 'task' && item.text)).toEqual(['Nhiệm vụ', 'đã sửa']);
    expect(halves[1]?.origins).toEqual(halves[0]?.origins);
    expect((await app.refusal('plan.splitItem', { dossierId, itemId: task.id, at: 8 })).code).toBe(
      'BAD_REQUEST',
    );
    await app.call('plan.mergeItems', { dossierId, itemIds: [task.id, split.itemId] });
    expect((await items()).find(({ id }) => id === task.id)).toMatchObject({ text: 'Nhiệm vụ đã sửa' });
    expect(
      (await app.refusal('plan.mergeItems', { dossierId, itemIds: [task.id, assignments[0]?.id ?? ''] }))
        .message,
    ).toContain('cùng loại');

    const office = assignments.find((item) => item.unit === 'Văn phòng Đảng ủy');
    await app.call('plan.moveTask', { dossierId, itemId: second.id, assignmentId: office?.id ?? '' });
    expect((await items()).find(({ id }) => id === second.id)).toMatchObject({
      assignmentId: office?.id,
      touched: true,
    });
    expect(
      (await app.refusal('plan.moveTask', { dossierId, itemId: second.id, assignmentId: task.id })).code,
    ).toBe('BAD_REQUEST');

    await app.call('plan.dropItem', { dossierId, itemId: office?.id ?? '' });
    expect((await items()).filter(({ dropped }) => dropped).length).toBeGreaterThan(1);
    expect(
      (await app.refusal('plan.mergeItems', { dossierId, itemIds: assignments.map(({ id }) => id) })).message,
    ).toContain('khôi phục');
    await app.call('plan.restoreItem', { dossierId, itemId: office?.id ?? '' });
    expect((await items()).some(({ dropped }) => dropped)).toBe(false);

    const before = await items();
    const again = await app.call('plan.import', { text: samplePlanText, name: 'Kế hoạch thử' });
    expect(again.again).toBe(true);
    expect(await items()).toEqual(before);

    await app.call('plan.acceptItems', { dossierId, itemIds: null });
    const uncertain = (await items()).filter(({ accepted }) => !accepted);
    await app.call('plan.acceptItems', { dossierId, itemIds: uncertain.map(({ id }) => id) });
    expect((await items()).every(({ accepted }) => accepted)).toBe(true);
    await app.call('plan.finishReview', { dossierId });
    expect((await app.call('plan.get', { dossierId })).plan.status).toBe('reviewed');
  });

  it('keeps corrected header fields when the text is read again', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('plan.saveHeader', { dossierId, fields: { title: 'Trích yếu đã sửa', place: 'An Bình' } });
    await app.call('plan.import', { text: samplePlanText });
    const { plan, documents } = await app.call('plan.get', { dossierId });
    expect([plan.title, documents[0]?.title]).toEqual(['Trích yếu đã sửa', 'Trích yếu đã sửa']);
    expect(
      (await app.refusal('plan.saveHeader', { dossierId, fields: { title: ' ' } })).fieldErrors?.['title'],
    ).toBeDefined();
    expect(
      (await app.refusal('plan.saveHeader', { dossierId, fields: { ruleProfileId: 'la' } })).fieldErrors?.[
        'ruleProfileId'
      ],
    ).toBeDefined();
  });

  it('refuses what it does not know', async () => {
    const app = await officeWithPlan();
    expect((await app.refusal('plan.get', { dossierId: 'khong-co' })).code).toBe('NOT_FOUND');
    expect((await app.refusal('plan.get', { dossierId: '../office' })).code).toBe('NOT_FOUND');
    expect((await app.refusal('plan.finishReview', { dossierId: 'khong-co' })).code).toBe('NOT_FOUND');
  });
});

describe('lists and exports', () => {
  it('lists from the catalogue, found with and without marks and by number', async () => {
    const app = await officeWithPlan();
    await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId: null,
      number: null,
      date: '2026-01-20',
    });
    const [row] = await app.call('plan.list', {});
    expect(row).toMatchObject({
      dossierId: app.dossierId,
      numberText: '01-KH/ĐU',
      status: 'issued',
      archived: false,
      nextDeadline: '2026-06-09',
    });
    for (const query of ['nghi quyet', 'Nghị quyết', '01-KH/ĐU', '01 kh du', '27-nq/tu'])
      expect(await app.call('plan.list', { query }), query).toHaveLength(1);
    for (const query of ['nghỉ quyết', '02-KH/ĐU', 'không có'])
      expect(await app.call('plan.list', { query }), query).toHaveLength(0);
  });

  it('asks, and does not refuse, when the letterhead names another office', async () => {
    const app = await officeWithPlan();
    const own = await app.call('plan.get', { dossierId: app.dossierId });
    expect(own.plan.parsed.warnings.map(({ code }) => code)).not.toContain('foreign-issuer');
    const text = samplePlanText.replace('ĐẢNG ỦY PHƯỜNG AN BÌNH', 'ĐẢNG ỦY XÃ SÔNG XANH');
    const taken = await app.call('plan.import', { text, name: 'Kế hoạch xã khác' });
    expect(taken.warnings[0]?.code).toBe('foreign-issuer');
    const { plan } = await app.call('plan.get', { dossierId: taken.dossierId });
    expect(plan.parsed.warnings[0]?.message).toContain(
      'Cơ quan ban hành trong văn bản là “ĐẢNG ỦY XÃ SÔNG XANH”, khác cơ quan của bạn',
    );
  });

  it('goes to the trash and back, but not with a number', async () => {
    const app = await officeWithPlan();
    const { trashId } = await app.call('plan.trash', { dossierId: app.dossierId });
    expect(await app.call('plan.list', {})).toEqual([]);
    expect((await app.refusal('plan.trash', { dossierId: app.dossierId })).code).toBe('NOT_FOUND');
    const [lying, ...others] = await app.call('plan.trashed', {});
    expect(others).toEqual([]);
    expect(lying).toMatchObject({ trashId, dossierId: app.dossierId });
    expect(lying?.title).toMatch(/nghị quyết/i);
    await app.call('plan.restore', { trashId });
    expect(await app.call('plan.trashed', {})).toEqual([]);
    expect((await app.refusal('plan.restore', { trashId: 'la' })).code).toBe('NOT_FOUND');
    await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId: null,
      number: null,
      date: '2026-01-20',
    });
    expect((await app.refusal('plan.trash', { dossierId: app.dossierId })).code).toBe('CONFLICT');
  });

  it('exports in a rule profile', async () => {
    const app = await officeWithPlan();
    await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId: null,
      number: 7,
      date: '2026-01-20',
    });
    const pdf = await app.call('plan.export', { dossierId: app.dossierId, profile: 'hd36', format: 'pdf' });
    const text = Buffer.from(app.ports.taken(pdf.ticket)[0]?.bytes ?? []).toString('utf8');
    expect(text).toContain('Số 07-KH/ĐU');
    expect(text).toContain('An Bình, ngày 20 tháng 01 năm 2026');
    expect(pdf.suggestedName).toMatch(/\.pdf$/u);
    await app.call('plan.export', { dossierId: app.dossierId, profile: null, format: 'docx' });
    expect(
      (await app.refusal('plan.export', { dossierId: app.dossierId, profile: 'la', format: 'pdf' })).code,
    ).toBe('NOT_FOUND');
  });
});
