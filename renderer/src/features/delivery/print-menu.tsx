import type { ReactNode } from 'react';
import type { InputOf } from '../../../../shared/rpc/contract';
import { callQuery } from '../../api/client';
import { FileMenu } from '../../ui/file-menu';

type Wanted = Pick<InputOf<'delivery.export'>, 'product' | 'format'>;

const ITEMS: readonly (Wanted & { readonly label: string })[] = [
  { product: 'slips', format: 'pdf', label: 'Phiếu gửi, PDF' },
  { product: 'slips', format: 'docx', label: 'Phiếu gửi, Word' },
  { product: 'labels', format: 'pdf', label: 'Nhãn phong bì, PDF' },
  { product: 'labels', format: 'docx', label: 'Nhãn phong bì, Word' },
  { product: 'addresses', format: 'pdf', label: 'Danh sách gửi, PDF' },
  { product: 'addresses', format: 'xlsx', label: 'Danh sách gửi, Excel' },
  { product: 'unconfirmed', format: 'pdf', label: 'Chưa xác nhận nhận, PDF' },
  { product: 'unconfirmed', format: 'xlsx', label: 'Chưa xác nhận nhận, Excel' },
];

interface PrintMenuProps {
  readonly dossierId: string | null;
  readonly documentId: string | null;
  /** None: all. */
  readonly chosen: readonly string[];
  readonly disabled: boolean;
}

export function PrintMenu({ dossierId, documentId, chosen, disabled }: PrintMenuProps): ReactNode {
  return (
    <FileMenu<Wanted>
      label="In…"
      files={ITEMS}
      disabled={disabled}
      make={({ product, format }) =>
        callQuery('delivery.export', {
          dossierId,
          documentId,
          deliveryIds: chosen.length === 0 ? null : [...chosen],
          product,
          format,
        })
      }
    />
  );
}
