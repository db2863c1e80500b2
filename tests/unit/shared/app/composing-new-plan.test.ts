/** A plan that is begun here, and what became of its text since. */
import { describe, expect, it } from 'vitest';
import type { PlanChange } from '../../../../shared/rpc/contract/composing';
import { officeWithPlan, type TestApplication } from '../../../support/test-application';

type WithPlan = TestApplication & { readonly dossierId: string };

const get = (app: WithPlan) => app.call('plan.get', { dossierId: app.dossierId });

/** Replaces the first place of `words`. */
async function replace(app: WithPlan, words: string, text: string) {
  const { plan } = await get(app);
  const start = plan.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  return app.call('plan.replaceText', {
    dossierId: app.dossierId,
    textHash: plan.textHash,
    edits: [{ start, end: start + words.length, text }],
  });
}

async function taskWith(app: WithPlan, words: string) {
  const { items } = await get(app);
  const item = items.find((each) => each.kind === 'task' && each.text.includes(words));
  if (item?.kind !== 'task') throw new Error(`no task with “${words}”`);
  return item;
}

/** Proposes a change and writes it. */
async function write(app: WithPlan, change: PlanChange) {
  const { dossierId } = app;
  const { edits, textHash, preview, notes } = await app.call('plan.proposeEdits', { dossierId, change });
  await app.call('plan.replaceText', { dossierId, textHash, edits });
  return { preview, notes };
}

describe('a new plan', () => {
  const basis = [
    {
      documentKind: 'Kế hoạch',
      number: '12-KH/TU',
      date: '2027-01-10',
      issuer: 'Ban Thường vụ Thành ủy',
      title: 'về tuyên truyền năm 2027',
    },
  ];

  it('is made from every template, with the office’s names and the superior’s document as its basis', async () => {
    const app = await officeWithPlan();
    for (const template of await app.call('plan.templates', {})) {
      const { dossierId } = await app.call('plan.create', {
        source: { kind: 'template', templateId: template.id },
        year: 2027,
        basis,
      });
      const { plan, items } = await app.call('plan.get', { dossierId });
      expect(plan.text).not.toContain('{{');
      expect(plan).toMatchObject({
        status: 'review',
        composed: true,
        sourceFile: null,
        system: template.system,
      });
      expect(items.find(({ kind }) => kind === 'basis')).toMatchObject({
        number: '12-KH/TU',
        date: '2027-01-10',
      });
      expect(items.filter(({ kind }) => kind === 'assignment').length).toBeGreaterThanOrEqual(4);
      expect(plan.text).toContain('An Bình, ngày … tháng … năm 2027');
    }
  });

  it('starts from templates that pass the office’s own check, but for who signs', async () => {
    const app = await officeWithPlan();
    for (const template of await app.call('plan.templates', {})) {
      const { dossierId } = await app.call('plan.create', {
        source: { kind: 'template', templateId: template.id },
        year: 2027,
        basis,
      });
      const { findings } = await app.call('plan.check', { dossierId });
      expect(
        findings.map(({ message }) => message).filter((message) => !message.includes('người ký')),
        template.name,
      ).toEqual([]);
    }
  });

  it('is one dossier however often the same call comes', async () => {
    const app = await officeWithPlan();
    const input = { source: { kind: 'template' as const, templateId: 'tuyen-truyen' }, year: 2027 };
    const first = await app.call('plan.create', input, { requestId: 'cung-mot-yeu-cau' });
    const again = await app.call('plan.create', input, { requestId: 'cung-mot-yeu-cau' });
    expect(again.dossierId).toBe(first.dossierId);
    expect(await app.call('plan.list', {})).toHaveLength(2);
  });

  it('is made from last year’s: chosen dates moved, bases and number not', async () => {
    const app = await officeWithPlan();
    const dates = await app.call('plan.cloneDates', { dossierId: app.dossierId, years: 1 });
    const moved = dates.dates.filter(({ kind }) => kind === 'moved');
    expect(moved.some(({ after }) => after === '10/6/2027')).toBe(true);
    expect(dates.dates.some(({ kind, before, after }) => kind === 'cited' && before === after)).toBe(true);
    const source = { kind: 'clone' as const, dossierId: app.dossierId, textHash: dates.textHash };
    const { dossierId } = await app.call('plan.create', {
      source: { ...source, dates: moved.map(({ start, end, after }) => ({ start, end, text: after })) },
      year: 2027,
    });
    const { plan, items } = await app.call('plan.get', { dossierId });
    expect(plan.parsed.header.number).toBeNull();
    const task = items.find((item) => item.kind === 'task' && item.text.includes('10/6/2027'));
    expect(task).toMatchObject({ lastDay: '2027-06-09' });
    expect(
      await app.refusal('plan.create', {
        source: { ...source, dates: [{ start: 0, end: 4, text: 'x' }] },
        year: 2027,
      }),
    ).toMatchObject({ code: 'BAD_REQUEST' });
    expect(
      await app.refusal('plan.create', { source: { ...source, textHash: 'cu', dates: [] }, year: 2027 }),
    ).toMatchObject({ code: 'CONFLICT' });
  });

  it('can start from the office’s own plan kept as a template, renamed and removed again', async () => {
    const app = await officeWithPlan();
    const { id } = await app.call('office.savePlanTemplate', {
      id: null,
      name: 'Mẫu của phường',
      dossierId: app.dossierId,
    });
    await app.call('office.savePlanTemplate', {
      id,
      name: 'Mẫu tuyên truyền của phường',
      note: 'Dùng đầu năm',
    });
    expect((await app.call('plan.templates', {}))[0]).toMatchObject({
      id,
      own: true,
      name: 'Mẫu tuyên truyền của phường',
      note: 'Dùng đầu năm',
    });
    const made = await app.call('plan.create', { source: { kind: 'template', templateId: id }, year: 2027 });
    const [old, fresh] = [await get(app), await app.call('plan.get', { dossierId: made.dossierId })];
    expect(fresh.plan.parsed.assignments.map(({ unit }) => unit)).toEqual(
      old.plan.parsed.assignments.map(({ unit }) => unit),
    );
    await app.call('office.removePlanTemplate', { id });
    expect(await app.refusal('office.removePlanTemplate', { id: 'tuyen-truyen' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await app.call('plan.templates', {})).every(({ own }) => !own)).toBe(true);
  });
});

describe('versions', () => {
  it('are kept, compared as text and as data, and brought back', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const first = await app.call('plan.saveVersion', { dossierId, note: 'Trước khi xin ý kiến' });
    expect(first.number).toBe(1);
    await replace(app, 'trước ngày 10/6/2026', 'trước ngày 20/6/2026');
    await write(app, { kind: 'addRecipient', name: 'Đài Truyền thanh phường', purpose: null });
    const compared = await app.call('plan.compareVersions', { dossierId, from: first.id, to: null });
    expect(compared.counts).toMatchObject({ changed: 1, added: 1, removed: 0, moved: 0 });
    expect(compared.data).toContainEqual(
      expect.objectContaining({ kind: 'recipient', change: 'added', what: 'Đài Truyền thanh phường' }),
    );
    expect(compared.data).toContainEqual(
      expect.objectContaining({
        kind: 'task',
        change: 'changed',
        after: expect.stringContaining('hạn 19/06/2026') as string,
      }),
    );
    const before = (await get(app)).plan.text;
    await app.call('plan.restoreVersion', { dossierId, versionId: first.id });
    expect((await app.call('plan.versions', { dossierId }))[0]).toMatchObject({ number: 1, isCurrent: true });
    expect(await taskWith(app, '10/6/2026')).toMatchObject({ lastDay: '2026-06-09' });
    await app.call('store.undo', { kind: 'dossier', id: dossierId, revision: null });
    expect((await get(app)).plan.text).toBe(before);
    expect(
      await app.refusal('plan.compareVersions', { dossierId, from: 'khong-co', to: null }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });
});
