/** What every part of Nhiệm vụ is given, and how duties are told: sign, word and colour together. */
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import type { DutyView } from '../../../../shared/rpc/contract/task';
import type { StateWords } from '../../../../shared/i18n/vi';
import type { Tone } from '../../ui/tags';

export type TaskBoard = OutputOf<'task.board'>;

export interface TaskPartProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
  readonly board: TaskBoard;
  /** False: the dossier is ended or the data are only looked at. */
  readonly writable: boolean;
}

export const STANDING: Readonly<Record<DutyView['standing'], StateWords & { readonly tone: Tone }>> = {
  done: { sign: '●', word: 'Hoàn thành', tone: 'good' },
  'done-late': { sign: '◐', word: 'Hoàn thành trễ', tone: 'warn' },
  'not-done': { sign: '–', word: 'Không thực hiện', tone: 'quiet' },
  overdue: { sign: '!', word: 'Quá hạn', tone: 'bad' },
  doing: { sign: '◔', word: 'Đang làm', tone: 'info' },
  todo: { sign: '○', word: 'Chưa làm', tone: 'quiet' },
};

/** "18/25 đơn vị hoàn thành, 3 quá hạn" */
export function rollUpWords(
  { units, done, overdue, notDone }: Pick<TaskBoard['progress'], 'units' | 'done' | 'overdue' | 'notDone'>,
  what: string,
): string {
  return [
    `${done}/${units} ${what} hoàn thành`,
    ...(overdue > 0 ? [`${overdue} quá hạn`] : []),
    ...(notDone > 0 ? [`${notDone} không thực hiện`] : []),
  ].join(', ');
}

export function toneOfRollUp({
  units,
  done,
  overdue,
  notDone,
}: TaskBoard['tasks'][number] | TaskBoard['units'][number]): Tone {
  if (overdue > 0) return 'bad';
  return units > 0 && done + notDone === units ? 'good' : 'info';
}
