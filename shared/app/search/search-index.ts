/**
 * The search index: derived, in memory, one part an aggregate, rebuilt for those whose revision moved (dossiers also
 * when the directory's names moved). What it may read is in `policy.ts`; what can be found is told by the sources.
 */
import type { Ports } from '../../ports/ports';
import type { Loaded, Ref } from '../../ports/store';
import { expandEntries } from '../../domain/office/directory';
import { INCOMING_ID } from '../../domain/incoming/model';
import { OFFICE_ID, type DirectoryEntry } from '../../domain/office/model';
import { PLAN_ID } from '../../domain/plan/model';
import { dateOfInstant } from '../../date/plain-date';
import { ok, type Result } from '../../result';
import type { OutputOf, ParsedInputOf } from '../../rpc/contract';
import { isEmptyQuery, prepareQuery } from '../../text/search';
import { createNumberReader, type NumberReader } from '../dispatch/number-reader';
import { createAttachmentTexts } from './attachment-texts';
import type { Entry } from './entry';
import { lookThrough, toHit } from './find';
import { DOSSIER_SOURCES } from './list';
import { searchedView } from './policy';
import { createPace, LETTERS_A_TURN, prepare, prepareAll, type Indexed } from './prepared';
import type { AboutDossier } from './source';
import { dossierFiles, incomingFiles, unitsFiles, type OwnFile } from './sources/attachments';
import { incomingSource, registerSource } from './sources/books';
import { directorySource, placeSource } from './sources/directory';

export interface SearchIndex {
  find(input: ParsedInputOf<'search.find'>): Promise<Result<OutputOf<'search.find'>>>;
  /** Builds the index and reads the files' words, in the background; for hosts with a window. */
  warmUp(): Promise<void>;
  /** Reads no further file; to be called before the application closes. */
  stop(): void;
}

interface Part {
  readonly revision: string;
  readonly entries: readonly Indexed[];
  readonly files: readonly OwnFile[];
  /** Files that came from units: never read, wherever else they are named. */
  readonly refused: ReadonlySet<string>;
}

interface Told {
  readonly entries: Iterable<Entry>;
  readonly files?: Iterable<OwnFile>;
  readonly refused?: ReadonlySet<string>;
}

type Needs = Pick<Ports, 'store' | 'clock' | 'turns' | 'textReader' | 'textCache'>;

/** Looking through a letter costs a small share of preparing it. */
const LETTERS_LOOKED_THROUGH = 30 * LETTERS_A_TURN;
const KINDS = ['office', 'dossier', 'register', 'incoming', 'intake'] as const;

export function createSearchIndex(ports: Needs): SearchIndex {
  const parts = new Map<string, Part>();
  const texts = createAttachmentTexts(ports);
  const places = [...placeSource()].map(prepare);
  const pace = createPace(ports.turns, LETTERS_A_TURN);
  let directoryBefore = '';
  let directoryVersion = 0;
  let built = false;
  let stopped = false;

  const directoryNow = async (): Promise<readonly DirectoryEntry[]> => {
    const office = await ports.store.load({ kind: 'office', id: OFFICE_ID });
    const entries = office.ok ? (office.value?.view.list('entries') ?? []) : [];
    const names = JSON.stringify(
      entries.map((entry) => [entry.id, entry.name, entry.memberIds, entry.activeTo, entry.successors]),
    );
    if (names !== directoryBefore) directoryVersion += 1;
    directoryBefore = names;
    return entries;
  };

  const tell = async (
    ref: Ref,
    directory: readonly DirectoryEntry[],
    numbers: NumberReader,
  ): Promise<Result<Told>> => {
    const loaded = await ports.store.load(ref);
    if (!loaded.ok) return loaded;
    if (!loaded.value) return ok({ entries: [] });
    // `ref.kind` says which; the compiler cannot follow it through the store's answer.
    switch (ref.kind) {
      case 'dossier': {
        const dossier = loaded.value as unknown as Loaded<'dossier'>;
        return ok(await tellDossier(ports, dossier, directory, numbers));
      }
      case 'register': {
        const { view } = loaded.value as unknown as Loaded<'register'>;
        return ok({ entries: registerSource(searchedView('register', view), ref.id) });
      }
      case 'incoming': {
        const { view } = loaded.value as unknown as Loaded<'incoming'>;
        const searched = searchedView('incoming', view);
        const own = { kind: 'incoming', id: INCOMING_ID } as const;
        return ok({ entries: incomingSource(searched), files: incomingFiles(searched, own) });
      }
      case 'office': {
        const { view } = loaded.value as unknown as Loaded<'office'>;
        return ok({ entries: directorySource(searchedView('office', view)) });
      }
      case 'intake': {
        // Nothing of the tray is told; its files are refused wherever else they turn up.
        const { view } = loaded.value as unknown as Loaded<'intake'>;
        return ok({ entries: [], refused: trayFiles(view) });
      }
    }
  };

  /** Brings the parts up to the catalogue's revisions; an aggregate that can't be read is left out. */
  const bringUp = async (): Promise<void> => {
    const seen = new Set<string>();
    let changed = !built;
    const directory = await directoryNow();
    const numbers = createNumberReader({ ports });
    for (const kind of KINDS)
      for (const { ref, revision: number } of await ports.store.list(kind)) {
        if (stopped) return;
        const revision = `${number}/${kind === 'dossier' ? directoryVersion : 0}`;
        const key = `${ref.kind}/${ref.id}`;
        seen.add(key);
        const old = parts.get(key);
        if (old?.revision === revision) continue;
        changed = true;
        const told = await tell(ref, directory, numbers);
        if (!told.ok) {
          parts.delete(key);
          continue;
        }
        const entries = await prepareAll(told.value.entries, old?.entries ?? [], pace);
        const files = [...(told.value.files ?? [])];
        parts.set(key, { revision, entries, files, refused: told.value.refused ?? new Set() });
      }
    for (const key of [...parts.keys()])
      if (!seen.has(key)) {
        parts.delete(key);
        changed = true;
      }
    if (changed) await texts.follow(readable(parts.values()));
    built = true;
  };

  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  /** What is committed before the call is in the index after it; calls that come together share one pass. */
  const refresh = (): Promise<void> => {
    if (!running) {
      running = bringUp().finally(() => {
        running = null;
      });
      return running;
    }
    next ??= running.then(async () => {
      next = null;
      return refresh();
    });
    return next;
  };

  const everything = function* (): Generator<Indexed> {
    for (const { entries } of parts.values()) yield* entries;
    yield* texts.entries();
    yield* places;
  };

  return {
    async find(input) {
      const query = prepareQuery(input.text);
      const fresh = refresh();
      // A window is answered at once while the index is built for the first time; later it only catches up.
      if (input.whole || built) await fresh;
      const reading = texts.read();
      if (input.whole) await reading;
      const looking = createPace(ports.turns, LETTERS_LOOKED_THROUGH);
      const looked = isEmptyQuery(query)
        ? await lookThrough([], query, input, looking)
        : await lookThrough(everything(), query, input, looking);
      const hits = [];
      for (const entry of looked.best) {
        hits.push(await toHit(entry, query));
        if (entry.body) await ports.turns.next();
      }
      return ok({
        hits,
        counts: looked.counts,
        years: [...looked.years],
        building: !built,
        reading: texts.reading(),
        withoutText: texts.withoutText(),
      });
    },
    async warmUp() {
      await refresh();
      await texts.read();
    },
    stop() {
      stopped = true;
      texts.stop();
    },
  };
}

async function tellDossier(
  ports: Needs,
  { ref, view }: Loaded<'dossier'>,
  directory: readonly DirectoryEntry[],
  numbers: NumberReader,
): Promise<Told> {
  const searched = searchedView('dossier', view);
  const [plan] = searched.records('plan');
  if (!plan) return { entries: [] };
  const day = plan.date ?? dateOfInstant(ports.clock.now());
  const numberTexts = new Map<string, string>();
  for (const document of view.list('documents')) {
    const text = await numbers.textOf(document);
    if (text !== null) numberTexts.set(document.id, text);
  }
  const about: AboutDossier = {
    dossierId: ref.id,
    numberOf: (documentId) => numberTexts.get(documentId) ?? null,
    plan,
    year: plan.date?.slice(0, 4) ?? null,
    closed: [...searched.records('archive')].length > 0,
    namesOf: (ids) =>
      ids.length === 0
        ? ''
        : expandEntries(directory, ids, day)
            .entries.map(({ entry }) => entry.name)
            .join('; '),
    unitNames: new Map(directory.map(({ id, name }) => [id, name])),
    readPlanText: async () => {
      const loaded = await ports.store.load(ref);
      return (loaded.ok ? loaded.value?.view.get('plan', PLAN_ID)?.text : '') ?? '';
    },
  };
  return {
    entries: entriesOf(searched, about),
    files: dossierFiles(searched, ref, about),
    refused: unitsFiles(view),
  };
}

function* entriesOf(
  searched: ReturnType<typeof searchedView<'dossier'>>,
  about: AboutDossier,
): Generator<Entry> {
  for (const source of DOSSIER_SOURCES) yield* source(searched, about);
}

function trayFiles(view: Loaded<'intake'>['view']): ReadonlySet<string> {
  return new Set(view.list('items').flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256])));
}

function readable(parts: Iterable<Part>): readonly OwnFile[] {
  const all = [...parts];
  const refused = new Set(all.flatMap((part) => [...part.refused]));
  return all.flatMap(({ files }) => files).filter(({ sha256 }) => !refused.has(sha256));
}
