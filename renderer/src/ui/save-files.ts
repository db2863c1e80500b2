/** Delivers what a method offered: a save dialog in Electron, a download in the browser. */
import { useState } from 'react';
import type { OfferedFiles } from '../../../shared/rpc/contract/common';
import { toastError, toastSaved } from '../app/feedback';
import { host } from '../api/client';
import { messageOf } from '../api/errors';

/** What the host opens: documents, tables, and the folder that several files were put into. */
const OPENED = /\.(pdf|docx|xlsx|csv)$|[\\/][^.\\/]+$/i;

export async function deliver(offered: OfferedFiles): Promise<boolean> {
  try {
    const place = await host.save(offered);
    if (place === null) return false;
    const open = host.openSaved;
    toastSaved(
      offered.files.length > 1 ? `Đã lưu ${offered.files.length} tệp` : `Đã lưu “${offered.suggestedName}”`,
      host.kind === 'web' ? 'Tệp nằm ở thư mục tải về của trình duyệt.' : place,
      open === null || !OPENED.test(place) ? null : () => open(place),
    );
    return true;
  } catch (error) {
    toastError('Chưa lưu được tệp', messageOf(error));
    return false;
  }
}

/** Asks for files and delivers them; `busy` names what is being made. */
export function useDelivery(): {
  readonly busy: string | null;
  readonly make: (name: string, ask: () => Promise<OfferedFiles | null>) => void;
} {
  const [busy, setBusy] = useState<string | null>(null);
  const make = (name: string, ask: () => Promise<OfferedFiles | null>) => {
    setBusy(name);
    void (async () => {
      try {
        const offered = await ask();
        if (offered) await deliver(offered);
      } catch (error) {
        toastError('Chưa tạo được tệp', messageOf(error));
      } finally {
        setBusy(null);
      }
    })();
  };
  return { busy, make };
}
