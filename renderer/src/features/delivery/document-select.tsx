import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { READING } from '../../ui/writing';

interface DocumentSelectProps {
  readonly dossier: DossierView;
  readonly value: string;
  readonly onChange: (documentId: string) => void;
}

/** Which of the dossier's documents; nothing where there is only one. */
export function DocumentSelect({ dossier, value, onChange }: DocumentSelectProps): ReactNode {
  const { documents } = dossier;
  if (documents.length < 2) return null;
  return (
    <Select
      {...READING}
      aria-label="Văn bản"
      style={{ width: 260 }}
      value={value}
      options={documents.map(({ id, numberText, title }) => ({
        value: id,
        label: [numberText ?? 'Chưa lấy số', title].join(' – '),
      }))}
      onChange={onChange}
    />
  );
}
