/** Short messages (toasts) and what can be undone: one place, so that every command speaks the same way. */
import type { ArgsProps } from 'antd/es/notification/interface';
import { Button } from 'antd';
import { createElement } from 'react';
import type { ErrorCode } from '../../../shared/result';
import type { OutputOf } from '../../../shared/rpc/contract';
import { callCommand, type AggregateKind } from '../api/client';
import { appErrorOf, messageOf, RpcError } from '../api/errors';
import { refresh } from '../api/queries';

type Show = (kind: 'success' | 'error' | 'info' | 'warning', options: ArgsProps) => void;

let show: Show = () => undefined;
let close: (key: string) => void = () => undefined;

/** The shell hands in antd's notification once it is mounted. Its cross is read out in Vietnamese. */
export function connectToasts(next: { readonly show: Show; readonly close: typeof close }): void {
  show = (kind, options) => next.show(kind, { closable: { 'aria-label': 'Đóng thông báo' }, ...options });
  close = next.close;
}

export function toastDone(title: string, description?: string): void {
  show('success', description === undefined ? { title, duration: 3 } : { title, description, duration: 6 });
}

/** A toast that offers to take back the very thing that it tells of. */
export function toastUndoable(title: string, description: string | undefined, entry: Undoable): void {
  const undo = createElement(Button, { size: 'small', onClick: () => void takeBack(entry) }, 'Hoàn tác');
  show('success', {
    title,
    key: entry.key,
    duration: 10,
    actions: undo,
    ...(description === undefined ? {} : { description }),
  });
}

/** A toast that opens what it tells of. */
export function toastSaved(title: string, place: string, open: (() => Promise<void>) | null): void {
  if (open === null) {
    toastDone(title, place);
    return;
  }
  const press = () => void open().catch((error: unknown) => toastError('Chưa mở được tệp', messageOf(error)));
  show('success', {
    title,
    description: place,
    duration: 10,
    actions: createElement(Button, { size: 'small', onClick: press }, 'Mở để xem, in'),
  });
}

export function toastInfo(title: string, description?: string): void {
  show('info', { title, duration: 4, ...(description === undefined ? {} : { description }) });
}

/** Something to look at again: it stays long enough to be read to the end, or until it is closed. */
export function toastQuestion(title: string, description: string): void {
  show('warning', { title, description, duration: 12 });
}

export function toastError(title: string, description?: string): void {
  show('error', { title, duration: 10, ...(description === undefined ? {} : { description }) });
}

/** Something that this window did and can take back. */
export interface Undoable {
  /** Of the toast that tells of it. */
  readonly key: string;
  readonly take: () => Promise<string>;
}

const done: Undoable[] = [];
let remembered = 0;

/** What was taken back; what became of its number is said by name: free again, or void for good. */
export function undoneWords({ label, voided, freed }: OutputOf<'store.undo'>): string {
  return [
    label,
    ...(freed.length === 0 ? [] : [`Số trả lại sổ, cấp tiếp được: ${freed.join(', ')}.`]),
    ...(voided.length === 0 ? [] : [`Đã hủy, không cấp lại: ${voided.join(', ')}.`]),
  ].join('. ');
}

export function rememberRevision(kind: AggregateKind, id: string, revision: number): Undoable {
  return remember(async () => {
    const undone = await callCommand('store.undo', { kind, id, revision });
    await refresh(kind, id);
    return undoneWords(undone);
  });
}

/**
 * Many commits that one press made (reports of many units), taken back as one step, the newest first. Where a later
 * change stands in the way of one, those before it stay as they are, and it is said how many; tried again, it goes on
 * from there.
 */
export function rememberSeries(
  words: string,
  made: readonly { readonly dossierId: string; readonly revision: number }[],
): void {
  if (made.length === 0) return;
  const left = [...made].sort((a, b) => a.revision - b.revision);
  remember(async () => {
    try {
      for (let last = left.at(-1); last; last = left.at(-1)) {
        await callCommand('store.undo', { kind: 'dossier', id: last.dossierId, revision: last.revision });
        left.pop();
      }
    } catch (error) {
      const undone = made.length - left.length;
      if (undone === 0) throw error;
      const message = `Đã hoàn tác ${undone}/${made.length} báo cáo, mới nhất trước. ${messageOf(error)}`;
      throw new RpcError({ ...appErrorOf(error), message });
    } finally {
      await refresh('all', '');
    }
    return words;
  });
}

export function rememberTrash(trashId: string): Undoable {
  return remember(async () => {
    await callCommand('plan.restore', { trashId });
    await refresh('all');
    return 'Bỏ kế hoạch vào thùng rác';
  });
}

function remember(take: Undoable['take']): Undoable {
  remembered += 1;
  const entry = { key: `undoable-${remembered}`, take };
  done.push(entry);
  if (done.length > 50) done.shift();
  return entry;
}

async function takeBack(entry: Undoable): Promise<void> {
  const at = done.indexOf(entry);
  if (at < 0) return;
  done.splice(at, 1);
  await take(entry);
}

/** What may go well when it is tried again; any other refusal stays one. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'INTERNAL']);

async function take(entry: Undoable): Promise<void> {
  // What it tells is no longer so, and its button would do nothing.
  close(entry.key);
  try {
    toastDone('Đã hoàn tác', await entry.take());
  } catch (error) {
    // Not reached or not written this time: it stays the next to be taken back, not what was done before it.
    if (PASSING.has(appErrorOf(error).code)) done.push(entry);
    toastError('Chưa hoàn tác được', messageOf(error));
  }
}

/** Ctrl+Z outside an input: takes back the last thing done in this window and says what it was. */
export async function undoLast(): Promise<void> {
  const last = done.pop();
  if (!last) {
    toastInfo('Chưa có thao tác nào để hoàn tác', 'Các thay đổi cũ hơn nằm ở mục Lịch sử của từng hồ sơ.');
    return;
  }
  await take(last);
}
