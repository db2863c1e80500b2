import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { TemplateRow } from '../../../../shared/rpc/contract/composing';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { Answer } from '../../ui/states';
import { TemplateDialog } from './template-dialog';

interface TemplateListProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** The office's own templates first, then those that come with the program. */
export function TemplateList({ chosen, onChoose }: TemplateListProps): ReactNode {
  const templates = useRpc('plan.templates', {});
  const [edited, setEdited] = useState<TemplateRow | null>(null);
  const remove = useCommand('office.removePlanTemplate', { done: 'Đã xóa mẫu. Ctrl+Z để lấy lại.' });
  return (
    <Answer of={templates}>
      {(rows) => {
        const shown = rows.find(({ id }) => id === chosen);
        return (
          <>
            <Radio.Group
              className="template-list scroll"
              aria-label="Mẫu kế hoạch"
              style={{ display: 'block', marginBottom: 8 }}
              value={chosen}
              onChange={(event) => onChoose(event.target.value as string)}
            >
              {rows.map((row) => (
                <div key={row.id} className="row template-row">
                  <Radio value={row.id} className="grow">
                    <strong>{row.name}</strong>{' '}
                    <span className="muted">
                      {row.own ? 'của cơ quan' : row.system === 'state' ? 'UBND' : 'cấp ủy'} · {row.note}
                    </span>
                  </Radio>
                  {row.own ? (
                    <>
                      <Button size="small" onClick={() => setEdited(row)}>
                        Sửa tên
                      </Button>
                      <Button
                        size="small"
                        onClick={() =>
                          void remove.run({ id: row.id }).then((done) => {
                            if (done && chosen === row.id) onChoose(null);
                          })
                        }
                      >
                        Xóa
                      </Button>
                    </>
                  ) : null}
                </div>
              ))}
            </Radio.Group>
            {shown ? (
              <details style={{ marginBottom: 8 }}>
                <summary>Xem nội dung mẫu ({shown.lines.length} đoạn)</summary>
                <div className="change-preview scroll" tabIndex={0} role="region" aria-label="Nội dung mẫu">
                  {shown.lines.map((line, index) => (
                    <p key={index} style={{ margin: '2px 8px' }}>
                      {line}
                    </p>
                  ))}
                </div>
              </details>
            ) : null}
            {edited ? (
              <TemplateDialog template={edited} dossierId={null} onClose={() => setEdited(null)} />
            ) : null}
          </>
        );
      }}
    </Answer>
  );
}
