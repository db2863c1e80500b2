/** Short messages (toasts) and what can be undone: one place, so that every command speaks the same way. */
import type { ArgsProps } from 'antd/es/notification/interface';
import { callCommand, type AggregateKind } from '../api/client';
import { messageOf } from '../api/errors';
import { refresh } from '../api/queries';

type Show = (kind: 'success' | 'error' | 'info' | 'warning', options: ArgsProps) => void;

let show: Show = () => undefined;

/** The shell hands in antd's notification once it is mounted. */
export function connectToasts(next: Show): void {
  show = next;
}

export function toastDone(title: string, description?: string): void {
  show('success', { title, duration: 3, ...(description === undefined ? {} : { description }) });
}

export function toastInfo(title: string, description?: string): void {
  show('info', { title, duration: 4, ...(description === undefined ? {} : { description }) });
}

export function toastError(title: string, description?: string): void {
  show('error', { title, duration: 10, ...(description === undefined ? {} : { description }) });
}

/** Something that this window did and can take back. */
interface Undoable {
  readonly label: string;
  readonly take: () => Promise<string>;
}

const done: Undoable[] = [];

export function rememberRevision(kind: AggregateKind, id: string, revision: number): void {
  remember({
    label: '',
    take: async () => {
      const { label } = await callCommand('store.undo', { kind, id, revision });
      await refresh(kind, id);
      return label;
    },
  });
}

export function rememberTrash(trashId: string): void {
  remember({
    label: '',
    take: async () => {
      await callCommand('plan.restore', { trashId });
      await refresh('all');
      return 'Bỏ kế hoạch vào thùng rác';
    },
  });
}

function remember(entry: Undoable): void {
  done.push(entry);
  if (done.length > 50) done.shift();
}

/** Ctrl+Z outside an input: takes back the last thing done in this window and says what it was. */
export async function undoLast(): Promise<void> {
  const last = done.pop();
  if (!last) {
    toastInfo('Chưa có thao tác nào để hoàn tác', 'Các thay đổi cũ hơn nằm ở mục Lịch sử của từng hồ sơ.');
    return;
  }
  try {
    const label = await last.take();
    toastDone('Đã hoàn tác', label);
  } catch (error) {
    toastError('Chưa hoàn tác được', messageOf(error));
  }
}
