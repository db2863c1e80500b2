import { AutoComplete, Input } from 'antd';
import type { ReactNode } from 'react';
import { NIL_HOW } from '../../../../shared/i18n/vi';

interface NilFieldsProps {
  readonly saidBy: string;
  readonly how: string;
  readonly onSaidBy: (text: string) => void;
  readonly onHow: (text: string) => void;
}

/** "Không phát sinh" is a unit's word: who said it, and by which way. */
export function NilFields({ saidBy, how, onSaidBy, onHow }: NilFieldsProps): ReactNode {
  return (
    <div className="row">
      <span className="muted">Xác nhận không phát sinh</span>
      <Input
        aria-label="Ai xác nhận không phát sinh"
        placeholder="Ai xác nhận, ví dụ: bí thư chi bộ"
        style={{ width: 260 }}
        value={saidBy}
        onChange={(event) => onSaidBy(event.target.value)}
      />
      <AutoComplete
        aria-label="Xác nhận bằng cách nào"
        placeholder="Bằng cách nào"
        style={{ width: 160 }}
        value={how}
        options={NIL_HOW.map((value) => ({ value }))}
        onChange={onHow}
      />
    </div>
  );
}
