import { useCallback } from 'react';
import type { PlanItem } from '../../../../shared/domain/plan/model';
import type { TimeProposal } from '../../../../shared/domain/plan/propose-times';
import { useCommand } from '../../api/commands';
import { toastDone } from '../../app/feedback';

/** The review's commands with the dossier filled in; each answers whether it was done. */
export function useReviewCommands(dossierId: string): {
  readonly accept: (ids: string[]) => Promise<boolean>;
  readonly acceptCertain: () => Promise<boolean>;
  readonly accepting: boolean;
  readonly drop: (itemId: string) => Promise<boolean>;
  readonly restore: (itemId: string) => Promise<boolean>;
  readonly save: (item: PlanItem, key: string, value: unknown) => Promise<unknown>;
  readonly match: (item: PlanItem, entryIds: string[] | null) => void;
  readonly takeTime: (item: PlanItem, proposal: TimeProposal) => void;
  readonly split: (itemId: string, at: number) => void;
  readonly merge: (ids: string[]) => Promise<boolean>;
} {
  const acceptItems = useCommand('plan.acceptItems');
  const dropItem = useCommand('plan.dropItem', { done: 'Đã bỏ mục. Ctrl+Z để lấy lại.' });
  const restoreItem = useCommand('plan.restoreItem');
  const saveItem = useCommand('plan.saveItem');
  const matchNames = useCommand('plan.matchNames', {
    note: ({ matched }) => (matched > 1 ? `${matched} mục của kế hoạch được khớp với danh mục.` : null),
    done: ({ matched }) =>
      matched === 0 ? 'Chưa khớp được: hãy chọn ở ô Trong danh mục.' : 'Đã khớp với danh mục.',
  });
  const moveTask = useCommand('plan.moveTask');
  const splitItem = useCommand('plan.splitItem', { done: 'Đã tách thành hai mục.' });
  const mergeItems = useCommand('plan.mergeItems', { done: 'Đã gộp các mục.' });

  const { run: runAccept } = acceptItems;
  const { run: runDrop } = dropItem;
  const { run: runRestore } = restoreItem;
  const { run: runSave } = saveItem;
  const { run: runMatch } = matchNames;
  const { run: runMove } = moveTask;
  const { run: runSplit } = splitItem;
  const { run: runMerge } = mergeItems;

  return {
    accept: useCallback(
      async (itemIds) => (await runAccept({ dossierId, itemIds })) !== null,
      [runAccept, dossierId],
    ),
    acceptCertain: useCallback(async () => {
      const done = (await runAccept({ dossierId, itemIds: null })) !== null;
      if (done) toastDone('Đã chấp nhận mọi mục chắc chắn', 'Mục cần xem lại, nếu còn, vẫn ở đầu danh sách.');
      return done;
    }, [runAccept, dossierId]),
    accepting: acceptItems.pending,
    drop: useCallback(
      async (itemId) => (await runDrop({ dossierId, itemId })) !== null,
      [runDrop, dossierId],
    ),
    restore: useCallback(
      async (itemId) => (await runRestore({ dossierId, itemId })) !== null,
      [runRestore, dossierId],
    ),
    save: useCallback(
      (item, key, value) => {
        if (item.kind === 'task' && key === 'assignmentId' && typeof value === 'string') {
          return runMove({ dossierId, itemId: item.id, assignmentId: value });
        }
        return runSave({ dossierId, itemId: item.id, patch: { [key]: value } });
      },
      [runMove, runSave, dossierId],
    ),
    match: useCallback(
      ({ id }, entryIds) => void runMatch({ dossierId, item: entryIds && { id, entryIds } }),
      [runMatch, dossierId],
    ),
    takeTime: useCallback(
      ({ id }, { period, lastDay }) => void runSave({ dossierId, itemId: id, patch: { period, lastDay } }),
      [runSave, dossierId],
    ),
    split: useCallback((itemId, at) => void runSplit({ dossierId, itemId, at }), [runSplit, dossierId]),
    merge: useCallback(
      async (itemIds) => (await runMerge({ dossierId, itemIds })) !== null,
      [runMerge, dossierId],
    ),
  };
}
