/** The report form of one unit for one period: an Excel file that knows what it is. domain.md §5. */
import type { DirectoryEntry, Indicator } from '../domain/office/model';
import type { PeriodId } from '../domain/report/model';
import { safeFileName } from '../text/file-name';
import { figuresSheet } from './form-figures-sheet';
import { guideSheet } from './form-guide-sheet';
import {
  FORM_APP,
  FORM_SHEETS,
  FORM_VERSION,
  formCode,
  formSequence,
  IDENTITY_KEYS,
  IDENTITY_SHEET,
  inputCellName,
  onNarrativeSheet,
  type FormIdentity,
} from './form-identity';
import { PRIVACY_SENTENCE, type FormInput } from './form-input';
import { asksForModels, modelsFormSheet } from './form-models-sheet';
import { periodNameInText } from '../domain/report/periods';
import { sheetFooter, TEXT } from './cell-style';
import { textCell, type CellModel, type SheetModel, type WorkbookModel } from './sheet-model';

/** Longest narrative that a cell takes. */
const NARRATIVE_LENGTH = 8000;

export function formWorkbook(input: FormInput): WorkbookModel {
  const { office, period, unit } = input;
  const code = formCode(office.code, period.id, formSequence(period, unit.id));
  const narrative = input.indicators.filter(onNarrativeSheet);
  return {
    title: `Biểu báo cáo ${periodNameInText(period.id)} – ${unit.name} (${code})`,
    creator: office.issuingBody,
    createdAt: input.issuedAt,
    sheets: [
      figuresSheet(input, code),
      narrativeSheet(narrative, code),
      ...(asksForModels(input) ? [modelsFormSheet(code)] : []),
      guideSheet(input),
      identitySheet({
        app: FORM_APP,
        formVersion: String(FORM_VERSION),
        officeId: office.officeId,
        dossierId: input.dossierId,
        unitId: unit.id,
        period: period.id,
        issuedAt: input.issuedAt,
        fingerprint: input.fingerprint,
      }),
    ],
  };
}

function identitySheet(identity: FormIdentity): SheetModel {
  return {
    name: IDENTITY_SHEET,
    visibility: 'hidden',
    columns: [16, 70],
    cells: IDENTITY_KEYS.flatMap((key, index) => [
      textCell(index + 1, 1, key),
      textCell(index + 1, 2, identity[key]),
    ]),
    protect: true,
  };
}

function narrativeSheet(indicators: readonly Indicator[], code: string): SheetModel {
  const cells: CellModel[] = [
    textCell(1, 1, 'THUYẾT MINH', { bold: true, size: 14, align: 'center' }),
    textCell(2, 1, PRIVACY_SENTENCE, { bold: true, italic: true, size: 12, wrap: true, color: 'C00000' }),
  ];
  const rowHeights: Record<number, number> = { 1: 24, 2: 22 };
  indicators.forEach((indicator, index) => {
    const row = 4 + index * 3;
    cells.push(
      textCell(row, 1, `${index + 1}. ${indicator.name}${indicator.required ? ' (*)' : ''}`, {
        bold: true,
        size: 13,
      }),
      {
        row: row + 1,
        column: 1,
        value: { kind: 'empty' },
        name: inputCellName(indicator.id),
        style: { ...TEXT, vertical: 'top', unlocked: true, fill: 'FFFBE6' },
        validation: {
          kind: 'text',
          maximumLength: NARRATIVE_LENGTH,
          message: `Mục “${indicator.name}” không quá ${NARRATIVE_LENGTH} ký tự; phần dài hơn xin gửi kèm bằng văn bản.`,
        },
      },
    );
    rowHeights[row + 1] = 130;
  });
  if (indicators.length === 0)
    cells.push(textCell(4, 1, 'Kỳ này không yêu cầu thuyết minh.', { italic: true, size: 12 }));
  return {
    name: FORM_SHEETS.narrative,
    visibility: 'visible',
    columns: [72],
    rowHeights,
    cells,
    protect: true,
    print: { orientation: 'portrait', fitToWidth: true, footer: sheetFooter(`Mã biểu ${code}`) },
  };
}

/** "2026-Q1 – Chi bộ Tổ dân phố số 1.xlsx", as Windows accepts it. */
export function formFileName(unit: Pick<DirectoryEntry, 'name'>, period: PeriodId): string {
  return safeFileName(`${period} – ${unit.name}.xlsx`);
}
