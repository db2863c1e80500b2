import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { PlanItemKind } from '../../../../shared/domain/plan/model';
import { ITEM_KIND } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { startFields } from './add-item';

const KINDS: readonly PlanItemKind[] = ['task', 'target', 'deadline', 'conference', 'recipient'];

interface UnclassifiedProps {
  readonly lines: readonly string[];
  readonly dossierId: string;
  readonly onShow: (line: string) => void;
  readonly onAdded: (id: string) => void;
}

/** What the reader did not understand: nothing disappears, and each line can be made an item. */
export function Unclassified({ lines, dossierId, onShow, onAdded }: UnclassifiedProps): ReactNode {
  const add = useCommand('plan.addItem', { done: 'Đã thêm mục.' });
  if (lines.length === 0) return null;
  return (
    <section aria-label="Chưa phân loại">
      <h2>
        Chưa phân loại <span className="muted">({lines.length})</span>
      </h2>
      <div role="list">
        {lines.map((line, index) => (
          <div key={`${index}|${line}`} className="item unclassified" role="listitem">
            <button type="button" className="link-button item-body" onClick={() => onShow(line)}>
              {line}
            </button>
            <Dropdown
              trigger={['click']}
              menu={{
                items: KINDS.map((each) => ({ key: each, label: ITEM_KIND[each] })),
                onClick: ({ key }) => {
                  const kind = KINDS.find((each) => each === key);
                  if (!kind) return;
                  void add
                    .run({ dossierId, kind, fields: startFields(kind, line), afterId: null })
                    .then((value) => {
                      if (value) onAdded(value.itemId);
                    });
                },
              }}
            >
              <Button>Thêm thành…</Button>
            </Dropdown>
          </div>
        ))}
      </div>
    </section>
  );
}
