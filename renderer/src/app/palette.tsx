import { Input, Modal, type InputRef } from 'antd';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { fold } from '../../../shared/text/normalize';
import type { OutputOf } from '../../../shared/rpc/contract';
import { useRpc } from '../api/queries';
import { isComposing } from './keys';
import { PLACES } from './places';

export interface PaletteAction {
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

type Hit = OutputOf<'search.find'>[number];

const HIT_KIND: Readonly<Record<Hit['kind'], string>> = {
  plan: 'Kế hoạch',
  task: 'Nhiệm vụ',
  recipient: 'Nơi nhận',
  document: 'Văn bản',
  register: 'Sổ văn bản đi',
  incoming: 'Sổ văn bản đến',
  unit: 'Danh mục',
  conference: 'Hội nghị',
  deadline: 'Thời hạn',
  place: 'Nơi làm việc',
};

export function addressOfHit(hit: Pick<Hit, 'kind' | 'id' | 'dossierId'>): string {
  if (hit.kind === 'unit') return `/danh-muc/don-vi?tim=${encodeURIComponent(hit.id)}`;
  if (hit.kind === 'incoming') return `/van-ban-den?dong=${hit.id}`;
  if (hit.dossierId === null) return hit.kind === 'register' ? '/van-ban-di' : '/ke-hoach';
  const base = `/ke-hoach/${hit.dossierId}`;
  if (hit.kind === 'plan') return base;
  if (hit.kind === 'document' || hit.kind === 'register') return `${base}/van-ban`;
  return `${base}/ra-soat?muc=${encodeURIComponent(hit.id)}`;
}

interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly actions: readonly PaletteAction[];
}

/** Ctrl+K: places, actions and everything that the office wrote. Type, Enter. */
export function Palette({ open, onClose, actions }: PaletteProps): ReactNode {
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={640}
      style={{ top: 72 }}
      destroyOnHidden
      title="Tìm kế hoạch, văn bản, đơn vị hoặc việc cần làm"
    >
      <PaletteBody onClose={onClose} actions={actions} />
    </Modal>
  );
}

function PaletteBody({ onClose, actions }: Omit<PaletteProps, 'open'>): ReactNode {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(text.trim());
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = useRpc('search.find', { text: asked, limit: 30 }, { enabled: asked.length > 1, keep: true });

  const go = (address: string) => () => void navigate(address);
  const key = fold(asked);
  const local = [
    ...PLACES.map((place) => ({ label: place.name, hint: 'Đi tới', run: go(place.path) })),
    ...actions,
  ].filter((row) => key === '' || fold(row.label).includes(key));
  const hits = (asked.length > 1 ? (found.data ?? []) : [])
    // The window knows its own places.
    .filter((hit) => hit.kind !== 'place')
    .map((hit) => ({
      label: hit.title,
      hint: hit.where.startsWith(HIT_KIND[hit.kind]) ? hit.where : `${HIT_KIND[hit.kind]} · ${hit.where}`,
      run: go(addressOfHit(hit)),
    }));
  const rows = [...hits, ...local];
  const current = Math.min(active, Math.max(rows.length - 1, 0));

  useEffect(() => setActive(0), [asked]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  useEffect(() => {
    const timer = setTimeout(() => input.current?.focus(), 30);
    return () => clearTimeout(timer);
  }, []);

  const choose = (index: number) => {
    const row = rows[index];
    if (!row) return;
    onClose();
    row.run();
  };

  return (
    <div className="palette">
      <Input
        ref={input}
        autoFocus
        value={text}
        aria-label="Tìm"
        role="combobox"
        aria-expanded
        aria-controls="palette-results"
        {...(rows.length === 0 ? {} : { 'aria-activedescendant': `palette-${current}` })}
        placeholder="Ví dụ: chương trình 20, Chi bộ TDP 3, nhập kế hoạch…"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'ArrowDown') setActive(Math.min(current + 1, rows.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(current - 1, 0));
          else if (event.key === 'Enter') choose(current);
          else return;
          event.preventDefault();
        }}
      />
      <ul ref={list} id="palette-results" role="listbox" aria-label="Kết quả tìm">
        {rows.map((row, index) => (
          <li
            key={`${row.label}|${row.hint}|${index}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === current}
            onMouseMove={() => setActive(index)}
            onClick={() => choose(index)}
          >
            <span className="palette-label sentence">{row.label}</span>
            <span className="muted">{row.hint}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 ? (
        <p className="muted">
          {found.isFetching ? 'Đang tìm…' : `Không tìm thấy “${asked}”. Thử gõ không dấu hoặc ít chữ hơn.`}
        </p>
      ) : null}
    </div>
  );
}
