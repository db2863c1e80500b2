import { describe, expect, it } from 'vitest';
import { withDay } from '../../../../shared/domain/plan/composing/task-words';
import type { PlanChange } from '../../../../shared/rpc/contract/composing';
import { readPlan } from '../../../../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../../../../shared/domain/plan/reading/source-from-text';
import { officeWithPlan, type TestApplication } from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

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

describe('editing a plan’s text', () => {
  it('reads the whole again: a new day in the words is the task’s new day', async () => {
    const app = await officeWithPlan();
    const before = await taskWith(app, '10/6/2026');
    await replace(app, 'trước ngày 10/6/2026', 'trước ngày 20/6/2026');
    const after = await taskWith(app, '20/6/2026');
    expect(after).toMatchObject({ id: before.id, lastDay: '2026-06-19', assignmentId: before.assignmentId });
    const { plan, items } = await get(app);
    expect(plan).toMatchObject({ composed: true });
    for (const item of items) {
      if (item.kind !== 'task' || !item.source) continue;
      expect(plan.text.slice(item.source.start, item.source.end)).toBe(item.text);
    }
  });

  it('leaves what a person corrected, at its new place', async () => {
    const app = await officeWithPlan();
    const { items } = await get(app);
    const tasks = items.filter((item) => item.kind === 'task');
    const last = tasks.at(-1);
    if (!last) throw new Error('no task');
    await app.call('plan.saveItem', {
      dossierId: app.dossierId,
      itemId: last.id,
      patch: { lastDay: '2026-09-01' },
    });
    await replace(app, 'I. MỤC ĐÍCH', 'I. MỤC ĐÍCH DÀI HƠN TRƯỚC');
    const { plan, items: next } = await get(app);
    const same = next.find(({ id }) => id === last.id);
    expect(same).toMatchObject({ lastDay: '2026-09-01', touched: true, text: last.text });
    expect(plan.text.slice(same?.source?.start, same?.source?.end)).toBe(last.text);
  });

  it('keeps a person’s day where the corrected words name none', async () => {
    const app = await officeWithPlan();
    const task = await taskWith(app, 'lưu trữ hồ sơ');
    await app.call('plan.saveItem', {
      dossierId: app.dossierId,
      itemId: task.id,
      patch: { lastDay: '2026-12-01' },
    });
    await replace(app, 'lưu trữ hồ sơ', 'lưu trữ đầy đủ hồ sơ');
    expect(await taskWith(app, 'lưu trữ đầy đủ hồ sơ')).toMatchObject({
      id: task.id,
      lastDay: '2026-12-01',
    });
  });

  it('takes an item away with its words and gives it back with the undo', async () => {
    const app = await officeWithPlan();
    const task = await taskWith(app, '10/6/2026');
    const before = await get(app);
    await replace(app, `\n- ${task.text}`, '');
    const without = await get(app);
    expect(without.items.some(({ id }) => id === task.id)).toBe(false);
    expect(without.items.filter((item) => item.kind === 'task')).toHaveLength(
      before.items.filter((item) => item.kind === 'task').length - 1,
    );
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    const again = await get(app);
    expect(again.items).toEqual(before.items);
    expect(again.plan).toEqual(before.plan);
  });

  it('lets the text say a header field again once its words are changed', async () => {
    const app = await officeWithPlan();
    const { plan } = await get(app);
    await app.call('plan.saveHeader', { dossierId: app.dossierId, fields: { title: 'Tên người sửa' } });
    await replace(app, 'I. MỤC ĐÍCH', 'I. MỤC TIÊU');
    expect((await get(app)).plan.title).toBe('Tên người sửa');
    const printed = plan.parsed.title ?? '';
    await replace(app, printed, `${printed} bổ sung`);
    expect((await get(app)).plan.title).toBe(`${printed} bổ sung`);
  });

  it('joins the lines of a wrapped file at the first edit and keeps the file’s reading', async () => {
    const app = await officeWithPlan();
    const wrapped = samplePlanText
      .replace('27-NQ/TU ngày', '29-NQ/TU ngày')
      .split('\n')
      .flatMap((line) => line.match(/.{1,90}(?:\s|$)/gu) ?? [line])
      .map((line) => line.trim())
      .join('\n');
    expect(readPlan(sourceFromText(wrapped)).text.split('\n').length).toBeGreaterThan(
      samplePlanText.split('\n').length,
    );
    const { dossierId } = await app.call('plan.import', { text: wrapped, name: 'Bản ngắt dòng' });
    const other = { ...app, dossierId };
    const before = await get(other);
    await replace(other, 'I. MỤC ĐÍCH', 'I. MỤC TIÊU');
    const after = await get(other);
    expect(after.plan.text.split('\n').length).toBeLessThan(before.plan.text.split('\n').length);
    expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  });

  it('refuses a stale text, places outside it, an empty plan and a mark of secrecy, and changes nothing', async () => {
    const app = await officeWithPlan();
    const { plan, revision } = await get(app);
    const call = (edits: { start: number; end: number; text: string }[], textHash = plan.textHash) =>
      app.refusal('plan.replaceText', { dossierId: app.dossierId, textHash, edits });
    expect(await call([{ start: 0, end: 0, text: 'x' }], 'cu')).toMatchObject({ code: 'CONFLICT' });
    expect(await call([{ start: 0, end: plan.text.length + 1, text: '' }])).toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(
      await call([
        { start: 0, end: 9, text: '' },
        { start: 5, end: 12, text: '' },
      ]),
    ).toMatchObject({
      code: 'BAD_REQUEST',
    });
    expect(await call([{ start: 0, end: plan.text.length, text: ' \n ' }])).toMatchObject({
      code: 'BAD_REQUEST',
    });
    const secret = await call([{ start: 0, end: 0, text: 'TỐI MẬT\n' }]);
    expect(secret).toMatchObject({ code: 'FORBIDDEN' });
    expect(secret.message).toContain('TỐI MẬT');
    expect((await get(app)).revision).toBe(revision);
  });

  it('does not read an old file over a text that was edited here', async () => {
    const app = await officeWithPlan();
    const bytes = samplePlanText.replace('27-NQ/TU ngày', '30-NQ/TU ngày');
    const file = () => app.ports.drop({ name: 'kh.docx', bytes });
    const { dossierId } = await app.call('plan.import', { ticket: file() });
    await replace({ ...app, dossierId }, 'I. MỤC ĐÍCH', 'I. MỤC TIÊU');
    expect(await app.refusal('plan.import', { ticket: file() })).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('data written into the text', () => {
  it('adds a unit with a task and a day, and keeps every other item', async () => {
    const app = await officeWithPlan();
    const before = await get(app);
    const lastDay = '2026-10-14';
    const text = withDay('Tổ chức tuyên truyền lưu động tại các khu dân cư.', lastDay);
    expect(text).toContain('hoàn thành chậm nhất ngày 14/10/2026');
    const { preview } = await write(app, {
      kind: 'addUnit',
      name: 'Hội Nông dân',
      tasks: [{ text, lastDay }],
    });
    expect(preview.map(({ kind }) => kind)).toEqual(['added', 'added']);
    const after = await get(app);
    const unit = after.items.find((item) => item.kind === 'assignment' && item.unit === 'Hội Nông dân');
    expect(unit?.kind === 'assignment' && unit.entryIds).toHaveLength(1);
    expect(after.items.find((item) => item.kind === 'task' && item.assignmentId === unit?.id)).toMatchObject({
      lastDay,
      text,
    });
    for (const item of before.items) expect(after.items.some(({ id }) => id === item.id)).toBe(true);
  });

  it('moves, corrects and removes a task and a recipient by their ids', async () => {
    const app = await officeWithPlan();
    const task = await taskWith(app, '10/6/2026');
    const others = (await get(app)).items.filter(
      (item) => item.kind === 'task' && item.assignmentId === task.assignmentId,
    );
    expect(others.length).toBeGreaterThan(1);
    const by = others[0]?.id === task.id ? 1 : -1;
    await app.call('plan.saveItem', { dossierId: app.dossierId, itemId: task.id, patch: { state: 'done' } });
    await write(app, { kind: 'moveTask', itemId: task.id, by });
    expect(await taskWith(app, '10/6/2026')).toMatchObject({ id: task.id, state: 'done' });
    await write(app, {
      kind: 'editTask',
      itemId: task.id,
      to: { text: 'Lập kế hoạch chi tiết.', lastDay: null },
    });
    expect(await taskWith(app, 'Lập kế hoạch chi tiết')).toMatchObject({ id: task.id });
    await write(app, { kind: 'removeTask', itemId: task.id });
    expect((await get(app)).items.some(({ id }) => id === task.id)).toBe(false);
    await write(app, { kind: 'addRecipient', name: 'Đài Truyền thanh phường', purpose: 'để tuyên truyền' });
    const added = (await get(app)).items.find(
      (item) => item.kind === 'recipient' && item.name === 'Đài Truyền thanh phường',
    );
    expect(added).toMatchObject({ purpose: 'để tuyên truyền' });
    await write(app, { kind: 'removeRecipient', itemId: added?.id ?? '' });
    expect((await get(app)).plan.text).not.toContain('Đài Truyền thanh');
  });

  it('refuses an item that does not stand in the text, and words that a reader would take otherwise', async () => {
    const app = await officeWithPlan();
    const { itemId } = await app.call('plan.addItem', {
      dossierId: app.dossierId,
      kind: 'recipient',
      fields: { name: 'Nơi nhận thêm tay' },
      afterId: null,
    });
    const { dossierId } = app;
    expect(
      await app.refusal('plan.proposeEdits', { dossierId, change: { kind: 'removeRecipient', itemId } }),
    ).toMatchObject({ code: 'CONFLICT' });
    expect(
      await app.refusal('plan.proposeEdits', {
        dossierId,
        change: { kind: 'addRecipient', name: 'Lưu: kho', purpose: null },
      }),
    ).toMatchObject({ code: 'BAD_REQUEST' });
    expect(
      await app.refusal('plan.proposeEdits', { dossierId, change: { kind: 'renumber', style: 'x' } }),
    ).toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('what is typed and not saved', () => {
  it('is kept, finds its part again after other changes, and waits for a person when the part changed', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    const first = await app.call('plan.outline', { dossierId });
    const node = first.nodes.find(({ kind }) => kind === 'section');
    if (!node) throw new Error('no section');
    const base = first.text.slice(node.start, node.end).replace(/\n$/u, '');
    const draft = { dossierId, key: node.key, title: node.title, textHash: first.textHash, base };
    await app.call('plan.saveTextDraft', { ...draft, text: `${base}\n- Gõ dở` });
    await app.call('plan.saveTextDraft', { ...draft, text: `${base}\n- Gõ dở dang` });
    await replace(app, 'Nơi nhận:', 'Nơi  nhận:');
    expect((await app.call('plan.outline', { dossierId })).drafts).toMatchObject([
      { key: node.key, text: `${base}\n- Gõ dở dang`, stale: false },
    ]);
    await replace(app, base.split('\n')[0] ?? '', 'I. TÊN KHÁC HẲN');
    expect((await app.call('plan.outline', { dossierId })).drafts).toMatchObject([{ stale: true, base }]);
    // An undo takes the change back, not the typing.
    const undone = await app.call('store.undo', { kind: 'dossier', id: dossierId, revision: null });
    expect(undone.label).toBe('Sửa nội dung kế hoạch');
    expect((await app.call('plan.outline', { dossierId })).drafts).toMatchObject([{ stale: false }]);
    await app.call('plan.saveTextDraft', { ...draft, text: null });
    expect((await app.call('plan.outline', { dossierId })).drafts).toEqual([]);
  });
});
