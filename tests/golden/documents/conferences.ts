/** A conference of Phường An Bình, online, with a list that is short, one that is long, its attendance, its money. */
import type { AttendanceSheetInput } from '../../../shared/documents/attendance-sheet';
import type { BudgetWorkbookInput } from '../../../shared/documents/budget-workbook';
import type { InvitationInput } from '../../../shared/documents/invitation-page';
import { conferenceSchema } from '../../../shared/domain/conference/model';
import type { InvitedBody } from '../../../shared/domain/conference/participants';
import { CREATED_AT, office, plan, ruleProfile, signer } from './an-binh';

const body = (key: string, name: string, seats: number | null, words = ''): InvitedBody => ({
  key,
  entryId: null,
  name,
  words,
  via: '',
  seats,
});

export const manyBodies = (): readonly InvitedBody[] =>
  Array.from({ length: 7 }, (_, index) =>
    body(`p${index}`, `Chi bộ Tổ dân phố số ${index + 1}`, index === 6 ? null : 3, 'Bí thư, Phó Bí thư'),
  );

export function invitation(): InvitationInput {
  return {
    type: 'GM',
    issuer: 'body',
    layout: 'together',
    office,
    profile: ruleProfile('hd36'),
    item: {
      name: 'hội nghị phổ biến chuyên đề “Phường xanh”',
      organizer: 'Ban Tuyên giáo và Dân vận Thành ủy',
      start: '2026-02-11T14:00',
      mode: 'online',
    },
    conference: conferenceSchema.parse({
      id: 'c1',
      endTime: '17:00',
      place: 'Hội trường tầng 3, trụ sở Đảng ủy phường',
      chair: 'Đồng chí Bí thư Đảng ủy phường',
      contact: 'Văn phòng Đảng ủy phường',
      bring: 'máy tính xách tay.',
      points: [
        { id: 'd1', name: 'Điểm cầu số 1', place: 'Nhà văn hóa số 1', host: 'Tổ dân phố số 1', seats: 40 },
        { id: 'd2', name: 'Điểm cầu số 2', host: 'Trường THCS An Bình' },
      ],
      programme: [
        { id: 'a', time: '14:00', content: 'Ổn định tổ chức', by: 'Văn phòng Đảng ủy' },
        { id: 'b', time: '14:15', content: 'Giới thiệu chuyên đề', by: 'Báo cáo viên' },
      ],
      materials: [{ id: 'm', name: 'Đề cương giới thiệu chuyên đề' }],
    }),
    bodies: [
      body('a', 'Thường trực Đảng ủy', 3),
      body('b', 'Chi bộ Quân sự', 2, 'Bí thư, Phó Bí thư'),
      body('c', 'Báo cáo viên Đảng ủy', null),
    ],
    plan: { title: plan.title, numberText: '07-KH/ĐU', date: '2026-02-05' },
    numberText: '04-GM/ĐU',
    date: '2026-02-06',
    signer,
    createdAt: CREATED_AT,
  };
}

export function attendance(): AttendanceSheetInput {
  const row = (name: string, invited: number | null, present: number | null, excused: number | null) => ({
    key: name,
    name,
    invited,
    present,
    excused,
    unexcused: null,
  });
  return {
    office,
    name: 'Hội nghị phổ biến chuyên đề “Phường xanh”',
    moment: 'Từ 14 giờ 00 đến 17 giờ 00 ngày 11/02/2026 (thứ Tư)',
    rows: [
      row('Thường trực Đảng ủy', 3, 3, null),
      row('Chi bộ Quân sự (Bí thư, Phó Bí thư)', 2, 1, 1),
      row('Báo cáo viên Đảng ủy', 5, null, null),
      row('Khách mời', null, 4, null),
    ],
    points: [],
    createdAt: CREATED_AT,
  };
}

/** The same, online: two bodies sat at a school. */
export function attendanceByPoint(): AttendanceSheetInput {
  const all = attendance();
  return {
    ...all,
    points: [
      { id: 'thcs', name: 'Trường THCS' },
      { id: 'cho', name: 'Điểm cầu Nhà văn hóa số 3' },
    ],
    rows: all.rows.map((row, index) => (index === 1 || index === 2 ? { ...row, point: 'thcs' } : row)),
  };
}

export function budget(): BudgetWorkbookInput {
  return {
    issuingBody: office.issuingBody,
    planTitle: plan.title,
    createdAt: CREATED_AT,
    lines: [
      {
        id: 'k1',
        conferenceId: null,
        about: '',
        content: 'In băng rôn',
        source: 'Ngân sách phường',
        estimate: 6_000_000,
        approved: { amount: 5_500_000, numberText: '12-QĐ/ĐU', date: '2026-02-02' },
        // As it was written before a line could have several payments.
        spent: { amount: 500_000, numberText: 'PC 05', date: '2026-02-10' },
        note: '',
        createdAt: CREATED_AT,
      },
      {
        id: 'k2',
        conferenceId: 'c1',
        about: 'Hội nghị phổ biến chuyên đề “Phường xanh”',
        content: 'In tài liệu',
        source: 'Kinh phí Đảng',
        estimate: 2_000_000,
        approved: { amount: 1_500_000, numberText: '12-QĐ/ĐU', date: '2026-02-02' },
        spent: null,
        payments: [
          { amount: 1_000_000, numberText: 'PC 07', date: '2026-02-12' },
          { amount: 600_000, numberText: 'PC 11', date: '2026-03-02' },
        ],
        note: 'Chờ bổ sung',
        createdAt: CREATED_AT,
      },
    ],
  };
}
