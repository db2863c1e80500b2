/** From a figure to its cell; units' texts side by side, the draft, titled entries. */
import { editFormBytes } from '../../support/workbook';
import { NOWHERE, PERIOD, asDossier, bad, good, inDossier, inPeriod, ofUnit, rows, text } from '../case';
import type { Case, TakenFile } from '../case';

const TITLE = 'Loa lưu động ở ngõ nhỏ';

export const narrative: readonly Case[] = [
  // The second unit's form comes in filled, with a titled entry.
  good(
    'report.import',
    async (memory, host) => {
      const forms = memory.get('forms') as readonly TakenFile[];
      const form = forms.find(({ name }) => name.includes('Trường tiểu học'));
      if (!form) throw new Error('no form of the second unit');
      const bytes = await editFormBytes(form.bytes, {
        ct_HN01: 7,
        ct_HN02: 35_599,
        ct_NX01: 'Nền nếp sinh hoạt tốt.',
        mh_1_ten: TITLE,
        mh_1_ketqua: 'Nhiều hộ nghe được tin.',
      });
      return { tickets: [await host.upload(form.name, bytes)] };
    },
    (value) => {
      if (rows(value['accepted']).length !== 1) throw new Error(`not taken: ${JSON.stringify(value)}`);
    },
  ),
  good('report.trace', inPeriod({ indicator: 'HN02' }), (value, memory) => {
    const part = rows(value).find((row) => row['unit'] === text(memory, 'second'));
    memory.set('traced', part?.['file']);
  }),
  good(
    'report.sourceCell',
    (memory) => {
      const { sha256, sheet, cell } = memory.get('traced') as Record<string, string>;
      return { ...asDossier(memory), sha256, sheet, cell };
    },
    (value) => {
      const found = value['found'] as { written: string; type: string } | null;
      if (found?.written !== '35599' || found.type !== 'number')
        throw new Error(`not what stands in the file: ${JSON.stringify(found)}`);
    },
  ),
  bad('report.sourceCell', 'NOT_FOUND', inDossier({ sha256: '0'.repeat(64), sheet: 'Số liệu', cell: 'A1' })),
  good('report.narratives', inPeriod({ indicator: 'NX01' }), (value, memory) => {
    const unit = rows(value['units']).find((row) => row['unit'] === text(memory, 'second'));
    if (unit?.['text'] !== 'Nền nếp sinh hoạt tốt.') throw new Error('the unit’s own words are not there');
  }),
  bad('report.narratives', 'FORBIDDEN', inPeriod({ indicator: 'TL01' })),
  good('report.draft', inPeriod()),
  bad('report.draft', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good(
    'report.saveDraft',
    (memory) => ({
      ...asDossier(memory),
      period: PERIOD,
      sections: [
        { code: 'II.1', text: 'Có {{HN02}} lượt người dự; {{HN99}} cuộc; thêm 12 buổi.' },
        {
          code: 'III.1',
          text: 'Nền nếp sinh hoạt tốt.',
          sources: [{ report: `${PERIOD}|${text(memory, 'second')}`, indicator: 'NX01', version: 2 }],
        },
      ],
    }),
    (value) => {
      const kinds = rows(value['problems']).map((problem) => problem['kind']);
      if (kinds.join() !== 'unknown-field,typed-number') throw new Error(`other problems: ${kinds.join()}`);
    },
  ),
  bad('report.saveDraft', 'BAD_REQUEST', inPeriod({ sections: [{ code: 'VII', text: 'x' }] })),
  bad('export.summary', 'BAD_REQUEST', inPeriod({ format: 'pdf' })),
  good(
    'report.saveDraft',
    inPeriod({ sections: [{ code: 'II.1', text: 'Có {{HN02}} lượt người dự.' }] }),
    (value) => {
      if (rows(value['problems']).length > 0) throw new Error('a field that is known was questioned');
    },
  ),
  good('report.models', inPeriod(), (value) => {
    if (rows(value)[0]?.['title'] !== TITLE) throw new Error('the titled entry is not listed');
  }),
  bad('report.models', 'NOT_FOUND', inDossier({ period: '2026-Q3' })),
  good('report.chooseModel', (memory) => ({
    ...asDossier(memory),
    period: PERIOD,
    model: { report: `${PERIOD}|${text(memory, 'second')}`, title: TITLE },
    chosen: true,
  })),
  bad(
    'report.chooseModel',
    'NOT_FOUND',
    inPeriod({ model: { report: `${PERIOD}|${NOWHERE}`, title: TITLE }, chosen: true }),
  ),
  good('report.put', ofUnit('unit', { values: { HN01: 4, HN02: 120 }, models: [{ title: 'Góc đọc báo' }] })),
  good('export.summary', inPeriod({ format: 'pdf' })),
];
