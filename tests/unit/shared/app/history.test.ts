/** Lịch sử says what was done to what, before → after, in the words of the screen. */
import { describe, expect, it } from 'vitest';
import { ACT_AREAS } from '../../../../shared/domain/history/act-area';
import { officeWithPlan, officeWithSchedule } from '../../../support/test-application';

const of = (id: string) => ({ kind: 'dossier', id }) as const;
/** What has no business in a line for the office: ids, hashes, field names, raw records. */
const RAW =
  /[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{40}|[{}[\]]|undefined|null|dossierId|unitId|\bfalse\b|\btrue\b/u;

describe('a line', () => {
  it('names the number and its day', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('plan.finishReview', { dossierId });
    await app.call('dispatch.register', {
      dossierId,
      documentId: null,
      number: 12,
      date: '2026-02-03',
      claim: false,
    });
    const [registered] = await app.call('store.history', of(dossierId));
    expect(registered?.label).toBe('Đăng ký số văn bản');
    expect(registered?.line).toBe('Đăng ký số 12-KH/ĐU ngày 03/02/2026');
  });

  it('tells the number of its own moment, also where it was undone and another was taken', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const take = { dossierId, documentId: null, date: '2026-02-03', gapSeen: true };
    const undo = () => app.call('store.undo', { ...of(dossierId), revision: null });
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'GM',
      title: 'Giấy mời họp',
      ticket: null,
    });
    await app.call('dispatch.register', { ...take, number: 20 });
    await undo();
    await app.call('dispatch.register', { ...take, number: 999, date: '2026-02-04' });
    await undo();
    await app.call('dispatch.register', { ...take, number: 64 });
    await app.call('dispatch.register', { ...take, documentId, number: 1 });
    const lines = (await app.call('store.history', of(dossierId))).map(({ line }) => line);
    expect(lines.slice(0, 7)).toEqual([
      'Đăng ký số 01-GM/ĐU ngày 03/02/2026',
      'Đăng ký số 64-KH/ĐU ngày 03/02/2026',
      'Hoàn tác: Đăng ký số 999-KH/ĐU ngày 04/02/2026',
      'Đăng ký số 999-KH/ĐU ngày 04/02/2026',
      'Hoàn tác: Đăng ký số 20-KH/ĐU ngày 03/02/2026',
      'Đăng ký số 20-KH/ĐU ngày 03/02/2026',
      'Thêm văn bản: Giấy mời “Giấy mời họp”',
    ]);
    // A page that begins further back tells the same.
    const later = await app.call('store.history', of(dossierId));
    const page = await app.call('store.history', { ...of(dossierId), before: later[2]?.revision ?? 0 });
    expect(page.map(({ line }) => line)).toEqual(lines.slice(3));
  });

  it('names what was undone in a book', async () => {
    const app = await officeWithPlan();
    const entry = { type: 'BC', date: '2026-02-03', subject: 'Báo cáo tuần' };
    const { seriesId, revision } = await app.call('register.enter', entry);
    await app.call('store.undo', { kind: 'register', id: seriesId, revision });
    const [line] = await app.call('store.history', { kind: 'register', id: seriesId });
    expect(line?.line).toBe('Hoàn tác: Ghi dòng vào sổ văn bản đi: số 01-BC/ĐU ngày 03/02/2026');
  });

  it('names the sentence of the plan that was corrected, and what it was before', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const { items } = await app.call('plan.get', { dossierId });
    const task = items.find((item) => item.kind === 'task');
    if (!task) throw new Error('the sample plan has no task');
    await app.call('plan.saveItem', {
      dossierId,
      itemId: task.id,
      patch: { text: 'Mở đợt tuyên truyền cao điểm', lastDay: '2026-05-20' },
    });
    const [line] = await app.call('store.history', of(dossierId));
    expect(line?.line).toBe('Sửa một mục của kế hoạch: Nhiệm vụ “Mở đợt tuyên truyền cao điểm”');
    const told = line?.details.join('\n') ?? '';
    expect(told).toContain('→ “Mở đợt tuyên truyền cao điểm”');
    expect(told).toContain('→ 20/05/2026');
    expect(told).toContain('Hạn cuối: ');
    expect(told).not.toMatch(RAW);
  });

  it('tells a corrected header field by field', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('plan.saveHeader', { dossierId, fields: { place: 'Cát Hải' } });
    await app.call('plan.saveHeader', { dossierId, fields: { place: 'An Bình' } });
    const [line] = await app.call('store.history', of(dossierId));
    expect(line?.line).toMatch(/^Sửa phần đầu kế hoạch: Địa danh/u);
    expect(line?.details.join('\n')).toMatch(/Địa danh[^:]*: “Cát Hải” → “An Bình”/u);
  });

  it('names the units and the period of reports', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const [unit = ''] = app.units;
    await app.call('report.put', {
      dossierId,
      period: '2026-Q1',
      unit,
      receivedOn: '2026-03-20',
      values: { HN01: 4 },
    });
    const [line] = await app.call('store.history', of(dossierId));
    expect(line?.line).toBe('Nhập số liệu báo cáo: Chi bộ Tổ dân phố số 1 – quý I năm 2026');
    expect(line?.details.join('\n')).toContain('HN01');
  });

  it('has nothing raw in it, whatever was done', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    const units = [...app.units];
    await app.call('dispatch.register', {
      dossierId,
      documentId: null,
      number: null,
      date: '2026-01-20',
      claim: false,
    });
    await app.call('report.saveDraft', {
      dossierId,
      period: '2026-Q1',
      sections: [{ code: 'I', text: 'Có {{HN02}} lượt.' }],
    });
    await app.call('report.recordChase', {
      places: [{ dossierId, period: '2026-Q1', units }],
      level: 1,
      channel: 'Zalo',
    });
    await app.call('difficulty.save', { dossierId, unit: units[0] ?? '', subject: 'Thiếu hội trường' });
    await app.call('report.extend', {
      dossierId,
      period: '2026-Q1',
      extension: { unitId: units[1] ?? '', lastDay: '2026-04-30', reason: 'Mưa bão' },
    });
    for (const { line, details } of await app.call('store.history', of(dossierId))) {
      expect(line).not.toMatch(RAW);
      expect(line).not.toMatch(/^Đã sửa|Thay đổi dữ liệu/u);
      expect(details.join('\n')).not.toMatch(RAW);
    }
    for (const { line, details } of await app.call('store.history', { kind: 'office', id: 'office' }))
      expect(`${line}\n${details.join('\n')}`).not.toMatch(RAW);
  });
});

describe('kinds of acts', () => {
  it('tells only those that are asked for, as many as are asked for', async () => {
    const app = await officeWithSchedule();
    const { dossierId } = app;
    for (const place of ['Một', 'Hai', 'Ba'])
      await app.call('plan.saveHeader', { dossierId, fields: { place } });
    const all = await app.call('store.history', { ...of(dossierId), limit: 500 });
    const parts = await Promise.all(
      ACT_AREAS.map((acts) => app.call('store.history', { ...of(dossierId), limit: 500, acts })),
    );
    // Each act is of exactly one kind.
    expect(
      parts
        .flat()
        .map(({ revision }) => revision)
        .sort((a, b) => b - a),
    ).toEqual(all.map(({ revision }) => revision));
    const plan = await app.call('store.history', { ...of(dossierId), limit: 2, acts: 'plan' });
    expect(plan.map(({ command }) => command)).toEqual(['plan.saveHeader', 'plan.saveHeader']);
    const reports = await app.call('store.history', { ...of(dossierId), acts: 'reports' });
    expect(reports.length).toBeGreaterThan(0);
    expect(reports.every(({ command }) => command.startsWith('report.'))).toBe(true);
  });
});
