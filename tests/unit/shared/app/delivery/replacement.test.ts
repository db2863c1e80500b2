/** Recall and replacement: what becomes of the deliveries, and who gets the next document which way. */
import { describe, expect, it } from 'vitest';
import { lineNote } from '../../../../../shared/domain/dispatch/register-words';
import { SENT_ON, sentPlan } from '../../../../support/sent-plan';
import { workbookOf } from '../../../../support/forms-as-models';

describe('recall and replacement', () => {
  it('is told by the book, on paper too, and by the history, and kept in no line', async () => {
    const app = await sentPlan();
    const { dossierId } = app;
    const { documentId } = await app.call('document.add', { dossierId, type: 'KH', title: 'thay thế', ticket: null });
    const move = { dossierId, documentId: dossierId, move: 'replace', date: '2026-01-26', reason: 'Sửa', otherId: documentId } as const;
    await app.call('document.move', move);
    const [book] = await app.call('register.list', {});
    const seriesId = book?.seriesId ?? '';
    const notes = async () => (await app.call('register.get', { seriesId })).entries.map(lineNote);
    expect(await notes()).toEqual(['Được thay thế bằng “thay thế”']);
    await app.call('dispatch.register', { dossierId, documentId, number: null, date: '2026-01-27' });
    expect(await notes()).toEqual(['Thay thế 01-KH/ĐU', 'Được thay thế bằng 02-KH/ĐU']);
    expect((await app.call('register.line', { seriesId, number: 1 })).entry).toMatchObject({
      replacement: 'Được thay thế bằng 02-KH/ĐU',
      note: '',
    });
    const printed = await app.call('register.export', { book: 'di', year: 2026, format: 'xlsx', seriesId });
    const sheets = JSON.stringify(workbookOf(app.ports.taken(printed.ticket)[0]?.bytes ?? new Uint8Array()));
    expect(sheets).toContain('Được thay thế bằng 02-KH/ĐU');
    expect(sheets).toContain('Thay thế 01-KH/ĐU');
    const history = await app.call('store.history', { kind: 'dossier', id: dossierId });
    expect(history.map(({ line }) => line)).toContain('Thay thế 01-KH/ĐU bằng Kế hoạch “thay thế”');
  }); // prettier-ignore

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
    const move = { dossierId, documentId, date: SENT_ON } as const;
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

describe('what was recorded before a replacement', () => {
  it('stays told, and only who still has the document is proposed again', async () => {
    const { dossierId, units, deliveries, call, refusal } = await sentPlan();
    const [received, refused, recalled] = deliveries.map(({ id }) => id);
    const note = (id: string | undefined, state: 'received' | 'refused' | 'recalled' | 'sent') => ({
      dossierId,
      deliveryIds: [id ?? ''],
      state,
      date: SENT_ON,
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
    const at = { dossierId, date: SENT_ON, note: 'không thuộc phạm vi' };
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

describe('a replacement', () => {
  it('carries over the way and the line of each recipient’s last sending', async () => {
    const { dossierId, units, call } = await sentPlan();
    const [first = '', second = '', third = ''] = units;
    const { id: group } = await call('office.saveEntry', {
      kind: 'group',
      name: 'Các chi bộ tổ dân phố',
      memberIds: [first, third],
    });
    // Sent once more: by post to the group, on a later day.
    const send = { dossierId, documentId: null, channel: 'post', waiver: null } as const;
    await call('dispatch.send', { ...send, date: '2026-01-22', to: [group] });
    const { documentId } = await call('document.add', {
      dossierId, type: 'KH', title: 'thay thế', ticket: null,
    }); // prettier-ignore
    await call('document.move', {
      dossierId, documentId: dossierId, move: 'replace', date: '2026-01-26', reason: 'Sửa', otherId: documentId,
    }); // prettier-ignore

    const { proposed } = await call('document.get', { dossierId, documentId });
    expect(proposed?.channels).toEqual([
      { entryId: first, channel: 'post' },
      { entryId: second, channel: 'hand' },
      { entryId: third, channel: 'post' },
    ]);
    const shown = await call('dispatch.recipients', {
      dossierId, documentId, date: '2026-01-27', to: [...(proposed?.entryIds ?? [])],
    }); // prettier-ignore
    expect(shown.lines.map(({ name, entryIds }) => [name, entryIds])).toEqual([
      ['Các chi bộ tổ dân phố', [first, third]],
      ['Chi bộ Tổ dân phố số 2', [second]],
    ]);
    await call('dispatch.register', { dossierId, documentId, number: null, date: '2026-01-27' });
    const sent = await call('dispatch.send', {
      dossierId,
      documentId,
      date: '2026-01-27',
      channel: 'network',
      to: [...(proposed?.entryIds ?? [])],
      channels: [...(proposed?.channels ?? [])],
      waiver: 'thử',
    });
    expect(new Map(sent.deliveries.map(({ entryId, channel, via }) => [entryId, [channel, via]]))).toEqual(
      new Map([
        [first, ['post', 'Các chi bộ tổ dân phố']],
        [second, ['hand', 'Chi bộ Tổ dân phố số 2']],
        [third, ['post', 'Các chi bộ tổ dân phố']],
      ]),
    );
  });
});
