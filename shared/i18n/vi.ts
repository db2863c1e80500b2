/** Words that the window, the documents and the command line share, as an office writes them. */
import type { ActArea } from '../domain/history/act-area';
import type { ConferenceState } from '../domain/conference/state';
import { formatDate, type PlainDate } from '../date/plain-date';
import type { Channel } from '../domain/dispatch/channel';
import type { Comment } from '../domain/dispatch/document-model';
import type { DocumentMove } from '../domain/dispatch/document-states';
import type { Delivery, DocumentRecord, ProofKind } from '../domain/dispatch/model';
import type { EntryKind, IndicatorKind, System } from '../domain/office/model';
import type { PlanItemKind, PlanStatus } from '../domain/plan/model';
import type { DifficultyState } from '../domain/report/difficulties';
import type { PeriodStatus, Totals, UnitState } from '../domain/report/model';
import type { UnitDifference } from '../domain/report/supplement-model';
import { isMonthRange, periodName, periodNameInText } from '../domain/report/periods';
import { formatNumber, formatPercent } from '../text/numbers';
import type { UpwardReport } from '../domain/report/obligation-model';
import type { UpwardState } from '../domain/report/upward';

/** A state is never told by colour alone: each has a sign and a word. */
export interface StateWords {
  readonly sign: string;
  readonly word: string;
}

export const UNIT_STATE: Readonly<Record<UnitState, StateWords>> = {
  'on-time': { sign: '●', word: 'Đúng hạn' },
  late: { sign: '◐', word: 'Trễ hạn' },
  missing: { sign: '○', word: 'Chưa báo cáo' },
  returned: { sign: '↩', word: 'Đã trả lại' },
  'not-due': { sign: '…', word: 'Chưa đến hạn' },
};

/** The same five states, said of a unit's own plan. */
export const OWN_PLAN_STATE: Readonly<Record<UnitState, StateWords>> = {
  ...UNIT_STATE,
  missing: { sign: '○', word: 'Chưa gửi' },
};

/** Báo cáo của cơ quan gửi cấp trên. */
export const UPWARD_STATE: Readonly<Record<UpwardState, StateWords>> = {
  'not-due': { sign: '…', word: 'Chưa đến hạn' },
  unsent: { sign: '○', word: 'Quá hạn, chưa gửi' },
  'on-time': { sign: '●', word: 'Đã gửi đúng hạn' },
  late: { sign: '◐', word: 'Đã gửi trễ hạn' },
  confirmed: { sign: '✓', word: 'Đã có xác nhận' },
  filed: { sign: '■', word: 'Đã lưu' },
};

export const CONFERENCE_STATE: Readonly<Record<ConferenceState, StateWords>> = {
  planned: { sign: '◷', word: 'Dự kiến' },
  invited: { sign: '→', word: 'Đã mời' },
  held: { sign: '✓', word: 'Đã họp' },
  postponed: { sign: '‖', word: 'Hoãn' },
  cancelled: { sign: '✕', word: 'Đã hủy' },
};

export const UPWARD_KIND: Readonly<Record<UpwardReport['kind'], string>> = {
  periodic: 'Định kỳ',
  'ad-hoc': 'Đột xuất',
  preliminary: 'Sơ kết',
  final: 'Tổng kết',
};

export const DIFFICULTY_STATE: Readonly<Record<DifficultyState, StateWords>> = {
  waiting: { sign: '…', word: 'Chờ trả lời' },
  overdue: { sign: '!', word: 'Quá hạn trả lời' },
  answered: { sign: '●', word: 'Đã trả lời' },
  'answered-late': { sign: '◐', word: 'Trả lời trễ hạn' },
};

/** Steps of chasing. */
export const CHASE_LEVEL: Readonly<Record<1 | 2 | 3, { readonly short: string; readonly word: string }>> = {
  1: { short: 'Lần 1', word: 'Lần 1: nhắc' },
  2: { short: 'Lần 2', word: 'Lần 2: công văn' },
  3: { short: 'Lần 3', word: 'Lần 3: báo cáo Thường trực' },
};

/** What was done, within a unit's report: "Đã nhắc lần 1 – 16/03/2026". */
export const CHASE_DONE: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'Đã nhắc lần 1',
  2: 'Đã gửi công văn đôn đốc lần 2',
  3: 'Đã báo cáo Thường trực lần 3',
};

/**
 * "Còn 21/29 đơn vị chưa báo cáo (18 chưa đến hạn)", of the very units whose figures are added up; null when every
 * expected unit has handed everything in.
 */
export function unreportedWords({
  status,
  missingUnits,
}: {
  readonly status: Pick<PeriodStatus, 'expected' | 'received' | 'notDue' | 'returned'>;
  readonly missingUnits: readonly Pick<Totals['missingUnits'][number], 'lacking'>[];
}): string | null {
  const { expected, received, notDue, returned } = status;
  if (received >= expected) return null;
  const partly = missingUnits.filter(({ lacking }) => lacking !== undefined).length;
  const parts = [
    ...(partly > 0 ? [`${partly} mới báo cáo một phần`] : []),
    ...(notDue > 0 ? [`${notDue} chưa đến hạn`] : []),
    ...(returned > 0 ? [`${returned} đã trả lại`] : []),
  ];
  const inside = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `Còn ${expected - received}/${expected} đơn vị chưa báo cáo${inside}`;
}

/** "90/92" behind a coverage; null where it is not kept (an old closing) or there is no rate. */
export function ratioWords(
  totals: Pick<Totals, 'coverageParts'>,
  code: string,
  base: 'reported' | 'expected',
): string | null {
  const ratio = totals.coverageParts?.[code]?.[base];
  return ratio ? `${formatNumber(ratio.numerator)}/${formatNumber(ratio.denominator)}` : null;
}

/** "90/92 = 97,83% trên số đã báo cáo; 90/102 = 88,24% trên tổng số phải báo cáo (tính đến 20/03/2026)"; null: no rate. */
export function bothCoveragesWords(
  totals: Pick<Totals, 'coverage' | 'coverageParts'>,
  code: string,
  day: PlainDate | null,
): string | null {
  const coverage = totals.coverage[code];
  if (!coverage) return null;
  const one = (base: 'reported' | 'expected', words: string): string => {
    const value = coverage[base];
    const ratio = ratioWords(totals, code, base);
    const shown = value === null ? 'chưa có số liệu' : formatPercent(value);
    return `${ratio === null || value === null ? '' : `${ratio} = `}${shown} ${words}`;
  };
  const dated = day === null ? '' : ` (tính đến ${formatDate(day)})`;
  return `${one('reported', 'trên số đã báo cáo')}; ${one('expected', 'trên tổng số phải báo cáo')}${dated}`;
}

/** What a period that is added up from others does not hold; null: nothing is missing from it. */
export function gapWords(totals: Pick<Totals, 'gaps'>): string | null {
  const { cut = [], uncovered = [] } = totals.gaps ?? {};
  const parts = [
    ...(cut.length > 0
      ? [`kỳ bị cắt ngang nên không cộng: ${cut.map((period) => periodWords(period)).join(', ')}`]
      : []),
    ...(uncovered.length > 0
      ? [
          `tháng chưa có kỳ báo cáo: ${uncovered.map((month) => periodWords(month).replace('Tháng ', '')).join(', ')}`,
        ]
      : []),
  ];
  return parts.length === 0 ? null : `Số liệu chưa trọn: ${parts.join('; ')}.`;
}

/** Lũy kế of a PC to which periods came without those before them; null: it knows all of them. */
export function cameAloneWords(totals: Pick<Totals, 'cameAlone'>): string | null {
  const { cameAlone = [] } = totals;
  if (cameAlone.length === 0) return null;
  const named = cameAlone.map((period) => periodNameInText(period)).join(', ');
  return `Lũy kế, kỳ trước và số gần nhất của đơn vị chưa báo cáo chỉ tính từ các kỳ có trên máy này: gói kỳ nhận về (${named}) không kèm các kỳ trước.`;
}

/** Beside the name of a unit whose figures stand in those of a unit above it. */
export const HELD_MARK = '(*)';

/** Why such rows do not add up to the sum over them; null where there are none. */
export function heldWords(totals: readonly Pick<Totals, 'units'>[]): string | null {
  const names = new Map(
    totals.flatMap(({ units }) =>
      units.flatMap(({ unit, name, held }): [string, string][] => (held ? [[unit, name]] : [])),
    ),
  );
  if (names.size === 0) return null;
  const listed = names.size <= 5 ? ` (${[...names.values()].join('; ')})` : '';
  return `${HELD_MARK} Số của chi bộ, đơn vị trực thuộc${listed} đã nằm trong số của đảng bộ, đơn vị cấp trên, không cộng lại.`;
}

/** "chưa biết mẫu số của 2 đơn vị" beside a rate on all expected units; null where every denominator is known. */
export function unknownDenominatorWords(
  totals: Pick<Totals, 'unknownDenominators'>,
  code: string,
): string | null {
  const count = totals.unknownDenominators?.[code] ?? 0;
  return count === 0 ? null : `chưa biết mẫu số của ${count} đơn vị`;
}

/** How a unit may say that nothing happened; the person may write another way. */
export const NIL_HOW = ['điện thoại', 'Zalo', 'văn bản', 'trực tiếp'] as const;

/** "Bí thư chi bộ xác nhận qua Zalo"; empty when nobody wrote it down. */
export function nilSaidWords({ nilSaidBy, nilHow }: { nilSaidBy: string; nilHow: string }): string {
  const by = nilSaidBy === '' ? '' : `${nilSaidBy} xác nhận`;
  const how = nilHow === '' ? '' : `${by === '' ? 'xác nhận ' : ''}qua ${nilHow}`;
  return [by, how].filter((part) => part !== '').join(' ');
}

export const PLAN_STATUS: Readonly<Record<PlanStatus, StateWords>> = {
  review: { sign: '◔', word: 'Đang rà soát' },
  reviewed: { sign: '◑', word: 'Đã rà soát' },
  // The number is taken and no more: whether it is signed and sent is said by the document (“Trình ký”, “Đã phát hành”).
  issued: { sign: '●', word: 'Đã cấp số' },
  closed: { sign: '■', word: 'Đã kết thúc' },
};

/** A plan that is written here and not done yet. */
export const PLAN_COMPOSING: StateWords = { sign: '◔', word: 'Đang soạn' };

export const DOCUMENT_STATUS: Readonly<Record<DocumentRecord['status'], StateWords>> = {
  draft: { sign: '◔', word: 'Dự thảo' },
  submitted: { sign: '◑', word: 'Trình ký' },
  signed: { sign: '◕', word: 'Đã ký' },
  issued: { sign: '●', word: 'Đã phát hành' },
  recalled: { sign: '↩', word: 'Đã thu hồi' },
  replaced: { sign: '⇄', word: 'Đã thay thế' },
};

/**
 * How a plan stands, in one word wherever it is told: until it has its number by its review, then by its own document
 * (Trình ký, Đã ký, Đã phát hành, …), at the end by its dossier.
 */
export function planStanding(status: PlanStatus, document: DocumentRecord['status'] | null): StateWords {
  return status === 'issued' && document !== null && document !== 'draft'
    ? DOCUMENT_STATUS[document]
    : PLAN_STATUS[status];
}

export const DELIVERY_STATE: Readonly<Record<Delivery['state'], StateWords>> = {
  sent: { sign: '→', word: 'Đã gửi' },
  received: { sign: '●', word: 'Đã nhận' },
  refused: { sign: '✕', word: 'Không nhận' },
  recalled: { sign: '↩', word: 'Đã thu hồi' },
  replaced: { sign: '⇄', word: 'Đã thay thế' },
};

/** How it is known that a document came to its recipient. */
export const PROOF: Readonly<Record<ProofKind, string>> = {
  signature: 'Ký nhận',
  'stamped-slip': 'Phiếu gửi có dấu',
  mail: 'Thư trả lời',
  zalo: 'Tin Zalo',
  network: 'Mạng văn bản',
  phone: 'Điện thoại',
};

export const DOCUMENT_MOVE: Readonly<Record<Exclude<DocumentMove, 'issue'>, string>> = {
  submit: 'Trình ký',
  sign: 'Ghi đã ký',
  back: 'Lùi một bước',
  recall: 'Thu hồi',
  replace: 'Thay thế',
};

export const COMMENT_ANSWER: Readonly<Record<NonNullable<Comment['answer']>['kind'], StateWords>> = {
  agreed: { sign: '●', word: 'Thống nhất' },
  remarks: { sign: '◐', word: 'Có ý kiến' },
  none: { sign: '○', word: 'Không tham gia' },
};

export const CHANNEL: Readonly<Record<Channel, string>> = {
  hand: 'Trực tiếp',
  post: 'Bưu điện',
  email: 'Thư điện tử',
  zalo: 'Zalo',
  network: 'Mạng nội bộ',
};

export const ENTRY_KIND: Readonly<Record<EntryKind, string>> = {
  superior: 'Cấp trên',
  unit: 'Đơn vị',
  group: 'Nhóm',
  position: 'Chức danh',
};

export const SYSTEM: Readonly<Record<System, string>> = {
  party: 'Văn bản của Đảng',
  state: 'Văn bản hành chính nhà nước',
};

export const INDICATOR_KIND: Readonly<Record<IndicatorKind, string>> = {
  C: 'Số lượng',
  S: 'Tổng cộng dồn',
  D: 'Tổng số (thời điểm)',
  N: 'Phần đạt được',
  P: 'Tỷ lệ (tự tính)',
  R: 'Bình quân/tuần (tự tính)',
  B: 'Có/Không',
  T: 'Lời văn',
};

export const ITEM_KIND: Readonly<Record<PlanItemKind, string>> = {
  assignment: 'Đơn vị được giao',
  task: 'Nhiệm vụ',
  target: 'Chỉ tiêu',
  deadline: 'Thời hạn',
  conference: 'Hội nghị',
  reporting: 'Chế độ báo cáo',
  recipient: 'Nơi nhận',
  basis: 'Căn cứ',
};

/** Kinds of acts that the history may be narrowed to. */
export const ACT_AREA: Readonly<Record<ActArea, string>> = {
  plan: 'Kế hoạch, nội dung',
  documents: 'Văn bản, phát hành',
  reports: 'Báo cáo, đôn đốc',
  tasks: 'Nhiệm vụ, kiểm tra',
  conferences: 'Hội nghị, kinh phí',
  office: 'Danh mục, cơ quan',
  other: 'Lưu trữ, hoàn tác',
};

/** Registers and documents: symbol type → name of the kind. */
export const DOCUMENT_TYPE: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  CV: 'Công văn',
  GM: 'Giấy mời',
  BC: 'Báo cáo',
  TB: 'Thông báo',
  CTr: 'Chương trình',
  HD: 'Hướng dẫn',
  QĐ: 'Quyết định',
  NQ: 'Nghị quyết',
  TTr: 'Tờ trình',
};

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

const UNIT_CHANGE: Readonly<Record<UnitDifference['change'], StateWords>> = {
  arrived: { sign: '+', word: 'Báo cáo nhận sau khi chốt' },
  withdrawn: { sign: '↩', word: 'Đã trả lại, chưa nộp lại' },
  asked: { sign: '○', word: 'Mới được giao báo cáo' },
  released: { sign: '–', word: 'Không còn phải báo cáo' },
  adjusted: { sign: '≠', word: 'Điều chỉnh số liệu' },
};

/** What became of a unit between two closings. */
export function unitChangeWords(change: UnitDifference['change']): StateWords {
  return UNIT_CHANGE[change];
}

/** On what occasion figures of several periods are added up and reported. */
export type Occasion = 'preliminary' | 'final';
export const OCCASION: Readonly<Record<Occasion, string>> = { preliminary: 'sơ kết', final: 'tổng kết' };

/** `2026-Q1` → "Quý I/2026", `2026-03` → "Tháng 3/2026", `2026-H1` → "6 tháng đầu năm 2026", `DX-2026-007` → "Đột xuất 007/2026". */
export function periodWords(period: string): string {
  const adHoc = /^DX-(\d{4})-(\d{3})$/.exec(period);
  if (adHoc) return `Đột xuất ${adHoc[2] ?? ''}/${adHoc[1] ?? ''}`;
  if (isMonthRange(period)) return periodName(period);
  const [year = '', part = ''] = period.split('-');
  if (part === '') return `Năm ${year}`;
  if (part === 'H1') return `6 tháng đầu năm ${year}`;
  if (part === 'H2') return `6 tháng cuối năm ${year}`;
  if (part === '9M') return `9 tháng năm ${year}`;
  if (part.startsWith('Q')) return `Quý ${QUARTERS[Number(part.slice(1)) - 1] ?? part}/${year}`;
  return `Tháng ${Number(part)}/${year}`;
}

/** For narrow columns: "Q.I", "Th.3", "6T đầu", "9T", "Năm", "ĐX 007". */
export function periodShort(period: string): string {
  const adHoc = /^DX-\d{4}-(\d{3})$/.exec(period);
  if (adHoc) return `ĐX ${adHoc[1] ?? ''}`;
  const part = period.split('-')[1] ?? '';
  if (part === '') return 'Năm';
  if (part === 'H1') return '6T đầu';
  if (part === 'H2') return '6T cuối';
  if (part === '9M') return '9T';
  if (part.startsWith('Q')) return `Q.${QUARTERS[Number(part.slice(1)) - 1] ?? part}`;
  return `Th.${Number(part)}`;
}

/** A column of the matrix: a period, or what units were asked to plan themselves. */
interface OwedColumn {
  readonly kind: 'report' | 'own-plan';
  readonly period: string;
  readonly title: string;
}

/** "Quý I/2026", or the title of the units' own plans. */
export function columnWords({ kind, period, title }: OwedColumn): string {
  return kind === 'own-plan' ? title : periodWords(period);
}

/** For narrow columns: "Q.I", "KH đơn vị". */
export function columnShort({ kind, period }: OwedColumn): string {
  return kind === 'own-plan' ? 'KH đơn vị' : periodShort(period);
}

/** "Chi bộ A: thiếu tháng 2/2026, tháng 3/2026": its figures are in without those parts. */
export function lackingWords({
  name,
  lacking = [],
}: {
  readonly name: string;
  readonly lacking?: readonly string[] | undefined;
}): string {
  return `${name}: thiếu ${lacking.map(periodNameInText).join(', ')}`;
}
