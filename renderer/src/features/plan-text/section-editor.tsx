import { Alert, Button, Input } from 'antd';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { formatDate } from '../../../../shared/date/plain-date';
import type { PlanItem } from '../../../../shared/domain/plan/model';
import { partText } from '../../../../shared/domain/plan/composing/outline';
import { ITEM_KIND } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OutlineView } from '../../../../shared/rpc/contract/composing';
import { useKeys } from '../../app/keys';
import { moment } from '../../ui/format';
import { wordsOf } from '../review/item-fields';
import { useTyping } from './use-typing';
import { offWhen } from '../../ui/writing';

interface SectionEditorProps {
  readonly dossierId: string;
  readonly node: OutlineView;
  readonly outline: OutputOf<'plan.outline'>;
  readonly items: readonly PlanItem[];
  readonly readOnly: boolean;
  /** Words of a part that changed meanwhile, which a person wants in its place. */
  readonly taken: string | null;
  /** Told how to save what is typed here, for whoever is about to change the text's structure. */
  readonly saveTyped: RefObject<() => Promise<boolean>>;
}

/** One part of the text: a paragraph a line, kept while it is typed, with what was understood of it beside it. */
export function SectionEditor(props: SectionEditorProps): ReactNode {
  const { dossierId, node, outline, items, readOnly, taken } = props;
  const draft = outline.drafts.find(({ key, stale }) => key === node.key && !stale);
  const typing = useTyping(
    {
      dossierId,
      key: node.key,
      title: node.title,
      start: node.start,
      base: partText(outline.text, node),
      textHash: outline.textHash,
    },
    taken ?? draft?.text ?? null,
  );
  const { saveTyped } = props;
  useEffect(() => {
    saveTyped.current = typing.save;
    return () => {
      saveTyped.current = () => Promise.resolve(true);
    };
  }, [saveTyped, typing.save]);
  // Of an earlier sitting only: what is being typed now needs no word about it.
  const [found] = useState(draft);
  useKeys([{ key: 'Ctrl+S', label: 'Lưu nội dung', inInputs: true, run: () => void typing.save() }]);
  return (
    <>
      <section className="section-editor" aria-label="Nội dung phần đang chọn">
        <div className="row">
          <strong className="section-name" title={node.title}>
            {node.label === '' ? '' : `${node.label}. `}
            {node.title}
          </strong>
          <span className="grow" />
          <span className="muted" role="status">
            {typing.saving
              ? 'Đang lưu…'
              : typing.problem !== null && typing.changed
                ? '✕ Chưa lưu tạm được'
                : !typing.changed
                  ? '✓ Đã lưu'
                  : typing.kept
                    ? '○ Chưa lưu, đã giữ tạm'
                    : '○ Chưa lưu'}
          </span>
          <Button {...offWhen(!typing.changed)} onClick={typing.giveUp}>
            Bỏ phần gõ
          </Button>
          <Button
            type="primary"
            {...offWhen(!typing.changed || readOnly)}
            loading={typing.saving}
            aria-keyshortcuts="Control+S"
            onClick={() => void typing.save()}
          >
            Lưu
          </Button>
        </div>
        {typing.problem === null || !typing.changed ? null : (
          <Alert type="error" showIcon title={typing.problem} />
        )}
        {found && typing.changed ? (
          <Alert
            type="info"
            title={`Phần này có chữ ${found.by} gõ lúc ${moment(found.at)} chưa lưu vào kế hoạch; bấm Lưu để ghi, Bỏ phần gõ để trở lại.`}
          />
        ) : null}
        <Input.TextArea
          aria-label={`Nội dung ${node.title}`}
          className="section-text"
          value={typing.text}
          readOnly={readOnly}
          onChange={(event) => typing.type(event.target.value)}
        />
        <span className="muted">Mỗi dòng là một đoạn. Ctrl+S để lưu; chuyển sang phần khác cũng lưu.</span>
      </section>
      <Understood items={items} node={node} waiting={typing.changed} />
    </>
  );
}

const SHOWN: readonly PlanItem['kind'][] = [
  'basis',
  'assignment',
  'task',
  'target',
  'deadline',
  'conference',
  'reporting',
  'recipient',
];

/** What the reader understood of the part as it was last saved. */
function Understood(props: {
  readonly items: readonly PlanItem[];
  readonly node: OutlineView;
  readonly waiting: boolean;
}): ReactNode {
  const { node, waiting } = props;
  const within = props.items.filter(
    (item) =>
      !item.dropped && item.source !== null && item.source.start >= node.start && item.source.end <= node.end,
  );
  return (
    <aside className="understood scroll" aria-label="Chương trình hiểu phần này" tabIndex={0}>
      <strong>Chương trình hiểu</strong>
      {waiting ? <p className="muted">Đọc lại sau khi lưu.</p> : null}
      {within.length === 0 ? (
        <p className="muted">Không có đơn vị, nhiệm vụ hay thời hạn ở phần này.</p>
      ) : null}
      {SHOWN.map((kind) => {
        const items = within.filter((item) => item.kind === kind);
        if (items.length === 0) return null;
        return (
          <div key={kind}>
            <span className="muted">
              {ITEM_KIND[kind]} ({items.length})
            </span>
            <ul>
              {items.map((item) => (
                <li key={item.id} className={`k-${kind}`}>
                  {wordsOf(item)}
                  {'lastDay' in item && item.lastDay !== null ? (
                    <span className="understood-day">hạn {formatDate(item.lastDay)}</span>
                  ) : null}
                  {item.accepted ? null : <span className="tone-warn"> ? {item.doubt}</span>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </aside>
  );
}
