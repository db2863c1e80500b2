/** One real form of the invented ward, filled in as a unit would, for tests of what other programs do to it. */
import ExcelJS from 'exceljs';
import { writeWorkbook } from '../../../electron/adapters/export/xlsx/write-workbook';
import { readForm } from '../../../electron/adapters/intake/xlsx/read-form';
import type { FormInput } from '../../../shared/documents/form-input';
import { formWorkbook } from '../../../shared/documents/form-workbook';
import type { FormContext, FilledForm } from '../../../shared/domain/report/judge-form';
import { identifyForm, judgeForm } from '../../../shared/domain/report/judge-form';
import { unwrap } from '../../../shared/result';
import { catalogue, CODES, CREATED_AT, entries, office, periods, plan } from '../../golden/documents/an-binh';
import { editFormBytes } from '../workbook';

const [, period] = periods;
const known = entries.find(({ id }) => id === 'u3');
if (!period || !known) throw new Error('the invented ward has no second period or no unit u3');

const asked = { ...period, unitIds: ['u3'], indicators: CODES };

const input: FormInput = {
  office,
  dossierId: 'd-1',
  plan,
  planNumberText: '07-KH/ĐU',
  period: asked,
  unit: known,
  indicators: catalogue.filter(({ id }) => CODES.includes(id)),
  previous: {},
  cumulative: {},
  issuedAt: CREATED_AT,
  fingerprint: 'f'.repeat(64),
};

export const FIGURES = {
  HN01: 4,
  HN02: 35_599,
  DV01: 60,
  DV02: 57,
  TT01: 12,
  TT05: 3,
  MX01: 7,
  VB02: 1,
} as const;
export const WORDS = 'Nền nếp được giữ; còn hai tổ họp muộn.';

/** The bytes as Excel would save them. */
export async function filledForm(): Promise<Uint8Array> {
  const cells = { ...FIGURES, VB02: 'có', NX02: WORDS };
  return editFormBytes(
    await writeWorkbook(formWorkbook(input)),
    Object.fromEntries(Object.entries(cells).map(([code, value]) => [`ct_${code}`, value])),
  );
}

export async function changed(
  bytes: Uint8Array,
  change: (workbook: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  change(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What the office would take in, or the codes of why not, after reading and judging as at intake. */
export async function takenFrom(bytes: Uint8Array): Promise<FilledForm | readonly string[]> {
  const fileName = 'gửi lại.xlsx';
  const raw = unwrap(await readForm(bytes, fileName));
  const identified = identifyForm(raw, {
    fileName,
    app: 'vpdu-desk',
    formVersion: 1,
    officeIds: [office.officeId],
  });
  if (!identified.ok) return identified.faults.map(({ code }) => code);
  const context: FormContext = {
    fileName,
    dossierKnown: true,
    unit: known ?? null,
    period: asked,
    catalogue,
    fingerprint: input.fingerprint,
  };
  const judged = judgeForm(raw, identified.value, context);
  return judged.ok ? judged.value : judged.faults.map(({ code, cell }) => `${code} ${cell ?? ''}`.trim());
}
