import { useState } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { toastError } from '../../app/feedback';
import { callQuery, host } from '../../api/client';
import { messageOf } from '../../api/errors';

interface OpenedPackage {
  readonly ticket: string;
  readonly name: string;
  readonly found: OutputOf<'report.inspectPackage'>;
}

interface PackageIntake {
  /** Null until a package was chosen and could be read. */
  readonly opened: OpenedPackage | null;
  readonly opening: boolean;
  readonly choose: () => void;
  readonly close: () => void;
}

/** A gói kỳ that a person picks: looked into, nothing taken yet. */
export function usePackage(): PackageIntake {
  const [opening, setOpening] = useState(false);
  const [opened, setOpened] = useState<OpenedPackage | null>(null);
  const choose = async (): Promise<void> => {
    try {
      const [file] = await host.pick({ title: 'Chọn gói kỳ', extensions: ['zip'], multiple: false });
      if (!file) return;
      setOpening(true);
      const found = await callQuery('report.inspectPackage', { ticket: file.ticket });
      setOpened({ ticket: file.ticket, name: file.name, found });
    } catch (error) {
      toastError('Không nhận gói kỳ', messageOf(error));
    } finally {
      setOpening(false);
    }
  };
  return { opened, opening, choose: () => void choose(), close: () => setOpened(null) };
}
