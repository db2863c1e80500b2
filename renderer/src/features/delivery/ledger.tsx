import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { fold } from '../../../../shared/text/normalize';
import { useRpc } from '../../api/queries';
import { Answer } from '../../ui/states';
import { DeliveryTable } from './delivery-table';
import { READING, useReadOnly } from '../../ui/writing';

/** Sổ giao nhận over all dossiers. */
export function LedgerPart({ office }: { readonly office: OfficeView }): ReactNode {
  const [only, setOnly] = useState<'unconfirmed' | 'all'>('unconfirmed');
  // Names that are pasted, and what is printed, are of this one document.
  const [documentId, setDocumentId] = useState<string | null>(null);
  const readOnly = useReadOnly() !== null;
  const ledger = useRpc('delivery.list', { only }, { keep: true });
  return (
    <Answer of={ledger} loading="Đang mở sổ giao nhận…">
      {({ rows }) => {
        const documents = new Map(rows.map((row) => [row.documentId, row]));
        const chosen = documentId === null ? undefined : documents.get(documentId);
        return (
          <div className="stack">
            <Select
              {...READING}
              aria-label="Văn bản"
              style={{ maxWidth: 560 }}
              value={chosen?.documentId ?? null}
              options={[
                { value: null, label: `Mọi văn bản (${documents.size})`, key: '' },
                ...[...documents.values()].map((row) => {
                  const label = [row.numberText, row.document].filter(Boolean).join(' – ');
                  return { value: row.documentId, label, key: fold(label) };
                }),
              ]}
              showSearch={{ filterOption: (text, option) => (option?.key ?? '').includes(fold(text)) }}
              onChange={setDocumentId}
            />
            <DeliveryTable
              id="delivery-ledger"
              rows={chosen ? rows.filter((row) => row.documentId === chosen.documentId) : rows}
              office={office}
              dossierId={null}
              documentId={chosen?.documentId ?? null}
              closed={readOnly}
              only={only}
              onOnly={setOnly}
              virtual
            />
          </div>
        );
      }}
    </Answer>
  );
}
