/** The books of outgoing documents: numbers kept, given back, void, entered by hand, gaps, what waits, transfers. */
import { bad, good, text } from '../case';
import type { Case } from '../case';

const NO_BOOK = 'khong-co';
const KEEP = { holder: 'Văn phòng', reason: 'chờ ký', until: '2026-12-31', date: '2026-01-20' };
const LINE = { date: '2026-01-20', subject: 'Báo cáo tuần' };
const ofBook = (rest: object) => (memory: Map<string, unknown>) => ({
  seriesId: text(memory, 'reportBook'),
  ...rest,
});

export const registers: readonly Case[] = [
  good('register.startFrom', { type: 'BC', last: 37, reason: 'sổ giấy đến số 37' }, (value, memory) => {
    memory.set('reportBook', value['seriesId']);
  }),
  bad('register.startFrom', 'BAD_REQUEST', { type: 'BC', last: 37, reason: '' }),
  good('register.reserve', { type: 'BC', ...KEEP, count: 3 }, (value) => {
    const numbers = value['numbers'] as { numberText: string }[];
    if (numbers.map(({ numberText }) => numberText).join() !== '38-BC/ĐU,39-BC/ĐU,40-BC/ĐU')
      throw new Error('the book did not go on after the paper');
  }),
  bad('register.reserve', 'CONFLICT', { type: 'BC', ...KEEP, number: 39 }),
  good('register.next', { type: 'BC', date: '2026-01-20' }, (value) => {
    if (value['numberText'] !== '41-BC/ĐU') throw new Error('the choice comes to the book that stands');
  }),
  bad('register.next', 'BAD_REQUEST', { type: 'BC', number: 0 }),
  bad('register.reserve', 'BAD_REQUEST', { type: 'BC', ...KEEP, until: '2026-01-01' }),
  good('register.release', ofBook({ number: 39, reason: 'không ban hành' })),
  bad('register.release', 'CONFLICT', ofBook({ number: 39, reason: 'lần nữa' })),
  bad('register.enter', 'CONFLICT', { type: 'BC', ...LINE, number: 39 }),
  bad('register.enter', 'BAD_REQUEST', { type: 'BC', ...LINE, subject: '' }),
  bad('register.enter', 'CONFLICT', { type: 'BC', ...LINE, number: 43 }),
  good('register.enter', { type: 'BC', ...LINE, number: 43, gapSeen: true }),
  good('register.correct', ofBook({ number: 43, fields: { signer: 'Trần Văn Mẫu' } })),
  bad('register.correct', 'CONFLICT', ofBook({ number: 40, fields: { signer: 'Trần Văn Mẫu' } })),
  bad('register.correct', 'BAD_REQUEST', ofBook({ number: 43, fields: { sentOn: '2026-01-01' } })),
  good('register.explainGap', ofBook({ number: 41, reason: 'ghi nhầm sang sổ khác' })),
  good('register.explainGap', ofBook({ number: 41, to: 41, reason: 'ghi nhầm sang sổ khác' })),
  bad('register.explainGap', 'BAD_REQUEST', ofBook({ number: 43, reason: 'có dòng rồi' })),
  bad('register.explainGap', 'BAD_REQUEST', ofBook({ number: 41, to: 44, reason: 'dãy có dòng' })),
  bad('register.enter', 'CONFLICT', { type: 'BC', ...LINE, number: 41 }),
  good('register.line', ofBook({ number: 43 })),
  bad('register.line', 'NOT_FOUND', ofBook({ number: 41 })),
  good('register.void', ofBook({ number: 43, reason: 'không ban hành' })),
  bad('register.void', 'CONFLICT', ofBook({ number: 43, reason: 'lần nữa' })),
  bad('register.void', 'BAD_REQUEST', ofBook({ number: 60, reason: 'chưa đến lượt' })),
  bad('register.void', 'NOT_FOUND', { seriesId: NO_BOOK, number: 1, reason: 'x' }),
  good('register.get', ofBook({ year: 2026, query: 'van phong', filter: 'reserved' }), (value) => {
    if (value['total'] !== 2) throw new Error('two numbers are kept');
  }),
  bad('register.get', 'BAD_REQUEST', ofBook({ filter: 'khong-co' })),
  good('register.waiting', {}),
  bad('register.waiting', 'BAD_REQUEST', 'no object' as never),
  good('register.transfers', { from: '2026-01-01', to: '2026-12-31' }),
  bad('register.transfers', 'BAD_REQUEST', { from: '2026-02-30', to: '2026-12-31' }),
  good('register.export', ofBook({ book: 'di', year: null, format: 'pdf' })),
  good('register.export', { book: 'chuyen-giao', year: 2026, format: 'xlsx' }),
  bad('register.export', 'BAD_REQUEST', { book: 'den', year: null, format: 'pdf' }),
  good('today.list', {}),
];
