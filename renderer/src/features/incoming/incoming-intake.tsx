import type { ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import { LineDialog } from './line-dialog';

/** A document dropped on Văn bản đến: its line, with what was read beside the fields. */
export default function IncomingIntake({
  files,
  onClose,
}: {
  readonly files: readonly HandedFile[];
  readonly onClose: () => void;
}): ReactNode {
  return <LineDialog standing={null} file={files[0] ?? null} onClose={onClose} />;
}
