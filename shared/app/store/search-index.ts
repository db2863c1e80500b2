/**
 * The search index: derived, in memory, one part an aggregate, rebuilt for those whose revision moved (dossiers also
 * when the directory's names moved). Of a report there is the unit and the period: its figures, its narratives and
 * attachments are never in it.
 */
import type { Ports } from '../../ports/ports';
import type { Loaded, Ref } from '../../ports/store';
import { expandEntries, KIND_NAMES } from '../../domain/office/directory';
import type { DirectoryEntry } from '../../domain/office/model';
import { textOf } from '../../domain/plan/items';
import { PLAN_ID, type PlanItem } from '../../domain/plan/model';
import { periodNameInText } from '../../domain/report/periods';
import { dateOfInstant, formatDate } from '../../date/plain-date';
import { ok, type Result } from '../../result';
import type { OutputOf } from '../../rpc/contract';
import type { AggregateKind } from '../../schema/aggregates';
import { OFFICE_REF } from '../application';
import { excerptOf, prepareQuery, prepareText, score, type PreparedText } from '../../text/search';

export type SearchHit = OutputOf<'search.find'>[number];

interface Indexed extends Omit<SearchHit, 'excerpt'> {
  readonly text: string;
  /** One of very many alike (a delivery, a report): told after everything else that is found. */
  readonly late?: true;
  readonly prepared: PreparedText;
}

export interface SearchIndex {
  find(text: string, limit: number): Promise<Result<SearchHit[]>>;
}

type Entry = Omit<Indexed, 'prepared'> & { readonly numbers?: readonly string[] };

const indexed = ({ numbers, ...entry }: Entry): Indexed => ({
  ...entry,
  prepared: prepareText(`${entry.title} ${entry.text}`, numbers),
});

/** "20-CTr/TU" and the like inside a text. */
function numbersIn(text: string): readonly string[] {
  return text.match(/\d{1,4}\s*[-/]\s*\p{Lu}[\p{L}\d]*(?:\s*[-/]\s*[\p{L}\d&]+)*/gu) ?? [];
}

/** Names of whom directory entries come to: a group's units too, so that a unit finds the line that means it. */
type NamesOf = (entryIds: readonly string[]) => string;

function itemEntry(dossierId: string, item: PlanItem, unit: string | null, namesOf: NamesOf): Entry | null {
  const base = { id: item.id, dossierId, title: textOf(item), text: '' };
  switch (item.kind) {
    case 'task':
      return {
        ...base,
        kind: 'task',
        where: unit === null ? 'Nhiệm vụ của kế hoạch' : `Nhiệm vụ của ${unit}`,
        text: item.coordinating.join(', '),
        numbers: numbersIn(item.text),
      };
    case 'assignment':
      return { ...base, kind: 'task', where: 'Đơn vị được giao việc', text: namesOf(item.entryIds) };
    case 'recipient':
      return {
        ...base,
        kind: 'recipient',
        where: 'Nơi nhận của kế hoạch',
        text: [item.purpose ?? '', namesOf(item.entryIds)].filter((part) => part !== '').join(': '),
      };
    case 'conference':
      return { ...base, kind: 'conference', where: 'Hội nghị', text: item.organizer ?? '' };
    case 'deadline':
      return { ...base, kind: 'deadline', where: 'Thời hạn', text: item.who ?? '' };
    case 'basis':
      return {
        ...base,
        kind: 'document',
        where: 'Căn cứ của kế hoạch',
        numbers: item.number === null ? [] : [item.number],
      };
    case 'target':
      return { ...base, kind: 'plan', where: 'Chỉ tiêu của kế hoạch' };
    case 'reporting':
      return { ...base, kind: 'plan', where: 'Chế độ báo cáo' };
  }
}

function dossierEntries(
  { ref, view }: Loaded<'dossier'>,
  directory: readonly DirectoryEntry[],
  today: string,
): Entry[] {
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return [];
  const dossierId = ref.id;
  const namesOf: NamesOf = (ids) =>
    expandEntries(directory, ids, plan.date ?? today)
      .entries.map(({ entry }) => entry.name)
      .join('; ');
  const items = view.list('items').filter(({ dropped }) => !dropped);
  const units = new Map(
    items.flatMap((item) => (item.kind === 'assignment' ? [[item.id, item.unit] as const] : [])),
  );
  const entries: Entry[] = [
    {
      kind: 'plan',
      id: dossierId,
      dossierId,
      title: plan.title,
      where: view.list('archive').length > 0 ? 'Kế hoạch đã lưu trữ' : 'Kế hoạch',
      text: [plan.kind, plan.issuingBody, plan.signer.name].filter((part) => part !== null).join(' · '),
      numbers: numbersIn(plan.title),
    },
    {
      kind: 'plan',
      id: dossierId,
      dossierId,
      title: plan.title,
      where: 'Nội dung kế hoạch',
      text: plan.text,
      numbers: numbersIn(plan.text),
    },
  ];
  for (const item of items) {
    const unit =
      item.kind === 'task' && item.assignmentId !== null ? (units.get(item.assignmentId) ?? null) : null;
    const entry = itemEntry(dossierId, item, unit, namesOf);
    if (entry) entries.push(entry);
  }
  for (const document of view.list('documents'))
    if (document.id !== dossierId)
      entries.push({
        kind: 'document',
        id: document.id,
        dossierId,
        title: document.title,
        where: 'Văn bản của hồ sơ',
        text: document.kindName,
      });
  for (const delivery of view.list('deliveries'))
    entries.push({
      kind: 'document',
      id: delivery.id,
      dossierId,
      title: delivery.name,
      where: `Đã gửi ngày ${formatDate(delivery.sentOn)}`,
      text: `${plan.title} · ${delivery.via}`,
      late: true,
    });
  const unitNames = new Map(directory.map(({ id, name }) => [id, name]));
  for (const report of view.list('reports')) {
    const name = unitNames.get(report.unitId);
    if (name !== undefined)
      entries.push({
        kind: 'plan',
        id: report.id,
        dossierId,
        title: `Báo cáo ${periodNameInText(report.period)} – ${name}`,
        where: 'Báo cáo của đơn vị',
        text: '',
        late: true,
      });
  }
  return entries;
}

function registerEntries({ ref, view }: Loaded<'register'>): Entry[] {
  const title = view.get('series', 'series')?.title ?? ref.id;
  return view.list('entries').map((entry) => ({
    kind: 'register',
    id: `${ref.id}|${entry.id}`,
    dossierId: entry.dossierId,
    title: `${entry.numberText} ngày ${formatDate(entry.date)}`,
    where: `Sổ văn bản đi: ${title}`,
    text: `${entry.subject} ${entry.recipients}`,
    numbers: [entry.numberText],
  }));
}

/** Number, subject, issuer: never what is in the document. */
function incomingEntries({ view }: Loaded<'incoming'>): Entry[] {
  return view.list('entries').map((entry) => ({
    kind: 'incoming',
    id: entry.id,
    dossierId: null,
    title: [entry.numberText, entry.subject].filter((part) => part !== '').join(' – '),
    where: `Sổ văn bản đến: số đến ${entry.number} năm ${entry.year}${entry.voided ? ' (đã hủy)' : ''}`,
    text: [entry.documentKind, entry.issuer].filter((part) => part !== '').join(' · '),
    numbers: [entry.numberText],
    late: true,
  }));
}

function officeEntries({ view }: Loaded<'office'>): Entry[] {
  return view.list('entries').map((entry) => ({
    kind: 'unit',
    id: entry.id,
    dossierId: null,
    title: entry.name,
    where: `Danh mục: ${KIND_NAMES[entry.kind].toLowerCase()}`,
    text: [entry.short, ...entry.aliases].filter((part) => part !== '').join('; '),
  }));
}

const PLACES: readonly (readonly [string, string])[] = [
  ['today', 'Hôm nay'], ['plans', 'Kế hoạch'], ['registers', 'Văn bản đi'], ['incoming', 'Văn bản đến'], ['reports', 'Báo cáo'],
  ['summary', 'Tổng hợp'], ['calendar', 'Lịch'], ['archive', 'Lưu trữ'], ['directory', 'Danh mục dùng chung'],
  ['settings', 'Cài đặt'],
]; // prettier-ignore

const placeEntries = PLACES.map(([id, title]) =>
  indexed({ kind: 'place', id, dossierId: null, title, where: 'Màn hình', text: '' }),
);

/** Of equally good hits: plans first, then what lies nearer to a person's question than its whole text. */
const KIND_ORDER: readonly SearchHit['kind'][] = [
  'plan', 'document', 'register', 'incoming', 'unit', 'conference', 'deadline', 'task', 'recipient', 'place',
]; // prettier-ignore

export function createSearchIndex(ports: Ports): SearchIndex {
  const parts = new Map<string, { readonly revision: string; readonly entries: readonly Indexed[] }>();

  let namesBefore = '';
  let directoryVersion = 0;
  const directoryNow = async (): Promise<readonly DirectoryEntry[]> => {
    const office = await ports.store.load(OFFICE_REF);
    return office.ok ? (office.value?.view.list('entries') ?? []) : [];
  };

  const entriesOf = async (ref: Ref, directory: readonly DirectoryEntry[]): Promise<Result<Entry[]>> => {
    const loaded = await ports.store.load(ref);
    if (!loaded.ok) return loaded;
    if (!loaded.value) return ok([]);
    if (ref.kind === 'dossier') {
      const today = dateOfInstant(ports.clock.now());
      return ok(dossierEntries(loaded.value as unknown as Loaded<'dossier'>, directory, today));
    }
    if (ref.kind === 'register') return ok(registerEntries(loaded.value as unknown as Loaded<'register'>));
    if (ref.kind === 'incoming') return ok(incomingEntries(loaded.value as unknown as Loaded<'incoming'>));
    return ok(officeEntries(loaded.value as unknown as Loaded<'office'>));
  };

  /** Brings the parts up to the catalogue's revisions; an aggregate that can't be read is left out. */
  const refresh = async (): Promise<void> => {
    const seen = new Set<string>();
    const directory = await directoryNow();
    const names = JSON.stringify(
      directory.map((entry) => [entry.id, entry.name, entry.memberIds, entry.activeTo, entry.successors]),
    );
    if (names !== namesBefore) directoryVersion += 1;
    namesBefore = names;
    for (const kind of [
      'dossier',
      'register',
      'incoming',
      'office',
    ] as const satisfies readonly AggregateKind[])
      for (const row of await ports.store.list(kind)) {
        const { ref } = row;
        const revision = `${row.revision}/${kind === 'dossier' ? directoryVersion : 0}`;
        const key = `${ref.kind}/${ref.id}`;
        seen.add(key);
        if (parts.get(key)?.revision === revision) continue;
        const entries = await entriesOf(ref, directory);
        if (entries.ok) parts.set(key, { revision, entries: entries.value.map(indexed) });
        else parts.delete(key);
      }
    for (const key of parts.keys()) if (!seen.has(key)) parts.delete(key);
  };

  return {
    async find(text, limit) {
      const query = prepareQuery(text);
      if (query.words.length === 0) return ok([]);
      await refresh();
      const hits: { readonly entry: Indexed; readonly rank: number }[] = [];
      const consider = (entry: Indexed): void => {
        const found = score(entry.prepared, query);
        if (found === 0) return;
        if (entry.late) {
          hits.push({ entry, rank: found / 2 });
          return;
        }
        // What stands in the title is nearer than what stands somewhere in the text.
        const inTitle = score(prepareText(entry.title), query) > 0 ? 0.5 : 0;
        hits.push({ entry, rank: found + inTitle });
      };
      for (const { entries } of parts.values()) for (const entry of entries) consider(entry);
      for (const entry of placeEntries) consider(entry);
      hits.sort(
        (a, b) =>
          b.rank - a.rank ||
          KIND_ORDER.indexOf(a.entry.kind) - KIND_ORDER.indexOf(b.entry.kind) ||
          (a.entry.title < b.entry.title ? -1 : a.entry.title > b.entry.title ? 1 : 0),
      );
      // The plan's whole text says nothing new where the plan itself is a hit.
      const plans = new Set<string>();
      const out: SearchHit[] = [];
      for (const { entry } of hits) {
        if (out.length >= limit) break;
        if (entry.kind === 'plan' && entry.id === entry.dossierId) {
          if (plans.has(entry.id)) continue;
          plans.add(entry.id);
        }
        const { kind, id, dossierId, title, where } = entry;
        out.push({ kind, id, dossierId, title, where, excerpt: excerptOf(entry.text || title, query) });
      }
      return ok(out);
    },
  };
}
