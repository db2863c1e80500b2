import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { SEARCH_GROUPS, type SearchGroup } from '../../../shared/rpc/contract/search';
import type { Filters, Found } from './use-search';

export const GROUP_NAMES: Readonly<Record<SearchGroup, string>> = {
  plan: 'Kế hoạch',
  task: 'Nhiệm vụ',
  outgoing: 'Văn bản đi',
  incoming: 'Văn bản đến',
  conference: 'Hội nghị',
  unit: 'Đơn vị',
  file: 'Tệp',
};

interface Chip {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly on: boolean;
  readonly next: Filters;
}

interface FiltersProps {
  readonly filters: Filters;
  readonly onChange: (next: Filters) => void;
  readonly found: Found | null;
  /** A dossier is open: the search can stay in it. */
  readonly inDossier: boolean;
  /** Back to the input. */
  readonly onLeave: () => void;
}

const YEARS_SHOWN = 4;

function chipsOf({ filters, found, inDossier }: FiltersProps): readonly Chip[] {
  const counts = found?.counts;
  const all = counts ? SEARCH_GROUPS.reduce((sum, group) => sum + counts[group], 0) : 0;
  const years = [...new Set([...(found?.years ?? []), ...(filters.year === null ? [] : [filters.year])])]
    .sort()
    .reverse()
    .slice(0, YEARS_SHOWN);
  const state = (value: 'open' | 'ended') => (filters.state === value ? null : value);
  return [
    {
      key: 'all',
      label: 'Tất cả',
      count: all,
      on: filters.group === null,
      next: { ...filters, group: null },
    },
    ...SEARCH_GROUPS.map((group) => ({
      key: group,
      label: GROUP_NAMES[group],
      count: counts?.[group] ?? 0,
      on: filters.group === group,
      next: { ...filters, group: filters.group === group ? null : group },
    })),
    ...years.map((year) => ({
      key: year,
      label: `Năm ${year}`,
      on: filters.year === year,
      next: { ...filters, year: filters.year === year ? null : year },
    })),
    {
      key: 'open',
      label: 'Hồ sơ đang làm',
      on: filters.state === 'open',
      next: { ...filters, state: state('open') },
    },
    {
      key: 'ended',
      label: 'Đã kết thúc',
      on: filters.state === 'ended',
      next: { ...filters, state: state('ended') },
    },
    ...(inDossier
      ? [
          {
            key: 'here',
            label: 'Trong hồ sơ đang mở',
            on: filters.here,
            next: { ...filters, here: !filters.here },
          },
        ]
      : []),
  ];
}

/** One stop for Tab; arrows go from chip to chip, Space or Enter switches, ↓ goes back to the results. */
export function PaletteFilters(props: FiltersProps): ReactNode {
  const { onChange, onLeave } = props;
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLDivElement>(null);
  const chips = chipsOf(props);
  const here = Math.min(at, chips.length - 1);
  const move = (to: number): void => {
    setAt(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') move((here + 1) % chips.length);
    else if (event.key === 'ArrowLeft') move((here + chips.length - 1) % chips.length);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onLeave();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={bar} role="toolbar" aria-label="Lọc kết quả" className="palette-filters" onKeyDown={onKeyDown}>
      {chips.map(({ key, label, count, on, next }, index) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-pressed={on}
          tabIndex={index === here ? 0 : -1}
          onFocus={() => setAt(index)}
          onClick={() => onChange(next)}
        >
          {label}
          {count === undefined ? null : <span className="chip-count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
