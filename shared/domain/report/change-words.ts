/** What happened to a report, in the words of the office: never the raw record. */
import { formatDate, isPlainDate } from '../../date/plain-date';
import { formatNumber } from '../../text/numbers';
import type { Indicator } from '../office/model';
import { periodNameInText } from './periods';
import { changesOf, type FigureChange } from './report-commands';
import { reportSchema, type Report } from './model';

/** What is compared beside the figures. */
export interface ReportStep {
  readonly state: Report['state'];
  readonly receivedOn: string;
  /** HH:mm; null: not known. */
  readonly receivedTime: string | null;
  readonly nil: boolean;
  readonly returnedReason: string | null;
  /** Attached files. */
  readonly files: number;
}

const EMPTY = 'trống';

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

/** "HN01 4 → 5"; of a text only that it changed: what units wrote is read in their report. */
export function changeWords(
  { indicator: code, before, after }: FigureChange,
  indicators: ReadonlyMap<string, Pick<Indicator, 'kind' | 'name'>>,
): string {
  if (code === 'NIL') return after === 1 ? 'chuyển thành không phát sinh' : 'không còn là không phát sinh';
  if (code === 'NIL-SAID') return `xác nhận không phát sinh: ${before ?? EMPTY} → ${after ?? EMPTY}`;
  if (code === 'MODELS') return 'sửa phần mô hình hay, cách làm hiệu quả';
  const indicator = indicators.get(code);
  if (typeof before === 'string' || typeof after === 'string') {
    const verb = before === null ? 'thêm' : after === null ? 'bỏ' : 'sửa';
    return `${verb} nội dung ${code}${indicator ? ` (${indicator.name})` : ''}`;
  }
  const shown = (value: number | null): string =>
    value === null
      ? EMPTY
      : indicator?.kind === 'B'
        ? value === 1
          ? 'có'
          : 'không'
        : formatNumber(value, 6);
  return `${code} ${shown(before)} → ${shown(after)}`;
}

/** What changed beside the figures: first receipt, sent back, day of receipt, files. */
export function reportStepWords(before: ReportStep | null, after: ReportStep | null): string[] {
  if (after === null) return ['bỏ báo cáo'];
  if (before === null)
    return [`nhận lần đầu ngày ${day(after.receivedOn)}${after.nil ? ', không phát sinh' : ''}`];
  const words: string[] = [];
  if (before.state !== after.state)
    words.push(
      after.state === 'returned'
        ? `trả lại${after.returnedReason === null ? '' : `: ${after.returnedReason}`}`
        : 'nhận lại sau khi trả lại',
    );
  if (before.receivedOn !== after.receivedOn)
    words.push(`ngày nhận ${day(before.receivedOn)} → ${day(after.receivedOn)}`);
  else if (before.receivedTime !== after.receivedTime)
    words.push(`giờ nhận ${before.receivedTime ?? EMPTY} → ${after.receivedTime ?? EMPTY}`);
  if (before.files !== after.files)
    words.push(
      after.files > before.files
        ? `đính kèm thêm ${after.files - before.files} tệp`
        : `bỏ ${before.files - after.files} tệp đính kèm`,
    );
  return words;
}

const MOST = 12;

/** One line of the history: "Chi bộ TDP số 1 – quý I/2026: HN01 4 → 5; HN02 trống → 120". */
export function reportChangeLine(
  raw: { readonly id: string; readonly before: unknown; readonly after: unknown },
  unitNames: ReadonlyMap<string, string>,
  indicators: ReadonlyMap<string, Pick<Indicator, 'kind' | 'name'>>,
): string {
  const [before, after] = [read(raw.before), read(raw.after)];
  const [period = '', unitId = ''] = raw.id.split('|');
  const place = `${unitNames.get(unitId) ?? 'Đơn vị không còn trong danh mục'} – ${periodNameInText(period)}`;
  const nothing = { nil: false, values: {}, narrative: {}, models: [] };
  const figures =
    after === null
      ? []
      : changesOf(before ?? nothing, after).map((change) => changeWords(change, indicators));
  const words = [...reportStepWords(stepOf(before), stepOf(after)), ...figures];
  const more = words.length > MOST ? [`và ${words.length - MOST} chỗ khác`] : [];
  return `${place}: ${[...words.slice(0, MOST), ...more].join('; ') || 'không đổi số liệu'}`;
}

const stepOf = (report: Report | null): ReportStep | null =>
  report && { ...report, files: report.source.evidence?.length ?? 0 };

function read(value: unknown): Report | null {
  const parsed = reportSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
