import { fold } from '../../../shared/text/normalize';
import { SEARCH_GROUPS, type SearchGroup } from '../../../shared/rpc/contract/search';
import { UsageError } from '../errors';
import type { Outcome, Verb } from '../verb';

/** What a group is called on the command line, also as a person would say it. */
const GROUP_WORDS: Readonly<Record<SearchGroup, readonly string[]>> = {
  plan: ['ke-hoach'],
  task: ['nhiem-vu'],
  outgoing: ['van-ban-di'],
  incoming: ['van-ban-den'],
  conference: ['hoi-nghi'],
  unit: ['don-vi'],
  file: ['tep'],
};

function groupOf(word: string): SearchGroup {
  const key = fold(word).replace(/\s+/g, '-');
  const found = SEARCH_GROUPS.find((group) => group === key || GROUP_WORDS[group].includes(key));
  if (found) return found;
  const all = SEARCH_GROUPS.map((group) => GROUP_WORDS[group][0]).join(', ');
  throw new UsageError(`Không có loại “${word}”. Các loại: ${all}.`);
}

const STATES: Readonly<Record<string, 'open' | 'ended'>> = {
  open: 'open',
  ended: 'ended',
  'dang-lam': 'open',
  'da-ket-thuc': 'ended',
};

function stateOf(word: string | undefined): 'open' | 'ended' | null {
  if (word === undefined) return null;
  const state = STATES[fold(word).replace(/\s+/g, '-')];
  if (!state) throw new UsageError(`--state là dang-lam hoặc da-ket-thuc, không phải “${word}”.`);
  return state;
}

export const searchVerbs: readonly Verb[] = [
  {
    name: 'search',
    usage: 'TEXT',
    help: 'Tìm trong kế hoạch, nhiệm vụ, văn bản, sổ, nơi nhận, danh mục và chữ trong tệp của cơ quan (gõ có dấu hoặc không dấu; "…" tìm nguyên cụm).',
    positionals: ['TEXT'],
    options: {
      kind: {
        type: 'string',
        value: 'LOẠI,…',
        help: 'Chỉ các loại này: ke-hoach, nhiem-vu, van-ban-di, van-ban-den, hoi-nghi, don-vi, tep.',
      },
      year: { type: 'string', value: '2026', help: 'Chỉ năm này.' },
      state: { type: 'string', value: 'dang-lam', help: 'Hồ sơ dang-lam hoặc da-ket-thuc.' },
      dossier: { type: 'string', value: 'ID', help: 'Chỉ trong hồ sơ này.' },
      limit: { type: 'string', value: 'N', help: 'Số kết quả (mặc định 50).' },
    },
    run: async (session, args): Promise<Outcome> => {
      const { hits, counts } = await session.query('search.find', {
        text: args.positional(0),
        groups: args.list('kind')?.map(groupOf) ?? null,
        year: args.text('year') ?? null,
        state: stateOf(args.text('state')),
        dossierId: args.text('dossier') ?? null,
        limit: args.integer('limit') ?? 50,
        whole: true,
      });
      const told = SEARCH_GROUPS.flatMap((group) => {
        const count = counts[group];
        return count > 0 ? [`${GROUP_WORDS[group][0] ?? group} ${count}`] : [];
      });
      return {
        json: hits,
        text: [
          ...hits.map(
            (hit) => `${hit.title}\n    ${hit.where}${hit.excerpt === '' ? '' : `: ${hit.excerpt}`}`,
          ),
          told.length > 0 ? `(${told.join(', ')})` : 'Không tìm thấy.',
        ].join('\n'),
      };
    },
  },
];
