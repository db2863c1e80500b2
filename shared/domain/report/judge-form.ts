/**
 * A returned form judged: whose it is, whether it was asked for, and every cell. It is taken whole or not at all.
 * contracts/cli.md "Workbooks that other programs can fill and read".
 *
 * Two steps, because the form itself says which dossier, unit and period it answers: `identifyForm`, then, with what
 * the caller looked up for that identity, `judgeForm`.
 */
import type { RawCell, RawForm, RawModel } from '../../ports/documents';
import type { DirectoryEntry, Indicator } from '../office/model';
import { isActiveOn, isMergedBy } from './expected-units';
import { formCodes, indicatorMap } from './indicators';
import { movedValues, placedInputs } from './form-rows';
import { faultMessage, faultParts, judgeFigures, placeOf } from './judge-figures';
import type { FigureFault, FigureInput } from './judge-figures';
import { judgeModels, type ModelInput } from './judge-models';
import { readYesNo } from './judge-value';
import type { FaultCode } from './judge-value';
import { modelCell } from './narratives';
import type { GoodModel, PeriodId, ReportPeriod } from './model';
import { parsePeriod, periodNameInText } from './periods';

/** What a form of this office and this program says about itself. */
export interface FormExpectation {
  readonly fileName: string;
  readonly app: string;
  readonly formVersion: number;
  /** Of this PC, and of the PCs of the same office whose package was taken in. */
  readonly officeIds: readonly string[];
}

/** What a form answers. */
export interface FormAddress {
  /** The PC of the office that gave the form out; null: none is told, a person said whose it is. */
  readonly officeId: string | null;
  readonly dossierId: string;
  readonly unitId: string;
  readonly period: PeriodId;
  readonly fingerprint: string;
}

export type Judged<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly FigureFault[] };

const ISSUE_AGAIN = 'Dùng lại biểu do văn phòng phát (hoặc phát lại biểu), chép số liệu sang';

function refused(fileName: string, code: FaultCode, problem: string, remedy: string): FigureFault {
  return {
    sheet: null,
    cell: null,
    code,
    indicator: null,
    message: faultMessage(fileName, placeOf(fileName, null, null, null), problem, remedy),
    parts: faultParts('', problem, remedy),
  };
}

/** Reads the hidden identity: a form of this program, this version, this office. */
export function identifyForm(raw: RawForm, expected: FormExpectation): Judged<FormAddress> {
  const no = (code: FaultCode, problem: string, remedy: string): Judged<FormAddress> => ({
    ok: false,
    faults: [refused(expected.fileName, code, problem, remedy)],
  });
  const { identity } = raw;
  if (identity === null)
    return Object.keys(raw.cells).length === 0
      ? no(
          'not-a-form',
          'không phải là biểu báo cáo do phần mềm này phát',
          'Kiểm tra lại tệp, chọn đúng biểu đã điền',
        )
      : no('identity-missing', 'trang tính ẩn ghi nhận dạng của biểu đã bị xóa', ISSUE_AGAIN);
  if (identity.app !== expected.app)
    return no(
      'wrong-app',
      'biểu do một phần mềm khác tạo ra',
      'Dùng biểu do văn phòng phát, chép số liệu sang',
    );
  if (identity.formVersion !== String(expected.formVersion))
    return no(
      'wrong-version',
      `biểu thuộc phiên bản ${identity.formVersion ?? 'không rõ'}, phần mềm đang dùng phiên bản ${expected.formVersion}`,
      ISSUE_AGAIN,
    );
  if (!expected.officeIds.includes(identity.officeId ?? ''))
    return no(
      'other-office',
      'đây là biểu của cơ quan khác',
      'Chuyển tệp cho đúng nơi nhận; nếu gửi nhầm, chọn biểu của cơ quan mình',
    );
  const { officeId = null, dossierId = '', unitId = '', period = '', fingerprint = '' } = identity;
  if (dossierId === '' || unitId === '' || fingerprint === '')
    return no('identity-missing', 'phần nhận dạng của biểu bị thiếu hoặc đã bị sửa', ISSUE_AGAIN);
  if (parsePeriod(period) === null)
    return no('bad-period', `kỳ báo cáo “${period}” ghi trong biểu không có thật`, ISSUE_AGAIN);
  return { ok: true, value: { officeId, dossierId, unitId, period, fingerprint } };
}

/** What the caller found for a form's address; null = there is none. */
export interface FormContext {
  readonly fileName: string;
  readonly dossierKnown: boolean;
  readonly unit: DirectoryEntry | null;
  /** As the unit sees it (`periodFor`): its own list of codes. */
  readonly period: ReportPeriod | null;
  readonly catalogue: readonly Indicator[];
  /** The fingerprint that a form of this period for this unit has today. */
  readonly fingerprint: string;
}

export interface FilledForm {
  readonly values: Readonly<Record<string, number>>;
  readonly narrative: Readonly<Record<string, string>>;
  readonly nil: boolean;
  /** Titled entries; undefined where the form has no rows for them (made before there were any). */
  readonly models: readonly GoodModel[] | undefined;
  /** The sheet on which the figures stand. */
  readonly sheet: string;
  /** Code → address in `sheet`; on another sheet with its name: "'Thuyết minh'!A5". */
  readonly cells: Readonly<Record<string, string>>;
}

/** Judges a form whose identity is known; every fault of every cell is named, not only the first. */
export function judgeForm(raw: RawForm, address: FormAddress, context: FormContext): Judged<FilledForm> {
  const refusal = addressFault(address, context);
  if (refusal) return { ok: false, faults: [refusal] };
  const { period, fileName } = context;
  if (!period) throw new Error('unreachable: addressFault refuses a form without a period');
  const catalogue = indicatorMap(context.catalogue);
  const asked = formCodes(period.indicators, context.catalogue);

  const inputs: FigureInput[] = [];
  const faults: FigureFault[] = [];
  for (const code of asked) {
    const indicator = catalogue.get(code);
    const cell = raw.cells[code];
    if (indicator && cell) inputs.push({ indicator, raw: cell, sheet: cell.sheet, cell: cell.cell });
    else
      faults.push({
        ...refused(
          fileName,
          'name-missing',
          `không còn ô của chỉ tiêu ${code} (${indicator?.name ?? code}), biểu đã bị sửa cấu trúc`,
          ISSUE_AGAIN,
        ),
        indicator: code,
      });
  }
  const placed = placedInputs(raw, inputs, fileName);
  faults.push(...placed.faults);
  const nil = nilOf(raw.cells.NIL, fileName);
  if (nil.fault) faults.push(nil.fault);
  const judged = judgeFigures(placed.standing, nil.value, fileName);
  faults.push(...judged.faults);
  const given = raw.models ?? [];
  const models = judgeModels(given.map(modelInput), nil.value, fileName);
  faults.push(...models.faults);
  const values =
    placed.faults.length === 0 && judged.faults.length === 0
      ? movedValues(raw, { catalogue, inputs, values: judged.values, fileName })
      : null;
  if (values) faults.push(values);
  if (
    faults.length === 0 &&
    models.models.length === 0 &&
    !nil.value &&
    Object.keys(judged.values).length === 0 &&
    Object.keys(judged.narrative).length === 0
  )
    faults.push(
      refused(
        fileName,
        'empty',
        'biểu chưa ghi gì',
        'Điền số liệu, hoặc đánh dấu x vào ô “Không phát sinh” nếu cả kỳ không có gì',
      ),
    );
  if (faults.length > 0) return { ok: false, faults };
  const sheet = mainSheet(inputs);
  return {
    ok: true,
    value: {
      values: judged.values,
      narrative: judged.narrative,
      nil: nil.value,
      models: given.length === 0 ? undefined : models.models,
      sheet,
      cells: Object.fromEntries<string>([
        ...inputs.map((input): [string, string] => [
          input.indicator.id,
          addressIn(sheet, input.sheet ?? '', input.cell ?? ''),
        ]),
        ...models.places.flatMap((place, index) =>
          place === null ? [] : [[modelCell(index), addressIn(sheet, place.sheet, place.cell)] as const],
        ),
      ]),
    },
  };
}

function addressFault(address: FormAddress, context: FormContext): FigureFault | null {
  const { fileName, unit, period } = context;
  const name = periodNameInText(address.period);
  if (!context.dossierKnown)
    return refused(
      fileName,
      'unknown-dossier',
      'biểu thuộc một kế hoạch không có trong dữ liệu này',
      'Kiểm tra lại có đúng thư mục dữ liệu không, hoặc phát lại biểu',
    );
  if (unit?.kind !== 'unit')
    return refused(
      fileName,
      'unknown-unit',
      'đơn vị ghi trong biểu không có trong danh bạ',
      'Thêm đơn vị vào danh bạ và phát lại biểu cho đơn vị',
    );
  if (!period)
    return refused(
      fileName,
      'period-not-asked',
      `kế hoạch này không giao báo cáo ${name}`,
      'Giao kỳ báo cáo này trước, hoặc chọn đúng biểu của kỳ đang thu',
    );
  const why = notOwing(period, unit);
  if (why)
    return refused(
      fileName,
      'not-expected',
      `${unit.name} không phải nộp báo cáo ${name}: ${why}`,
      'Kiểm tra lại danh sách đơn vị của kỳ',
    );
  if (address.fingerprint !== context.fingerprint)
    return refused(
      fileName,
      'fingerprint',
      `phần nhận dạng không khớp với biểu ${name} đang dùng: biểu đã bị sửa, hoặc danh mục chỉ tiêu đã đổi sau khi phát biểu`,
      ISSUE_AGAIN,
    );
  return null;
}

/**
 * Why a unit's report for a period can not be taken (Vietnamese clause); null when it can. A unit that closed after
 * the covered days began may still report what it did; one that went into another reports through its successor.
 * `period` is as the unit sees it (`periodFor`).
 */
export function notOwing(period: ReportPeriod, unit: DirectoryEntry): string | null {
  if (!period.unitIds.includes(unit.id)) return 'không có trong danh sách đơn vị được giao';
  if (isMergedBy(unit, period.lastDay)) return 'đã sáp nhập hoặc chia tách thành đơn vị khác trước hạn nộp';
  if (isActiveOn(unit, period.lastDay)) return null;
  if (unit.activeTo !== null && unit.activeTo >= period.from && (unit.activeFrom ?? '') <= period.to)
    return null;
  return 'không hoạt động trong kỳ';
}

function nilOf(
  cell: RawCell | undefined,
  fileName: string,
): { readonly value: boolean; readonly fault: FigureFault | null } {
  if (!cell)
    return {
      value: false,
      fault: refused(
        fileName,
        'name-missing',
        'không còn ô “Không phát sinh”, biểu đã bị sửa cấu trúc',
        ISSUE_AGAIN,
      ),
    };
  const empty = cell.type === 'empty' || (cell.type === 'text' && cell.text.trim() === '');
  if (empty) return { value: false, fault: null };
  const typed = cell.type !== 'formula' && cell.type !== 'error';
  const answer = typed ? readYesNo(cell) : null;
  if (answer !== null) return { value: answer, fault: null };
  const place = placeOf(fileName, cell.sheet, cell.cell, null);
  const problem =
    cell.type === 'formula'
      ? 'ô “Không phát sinh” là công thức, chưa rõ có hay không'
      : `ô “Không phát sinh” ghi “${cell.text.slice(0, 60)}”, chưa rõ có hay không`;
  const remedy = `${cell.type === 'formula' ? 'Xóa công thức; ghi' : 'Ghi'} x nếu không phát sinh, hoặc để trống`;
  return {
    value: false,
    fault: {
      sheet: cell.sheet,
      cell: cell.cell,
      code: 'nil-unclear',
      indicator: null,
      message: faultMessage(fileName, place, problem, remedy),
      parts: faultParts(cell.text, problem, remedy),
    },
  };
}

function modelInput({ title, result }: RawModel): ModelInput {
  return { title, result, sheet: title.sheet, titleCell: title.cell, resultCell: result.cell };
}

function mainSheet(inputs: readonly FigureInput[]): string {
  const count = new Map<string, number>();
  for (const { sheet, indicator } of inputs)
    if (sheet !== null) count.set(sheet, (count.get(sheet) ?? 0) + (indicator.kind === 'T' ? 1 : 1000));
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

function addressIn(main: string, sheet: string, cell: string): string {
  return sheet === main ? cell : `'${sheet.replaceAll("'", "''")}'!${cell}`;
}
