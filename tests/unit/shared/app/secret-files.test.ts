/** State secrets: what bears the mark is refused at every door where its words can be read, typed lines too. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../../shared/result';
import type { InputOf } from '../../../../shared/rpc/contract';
import { officeWithPlan } from '../../../support/test-application';

let app: Awaited<ReturnType<typeof officeWithPlan>>;
beforeEach(async () => {
  app = await officeWithPlan();
});

const SECRET = 'ĐẢNG BỘ THÀNH PHỐ\nMẬT\nSố 12-CV/TU\n\nCÔNG VĂN\nvề việc thử';
const OPEN = 'ĐẢNG BỘ THÀNH PHỐ\nSố 12-CV/TU\n\nCÔNG VĂN\nvề bảo vệ bí mật nhà nước';
const drop = (name: string, text: string) => app.ports.drop({ name, bytes: Buffer.from(text, 'utf8') });
const LINE = { issuer: 'Thành ủy', subject: 'về việc thử' };

describe.each(['cong-van.pdf', 'danh-sach.xlsx', 'CONG-VAN.PDF'])('a file %s', (name) => {
  it('with the mark is kept by no door', async () => {
    const { dossierId } = app;
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'CV',
      title: 'Thử',
      ticket: null,
    });
    const { id } = await app.call('incoming.register', LINE);
    const ticket = () => drop(name, SECRET);
    const refusals = [
      await app.refusal('incoming.register', { ...LINE, ticket: ticket() }),
      await app.refusal('incoming.attach', { id, ticket: ticket() }),
      await app.refusal('incoming.read', { ticket: ticket() }),
      ...(/pdf$/i.test(name)
        ? [await app.refusal('document.sign', { dossierId, documentId, ticket: ticket() })]
        : []),
      await app.refusal('document.add', { dossierId, type: 'CV', title: 'Khác', ticket: ticket() }),
    ];
    for (const { code, message } of refusals) {
      expect(code).toBe('FORBIDDEN');
      expect(message).toContain(`“${name}” có dấu MẬT`);
    }
    expect((await app.call('incoming.get', { id })).files).toEqual([]);
  });

  it('without it is kept, even where it speaks of secrets', async () => {
    await app.call('incoming.register', { ...LINE, ticket: drop(name, OPEN) });
    expect((await app.call('incoming.list', {})).total).toBe(1);
  });

  it('that cannot be read, or not in time, is kept as a scan is', async () => {
    const look = async () => fail('UNAVAILABLE', 'Quá lâu.');
    Object.assign(app.ports, { textReader: { ...app.ports.textReader, look } });
    await app.call('incoming.register', { ...LINE, ticket: drop(name, SECRET) });
    expect((await app.call('incoming.list', {})).total).toBe(1);
  });
});

describe('a line typed by hand', () => {
  it('of the incoming book with the mark in subject, kind or number is refused at that field', async () => {
    const { id } = await app.call('incoming.register', LINE);
    for (const [field, text, mark] of [
      ['subject', 'MẬT - Công văn về việc thử', 'MẬT'],
      ['documentKind', 'TỐI MẬT: Công văn', 'TỐI MẬT'],
      ['numberText', '12-CV/TU (TUYỆT MẬT)', 'TUYỆT MẬT'],
    ] as const)
      for (const refused of [
        await app.refusal('incoming.register', { ...LINE, [field]: text }),
        await app.refusal('incoming.correct', { id, fields: { [field]: text } }),
      ]) {
        expect(refused.code).toBe('BAD_REQUEST');
        expect(refused.fieldErrors?.[field]).toContain(`Có chữ ${mark}: văn bản bí mật nhà nước`);
      }
    expect((await app.call('incoming.list', {})).rows).toMatchObject([{ subject: LINE.subject }]);
  });

  it('of the outgoing book likewise; an old line is corrected otherwise all the same', async () => {
    const line = { type: 'CV', date: '2026-01-20', subject: 'Công văn thử' };
    const subject = 'TUYỆT MẬT Công văn thử';
    const refused = await app.refusal('register.enter', { ...line, subject });
    expect(refused.fieldErrors?.['subject']).toContain('Có chữ TUYỆT MẬT');
    const { seriesId, number } = await app.call('register.enter', line);
    const again = await app.refusal('register.correct', { seriesId, number, fields: { subject } });
    expect(again.fieldErrors?.['subject']).toContain('Có chữ TUYỆT MẬT');
    await app.call('register.correct', { seriesId, number, fields: { signer: 'Nguyễn Văn A' } });
    expect((await app.call('register.line', { seriesId, number })).entry).toMatchObject({
      subject: line.subject,
      signer: 'Nguyễn Văn A',
    });
  });
});

describe('any other field that is typed or pasted into', () => {
  const MINUTES = 'Biên bản họp giao ban\nMẬT\nNội dung: rà soát quy chế.';

  it('with the mark is refused at that field, and nothing is kept', async () => {
    const { dossierId } = app;
    const refusals: readonly (readonly [string, Promise<{ code: string; fieldErrors?: object }>])[] = [
      ['title', app.refusal('document.add', { dossierId, type: 'CV', title: 'MẬT: thử', ticket: null })],
      ['contact', app.refusal('office.saveEntry', { kind: 'unit', name: 'Chi bộ 9', contact: 'TỐI MẬT' })],
      [
        'text',
        app.refusal('promise.settle', { dossierId, text: MINUTES, lastDay: null, decision: 'accept' }),
      ],
      ['note', app.refusal('incoming.register', { ...LINE, note: MINUTES })],
    ];
    for (const [field, refused] of refusals) {
      const { code, fieldErrors } = await refused;
      expect([code, Object.keys(fieldErrors ?? {})]).toEqual(['BAD_REQUEST', [field]]);
    }
    expect((await app.call('incoming.list', {})).total).toBe(0);
    expect((await app.call('office.get', {})).entries.some(({ name }) => name === 'Chi bộ 9')).toBe(false);
  });

  it('may speak of secrecy, and say in a reason why something has to go', async () => {
    const { id } = await app.call('incoming.register', {
      ...LINE,
      subject: 'về BẢO VỆ BÍ MẬT nhà nước',
      note: 'Đã nhắc việc đóng dấu mật.\nMật độ dân cư: 120 người một héc ta.',
    });
    await app.call('incoming.void', { id, reason: 'Văn bản có dấu MẬT, chuyển sổ riêng' });
    expect((await app.call('incoming.get', { id })).voided?.reason).toContain('dấu MẬT');
  });

  it('of a plan that is begun: its title, and what it is based on', async () => {
    const templates = await app.call('plan.templates', {});
    const basis = {
      documentKind: 'Kế hoạch',
      number: '12-KH/TU',
      date: '2026-02-03',
      issuer: 'Ban Thường vụ Thành ủy',
      title: 'về việc thử',
    };
    const begun = {
      source: { kind: 'template' as const, templateId: templates[0]?.id ?? '' },
      year: 2026,
      title: 'bảo vệ Đại hội',
      basis: [basis],
    };
    const marked: readonly (readonly [string, InputOf<'plan.create'>])[] = [
      ['title', { ...begun, title: 'bảo vệ Đại hội (MẬT)' }],
      ['issuer', { ...begun, basis: [{ ...basis, issuer: 'Công an (TUYỆT MẬT)' }] }],
      ['title', { ...begun, basis: [{ ...basis, title: 'về việc MẬT' }] }],
    ];
    for (const [field, input] of marked) {
      const refused = await app.refusal('plan.create', input);
      expect([refused.code, Object.keys(refused.fieldErrors ?? {})]).toEqual(['BAD_REQUEST', [field]]);
    }
    expect(await app.call('plan.list', {})).toHaveLength(1);
    await app.call('plan.create', { ...begun, title: 'BẢO VỆ BÍ MẬT NHÀ NƯỚC' });
  });

  it('of a task: in brackets or on a line of its own, not a word of a sentence', async () => {
    const { dossierId } = app;
    const task = (text: string) =>
      ({ dossierId, kind: 'task', fields: { assignmentId: null, text }, afterId: null }) as const;
    for (const text of ['Gửi danh sách (TỐI MẬT) về Đảng ủy.', 'MẬT', 'Gửi danh sách.\nM Ậ T'])
      expect((await app.refusal('plan.addItem', task(text))).code).toBe('BAD_REQUEST');
    await app.call('plan.addItem', task('Loại văn bản có dấu MẬT: vào sổ riêng.'));
  });

  it('leaves a plan’s text to the rule of documents: a mark alone on its line or in brackets', async () => {
    const text = (
      mark: string,
    ) => `ĐẢNG ỦY PHƯỜNG AN BÌNH\n${mark}\nKẾ HOẠCH\nbảo vệ bí mật nhà nước\n\nI. MỤC ĐÍCH
- Giữ bí mật.\nII. NỘI DUNG\n1. Phân loại văn bản\n- Loại văn bản có dấu MẬT: vào sổ riêng.`;
    for (const mark of ['TỐI MẬT', 'Số 11-KH/ĐU (MẬT)'])
      expect((await app.refusal('plan.import', { text: text(mark), name: 'a' })).code).toBe('FORBIDDEN');
    const below = `${text('Số 08-KH/ĐU')}\nMẬT`;
    expect((await app.refusal('plan.import', { text: below, name: 'a' })).code).toBe('FORBIDDEN');
    await app.call('plan.import', { text: text('Số 09-KH/ĐU'), name: 'b' });
  });
});
