/** The invented office "Phường An Bình": an office, a plan, seven units in three groups, two quarters. */
import type { Supplement } from '../../../shared/domain/report/supplement-model';
import { readFileSync } from 'node:fs';
import { ruleProfileSchema, type RuleProfile } from '../../../shared/documents/rule-profile';
import type { SummaryInput } from '../../../shared/documents/summary-input';
import {
  directoryEntrySchema,
  indicatorSchema,
  officeProfileSchema,
  type DirectoryEntry,
  type Indicator,
} from '../../../shared/domain/office/model';
import { planItemSchema, planSchema, type Plan, type PlanItem } from '../../../shared/domain/plan/model';
import { parsedPlanSchema } from '../../../shared/domain/plan/parsed';
import { consolidate, statusOf } from '../../../shared/domain/report/consolidate';
import { entryMap } from '../../../shared/domain/report/expected-units';
import { reportMap } from '../../../shared/domain/report/lateness';
import {
  reportPeriodSchema,
  reportSchema,
  type Report,
  type ReportPeriod,
} from '../../../shared/domain/report/model';
import { daysIn } from '../../../shared/domain/report/periods';

export const CREATED_AT = '2026-03-25T08:00:00+07:00';

export function ruleProfile(id: 'hd36' | 'hd05' | 'nd30'): RuleProfile {
  const file = new URL(`../../../resources/profiles/${id}.json`, import.meta.url);
  return ruleProfileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export const office = officeProfileSchema.parse({
  id: 'profile',
  officeId: 'an-binh',
  code: 'AB',
  system: 'party',
  parentBody: 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
  issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
  place: 'An Bình',
  symbol: 'ĐU',
  term: { name: '2025–2030', from: '2025-07-01', to: '2030-06-30' },
  ruleProfileId: 'hd36',
  spelling: 'ủy',
  archiveCode: 'VPĐU',
});

export const stateOffice = officeProfileSchema.parse({
  ...office,
  system: 'state',
  parentBody: 'THÀNH PHỐ HẢI PHÒNG',
  issuingBody: 'ỦY BAN NHÂN DÂN PHƯỜNG AN BÌNH',
  symbol: 'UBND',
  ruleProfileId: 'nd30',
  archiveCode: 'VT',
});

export const signer = {
  authority: 'T/M BAN THƯỜNG VỤ',
  onBehalf: null,
  position: 'PHÓ BÍ THƯ THƯỜNG TRỰC',
  name: 'Trần Minh Khôi',
};

export const stateSigner = {
  authority: 'TM. ỦY BAN NHÂN DÂN',
  onBehalf: 'KT. CHỦ TỊCH',
  position: 'PHÓ CHỦ TỊCH',
  name: 'Lê Thu An',
};

export const title =
  'Tuyên truyền, quán triệt và thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 về xây dựng phường, xã thân thiện, an toàn';

const section = (label: string, heading: string, paragraphs: string[], children: unknown[] = []) => ({
  label,
  title: heading,
  paragraphs,
  children,
});

const parsed = parsedPlanSchema.parse({
  system: 'party',
  kind: 'KẾ HOẠCH',
  header: {
    parentBody: 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
    issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
    number: null,
    symbol: 'KH/ĐU',
    numberText: '-KH/ĐU',
    place: 'An Bình',
    date: null,
    dateText: 'ngày tháng 01 năm 2026',
  },
  title,
  opening: [
    'Căn cứ Điều lệ, Quy chế làm việc của Ban Chấp hành Đảng bộ phường;',
    'Thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 của Ban Chấp hành Đảng bộ thành phố, Ban Thường vụ Đảng uỷ phường xây dựng kế hoạch như sau:',
  ],
  basis: [],
  sections: [
    section(
      'I',
      'MỤC ĐÍCH, YÊU CẦU',
      [],
      [
        section('1', 'Mục đích', [
          'Giúp cán bộ, đảng viên và Nhân dân hiểu rõ Nghị quyết; phấn đấu 100% cán bộ chủ chốt, trên 95% đảng viên được quán triệt.',
        ]),
        section('2', 'Yêu cầu', ['Nội dung tuyên truyền ngắn gọn, dễ nhớ, sát đời sống khu dân cư.']),
      ],
    ),
    section(
      'II',
      'Tổ chức thực hiện',
      ['Các cơ quan, đơn vị thực hiện nhiệm vụ sau:'],
      [
        section('1', 'Ban Xây dựng Đảng', ['- Chủ trì tham mưu nội dung; tổng hợp kết quả của các đơn vị.']),
        section(
          '2',
          'Các chi bộ trực thuộc',
          [],
          [
            section('2.1', 'Chi bộ tổ dân phố', ['- Quán triệt trong sinh hoạt chi bộ thường kỳ.']),
            section('a', 'Báo cáo kết quả hằng quý trước ngày 16 của tháng cuối quý;', []),
          ],
        ),
      ],
    ),
  ],
  closing: ['Trên đây là Kế hoạch thực hiện Nghị quyết; đề nghị các đơn vị nghiêm túc thực hiện./.'],
  forms: [],
  assignments: [],
  workItems: [],
  targets: [],
  deadlines: [],
  conferences: [],
  reporting: [],
  materials: [],
  audiences: [],
  budget: null,
  attachments: [],
  recipients: [],
  archive: ['VPĐU'],
  signer,
  unclassified: [],
  warnings: [],
});

export const plan: Plan = planSchema.parse({
  id: 'plan',
  status: 'reviewed',
  title,
  system: 'party',
  kind: 'KẾ HOẠCH',
  type: 'KH',
  issuingBody: 'ĐẢNG ỦY PHƯỜNG AN BÌNH',
  place: 'An Bình',
  date: null,
  signer,
  archive: ['VPĐU'],
  ruleProfileId: 'hd36',
  parsed,
  text: '',
  sourceFile: null,
  sourceName: 'ke-hoach.txt',
  textHash: 'x',
  createdAt: CREATED_AT,
  readAt: CREATED_AT,
});

const recipient = (id: string, name: string, purpose: string | null, dropped = false): PlanItem =>
  planItemSchema.parse({
    id,
    kind: 'recipient',
    name,
    purpose,
    entryIds: [],
    origins: [],
    source: null,
    touched: false,
    dropped,
    accepted: true,
    doubt: '',
    order: Number(id.slice(1)),
  });

export const items: readonly PlanItem[] = [
  recipient('r2', 'Thường trực HĐND, UBND phường', null),
  recipient('r1', 'Thường trực Thành ủy', 'để b/c'),
  recipient('r3', 'Nơi nhận đã bỏ', null, true),
  recipient('r4', 'Các chi bộ trực thuộc', '(để t/h)'),
];

export const catalogue: readonly Indicator[] = indicatorSchema
  .array()
  .parse(
    JSON.parse(
      readFileSync(new URL('../../../resources/catalogue/indicators.json', import.meta.url), 'utf8'),
    ),
  );

const entry = (id: string, kind: string, name: string, rest: object = {}): DirectoryEntry =>
  directoryEntrySchema.parse({ id, kind, name, order: Number(id.slice(1)), ...rest });

export const entries: readonly DirectoryEntry[] = [
  entry('g1', 'group', 'Cơ quan tham mưu, giúp việc'),
  entry('g2', 'group', 'Chi bộ tổ dân phố'),
  entry('u1', 'unit', 'Ban Xây dựng Đảng', { summaryGroupId: 'g1' }),
  entry('u2', 'unit', 'Cơ quan Ủy ban Kiểm tra', { summaryGroupId: 'g1' }),
  entry('u3', 'unit', 'Chi bộ Tổ dân phố số 1', { summaryGroupId: 'g2' }),
  entry('u4', 'unit', 'Chi bộ Tổ dân phố số 2', { summaryGroupId: 'g2' }),
  entry('u5', 'unit', 'Chi bộ Tổ dân phố số 3', { summaryGroupId: 'g2' }),
  entry('u6', 'unit', 'Trường Trung học cơ sở An Bình'),
];

export const CODES = ['HN01', 'HN02', 'DV01', 'DV02', 'DV03', 'TT01', 'TT05', 'MX01', 'TT04', 'VB02', 'NX02'];
const unitIds = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6'];

export const periods: readonly ReportPeriod[] = [
  reportPeriodSchema.parse({
    id: '2025-Q4',
    from: '2025-09-15',
    to: '2025-12-14',
    lastDay: '2025-12-15',
    indicators: CODES,
    unitIds,
    cumulativeFrom: 'schedule',
    via: 'Ban Xây dựng Đảng',
    createdAt: '2025-09-20T08:00:00+07:00',
  }),
  reportPeriodSchema.parse({
    id: '2026-Q1',
    from: '2025-12-15',
    to: '2026-03-14',
    lastDay: '2026-03-16',
    indicators: CODES,
    unitIds,
    extensions: [{ unitId: 'u4', lastDay: '2026-03-18', reason: 'Bí thư chi bộ đi điều trị.' }],
    cumulativeFrom: 'schedule',
    via: 'Ban Xây dựng Đảng',
    createdAt: '2025-12-20T08:00:00+07:00',
  }),
];

export const report = (
  period: string,
  unitId: string,
  receivedOn: string,
  figures: readonly number[],
  nil = false,
): Report =>
  reportSchema.parse({
    id: `${period}|${unitId}`,
    period,
    unitId,
    state: 'received',
    nil,
    receivedOn,
    enteredAt: `${receivedOn}T09:00:00+07:00`,
    values: Object.fromEntries(
      ['HN01', 'HN02', 'DV01', 'DV02', 'TT01', 'TT05', 'MX01', 'VB02'].flatMap((code, index) => {
        const value = figures[index];
        return value === undefined ? [] : [[code, value]];
      }),
    ),
    source: { kind: 'typed', by: 'Văn thư', evidence: [] },
    version: 1,
  });

export const reports: readonly Report[] = [
  report('2025-Q4', 'u1', '2025-12-14', [2, 180, 18, 18, 10, 12, 6, 1]),
  report('2025-Q4', 'u3', '2025-12-15', [3, 150, 40, 36, 4, 0, 5, 1]),
  report('2025-Q4', 'u4', '2025-12-15', [1, 60, 35, 30, 2, 0, 3, 0]),
  report('2025-Q4', 'u5', '2025-12-17', [1, 45, 24, 24, 1, 0, 0, 1]),
  report('2026-Q1', 'u1', '2026-03-13', [4, 1250, 18, 18, 12, 16, 8, 1]),
  report('2026-Q1', 'u2', '2026-03-16', [1, 30, 9, 9, 0, 1, 0, 1]),
  report('2026-Q1', 'u3', '2026-03-17', [2, 96, 41, 39, 5, 0, 6, 1]),
  report('2026-Q1', 'u4', '2026-03-18', [1, 58, 35, 33, 3, 0, 2, 0]),
  report('2026-Q1', 'u6', '2026-03-15', [], true),
];

/** Totals of the quarter by the domain's own rules; u5 has not reported. */
export function summaryInput(version: number | null = 1): SummaryInput {
  const source = { periods, reports, entries, catalogue, now: CREATED_AT };
  const totals = consolidate({ ...source, period: '2026-Q1', cumulative: false, version });
  const cumulative = consolidate({ ...source, period: '2026-Q1', cumulative: true, version });
  const interval = { from: '2025-12-15', to: '2026-03-14' };
  return {
    office,
    planTitle: title,
    planNumberText: '07-KH/ĐU',
    indicators: catalogue,
    totals,
    cumulative,
    previous: consolidate({ ...source, period: '2025-Q4', cumulative: false }),
    status: statusOf('2026-Q1', periods, reportMap(reports), entryMap(entries), CREATED_AT),
    interval,
    days: { period: daysIn(interval), cumulative: daysIn({ from: '2025-09-15', to: '2026-03-14' }) },
    createdAt: CREATED_AT,
  };
}

/** A second closing: a unit came in, another corrected a figure, a third was sent back. */
export const supplement: Supplement = {
  period: '2026-Q1',
  before: { version: 1, at: CREATED_AT, reason: '', received: 4, expected: 6 },
  after: {
    version: 2,
    at: '2026-04-20T08:00:00+07:00',
    reason: 'Đơn vị nộp muộn',
    received: 5,
    expected: 6,
  },
  units: [
    {
      unit: 'u3',
      name: 'Chi bộ Tổ dân phố số 1',
      change: 'arrived',
      receivedAt: '2026-03-27',
      figures: [{ indicator: 'HN02', before: null, after: 120 }],
    },
    {
      unit: 'u4',
      name: 'Chi bộ Tổ dân phố số 2',
      change: 'adjusted',
      receivedAt: '2026-03-14',
      figures: [{ indicator: 'HN02', before: 1314, after: 1214 }],
    },
    { unit: 'u5', name: 'Chi bộ Tổ dân phố số 3', change: 'withdrawn', receivedAt: null, figures: [] },
  ],
  totals: [
    { indicator: 'HN02', before: 1414, after: 1434 },
    { indicator: 'DV03', before: 96.04, after: 96.12 },
  ],
  cumulative: [{ indicator: 'HN02', before: 1849, after: 1869 }],
};
