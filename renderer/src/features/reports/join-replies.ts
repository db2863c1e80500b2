import type { ImportReply } from '../../../../shared/rpc/contract/report';

/** What a stopped import and its continuation did together. */
export function joinReplies(before: ImportReply, after: ImportReply): ImportReply {
  return {
    accepted: [...before.accepted, ...after.accepted],
    unchanged: [...before.unchanged, ...after.unchanged],
    rivals: [...before.rivals, ...after.rivals],
    rejected: [...before.rejected, ...after.rejected],
    cancelled: after.cancelled,
    batchId: after.batchId,
    left: after.left,
  };
}
