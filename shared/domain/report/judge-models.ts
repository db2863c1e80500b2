/**
 * Mô hình hay, cách làm hiệu quả: a unit's titled entries, judged like figures. A title is owed where a result is
 * given; they say what a unit did, never who (no names, telephones, addresses: a question).
 */
import { formatNumber } from '../../text/numbers';
import { spellingKey, toNfc } from '../../text/normalize';
import { faultMessage, faultParts, placeOf, type FigureFault, type FileName } from './judge-figures';
import type { FaultCode, RawValue } from './judge-value';
import type { GoodModel } from './model';

export const MODEL_TITLE_LIMIT = 300;
export const MODEL_RESULT_LIMIT = 2_000;
/** The catalogue's own count of them: TD02 Mô hình, cách làm hay. */
export const MODEL_COUNT = 'TD02';

/** One entry as it stands in a form or was typed. */
export interface ModelInput {
  readonly title: RawValue;
  readonly result: RawValue;
  readonly sheet: string | null;
  readonly titleCell: string | null;
  readonly resultCell: string | null;
}

export interface JudgedModels {
  readonly models: readonly GoodModel[];
  /** For each model the place of its title; null where it was typed. */
  readonly places: readonly ({ readonly sheet: string; readonly cell: string } | null)[];
  readonly faults: readonly FigureFault[];
}

/** Entries with neither title nor result are no entries. With a fault none may be taken. */
export function judgeModels(inputs: readonly ModelInput[], nil: boolean, file: FileName): JudgedModels {
  const models: GoodModel[] = [];
  const places: ({ readonly sheet: string; readonly cell: string } | null)[] = [];
  const faults: FigureFault[] = [];
  const titles = new Set<string>();
  inputs.forEach((input, index) => {
    const refuse = (cell: string | null, code: FaultCode, problem: string, remedy: string): void => {
      const place = file === null ? `Mô hình thứ ${index + 1}` : placeOf(file, input.sheet, cell, null);
      const message = faultMessage(file, place, problem, remedy);
      const parts = faultParts('', problem, remedy);
      faults.push({ sheet: input.sheet, cell, code, indicator: `MH${index + 1}`, message, parts });
    };
    const [title, result] = [textIn(input.title), textIn(input.result)];
    for (const [text, cell] of [
      [title, input.titleCell],
      [result, input.resultCell],
    ] as const)
      if (text === null)
        refuse(cell, 'formula', 'ô có công thức hoặc đang báo lỗi', 'Xóa công thức và gõ nội dung bằng chữ');
    if (title === null || result === null || (title === '' && result === '')) return;
    if (title === '')
      refuse(
        input.titleCell,
        'model-title',
        'có kết quả nhưng chưa ghi tên mô hình',
        'Ghi tên mô hình, cách làm',
      );
    for (const [text, cell, limit] of [
      [title, input.titleCell, MODEL_TITLE_LIMIT],
      [result, input.resultCell, MODEL_RESULT_LIMIT],
    ] as const)
      if (text.length > limit)
        refuse(
          cell,
          'too-long',
          `nội dung dài ${formatNumber(text.length)} ký tự, quá ${formatNumber(limit)} ký tự`,
          'Rút gọn nội dung',
        );
    if (title !== '' && titles.has(spellingKey(title)))
      refuse(
        input.titleCell,
        'model-twice',
        `“${title.slice(0, 60)}” đã ghi ở dòng trên`,
        'Xóa một trong hai dòng',
      );
    if (nil)
      refuse(
        input.titleCell,
        'nil-with-figures',
        'vừa đánh dấu “Không phát sinh” vừa ghi mô hình',
        'Bỏ dấu “Không phát sinh” hoặc xóa mô hình',
      );
    titles.add(spellingKey(title));
    models.push({ title, result });
    places.push(
      input.sheet === null || input.titleCell === null ? null : { sheet: input.sheet, cell: input.titleCell },
    );
  });
  return { models, places, faults };
}

/** The text of a value; null where a formula or an error stands. */
function textIn(raw: RawValue): string | null {
  if (raw.type === 'formula' || raw.type === 'error') return null;
  return raw.type === 'empty' ? '' : toNfc(raw.text).trim();
}
