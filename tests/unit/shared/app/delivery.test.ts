import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../shared/domain/office/match';
import { pastedNames } from '../../../../shared/domain/dispatch/pasted-names';
import { officeWithPlan } from '../../../support/test-application';
import { samplePlanText } from '../../../support/test-ports';

const day = '2026-01-21';

/** The plan numbered, and sent to three units and a superior. */
async function sentPlan() {
  const app = await officeWithPlan();
  const { dossierId } = app;
  const units: string[] = [];
  for (const name of ['Chi bộ Tổ dân phố số 1', 'Chi bộ Tổ dân phố số 2', 'Chi bộ Tổ dân phố số 3'])
    units.push((await app.call('office.saveEntry', { kind: 'unit', name, address: `Số 1, ${name}` })).id);
  await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
  const sent = await app.call('dispatch.send', {
    dossierId,
    documentId: null,
    date: day,
    channel: 'network',
    channels: [{ entryId: units[1] ?? '', channel: 'hand' }],
    to: units,
    waiver: 'Bản giấy chưa quét',
  });
  return { ...app, units, deliveries: sent.deliveries };
}

describe('sending', () => {
  it('demands the signed copy or a reason, which stays with the document and in its list', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    const send = { dossierId, documentId: null, date: day, channel: 'hand' as const, to: ['UBND phường'] };
    const refused = await app.refusal('dispatch.send', send);
    expect(refused.fieldErrors).toHaveProperty('waiver');
    expect((await app.refusal('dispatch.send', { ...send, waiver: '   ' })).code).toBe('CONFLICT');
    expect((await app.call('dispatch.status', { dossierId })).sent).toBe(0);

    await app.call('dispatch.send', { ...send, waiver: 'Máy quét hỏng' });
    const { document, steps } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(document).toMatchObject({
      status: 'issued',
      waiver: { reason: 'Máy quét hỏng', by: 'Nguyễn Thị Mai' },
    });
    expect(steps.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['draft', 'submitted', 'Lấy số 01-KH/ĐU'],
      ['submitted', 'issued', 'Máy quét hỏng'],
    ]);
    // Asked once: another sending of the same document goes by the reason that stands.
    await app.call('dispatch.send', send);
    const { lacking } = await app.call('archive.check', { dossierId });
    expect(lacking.join(' ')).not.toContain('chưa có bản ký');
    expect(lacking.join(' ')).toContain('2 nơi nhận chưa xác nhận');
  });

  it('sends with the signed copy without a question, and forgets a reason that is not needed', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    await app.call('document.sign', {
      dossierId,
      documentId: dossierId,
      ticket: app.ports.drop({ name: 'ký.pdf', bytes: '%PDF-1.7 ký' }),
    });
    await app.call('dispatch.send', {
      dossierId, documentId: null, date: day, channel: 'hand', to: ['UBND phường'], waiver: 'không cần',
    }); // prettier-ignore
    const { document } = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(document.waiver).toBeUndefined();
  });

  it('takes another way for some, and units beside the plan’s own recipients', async () => {
    const app = await sentPlan();
    expect(app.deliveries.map(({ channel }) => channel)).toEqual(['network', 'hand', 'network']);
    const shown = await app.call('dispatch.recipients', {
      dossierId: app.dossierId,
      documentId: null,
      date: day,
      to: null,
      also: [app.units[0] ?? ''],
    });
    expect(shown.recipients.map(({ name }) => name)).toContain('Chi bộ Tổ dân phố số 1');
    expect(shown.check.withoutWork.map(({ name }) => name)).toEqual(['Chi bộ Tổ dân phố số 1']);
    const only = await app.call('dispatch.recipients', {
      dossierId: app.dossierId,
      documentId: null,
      date: day,
      to: ['Các đơn vị được giao nhiệm vụ'],
    });
    expect(only.lines.map(({ problem }) => problem)).toEqual([null]);
    expect(only.check.withoutCopy).toEqual([]);
    expect(only.recipients.length).toBeGreaterThan(0);
  });

  it('tells who has work and gets no copy', async () => {
    const app = await sentPlan();
    const { check } = await app.call('dispatch.recipients', {
      dossierId: app.dossierId,
      documentId: null,
      date: day,
      to: [app.units[0] ?? ''],
    });
    expect(check.withoutCopy.length).toBeGreaterThan(0);
    expect(check.withoutWork.map(({ name }) => name)).toEqual(['Chi bộ Tổ dân phố số 1']);
  });
});

describe('the ledger', () => {
  it('notes many at once with their proof, keeps each line, and takes one back', async () => {
    const app = await sentPlan();
    const { dossierId, deliveries } = app;
    await app.call('delivery.record', {
      dossierId,
      deliveryIds: deliveries.map(({ id }) => id),
      state: 'received',
      date: '2026-01-22',
      proof: { kind: 'stamped-slip' },
      ticket: app.ports.drop({ name: 'phiếu.jpg', bytes: 'anh' }),
    });
    const [first] = deliveries;
    if (!first) throw new Error('nothing was sent');
    await app.call('delivery.record', {
      dossierId, deliveryIds: [first.id], state: 'sent', date: '2026-01-23', note: 'Ghi nhầm đơn vị',
    }); // prettier-ignore
    const events = await app.call('delivery.history', { dossierId, deliveryId: first.id });
    expect(events.map(({ from, to, note }) => [from, to, note])).toEqual([
      ['sent', 'received', ''],
      ['received', 'sent', 'Ghi nhầm đơn vị'],
    ]);
    const { rows } = await app.call('delivery.list', { only: 'unconfirmed' });
    expect(rows.map(({ name, numberText }) => [name, numberText])).toEqual([
      ['Chi bộ Tổ dân phố số 1', '01-KH/ĐU'],
    ]);
    const all = await app.call('delivery.list', { only: 'all' });
    expect(all.rows.find(({ id }) => id === deliveries[1]?.id)).toMatchObject({
      state: 'received',
      receivedOn: '2026-01-22',
      proof: { kind: 'stamped-slip', on: '2026-01-22' },
    });
    const kept = await app.ports.store.load({ kind: 'dossier', id: dossierId });
    expect(kept.ok && kept.value?.view.list('files').some(({ role }) => role === 'proof')).toBe(true);
  });

  it('refuses a stranger, a file without its kind, and changes nothing', async () => {
    const app = await sentPlan();
    const { dossierId, deliveries } = app;
    const record = {
      dossierId,
      deliveryIds: [deliveries[0]?.id ?? '', 'la'],
      state: 'received' as const,
      date: day,
    };
    expect((await app.refusal('delivery.record', record)).code).toBe('NOT_FOUND');
    expect(
      (
        await app.refusal('delivery.record', {
          ...record,
          deliveryIds: [deliveries[0]?.id ?? ''],
          ticket: app.ports.drop({ name: 'a.jpg', bytes: 'x' }),
        })
      ).fieldErrors,
    ).toHaveProperty('proof');
    expect((await app.call('delivery.list', { only: 'unconfirmed' })).rows).toHaveLength(3);
  });

  it('finds pasted names by the frozen name, by another name, and tells the rest', async () => {
    const app = await sentPlan();
    const { entries } = await app.call('office.get', {});
    const pasted = 'STT\tĐơn vị\n1\tChi bộ TDP số 2\tđã nhận\n2. CHI BỘ TỔ DÂN PHỐ SỐ 3\nChi bộ Cầu Đất\n';
    const found = pastedNames(pasted, app.deliveries, createMatcher(entries, 'An Bình'));
    expect(found.deliveryIds).toEqual([app.deliveries[1]?.id, app.deliveries[2]?.id]);
    expect(found.unknown).toEqual(['Chi bộ Cầu Đất']);
  });

  it('prints slips, labels and lists; recalled ones are left out', async () => {
    const app = await sentPlan();
    const { dossierId } = app;
    const base = { dossierId, documentId: null, deliveryIds: null };
    for (const [product, format] of [
      ['slips', 'pdf'],
      ['slips', 'docx'],
      ['labels', 'pdf'],
      ['labels', 'docx'],
      ['addresses', 'pdf'],
      ['addresses', 'xlsx'],
      ['unconfirmed', 'pdf'],
      ['unconfirmed', 'xlsx'],
    ] as const)
      // prettier-ignore
      expect((await app.call('delivery.export', { ...base, product, format })).rows).toBe(3);
    expect((await app.refusal('delivery.export', { ...base, product: 'slips', format: 'xlsx' })).code).toBe(
      'BAD_REQUEST',
    );
    await app.call('document.move', {
      dossierId, documentId: dossierId, move: 'recall', date: '2026-01-25', reason: 'Sai phụ lục',
    }); // prettier-ignore
    expect(
      (await app.refusal('delivery.export', { ...base, product: 'unconfirmed', format: 'pdf' })).code,
    ).toBe('CONFLICT');
  });
});

describe('recall and replacement', () => {
  it('settles the old deliveries, keeps their history, and proposes the same recipients', async () => {
    const app = await sentPlan();
    const { dossierId, deliveries } = app;
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'KH',
      title: 'thay thế',
      ticket: null,
    });
    const replace = {
      dossierId,
      documentId: dossierId,
      move: 'replace',
      date: '2026-01-26',
      reason: 'Sửa mục tiêu',
    } as const;
    expect((await app.refusal('document.move', replace)).fieldErrors).toHaveProperty('otherId');
    expect(
      (await app.refusal('document.move', { ...replace, otherId: dossierId })).fieldErrors,
    ).toHaveProperty('otherId');
    expect(
      (await app.refusal('document.move', { ...replace, otherId: documentId, date: '2026-01-20' }))
        .fieldErrors,
    ).toHaveProperty('date');
    await app.call('document.move', { ...replace, otherId: documentId });
    const next = await app.call('document.get', { dossierId, documentId });
    expect(new Set(next.proposed?.entryIds)).toEqual(new Set(app.units));
    expect(next.document.replaces).toBe(dossierId);
    const old = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(old.document).toMatchObject({ status: 'replaced', replacedBy: documentId });
    expect(old.moves).toEqual([]);
    const { rows } = await app.call('delivery.list', { only: 'all', dossierId });
    expect(rows.map(({ state }) => state)).toEqual(['replaced', 'replaced', 'replaced']);
    expect(
      await app.call('delivery.history', { dossierId, deliveryId: deliveries[0]?.id ?? '' }),
    ).toMatchObject([{ from: 'sent', to: 'replaced', note: 'Sửa mục tiêu', on: '2026-01-26' }]);
    expect(
      (
        await app.refusal('dispatch.send', {
          dossierId,
          documentId: null,
          date: '2026-01-27',
          channel: 'hand',
          to: app.units,
        })
      ).message,
    ).toContain('thay thế');
  });

  it('steps back with a reason only what has not gone out', async () => {
    const app = await sentPlan();
    const { dossierId } = app;
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'CV',
      title: 'thử',
      ticket: null,
    });
    const move = { dossierId, documentId, date: day } as const;
    await app.call('document.move', { ...move, move: 'submit' });
    expect((await app.refusal('document.move', { ...move, move: 'back' })).fieldErrors).toHaveProperty(
      'reason',
    );
    await app.call('document.move', { ...move, move: 'back', reason: 'Sửa lời' });
    expect((await app.call('document.get', { dossierId, documentId })).document.status).toBe('draft');
    const sent = await app.refusal('document.move', {
      ...move,
      documentId: dossierId,
      move: 'back',
      reason: 'x',
    });
    expect(sent.message).toContain('thu hồi hoặc thay thế');
  });
});

describe('drafts and comments', () => {
  it('keeps versions byte for byte, a round with its answers, and tells Hôm nay what is late', async () => {
    const app = await sentPlan();
    const { dossierId, units } = app;
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'HD',
      title: 'hướng dẫn thi',
      ticket: null,
    });
    const add = (bytes: string) =>
      app.call('document.addDraft', {
        dossierId,
        documentId,
        ticket: app.ports.drop({ name: 'dt.docx', bytes }),
        note: 'gửi góp ý',
      });
    expect((await add('một')).version).toBe(1);
    expect((await add('hai')).version).toBe(2);
    const same = await app.refusal('document.addDraft', {
      dossierId, documentId, ticket: app.ports.drop({ name: 'dt.docx', bytes: 'hai' }),
    }); // prettier-ignore
    expect(same.message).toContain('lần 2');
    const ask = {
      dossierId,
      documentId,
      version: 2,
      to: units,
      date: '2026-01-02',
      lastDay: '2026-01-05',
    } as const;
    expect(
      (await app.refusal('document.askComments', { ...ask, lastDay: '2026-01-01' })).fieldErrors,
    ).toHaveProperty('lastDay');
    expect((await app.refusal('document.askComments', { ...ask, to: [] })).fieldErrors).toHaveProperty('to');
    const { roundId } = await app.call('document.askComments', ask);
    const answer = { date: '2026-01-04', kind: 'agreed' } as const;
    await app.call('document.noteComments', { dossierId, roundId, entryIds: units.slice(0, 2), answer });
    expect(
      (await app.refusal('document.noteComments', { dossierId, roundId, entryIds: ['la'], answer })).code,
    ).toBe('NOT_FOUND');
    expect(
      (
        await app.refusal('document.noteComments', {
          dossierId,
          roundId,
          entryIds: units.slice(2),
          answer: { date: '2026-01-04', kind: 'remarks' },
        })
      ).fieldErrors,
    ).toHaveProperty('text');
    const told = async () =>
      (await app.call('today.list', {})).items.filter(
        ({ about, kind }) => about?.kind === 'document' && kind !== 'register',
      );
    expect(await told()).toMatchObject([
      { kind: 'overdue', detail: 'Còn 1 đơn vị chưa trả lời · hạn 05/01/2026' },
    ]);
    await app.call('document.closeComments', { dossierId, roundId, date: '2026-01-06' });
    expect(await told()).toEqual([]);
    const shown = await app.call('document.get', { dossierId, documentId });
    expect(shown.drafts.map(({ version, fileName, by }) => [version, fileName, by])).toEqual([
      [1, 'dt.docx', 'Nguyễn Thị Mai'],
      [2, 'dt.docx', 'Nguyễn Thị Mai'],
    ]);
    expect(shown.rounds[0]?.comments.map(({ answer: said }) => said?.kind ?? null)).toEqual([
      'agreed',
      'agreed',
      null,
    ]);
  });
});

describe('documents that the plan promises', () => {
  it('are proposed, taken, told in Hôm nay and in the archive check, and settled by a document', async () => {
    const app = await officeWithPlan();
    const { dossierId } = await app.call('plan.import', {
      text: samplePlanText.replace(
        /\n(?=IV\.)/u,
        '\n- Hội thi tuyên truyền viên sẽ có hướng dẫn riêng, xong trước ngày 05/01/2026.\n',
      ),
      name: 'Kế hoạch có hứa',
    });
    const { proposed } = await app.call('promise.list', { dossierId });
    expect(proposed).toMatchObject([{ type: 'HD', lastDay: '2026-01-05' }]);
    const [promise] = proposed;
    if (!promise) throw new Error('nothing proposed');
    const settle = { dossierId, text: promise.text, lastDay: promise.lastDay } as const;
    await app.call('promise.settle', { ...settle, decision: 'accept' });
    expect((await app.call('promise.list', { dossierId })).proposed).toEqual([]);
    const lacking = async () => (await app.call('archive.check', { dossierId })).lacking.join(' ');
    expect(await lacking()).toContain('hướng dẫn riêng');
    expect(
      (await app.call('today.list', {})).items.some(({ title }) => title.startsWith('Văn bản đã hứa')),
    ).toBe(true);
    expect(
      (await app.refusal('promise.settle', { ...settle, decision: 'issued' })).fieldErrors,
    ).toHaveProperty('documentId');
    const { documentId } = await app.call('document.add', {
      dossierId,
      type: 'HD',
      title: 'hội thi',
      ticket: null,
    });
    await app.call('promise.settle', { ...settle, decision: 'issued', documentId });
    expect(await lacking()).not.toContain('hướng dẫn riêng');
    await app.call('promise.settle', { ...settle, decision: 'forget' });
    expect((await app.call('promise.list', { dossierId })).proposed).toHaveLength(1);
    expect((await app.refusal('promise.settle', { ...settle, decision: 'forget' })).code).toBe('NOT_FOUND');
    expect(
      (await app.refusal('promise.settle', { ...settle, text: '…', decision: 'accept' })).fieldErrors,
    ).toHaveProperty('text');
  });
});

describe('days and reasons of a delivery', () => {
  it('go out on the document’s own day at the earliest', async () => {
    const app = await officeWithPlan();
    const { dossierId } = app;
    await app.call('dispatch.register', { dossierId, documentId: null, number: null, date: '2026-01-20' });
    const send = {
      dossierId,
      documentId: null,
      channel: 'hand' as const,
      to: ['UBND phường'],
      waiver: 'thử',
    };
    const early = await app.refusal('dispatch.send', { ...send, date: '2026-01-19' });
    expect(early.fieldErrors?.['date']).toMatch(/19\/0?1\/2026.*20\/0?1\/2026/u);
    expect((await app.call('dispatch.status', { dossierId })).sent).toBe(0);
    await app.call('dispatch.send', { ...send, date: '2026-01-20' });
  });

  it('are never noted for a day to come, and a refusal needs its reason', async () => {
    const { dossierId, deliveries, call, refusal } = await sentPlan();
    const id = deliveries[0]?.id ?? '';
    const note = { dossierId, deliveryIds: [id], note: 'thử' };
    for (const state of ['received', 'refused', 'recalled'] as const) {
      const answer = await refusal('delivery.record', { ...note, state, date: '2099-01-01' });
      expect(answer.fieldErrors?.['date']).toContain('Sau hôm nay');
    }
    const later = { kind: 'zalo', on: '2099-01-01' } as const;
    expect(
      (await refusal('delivery.record', { ...note, state: 'received', date: day, proof: later })).fieldErrors,
    ).toHaveProperty('date');
    expect(
      (await refusal('dispatch.acknowledge', { dossierId, recipients: [id], date: '2099-01-01' }))
        .fieldErrors,
    ).toHaveProperty('date');
    const refused = { ...note, state: 'refused', date: day } as const;
    expect((await refusal('delivery.record', { ...refused, note: ' ' })).fieldErrors).toHaveProperty('note');
    await call('delivery.record', refused);
  });
});

describe('what was recorded before a replacement', () => {
  it('stays told, and only who still has the document is proposed again', async () => {
    const { dossierId, units, deliveries, call, refusal } = await sentPlan();
    const [received, refused, recalled] = deliveries.map(({ id }) => id);
    const note = (id: string | undefined, state: 'received' | 'refused' | 'recalled' | 'sent') => ({
      dossierId,
      deliveryIds: [id ?? ''],
      state,
      date: day,
      note: 'đã trả lời',
    });
    await call('delivery.record', note(received, 'received'));
    await call('delivery.record', note(refused, 'refused'));
    await call('delivery.record', note(recalled, 'recalled'));
    const { documentId } = await call('document.add', {
      dossierId, type: 'KH', title: 'thay thế', ticket: null,
    }); // prettier-ignore
    await call('document.move', {
      dossierId, documentId: dossierId, move: 'replace', date: '2026-01-26', reason: 'Sửa', otherId: documentId,
    }); // prettier-ignore
    const { rows } = await call('delivery.list', { only: 'all', dossierId });
    expect(new Map(rows.map(({ id, state, over }) => [id, [state, over]]))).toEqual(
      new Map([
        [received, ['received', 'replaced']],
        [refused, ['refused', 'replaced']],
        [recalled, ['recalled', 'replaced']],
      ]),
    );
    expect(await call('dispatch.status', { dossierId })).toMatchObject({ received: 1, refused: 1 });
    expect((await call('document.get', { dossierId, documentId })).proposed?.entryIds).toEqual([units[0]]);
    // Nothing of a document that is over waits again.
    expect((await refusal('delivery.record', note(received, 'sent'))).code).toBe('CONFLICT');
  });

  it('leaves those of a document that was recalled as a whole to be told, and counts what they received', async () => {
    const { dossierId, units, deliveries, call } = await sentPlan();
    const at = { dossierId, date: day, note: 'không thuộc phạm vi' };
    await call('delivery.record', { ...at, deliveryIds: [deliveries[0]?.id ?? ''], state: 'received' });
    await call('delivery.record', { ...at, deliveryIds: [deliveries[1]?.id ?? ''], state: 'refused' });
    const move = { dossierId, documentId: dossierId, date: '2026-01-26', reason: 'Sai phụ lục' };
    await call('document.move', { ...move, move: 'recall' });
    expect(await call('dispatch.status', { dossierId })).toMatchObject({ received: 1, unconfirmed: 0 });
    const { documentId } = await call('document.add', {
      dossierId, type: 'KH', title: 'thay thế', ticket: null,
    }); // prettier-ignore
    await call('document.move', { ...move, move: 'replace', otherId: documentId });
    expect((await call('document.get', { dossierId, documentId })).proposed?.entryIds).toEqual([
      units[0],
      units[2],
    ]);
  });
});
