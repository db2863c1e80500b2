import { Input, Modal, type InputRef } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Mark } from '../../../shared/text/excerpt';
import { useReturnFocus } from '../ui/return-focus';
import { isComposing } from './keys';
import { PaletteFilters } from './palette-filters';
import { rowGroups, type PaletteAction } from './palette-rows';
import { recentPages } from './recent';
import { NO_FILTERS, useSearch, useTypedText, type Filters, type Found } from './use-search';
import './palette.css';

interface PaletteProps {
  readonly onClose: () => void;
  readonly actions: readonly PaletteAction[];
}

/** Ctrl+K: places, actions and everything that the office wrote. Type, Enter. */
export function Palette({ onClose, actions }: PaletteProps): ReactNode {
  useReturnFocus();
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      // Nothing is lost by a press beside it.
      mask={{ closable: true }}
      width={760}
      style={{ top: 56 }}
      title="Tìm kế hoạch, văn bản, đơn vị, tệp hoặc việc cần làm"
    >
      <PaletteBody onClose={onClose} actions={actions} />
    </Modal>
  );
}

function PaletteBody({ onClose, actions }: PaletteProps): ReactNode {
  const typed = useTypedText();
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [active, setActive] = useState(0);
  const [entered, setEntered] = useState(false);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const dossierId = /^\/ke-hoach\/([^/]+)/.exec(pathname)?.[1] ?? null;
  const input = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const { asked } = typed;
  const { found, busy, fault } = useSearch(asked, filters, dossierId);
  const [recent] = useState(recentPages);

  const go = useCallback((address: string) => () => void navigate(address), [navigate]);
  const groups = useMemo(
    () =>
      rowGroups({
        asked,
        hits: found?.hits ?? [],
        actions,
        recent,
        filtered: asked !== '' && filters !== NO_FILTERS,
        go,
      }),
    [asked, found, actions, recent, filters, go],
  );
  const rows = groups.flatMap((group) => group.rows);
  const current = Math.min(active, Math.max(rows.length - 1, 0));

  useEffect(() => setActive(0), [asked, filters]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus(), 30);
    return () => clearTimeout(timer);
  }, []);

  const choose = useCallback(
    (index: number) => {
      const row = rows[index];
      if (!row) return;
      onClose();
      row.run();
    },
    [rows, onClose],
  );
  // Enter that comes before the answer opens the first of what was typed, not of what stood there before.
  const ready = typed.settled && !busy;
  useEffect(() => {
    if (!entered || !ready) return;
    setEntered(false);
    choose(current);
  }, [entered, ready, choose, current]);

  let index = -1;
  return (
    <div className="palette">
      <Input
        ref={input}
        autoFocus
        {...typed.inputProps}
        aria-label="Tìm"
        role="combobox"
        aria-expanded
        aria-controls="palette-results"
        {...(rows.length === 0 ? {} : { 'aria-activedescendant': `palette-${current}` })}
        placeholder="Ví dụ: nghi quyet 27, 07 KH DU, “sinh hoạt chi bộ”, Sao lưu ngay…"
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'ArrowDown') setActive(Math.min(current + 1, rows.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
          else if (event.key === 'Enter') {
            if (ready) choose(current);
            else setEntered(true);
          } else return;
          event.preventDefault();
        }}
      />
      {found ? (
        <PaletteFilters
          filters={filters}
          onChange={setFilters}
          found={found}
          inDossier={dossierId !== null}
          onLeave={() => input.current?.focus()}
        />
      ) : null}
      <div ref={list} id="palette-results" role="listbox" aria-label="Kết quả tìm" className="palette-list">
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className="palette-group" aria-hidden>
              {group.title}
            </div>
            {group.rows.map((row) => {
              index += 1;
              const at = index;
              return (
                <div
                  key={`${row.label}|${row.hint}|${at}`}
                  id={`palette-${at}`}
                  role="option"
                  className="palette-row"
                  aria-selected={at === current}
                  onMouseMove={() => setActive(at)}
                  onClick={() => choose(at)}
                >
                  <span className={row.asItIs ? 'palette-label' : 'palette-label sentence'}>
                    <Marked text={row.label} marks={row.labelMarks} />
                  </span>
                  <span className="muted palette-hint" title={row.hint}>
                    {row.hint}
                  </span>
                  {row.excerpt === '' ? null : (
                    <span className="muted palette-excerpt">
                      <Marked text={row.excerpt} marks={row.excerptMarks} />
                    </span>
                  )}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="muted palette-state" role="status">
        {fault ?? stateWords(asked, rows.length, busy || !typed.settled, found)}
      </p>
    </div>
  );
}

function stateWords(asked: string, rows: number, busy: boolean, found: Found | null): string {
  const words: string[] = [];
  if (rows === 0)
    words.push(
      busy || found?.building === true
        ? 'Đang tìm…'
        : `Không tìm thấy “${asked}”. Thử gõ không dấu hoặc ít chữ hơn.`,
    );
  if (found?.building === true) words.push('Đang dựng mục lục tìm kiếm, kết quả còn được bổ sung.');
  else if (found && found.reading > 0)
    words.push(`Đang đọc ${found.reading} tệp, kết quả trong tệp còn được bổ sung.`);
  return words.join(' ');
}

/** The text with what was found set off. */
function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactNode {
  let at = 0;
  const parts: ReactNode[] = [];
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
