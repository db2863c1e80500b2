import { Button, Select } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { partsOf } from '../../../../shared/date/plain-date';
import { ITEM_KIND } from '../../../../shared/i18n/vi';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { isComposing, isEditable } from '../../app/keys';
import { today } from '../../ui/format';
import { AddItem } from './add-item';
import { BlankPlacesNote } from './blank-places-note';
import { HeaderFields } from './header-fields';
import { isUncertain, wordsOf } from './item-fields';
import { ItemRow, type RowActions } from './item-row';
import { assignmentsOf, countOf, sectionsOf, type Filter, type Section } from './sections';
import { SourceText } from './source-text';
import { Unclassified } from './unclassified';
import { useReviewCommands } from './use-review-commands';
import './review.css';
import { READING, useReadOnly } from '../../ui/writing';

interface ReviewProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}

/** Left the text, right what was read from it; each lights the other. One key accepts, one corrects. */
export function Review({ dossier, office }: ReviewProps): ReactNode {
  const { plan, items, dossierId } = dossier;
  const [params] = useSearchParams();
  const [filter, setFilter] = useState<Filter>('all');
  const [active, setActive] = useState<string | null>(params.get('muc'));
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [editing, setEditing] = useState<string | null>(null);
  const [selection, setSelection] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const commands = useReviewCommands(dossierId);
  const finish = useCommand('plan.finishReview', { done: 'Đã lưu kế hoạch thành hồ sơ.' });

  const sections = useMemo(() => sectionsOf(items, filter), [items, filter]);
  const order = useMemo(
    () => sections.flatMap((section) => section.items.map((item) => item.id)),
    [sections],
  );
  const uncertain = useMemo(() => items.filter(isUncertain), [items]);
  const assignments = useMemo(() => assignmentsOf(items), [items]);
  const context = useMemo(
    () => ({
      office,
      assignments,
      year: partsOf(plan.date ?? today()).year,
      usualDays: {
        from: plan.date ?? today(),
        cutOffDay: office.defaults?.cutOffDay ?? 14,
        dueDay: office.defaults?.dueDayToWard ?? 15,
        holidays: office.holidays,
      },
    }),
    [office, assignments, plan.date],
  );

  const light = useCallback((id: string | null, className: string) => {
    for (const lit of root.current?.querySelectorAll(`.${className}`) ?? []) lit.classList.remove(className);
    if (id === null) return null;
    const marks = root.current?.querySelectorAll(`mark[data-items~="${CSS.escape(id)}"]`) ?? [];
    for (const mark of marks) mark.classList.add(className);
    root.current?.querySelector(`[data-item-id="${CSS.escape(id)}"]`)?.classList.add(className);
    return marks[0] ?? null;
  }, []);
  const hover = useCallback((id: string | null) => void light(id, 'hovered'), [light]);

  useEffect(() => {
    const mark = light(active, 'lit');
    mark?.scrollIntoView({ block: 'center' });
    if (active === null) return;
    const row = root.current?.querySelector<HTMLElement>(`[data-item-id="${CSS.escape(active)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (row && editing === null && !isEditable(document.activeElement)) row.focus({ preventScroll: true });
  }, [active, items, light, editing]);
  useEffect(() => {
    if (active === null || !items.some((item) => item.id === active)) setActive(order[0] ?? null);
  }, [active, items, order]);

  const nextAfter = useCallback(
    (id: string): string | null => {
      const at = order.indexOf(id);
      const waiting = new Set(uncertain.map((item) => item.id));
      const later = order.slice(at + 1).find((each) => waiting.has(each));
      return (
        later ??
        order.find((each) => each !== id && waiting.has(each)) ??
        order[at + 1] ??
        order[at - 1] ??
        null
      );
    },
    [order, uncertain],
  );

  const { accept: acceptItems, drop, restore, save, match, takeTime, split, merge, acceptCertain } = commands;
  const accept = useCallback(
    (id: string) => {
      const next = nextAfter(id);
      void acceptItems([id]).then((done) => {
        // Unless the person has moved on in the meantime.
        if (done) setActive((current) => (current === id ? next : current));
      });
    },
    [acceptItems, nextAfter],
  );
  /** What was dropped last: taken back by Ctrl+Z, it has the focus again. */
  const lastDropped = useRef<string | null>(null);
  useEffect(() => {
    const id = lastDropped.current;
    if (id === null || items.find((item) => item.id === id)?.dropped !== false) return;
    lastDropped.current = null;
    setActive(id);
  }, [items]);
  const actions = useMemo<RowActions>(
    () => ({
      pick: setActive,
      hover,
      check: (id, on) =>
        setChecked((before) => {
          const next = new Set(before);
          if (on) next.add(id);
          else next.delete(id);
          return next;
        }),
      save,
      match,
      takeTime,
      accept,
      drop: (id) => {
        const next = nextAfter(id);
        void drop(id).then((done) => {
          if (!done) return;
          lastDropped.current = id;
          // Unless the person has moved on in the meantime.
          setActive((current) => (current === id ? next : current));
        });
      },
      restore: (id) => void restore(id),
      split,
      edit: setEditing,
    }),
    [hover, save, match, takeTime, accept, drop, restore, split, nextAfter],
  );

  const mergeChecked = () => {
    const ids = order.filter((id) => checked.has(id));
    if (ids.length < 2) return;
    void merge(ids).then((done) => {
      if (!done) return;
      setChecked(new Set());
      setActive(ids[0] ?? null);
    });
  };

  const readOnly = useReadOnly() !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      isComposing(event.nativeEvent) ||
      isEditable(event.target) ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const row = (event.target as HTMLElement).dataset['itemId'];
    const inRow = row !== undefined;
    const here = row ?? active;
    const at = here === null ? -1 : order.indexOf(here);
    const item = items.find((each) => each.id === here);
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'ArrowDown') setActive(order[Math.min(at + 1, order.length - 1)] ?? null);
    else if (key === 'ArrowUp') setActive(order[Math.max(at - 1, 0)] ?? null);
    else if (readOnly) return;
    else if (key === 'a' && event.shiftKey) void acceptCertain();
    else if (!item) return;
    else if (key === 'a' || (key === 'Enter' && inRow)) {
      if (isUncertain(item)) accept(item.id);
      else setActive(order[Math.min(at + 1, order.length - 1)] ?? null);
    } else if ((key === 'e' || key === 'F2') && !item.dropped) setEditing(item.id);
    else if (key === 'Delete' && !item.dropped) actions.drop(item.id);
    else if (key === 'm') mergeChecked();
    else if (key === ' ' && inRow) actions.check(item.id, !checked.has(item.id));
    else return;
    event.preventDefault();
  };

  const count = (kind: Filter) =>
    items.filter((item) => (kind === 'dropped' ? item.dropped : item.kind === kind && !item.dropped)).length;
  const filters: { value: Filter; label: string }[] = [
    { value: 'all', label: `Tất cả (${items.length - count('dropped')})` },
    { value: 'uncertain', label: `Cần xem lại (${uncertain.length})` },
    ...(
      ['assignment', 'task', 'target', 'deadline', 'conference', 'reporting', 'recipient', 'basis'] as const
    ).map((kind) => ({ value: kind, label: `${ITEM_KIND[kind]} (${count(kind)})` })),
    { value: 'unclassified', label: `Chưa phân loại (${plan.parsed.unclassified.length})` },
    { value: 'dropped', label: `Đã bỏ (${count('dropped')})` },
  ];

  const showSection = (section: Section) => (
    <section key={section.key} aria-label={section.title}>
      <h2 className={section.key === 'uncertain' ? 'tone-warn' : ''}>
        {section.title} <span className="muted">({countOf(section)})</span>
      </h2>
      <div role="list">
        {section.items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            active={item.id === active}
            checked={checked.has(item.id)}
            editing={item.id === editing}
            context={context}
            printed={printedWords(plan.text, item.source, wordsOf(item))}
            actions={actions}
          />
        ))}
      </div>
    </section>
  );

  return (
    <div className="review" ref={root} onKeyDown={onKeyDown}>
      <div className="review-bar">
        <Select<Filter>
          {...READING}
          aria-label="Xem mục nào"
          value={filter}
          options={filters}
          onChange={setFilter}
          style={{ width: 210 }}
        />
        <span data-testid="uncertain-count" className={uncertain.length > 0 ? 'tone-warn' : 'tone-good'}>
          {uncertain.length > 0 ? `? Còn ${uncertain.length} mục cần xem` : '● Không còn mục nào cần xem'}
        </span>
        <span className="grow" />
        {checked.size >= 2 ? <Button onClick={mergeChecked}>Gộp {checked.size} mục (M)</Button> : null}
        <AddItem
          dossierId={dossierId}
          afterId={active}
          selection={selection}
          onAdded={(id) => {
            setActive(id);
            setSelection('');
            window.getSelection()?.removeAllRanges();
          }}
        />
        <Button loading={commands.accepting} onClick={() => void acceptCertain()} aria-keyshortcuts="Shift+A">
          Chấp nhận mục chắc chắn
        </Button>
        {plan.status === 'review' ? (
          <Button
            type="primary"
            loading={finish.pending}
            onClick={() =>
              void finish.run({ dossierId }).then((value) => {
                if (value) void navigate(`/ke-hoach/${dossierId}/van-ban`);
              })
            }
          >
            Lưu kế hoạch
          </Button>
        ) : null}
      </div>
      {uncertain.length === 0 ? <BlankPlacesNote plan={plan} /> : null}
      <div className="review-panes">
        <div
          className="review-source"
          tabIndex={0}
          aria-label="Nguyên văn"
          onMouseUp={() => setSelection(window.getSelection()?.toString().trim() ?? '')}
        >
          <SourceText text={plan.text} items={items} onPick={setActive} onHover={hover} />
        </div>
        <div className="review-items" role="region" aria-label="Những gì đã đọc được">
          {sections.filter((section) => section.key === 'uncertain').map(showSection)}
          {filter === 'all' ? <HeaderFields dossier={dossier} office={office} /> : null}
          {plan.parsed.warnings.length > 0 && filter === 'all' ? (
            <details
              className="review-warnings"
              open={
                uncertain.length === 0 || plan.parsed.warnings.some(({ code }) => code === 'picture-pages')
              }
            >
              <summary>{plan.parsed.warnings.length} lưu ý về văn bản</summary>
              <ul>
                {plan.parsed.warnings.map((warning, index) => (
                  <li key={`${warning.code}|${index}`}>
                    {warning.message} <span className="muted">{warning.excerpt}</span>
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          {sections.filter((section) => section.key !== 'uncertain').map(showSection)}
          {filter === 'all' || filter === 'unclassified' ? (
            <Unclassified
              lines={plan.parsed.unclassified}
              dossierId={dossierId}
              onShow={(line) => showLine(root.current, plan.text, line)}
              onAdded={setActive}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

function printedWords(
  text: string,
  source: { start: number; end: number } | null,
  words: string,
): string | null {
  if (!source) return null;
  const printed = text.slice(source.start, source.end).replace(/\s+/g, ' ').trim();
  return printed === '' || printed === words.replace(/\s+/g, ' ').trim() ? null : printed;
}

/** Scrolls the text to a line that nothing recognised. */
function showLine(root: HTMLElement | null, text: string, line: string): void {
  const at = text.indexOf(line);
  if (!root || at < 0) return;
  let best: Element | null = null;
  for (const piece of root.querySelectorAll<HTMLElement>('[data-start]')) {
    if (Number(piece.dataset['start']) <= at) best = piece;
    else break;
  }
  best?.scrollIntoView({ block: 'center' });
}
