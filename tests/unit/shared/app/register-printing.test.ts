import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../../shared/rpc/contract';
import { KEEP, LINE, take } from '../../../support/register-book';
import { officeWithPlan } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

describe('the printed books', () => {
  it('of one series or all, of a year or the term, with kept, void and blank numbers in their place', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    await app.call('register.reserve', KEEP);
    await app.call('register.enter', { ...LINE, number: 4, date: '2025-12-30', gapSeen: true });
    await app.call('register.enter', { ...LINE, type: 'BC', subject: 'Báo cáo' });
    const printed = async (wanted: Partial<InputOf<'register.export'>>) => {
      const offered = await app.call('register.export', { book: 'di', year: 2026, format: 'xlsx', ...wanted });
      const sheets = workbookOf(app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array()).sheets;
      const texts = sheets.map(({ cells }) =>
        cells.map(({ value }) => (value.kind === 'text' ? value.text : '')).join('|'),
      );
      return { rows: offered.rows, texts };
    };
    const all = await printed({});
    expect(all.rows).toBe(3);
    expect(all.texts[0]).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
    expect(all.texts[0]).toContain('từ số 01-KH/ĐU đến số 02-KH/ĐU');
    expect(all.texts[1]).toContain('BC/ĐU, nhiệm kỳ 2025–2030');
    const one = await printed({ seriesId, year: null });
    expect(one.rows).toBe(3);
    expect(one.texts[0]).toContain('Nhiệm kỳ 2025–2030');
    expect(one.texts[1]).toContain('(số bỏ trống)');
    expect(one.texts[1]).toContain('Giữ số cho Chánh Văn phòng');
    expect((await printed({ year: 2025 })).rows).toBe(1);
    expect((await app.refusal('register.export', { book: 'di', year: 2026, format: 'pdf', seriesId: 'x' })).code).toBe('NOT_FOUND');
  }); // prettier-ignore

  it('name where the paper book ended at its place, in the year in which the book goes on', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.startFrom', { type: 'KH', last: 57, reason: 'đến 15/01/2026' });
    const lines = async (wanted: Partial<InputOf<'register.export'>>) => {
      const offered = await app.call('register.export', { book: 'di', year: 2026, format: 'xlsx', ...wanted });
      const sheets = workbookOf(app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array()).sheets;
      const column = (at: number) =>
        (sheets[1]?.cells ?? []).flatMap(({ column: place, row, value }) =>
          place === at && row > 5 && value.kind === 'text' ? [value.text] : [],
        );
      return { numbers: column(1), subjects: column(3), cover: JSON.stringify(sheets[0]) };
    };
    // Nothing was numbered here yet: the whole book says what lies on paper all the same.
    expect((await lines({ seriesId, year: null })).subjects).toEqual(['Các số 01–57 ghi ở sổ giấy']);
    await take(app);
    await app.call('register.enter', { ...LINE, number: 12, date: '2025-12-30' });
    const year = await lines({});
    expect(year.numbers).toEqual(['13–57', '58-KH/ĐU']);
    expect(year.subjects[0]).toBe('Các số 13–57 ghi ở sổ giấy');
    expect(year.cover).toContain('Các số 13–57 ghi ở sổ giấy (đến 15/01/2026)');
    expect((await lines({ year: 2025 })).numbers).toEqual(['01–11', '12-KH/ĐU']);
    expect((await lines({ seriesId, year: null })).numbers).toEqual(['01–11', '12-KH/ĐU', '13–57', '58-KH/ĐU']);
    expect((await lines({ year: 2027 })).numbers).toEqual([]);
  }); // prettier-ignore

  it('of transfers hold what was sent and what was passed on', async () => {
    const app = await officeWithPlan();
    await take(app);
    const { id } = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ Tổ dân phố số 1' });
    const sending = { dossierId: app.dossierId, documentId: null, date: '2026-01-21', channel: 'post' as const };
    await app.call('dispatch.send', { ...sending, to: [id], waiver: 'Bản giấy chưa quét' });
    await app.call('dispatch.acknowledge', { dossierId: app.dossierId, recipients: [id], date: '2026-01-22' });
    const incoming = await app.call('incoming.register', { issuer: 'Thành ủy', numberText: '5-CV/TU', subject: 'việc thử' });
    const day = (await app.call('today.list', {})).date;
    await app.call('incoming.forward', { id: incoming.id, receiver: 'Ban Xây dựng Đảng', on: day });
    const rows = await app.call('register.transfers', { from: '2026-01-01', to: '2099-12-31' });
    expect(rows.map(({ numberText, receiver, receipt, direction }) => [numberText, receiver, receipt, direction])).toEqual([
      ['01-KH/ĐU', 'Chi bộ Tổ dân phố số 1', 'Đã nhận 22/01/2026', 'out'],
      ['5-CV/TU', 'Ban Xây dựng Đảng', '', 'in'],
    ]);
    expect(rows[0]?.note).toContain('Bưu điện');
    expect(await app.call('register.transfers', { from: '2026-01-22', to: '2026-01-22' })).toEqual([]);
    const ask = { book: 'chuyen-giao', year: null, format: 'pdf' } as const;
    expect((await app.call('register.export', { ...ask, from: '2026-01-21', to: '2026-01-21' })).rows).toBe(1);
    expect((await app.refusal('register.export', ask)).code).toBe('BAD_REQUEST');
  }); // prettier-ignore
});
