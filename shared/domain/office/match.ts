/**
 * Names in documents → entries of the directory: exact, other spelling of the tone mark, without marks, aliases,
 * abbreviations written out, the ward's own name left off; else the nearest with a score, as a question.
 */
import { matchKey, spellingKey, toNfc } from '../../text/normalize';
import type { DirectoryEntry } from './model';

export interface Suggestion {
  readonly entryId: string;
  readonly name: string;
  /** 0–1 */
  readonly score: number;
}

export interface NameMatch {
  readonly entryIds: readonly string[];
  /** Vietnamese sentence why a person must look; empty where the match is certain. */
  readonly doubt: string;
  readonly suggestions: readonly Suggestion[];
}

export interface Matcher {
  /** One body's name. */
  one(name: string): NameMatch;
  /** A line that may name several bodies: the whole line first, then its parts. */
  line(text: string, parts?: readonly string[]): NameMatch;
}

/** Abbreviations of state and Party bodies (domain.md §3, §6), folded → folded. Written out before comparing. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ubnd: 'uy ban nhan dan',
  hdnd: 'hoi dong nhan dan',
  ubmttq: 'uy ban mat tran to quoc',
  ubmttqvn: 'uy ban mat tran to quoc viet nam',
  mttq: 'mat tran to quoc',
  mttqvn: 'mat tran to quoc viet nam',
  ubkt: 'uy ban kiem tra',
  ubktdu: 'uy ban kiem tra dang uy',
  vpdu: 'van phong dang uy',
  bxdd: 'ban xay dung dang',
  btgdvtu: 'ban tuyen giao va dan van thanh uy',
  btctu: 'ban to chuc thanh uy',
  vptu: 'van phong thanh uy',
  btv: 'ban thuong vu',
  bch: 'ban chap hanh',
  bchqs: 'ban chi huy quan su',
  chqs: 'chi huy quan su',
  tdp: 'to dan pho',
  thcs: 'trung hoc co so',
  thpt: 'trung hoc pho thong',
  th: 'tieu hoc',
  mn: 'mam non',
  lhpn: 'lien hiep phu nu',
  ccb: 'cuu chien binh',
  nd: 'nong dan',
  tncs: 'thanh nien cong san',
  tnsc: 'thanh nien cong san',
  hcm: 'ho chi minh',
  htx: 'hop tac xa',
  ttct: 'trung tam chinh tri',
  ttpvhcc: 'trung tam phuc vu hanh chinh cong',
  vhxh: 'van hoa xa hoi',
  ktxh: 'kinh te xa hoi',
  ct: 'chinh tri',
  xh: 'xa hoi',
  ctxh: 'chinh tri xa hoi',
};

const LEADING = /^(đề nghị|đối với|giao|yêu cầu|đồng chí|các đồng chí|lãnh đạo)\s+/iu;

function cleaned(name: string): string {
  let text = toNfc(name)
    .replace(/^[\s\-–+*•]+/u, '')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[\s.,;:]+$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  for (let next = text.replace(LEADING, ''); next !== text; next = text.replace(LEADING, '')) text = next;
  return text;
}

/** Symbols that are only unmistakable in capitals: without marks "TU" and "ĐU" are ordinary words. */
const CAPITALS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})TU(?!\p{L})/gu, 'Thành ủy'],
  [/(?<!\p{L})ĐU(?!\p{L})/gu, 'Đảng ủy'],
  [/(?<!\p{L})VN(?!\p{L})/gu, 'Việt Nam'],
];

/** Matching key with the abbreviations of bodies written out: "TDP 3" → "to dan pho 3". */
export function writtenOut(text: string): string {
  const spelled = CAPITALS.reduce((out, [symbol, words]) => out.replace(symbol, words), toNfc(text));
  return matchKey(spelled)
    .split(' ')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join(' ');
}

/** "… phường An Bình", "… phường", "… xã" left off: inside one office they mean the same body. */
function withoutWard(key: string, place: string): string {
  const placed =
    place === '' ? key : key.replace(new RegExp(`\\b(phuong|xa|dac khu) ${place}\\b`, 'gu'), ' ');
  return placed
    .replace(/\b(phuong|xa|dac khu)(?= va |$)/gu, '')
    .replace(/\btruc thuoc(?: dang uy)?\b/gu, ' ')
    .replace(/\bviet nam\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function withoutFillers(key: string): string {
  const words = key.split(' ');
  let start = 0;
  // "các", "toàn thể" only ever lead; "đề nghị các …" too.
  while (
    start < words.length - 1 &&
    (words[start] === 'cac' || words[start] === 'toan' || words[start] === 'the')
  )
    start += 1;
  return words.slice(start).join(' ');
}

interface Known {
  readonly entry: DirectoryEntry;
  readonly words: ReadonlySet<string>;
}

/** Share of words in common (Dice), 0–1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

function add(index: Map<string, Set<string>>, key: string, id: string): void {
  if (key === '') return;
  const ids = index.get(key) ?? new Set<string>();
  ids.add(id);
  index.set(key, ids);
}

const NEAR = 0.6;

/** A matcher over the directory. `place` is the ward's bare name ("An Bình"). */
export function createMatcher(entries: readonly DirectoryEntry[], place = ''): Matcher {
  const placeKey = matchKey(place);
  const names = new Map(entries.map((entry) => [entry.id, entry.name]));
  const canonical = (text: string): string =>
    withoutFillers(withoutWard(writtenOut(text), placeKey)) || writtenOut(text);

  /** One index a rung; the first rung that knows the name answers. */
  const rungs: readonly {
    readonly key: (text: string) => string;
    readonly index: Map<string, Set<string>>;
  }[] = [
    { key: (text) => toNfc(text).trim(), index: new Map() },
    { key: spellingKey, index: new Map() },
    { key: matchKey, index: new Map() },
    { key: writtenOut, index: new Map() },
    { key: canonical, index: new Map() },
  ];
  const known: Known[] = [];
  for (const entry of entries) {
    const spellings = [entry.name, entry.short, ...entry.aliases].filter((text) => text.trim() !== '');
    for (const rung of rungs) for (const spelling of spellings) add(rung.index, rung.key(spelling), entry.id);
    known.push({ entry, words: new Set(canonical(entry.name).split(' ')) });
  }

  const nearest = (name: string): Suggestion[] => {
    const words = new Set(
      canonical(name)
        .split(' ')
        .filter((word) => word !== ''),
    );
    if (words.size === 0) return [];
    return known
      .map(({ entry, words: theirs }) => ({
        entryId: entry.id,
        name: entry.name,
        score: likeness(words, theirs),
      }))
      .filter(({ score }) => score >= NEAR)
      .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1))
      .slice(0, 3);
  };

  const found = (name: string): NameMatch | null => {
    const text = cleaned(name);
    if (text === '') return null;
    for (const rung of rungs) {
      const ids = rung.index.get(rung.key(text));
      if (!ids || ids.size === 0) continue;
      if (ids.size === 1) return { entryIds: [...ids], doubt: '', suggestions: [] };
      const suggestions = [...ids].map((entryId) => ({
        entryId,
        name: names.get(entryId) ?? entryId,
        score: 1,
      }));
      return {
        entryIds: [],
        doubt: `Tên “${text}” khớp với nhiều mục trong danh mục: ${suggestions.map(({ name: n }) => `“${n}”`).join(', ')}. Hãy chọn một mục.`,
        suggestions,
      };
    }
    return null;
  };

  const one = (name: string): NameMatch => {
    const match = found(name);
    if (match) return match;
    const suggestions = nearest(cleaned(name));
    const near =
      suggestions.length > 0 ? `; gần giống ${suggestions.map((s) => `“${s.name}”`).join(', ')}` : '';
    return {
      entryIds: [],
      doubt: `Đơn vị “${cleaned(name)}” chưa có trong danh mục${near}.`,
      suggestions,
    };
  };

  const line = (text: string, parts?: readonly string[]): NameMatch => {
    const whole = found(text);
    if (whole && whole.doubt === '') return whole;
    const pieces = (parts && parts.length > 1 ? parts : splitBodies(text)).filter(
      (piece) => cleaned(piece) !== '',
    );
    if (pieces.length < 2) {
      const single = pieces[0];
      if (single !== undefined && cleaned(single) !== cleaned(text)) {
        const match = found(single);
        if (match && match.doubt === '') return match;
      }
      return whole ?? one(text);
    }
    const matches = pieces.map((piece) => one(piece));
    const entryIds = [...new Set(matches.flatMap((match) => match.entryIds))];
    // Parts of which none is known say nothing that the whole line does not: "Sở Văn hóa, Thể thao và Du lịch".
    if (entryIds.length === 0) return whole ?? one(text);
    return {
      entryIds,
      doubt: matches
        .map((match) => match.doubt)
        .filter((doubt) => doubt !== '')
        .join(' '),
      suggestions: matches.flatMap((match) => match.suggestions),
    };
  };

  return { one, line };
}

/** "Thường trực HĐND, UBND phường; Công an và Quân sự" → its bodies. */
export function splitBodies(text: string): readonly string[] {
  return cleaned(text)
    .split(/\s*[;,]\s*|\s+và\s+(?=\p{Lu}|các\s)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
