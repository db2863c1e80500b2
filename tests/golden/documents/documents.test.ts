/** The models of every document, whole, as JSON: a change of one is seen and judged by a person. */
import { describe, expect, it } from 'vitest';
import { bookPage } from '../../../shared/documents/book-page';
import { bookWorkbook } from '../../../shared/documents/book-workbook';
import { chasePage } from '../../../shared/documents/chase-page';
import { chaseReportPage } from '../../../shared/documents/chase-report-page';
import { chaseSheetPage, chaseSheetWorkbook } from '../../../shared/documents/chase-sheet';
import { draftFields, resolveDraft } from '../../../shared/documents/draft-fields';
import { modelsFormSheet } from '../../../shared/documents/form-models-sheet';
import { formWorkbook } from '../../../shared/documents/form-workbook';
import { matrixPage } from '../../../shared/documents/matrix-page';
import { matrixWorkbook } from '../../../shared/documents/matrix-workbook';
import { taskProgressPage } from '../../../shared/documents/task-progress-page';
import { taskProgressWorkbook } from '../../../shared/documents/task-progress-workbook';
import { attendancePage, attendanceWorkbook } from '../../../shared/documents/attendance-sheet';
import { budgetWorkbook } from '../../../shared/documents/budget-workbook';
import { invitationPage } from '../../../shared/documents/invitation-page';
import { planPage } from '../../../shared/documents/plan-page';
import { reportPage } from '../../../shared/documents/report-page';
import { modelsSheet } from '../../../shared/documents/summary-models-sheet';
import { supplementBlocks, supplementSheet } from '../../../shared/documents/supplement-annex';
import { summaryWorkbook } from '../../../shared/documents/summary-workbook';
import type { ModelRow } from '../../../shared/domain/report/narratives';
import * as anBinh from './an-binh';
import { matrixPrint, owing } from './an-binh-owing';
import * as conferences from './conferences';
import * as tasks from './tasks';
import * as books from './books';

const { office, plan, items, periods, entries, signer, CREATED_AT: createdAt } = anBinh;

const letter = {
  office,
  profile: anBinh.ruleProfile('hd36'),
  newLastDay: '2026-03-27',
  numberText: '15-CV/ĐU',
  date: '2026-03-25',
  signer,
  recipients: [],
  createdAt,
} as const;

const MODELS: readonly ModelRow[] = [
  {
    report: '2026-Q1|u3',
    unit: 'u3',
    name: 'Chi bộ Tổ dân phố số 1',
    period: '2026-Q1',
    title: 'Loa lưu động ở ngõ nhỏ',
    result: 'Nhiều hộ trong ngõ nghe được tin.',
    source: { file: null, typedBy: 'Nguyễn Thị Mai', enteredAt: createdAt, version: 1 },
  },
];
const DRAFT: Readonly<Record<string, string>> = {
  I: 'Đảng ủy chỉ đạo kịp thời.',
  'II.1':
    'Có {{HN02}} lượt người dự (lũy kế {{HN02.luyke}}).\nĐạt {{DV03.phaiBaoCao}} trên tổng số phải báo cáo.',
  'III.1': 'Nền nếp sinh hoạt được giữ vững.',
  V: 'Không.',
};

const models: Readonly<Record<string, () => unknown>> = {
  'plan-hd36': () =>
    planPage({ plan, items, numberText: '07-KH/ĐU', date: '2026-02-05', office, profile: anBinh.ruleProfile('hd36'), createdAt }),
  'plan-hd05-draft': () =>
    planPage({ plan, items, numberText: null, date: null, office, profile: anBinh.ruleProfile('hd05'), createdAt }),
  'plan-nd30': () =>
    planPage({
      plan: { ...plan, issuingBody: anBinh.stateOffice.issuingBody, signer: anBinh.stateSigner, archive: ['VT'] },
      items,
      numberText: '12/KH-UBND',
      date: '2026-10-12',
      office: anBinh.stateOffice,
      profile: anBinh.ruleProfile('nd30'),
      createdAt,
    }),
  form: () =>
    formWorkbook({
      office,
      dossierId: 'd-1',
      plan,
      planNumberText: '07-KH/ĐU',
      period: periods[1]!,
      unit: entries.find((entry) => entry.id === 'u3')!,
      indicators: anBinh.CODES.flatMap((code) => anBinh.catalogue.filter((indicator) => indicator.id === code)),
      previous: { HN01: 3, HN02: 150, DV01: 40, DV02: 36, VB02: 1 },
      cumulative: { HN01: 3, HN02: 150 },
      issuedAt: createdAt,
      fingerprint: 'f'.repeat(64),
    }),
  summary: () => summaryWorkbook(anBinh.summaryInput()),
  report: () =>
    reportPage({
      ...anBinh.summaryInput(),
      profile: anBinh.ruleProfile('hd36'),
      signer,
      numberText: '12-BC/ĐU',
      date: '2026-03-25',
      recipients: [{ name: 'Ban Thường vụ Thành ủy', purpose: 'để b/c' }],
    }),
  'form-models': () => modelsFormSheet('AB-26Q1-003'),
  'summary-models': () => modelsSheet({ ...anBinh.summaryInput(), models: MODELS }, ''),
  'report-draft': () =>
    reportPage({
      ...anBinh.summaryInput(),
      profile: anBinh.ruleProfile('hd36'),
      signer,
      numberText: '12-BC/ĐU',
      date: '2026-03-25',
      recipients: [],
      draft: Object.fromEntries(
        Object.entries(DRAFT).map(([code, text]) => [code, resolveDraft(text, draftFields(anBinh.summaryInput())).text]),
      ),
      chosenModels: MODELS,
    }),
  'supplement-sheet': () => supplementSheet({ ...anBinh.summaryInput(), supplement: anBinh.supplement }),
  'supplement-page': () => supplementBlocks({ ...anBinh.summaryInput(), supplement: anBinh.supplement }),
  chase: () => chasePage({ ...letter, units: owing('one') }),
  'chase-several-plans': () => chasePage({ ...letter, units: owing('both'), numberText: null, date: null }),
  'chase-report': () =>
    chaseReportPage({
      ...letter,
      units: owing('both'),
      numberText: null,
      date: null,
      standings: [
        { work: { plan: plan.title, numberText: '07-KH/ĐU', name: 'báo cáo quý I năm 2026', lastDay: '2026-03-16', time: null }, expected: 6, onTime: 4, late: 1, missing: 1, returned: 0, notDue: 0 },
        { work: { plan: 'Phân loại rác', numberText: '11-KH/ĐU', name: 'báo cáo tháng 2 năm 2026', lastDay: '2026-02-16', time: null }, expected: 2, onTime: 1, late: 0, missing: 0, returned: 1, notDue: 0 },
      ],
    }),
  'chase-sheet': () =>
    chaseSheetPage(anBinh.ruleProfile('hd36'), { office, units: owing('both'), title: 'báo cáo theo 2 kế hoạch', createdAt }),
  'chase-sheet-workbook': () =>
    chaseSheetWorkbook({ office, units: owing('both'), title: 'báo cáo theo 2 kế hoạch', createdAt }),
  'invitation-hd36': () => invitationPage(conferences.invitation()),
  'invitation-each-hd05': () =>
    invitationPage({ ...conferences.invitation(), profile: anBinh.ruleProfile('hd05'), layout: 'each', issuer: 'office', type: 'CV', numberText: null, date: null }),
  'invitation-nd30': () =>
    invitationPage({ ...conferences.invitation(), office: anBinh.stateOffice, profile: anBinh.ruleProfile('nd30'), signer: anBinh.stateSigner, numberText: '45/GM-UBND', bodies: conferences.manyBodies() }),
  'attendance-sheet': () => attendancePage(anBinh.ruleProfile('hd36'), conferences.attendance()),
  'task-progress-workbook': () => taskProgressWorkbook(tasks.progress()),
  'task-progress-page': () => taskProgressPage(anBinh.ruleProfile('hd36'), tasks.progress()),
  'attendance-points': () => attendancePage(anBinh.ruleProfile('hd36'), conferences.attendanceByPoint()),
  'attendance-points-workbook': () => attendanceWorkbook(conferences.attendanceByPoint()),
  'attendance-workbook': () => attendanceWorkbook(conferences.attendance()),
  'budget-workbook': () => budgetWorkbook(conferences.budget()),
  matrix: () => matrixPage(anBinh.ruleProfile('hd36'), matrixPrint()),
  'matrix-workbook': () => matrixWorkbook(matrixPrint()),
  'book-out': () => bookPage(anBinh.ruleProfile('hd36'), books.outBook),
  'book-out-workbook': () => bookWorkbook(books.outBook),
  'book-in': () => bookPage(anBinh.ruleProfile('hd36'), books.inBook),
  'book-follow-workbook': () => bookWorkbook(books.followBook),
  'book-passed': () => bookPage(anBinh.ruleProfile('hd36'), books.passedBook),
}; // prettier-ignore

describe('document models of Phường An Bình', () => {
  it.each(Object.keys(models))('%s', async (name) => {
    const json = `${JSON.stringify(models[name]!(), null, 1)}\n`;
    await expect(json).toMatchFileSnapshot(`${name}.golden`);
  });
});
