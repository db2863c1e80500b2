/** The models of every document, whole, as JSON: a change of one is seen and judged by a person. */
import { describe, expect, it } from 'vitest';
import { chasePage } from '../../../shared/documents/chase-page';
import { formWorkbook } from '../../../shared/documents/form-workbook';
import { planPage } from '../../../shared/documents/plan-page';
import { reportPage } from '../../../shared/documents/report-page';
import { summaryWorkbook } from '../../../shared/documents/summary-workbook';
import { chaseList } from '../../../shared/domain/report/chase';
import * as anBinh from './an-binh';

const { office, plan, items, periods, reports, entries, signer, CREATED_AT: createdAt } = anBinh;

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
  chase: () =>
    chasePage({
      office,
      profile: anBinh.ruleProfile('hd36'),
      planTitle: plan.title,
      planNumberText: '07-KH/ĐU',
      period: '2026-Q1',
      via: 'Ban Xây dựng Đảng',
      units: chaseList({ period: '2026-Q1', periods, reports, entries, now: createdAt, sender: 'Văn phòng', plan: 'Kế hoạch', includeNotDue: false }).units,
      newLastDay: '2026-03-27',
      numberText: '15-CV/ĐU',
      date: '2026-03-25',
      signer,
      recipients: [],
      createdAt,
    }),
}; // prettier-ignore

describe('document models of Phường An Bình', () => {
  it.each(Object.keys(models))('%s', async (name) => {
    const json = `${JSON.stringify(models[name]!(), null, 1)}\n`;
    await expect(json).toMatchFileSnapshot(`${name}.golden`);
  });
});
