/**
 * What makes a form recognisable however it comes back: the hidden sheet, the names of its cells and the code printed
 * on it. Public: other programs fill and read these (docs: command line, "Workbooks").
 */
import type { Indicator, OfficeProfile } from '../domain/office/model';
import type { PeriodId, ReportPeriod } from '../domain/report/model';
import { periodCode } from './period-code';

export const FORM_APP = 'vpdu-desk';
export const FORM_VERSION = 1;
export const IDENTITY_SHEET = '_vpdu';
export const NIL_NAME = 'ct_NIL';
export const FORM_SHEETS = {
  figures: 'Số liệu',
  narrative: 'Thuyết minh',
  models: 'Mô hình hay',
  guide: 'Hướng dẫn',
} as const;
/** Rows for mô hình hay in a form. Forms made before there were any have no such names, and are read all the same. */
export const MODEL_ROWS = 5;

/** Defined name of an input cell: "HN01" → "ct_HN01". */
export function inputCellName(code: string): string {
  return `ct_${code}`;
}

/** Defined names of the cells of a titled entry, from 1: "mh_1_ten", "mh_1_ketqua". */
export function modelCellName(row: number, part: 'ten' | 'ketqua'): string {
  return `mh_${row}_${part}`;
}

export interface FormIdentity {
  readonly app: string;
  readonly formVersion: string;
  readonly officeId: string;
  readonly dossierId: string;
  readonly unitId: string;
  readonly period: string;
  readonly issuedAt: string;
  readonly fingerprint: string;
}

/** Keys of the hidden sheet in the order in which they stand. */
export const IDENTITY_KEYS = [
  'app',
  'formVersion',
  'officeId',
  'dossierId',
  'unitId',
  'period',
  'issuedAt',
  'fingerprint',
] as const satisfies readonly (keyof FormIdentity)[];

/** "AB-26Q1-014": identifies a printed or photographed form. `sequence` counts the period's units from 1. */
export function formCode(officeCode: string, period: PeriodId, sequence: number): string {
  return `${officeCode}-${periodCode(period)}-${String(sequence).padStart(3, '0')}`;
}

/** Place of the unit among the period's units, from 1; 0 when it was not asked. */
export function formSequence(period: ReportPeriod, unitId: string): number {
  return period.unitIds.indexOf(unitId) + 1;
}

/** Texts that need room stand on the narrative sheet: NX01 Ưu điểm …, tư tưởng; others (VB03) among the figures. */
export function onNarrativeSheet(indicator: Indicator): boolean {
  return indicator.kind === 'T' && (indicator.id.startsWith('NX') || indicator.restricted);
}

/**
 * The text whose sha256 is the form's `fingerprint`: who is asked what for which period. A form whose fingerprint
 * differs was made for another set of questions.
 */
export function fingerprintText(
  office: Pick<OfficeProfile, 'officeId'>,
  dossierId: string,
  unitId: string,
  period: ReportPeriod,
  indicators: readonly Indicator[],
): string {
  return JSON.stringify([
    FORM_APP,
    FORM_VERSION,
    office.officeId,
    dossierId,
    unitId,
    period.id,
    period.from,
    period.to,
    indicators.map((indicator) => [indicator.id, indicator.kind, indicator.unit]),
  ]);
}
