import { Button, Checkbox } from 'antd';
import { memo, type ReactNode } from 'react';
import { momentText } from '../../../../shared/date/moment';
import type { PlanItem } from '../../../../shared/domain/plan/model';
import { proposeTime, type TimeProposal } from '../../../../shared/domain/plan/propose-times';
import { ITEM_KIND, periodWords } from '../../../../shared/i18n/vi';
import { EditableText } from '../../ui/editable';
import { date, figure } from '../../ui/format';
import { AddEntry } from './add-entry';
import { ItemField, type FieldContext } from './item-field';
import { ITEM_FIELDS, SPLITTABLE, fieldOf, isUncertain, wordsOf } from './item-fields';
import { TimeOffer } from './time-offer';
import { offWhen } from '../../ui/writing';

export interface RowActions {
  readonly pick: (id: string) => void;
  readonly hover: (id: string | null) => void;
  readonly check: (id: string, checked: boolean) => void;
  readonly save: (item: PlanItem, key: string, value: unknown) => Promise<unknown>;
  readonly match: (item: PlanItem, entryIds: string[] | null) => void;
  readonly takeTime: (item: PlanItem, proposal: TimeProposal) => void;
  readonly accept: (id: string) => void;
  readonly drop: (id: string) => void;
  readonly restore: (id: string) => void;
  readonly split: (id: string, at: number) => void;
  readonly edit: (id: string | null) => void;
}

interface ItemRowProps {
  readonly item: PlanItem;
  readonly active: boolean;
  readonly checked: boolean;
  readonly editing: boolean;
  readonly context: FieldContext;
  /** What the source says, where a person's words differ from it. */
  readonly printed: string | null;
  readonly actions: RowActions;
}

/** One recognised item: its words, what was read from them, and (when active) every field to correct. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps): ReactNode {
  const { item, active, actions, context } = props;
  const [main, ...others] = ITEM_FIELDS[item.kind];
  const uncertain = isUncertain(item);
  const proposal = active ? proposeTime(item, context.usualDays) : null;
  return (
    <div
      className={`item k-edge-${item.kind}${active ? ' active' : ''}${uncertain ? ' uncertain' : ''}${item.dropped ? ' dropped' : ''}`}
      data-item-id={item.id}
      data-testid="review-item"
      role="listitem"
      aria-label={`${ITEM_KIND[item.kind]}: ${wordsOf(item)}`}
      aria-current={active}
      tabIndex={active ? 0 : -1}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !active) actions.pick(item.id);
      }}
      onClick={() => {
        if (!active) actions.pick(item.id);
      }}
      onMouseEnter={() => actions.hover(item.id)}
      onMouseLeave={() => actions.hover(null)}
    >
      <Checkbox
        className="item-check"
        aria-label="Đánh dấu để gộp"
        tabIndex={-1}
        checked={props.checked}
        onChange={(event) => actions.check(item.id, event.target.checked)}
      />
      <div className="item-body">
        {uncertain ? <div className="doubt">? {item.doubt}</div> : null}
        {main === undefined ? null : (
          <EditableText
            label={main.label}
            value={textOf(fieldOf(item, main.key))}
            multiline
            {...offWhen(item.dropped)}
            editing={props.editing}
            onEditing={(editing) => actions.edit(editing ? item.id : null)}
            onSave={(value) => actions.save(item, main.key, value)}
            {...(SPLITTABLE.has(item.kind) ? { onSplit: (at: number) => actions.split(item.id, at) } : {})}
          />
        )}
        {active && !item.dropped ? (
          <>
            {item.kind === 'assignment' || item.kind === 'recipient' ? (
              <AddEntry
                item={item}
                office={context.office}
                onMatched={(entryIds) => actions.match(item, entryIds)}
              />
            ) : null}
            {proposal === null ? null : (
              <TimeOffer proposal={proposal} onTake={() => actions.takeTime(item, proposal)} />
            )}
            {props.printed === null ? null : <div className="muted small">Nguyên văn: {props.printed}</div>}
            <div className="item-fields">
              {others.map((spec) => (
                <div key={spec.key} className={`item-field${WIDE.has(spec.control.as) ? ' wide-field' : ''}`}>
                  <span className="muted">{spec.label}</span>
                  <ItemField
                    spec={spec}
                    item={item}
                    context={context}
                    onSave={(value) => actions.save(item, spec.key, value)}
                  />
                </div>
              ))}
            </div>
          </>
        ) : (
          <div className="item-summary muted">{summaryOf(item, context)}</div>
        )}
      </div>
      <div className="item-buttons">
        {item.dropped ? (
          <Button onClick={() => actions.restore(item.id)}>Lấy lại</Button>
        ) : (
          <>
            {uncertain ? (
              <Button
                type={active ? 'primary' : 'default'}
                tabIndex={-1}
                onClick={() => actions.accept(item.id)}
              >
                Chấp nhận
              </Button>
            ) : null}
            {active ? (
              <Button type="text" tabIndex={-1} onClick={() => actions.drop(item.id)}>
                Bỏ
              </Button>
            ) : null}
          </>
        )}
      </div>
    </div>
  );
});

const SIGN: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' };

const WIDE = new Set(['entries', 'assignment', 'indicator', 'list', 'long']);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function summaryOf(item: PlanItem, context: FieldContext): string {
  const named = (ids: readonly string[]) =>
    ids.map((id) => context.office.entries.find((entry) => entry.id === id)?.name ?? '').filter(Boolean);
  const parts: (string | null)[] = [];
  if (item.kind === 'assignment') {
    const names = named(item.entryIds);
    parts.push(names.length > 0 ? `Danh mục: ${names.join('; ')}` : 'Chưa khớp danh mục');
  } else if (item.kind === 'recipient') {
    const names = named(item.entryIds);
    parts.push(item.purpose, names.length > 0 ? `Danh mục: ${names.join('; ')}` : 'Chưa khớp danh mục');
  } else if (item.kind === 'task' || item.kind === 'deadline') {
    parts.push(
      item.lastDay ? `Hạn ${date(item.lastDay)}` : null,
      item.period ? periodWords(item.period) : null,
    );
    if (item.kind === 'task') {
      parts.push(
        item.recurrence,
        item.coordinating.length > 0 ? `Phối hợp: ${item.coordinating.join('; ')}` : null,
      );
    } else parts.push(item.who);
  } else if (item.kind === 'target') {
    parts.push(
      item.value === null
        ? null
        : [SIGN[item.operator ?? ''], figure(item.value), item.unit].filter(Boolean).join(' '),
      item.scope === 'own' ? 'Chỉ tiêu phải đạt' : 'Số liệu tuyên truyền',
      item.indicator,
    );
  } else if (item.kind === 'conference') {
    parts.push(
      item.start ? momentText(item.start) : null,
      item.organizer,
      item.period ? periodWords(item.period) : null,
    );
  } else if (item.kind === 'reporting')
    parts.push(item.from, item.to, item.via ? `qua ${item.via}` : null, item.cycle);
  else parts.push(item.documentKind, item.date ? date(item.date) : null, item.issuer);
  return parts.filter(Boolean).join(' · ');
}
