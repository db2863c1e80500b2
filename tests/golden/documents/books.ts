/** Invented lines of the four printed books. */
import { incomingBook } from '../../../shared/documents/incoming-book';
import { outgoingBook } from '../../../shared/documents/outgoing-book';
import { transferBook } from '../../../shared/documents/transfer-book';
import { registerEntrySchema } from '../../../shared/domain/dispatch/model';
import { incomingEntrySchema } from '../../../shared/domain/incoming/model';
import { CREATED_AT, office } from './an-binh';

const ACT = { at: CREATED_AT, by: 'Mai' };

const out = (number: number, type: string, more: object = {}) => ({
  ...registerEntrySchema.parse({
    id: String(number),
    number,
    numberText: `${String(number).padStart(2, '0')}-${type}/ĐU`,
    kind: 'issued',
    date: `2026-01-${10 + number}`,
    documentId: null,
    dossierId: null,
    requestId: 'r',
    subject: 'KẾ HOẠCH tuyên truyền chuyển đổi số',
    signer: 'Trần Minh Khôi, PHÓ BÍ THƯ',
    keeper: 'VPĐU',
    copies: 12,
    sentOn: `2026-01-${11 + number}`,
    registeredAt: CREATED_AT,
    ...more,
  }),
  replacement: '',
});

const empty = { subject: '', signer: '', keeper: '', copies: null, sentOn: null };

export const outBook = outgoingBook({
  office,
  period: 'Năm 2026',
  series: [
    { title: 'BC/ĐU, nhiệm kỳ 2025–2030', entries: [out(1, 'BC')], blanks: [] },
    {
      title: 'KH/ĐU, nhiệm kỳ 2025–2030',
      entries: [
        out(8, 'KH', { recipients: Array.from({ length: 12 }, (_, at) => `Chi bộ ${at + 1}`).join('; ') }),
        out(12, 'KH', { kind: 'void', voided: { ...ACT, reason: 'ghi nhầm ngày' } }),
        out(13, 'KH', {
          ...empty,
          kind: 'reserved',
          reserved: { ...ACT, holder: 'Chánh Văn phòng', reason: 'chờ ký', until: '2026-02-01' },
        }),
      ],
      blanks: [
        { first: 1, last: 7, reason: 'sổ giấy đến ngày 05/01/2026', on: 'paper' },
        { first: 9, last: 11, reason: 'ghi nhầm sang sổ khác', on: 'nowhere' },
      ],
    },
  ],
  createdAt: CREATED_AT,
});

const came = (number: number, more: object = {}) =>
  incomingEntrySchema.parse({
    id: `2026-${number}`,
    year: 2026,
    number,
    arrivedOn: '2026-01-12',
    documentKind: 'Kế hoạch',
    numberText: `${number}-KH/TU`,
    date: '2026-01-08',
    issuer: 'Thành ủy Hải Phòng',
    subject: 'học tập chuyên đề',
    request: 'plan',
    deadline: '2026-02-10',
    state: 'new',
    registeredAt: CREATED_AT,
    ...more,
  });

const cameIn = {
  office,
  year: 2026,
  entries: [came(1), came(58), came(61, { voided: { ...ACT, reason: 'vào sổ hai lần' } })],
  // A line of the paper book was written here again.
  blanks: [
    { first: 2, last: 57, reason: 'sổ giấy đến ngày 05/01/2026', on: 'paper' },
    { first: 59, last: 60, reason: null, on: 'nowhere' },
  ] as const,
  createdAt: CREATED_AT,
};
export const inBook = incomingBook({ ...cameIn, kind: 'den' });
export const followBook = incomingBook({ ...cameIn, kind: 'theo-doi' });

export const passedBook = transferBook({
  office,
  period: 'Từ ngày 01/01/2026 đến ngày 31/01/2026',
  rows: [
    { date: '2026-01-12', numberText: '01-KH/ĐU', receiver: 'Chi bộ 1', receipt: 'Đã nhận 13/01/2026', note: 'Trực tiếp' },
    { date: '2026-01-12', numberText: '1-KH/TU', receiver: 'Ban Xây dựng Đảng', receipt: '', note: 'Văn bản đến số 1/2026, Thành ủy Hải Phòng' },
  ],
  createdAt: CREATED_AT,
}); // prettier-ignore
