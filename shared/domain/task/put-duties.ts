/** Ghi kết quả: state, day and evidence of duties. One commit. */
import { dateOfInstant, formatDate, type PlainDate } from '../../date/plain-date';
import { ok, type Result } from '../../result';
import { formatNumber } from '../../text/numbers';
import { dayFault } from '../report/day-faults';
import { looksPersonal } from '../report/validate-values';
import {
  chosenDuties,
  refuse,
  rememberTask,
  startOf,
  store,
  type Acting,
  type ChosenDuties,
  type DossierDraft,
  type Put,
} from './chosen';
import type { CarryingOut } from './duties';
import { guardedNumber } from './guarded';
import type { Duty, DutyState, GuardedChoice } from './model';
import { STATE_WORDS } from './words';

export interface PutDuties {
  readonly duties: readonly ChosenDuties[];
  readonly state: DutyState;
  /** Done: its day; null: today. */
  readonly doneOn: PlainDate | null;
  readonly reason: string;
  readonly result: string;
  readonly amount: number | null;
  readonly choice: GuardedChoice | null;
  readonly numberText: string;
  readonly date: PlainDate | null;
  /** sha256 of the kept file; null: none came. */
  readonly file: string | null;
}

const PERSONAL =
  'Nội dung có chỗ giống số điện thoại, số giấy tờ, thư điện tử hoặc trang cá nhân. Chỉ ghi việc của đơn vị, không ghi thông tin của công dân; hãy xem lại.';
const GUARDED_ONLY =
  'Nhiệm vụ về tư tưởng, dư luận, thông tin sai trái chỉ ghi số lượng, kết quả theo lựa chọn và số, ngày văn bản';

/** Free words, a file, a link: refused for guarded tasks, whoever asks. Answers the number as it may be kept. */
function guardedFault(command: PutDuties): Result<string> {
  if (command.result.trim() !== '') return refuse('result', `${GUARDED_ONLY}; không ghi lời.`);
  if (command.file !== null) return refuse('ticket', `${GUARDED_ONLY}; không kèm tệp.`);
  if (command.reason.trim() !== '')
    return refuse(
      'reason',
      `${GUARDED_ONLY}; không ghi lý do bằng lời. Nếu không có việc, chọn “Không phát sinh”.`,
    );
  return guardedNumber(command.numberText);
}

function putFault(command: PutDuties, today: PlainDate): Result<never> | null {
  const { state, amount } = command;
  const day =
    dayFault(command.doneOn, { notAfter: today }, 'doneOn', 'Ngày hoàn thành') ??
    dayFault(command.date, { notAfter: today }, 'date', 'Ngày văn bản');
  if (day) return day;
  if (amount !== null && (!Number.isFinite(amount) || amount < 0))
    return refuse('amount', 'Số lượng là số không âm.');
  if (command.result.length > 500)
    return refuse('result', 'Kết quả ghi gọn trong 500 ký tự; chi tiết để trong tệp kèm.');
  if (command.reason.length > 300) return refuse('reason', 'Lý do ghi gọn trong 300 ký tự.');
  if (state !== 'not-done' && command.reason.trim() !== '')
    return refuse('reason', 'Lý do chỉ ghi khi chọn “Không thực hiện”.');
  if (command.date !== null && command.numberText.trim() === '' && command.file === null)
    return refuse('numberText', 'Đã ghi ngày văn bản nhưng chưa ghi số, ký hiệu.');
  return null;
}

/** What was done, in the duty's trace: a sentence without the words of the result. */
function told(duty: Duty, command: PutDuties): string {
  const mark = [command.numberText.trim(), command.date === null ? '' : formatDate(command.date)].filter(
    Boolean,
  );
  return [
    `${STATE_WORDS[duty.state]}${duty.doneOn === null ? '' : ` ngày ${formatDate(duty.doneOn)}`}`,
    ...(duty.reason === '' ? [] : [`lý do: ${duty.reason}`]),
    ...(command.amount === null ? [] : [`số lượng ${formatNumber(command.amount)}`]),
    ...(mark.length === 0 ? [] : [`văn bản ${mark.join(', ')}`]),
    ...(command.file === null ? [] : ['kèm tệp']),
  ].join('; ');
}

/** Ghi kết quả: one state, day and evidence for as many duties as were chosen. What is left empty leaves what stands. */
export function putDuties(
  draft: DossierDraft,
  carrying: CarryingOut,
  command: PutDuties,
  acting: Acting,
  nameOf: (unitId: string) => string,
): Result<Put> {
  const chosen = chosenDuties(carrying, command.duties, nameOf);
  if (!chosen.ok) return chosen;
  const today = dateOfInstant(acting.now);
  const fault = putFault(command, today);
  if (fault) return fault;
  const guarded = chosen.value.some(({ task }) => task.guarded);
  let numberText = command.numberText.trim();
  if (guarded) {
    const allowed = guardedFault(command);
    if (!allowed.ok) return allowed;
    numberText = allowed.value;
  } else if (command.choice !== null)
    return refuse('choice', 'Lựa chọn này chỉ dùng cho nhiệm vụ về tư tưởng, dư luận, thông tin sai trái.');
  if (command.state === 'not-done' && command.reason.trim() === '' && !guarded)
    return refuse('reason', 'Ghi lý do không thực hiện.');
  for (const each of chosen.value) {
    const start = startOf(each);
    const { state } = command;
    const evidence =
      numberText === '' && command.file === null
        ? start.evidence
        : {
            numberText,
            date: command.date,
            file: command.file ?? (start.evidence?.numberText === numberText ? start.evidence.file : null),
          };
    const replaced =
      start.evidence !== null && evidence !== start.evidence && start.evidence.numberText !== numberText;
    const lost = start.evidence?.file != null && evidence?.file !== start.evidence.file;
    const duty: Duty = {
      ...start,
      state,
      reason: state === 'not-done' ? command.reason.trim() : '',
      doneOn:
        state === 'done' ? (command.doneOn ?? (start.state === 'done' ? start.doneOn : null) ?? today) : null,
      result: command.result.trim() === '' ? start.result : command.result.trim(),
      amount: command.amount ?? start.amount,
      choice: command.choice ?? start.choice,
      evidence,
      earlierEvidence:
        start.evidence !== null && (replaced || lost)
          ? [...start.earlierEvidence, start.evidence]
          : start.earlierEvidence,
    };
    store(draft, each, {
      ...duty,
      trace: [
        ...start.trace,
        { at: acting.now, by: acting.by, text: told(duty, { ...command, numberText }) },
      ],
    });
  }
  for (const task of new Set(chosen.value.map(({ task }) => task))) rememberTask(draft, task);
  const questions = looksPersonal(`${command.result} ${command.reason}`) ? [PERSONAL] : [];
  return ok({ duties: chosen.value.length, questions });
}
