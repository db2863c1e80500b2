/** What the palette offers: hits by group, places and actions by name, and what was looked at last. */
import { fold } from '../../../shared/text/normalize';
import { marksIn, type Mark } from '../../../shared/text/excerpt';
import { prepareQuery, textMatcher } from '../../../shared/text/search';
import type { SearchGroup } from '../../../shared/rpc/contract/search';
import { addressOfHit, type Hit } from './hit-address';
import { GROUP_NAMES } from './palette-filters';
import { keyOfPlace, PLACES } from './places';
import type { RecentPage } from './recent';

export interface PaletteAction {
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

export interface Row {
  readonly label: string;
  readonly labelMarks: readonly Mark[];
  readonly hint: string;
  readonly excerpt: string;
  readonly excerptMarks: readonly Mark[];
  readonly run: () => void;
  /** A file's name, shown as it is; all else begins with a capital. */
  readonly asItIs?: true;
}

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly Row[];
}

type Go = (address: string) => () => void;

function nameRow({ label, hint, run }: PaletteAction, query: string): Row {
  const labelMarks = query === '' ? [] : marksIn(label, prepareQuery(query));
  return { label, labelMarks, hint, excerpt: '', excerptMarks: [], run };
}

function hitRow(hit: Hit, go: Go): Row {
  return {
    label: hit.title,
    labelMarks: hit.titleMarks,
    hint: hit.where,
    excerpt: hit.excerptMarks.length > 0 && hit.excerpt !== hit.title ? hit.excerpt : '',
    excerptMarks: hit.excerptMarks,
    run: go(addressOfHit(hit)),
    ...(hit.kind === 'file' ? { asItIs: true } : {}),
  };
}

interface RowsInput {
  readonly asked: string;
  readonly hits: readonly Hit[];
  readonly actions: readonly PaletteAction[];
  readonly recent: readonly RecentPage[];
  /** A filter is on: places and actions are none of what it means. */
  readonly filtered: boolean;
  readonly go: Go;
}

/** Groups in the order of their best hit; a place or an action whose name is being typed comes before them. */
export function rowGroups({ asked, hits, actions, recent, filtered, go }: RowsInput): readonly RowGroup[] {
  const fits = textMatcher(asked);
  const named = filtered
    ? []
    : [
        ...actions,
        ...PLACES.map((place, at) => ({ label: place.name, hint: keyOfPlace(at), run: go(place.path) })),
      ]
        .filter(({ label }) => fits(label))
        .map((action) => nameRow(action, asked));
  const begun = (row: Row): boolean => asked !== '' && fold(row.label).startsWith(fold(asked));
  const groups: RowGroup[] = [];
  const add = (title: string, rows: readonly Row[]): void => {
    if (rows.length > 0) groups.push({ title, rows });
  };
  if (asked === '')
    add(
      'Vừa xem',
      recent.map(({ title, address }) => nameRow({ label: title, hint: '', run: go(address) }, '')),
    );
  add('Việc cần làm, nơi làm việc', named.filter(begun));
  const byGroup = new Map<SearchGroup, Row[]>();
  for (const hit of hits) {
    if (hit.group === null) continue;
    const rows = byGroup.get(hit.group) ?? [];
    rows.push(hitRow(hit, go));
    byGroup.set(hit.group, rows);
  }
  for (const [group, rows] of byGroup) add(GROUP_NAMES[group], rows);
  add(
    asked === '' ? 'Việc cần làm, nơi làm việc' : 'Việc và nơi làm việc khác',
    named.filter((row) => !begun(row)),
  );
  return groups;
}
