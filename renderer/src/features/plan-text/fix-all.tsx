import { Checkbox, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { LintFinding } from '../../../../shared/rpc/contract/lint';
import { Words } from './finding-row';
import type { CertainFinding } from './certain-edits';
import { useReturnFocus } from '../../ui/return-focus';

type Edits = NonNullable<LintFinding['fix']>['edits'];

interface FixAllProps {
  readonly findings: readonly CertainFinding[];
  readonly text: string;
  readonly pending: boolean;
  readonly onClose: () => void;
  readonly onFix: (edits: Edits) => void;
}

/** Every certain fix, looked at before it is made; one commit, taken back with one Ctrl+Z. */
export function FixAll({ findings, text, pending, onClose, onFix }: FixAllProps): ReactNode {
  useReturnFocus();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = findings.filter(({ id }) => !left.has(id));
  return (
    <Modal
      open
      width={860}
      title="Sửa mọi chỗ chắc chắn"
      okText={`Sửa ${chosen.length} chỗ`}
      cancelText="Thôi"
      okButtonProps={{ disabled: chosen.length === 0, loading: pending }}
      onCancel={onClose}
      onOk={() => onFix(chosen.flatMap(({ fix }) => fix.edits))}
    >
      <p className="muted">Xem từng chỗ; bỏ đánh dấu chỗ nào muốn để nguyên. Ctrl+Z lấy lại cả lượt sửa.</p>
      <div className="scroll lint-fixes">
        <table className="plain lint" aria-label="Những chỗ sẽ sửa">
          <tbody>
            {findings.map((finding) => (
              <tr key={finding.id}>
                <td>
                  <Checkbox
                    aria-label={finding.fix.label}
                    checked={!left.has(finding.id)}
                    onChange={(event) => {
                      const next = new Set(left);
                      if (event.target.checked) next.delete(finding.id);
                      else next.add(finding.id);
                      setLeft(next);
                    }}
                  />
                </td>
                <td className="lint-words">
                  <Words finding={finding} text={text} />
                </td>
                <td className="strong">→ {finding.fix.label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
