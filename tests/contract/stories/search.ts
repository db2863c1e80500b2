/** One search over all that the office wrote, narrowed by filters. */
import { asDossier, bad, good, rows } from '../case';
import type { Case, Kept } from '../case';

const counts = (value: Kept): Kept => value['counts'] as Kept;

export const search: readonly Case[] = [
  good('search.find', { text: 'ke hoach' }, (value) => {
    if (value['building'] !== false || value['reading'] !== 0) throw new Error('the answer is not whole');
    if (Number(counts(value)['plan']) < 1) throw new Error('no plan was found');
  }),
  good('search.find', { text: '27-NQ/TU', groups: ['file'] }, (value) => {
    const [hit] = rows(value['hits']);
    if (hit?.['kind'] !== 'file' || hit['title'] !== 'ke-hoach-an-binh.docx')
      throw new Error(`the plan’s own file is not found by its words: ${JSON.stringify(value)}`);
  }),
  good('search.find', { text: '“kế hoạch” 27nqtu', year: '2026', state: 'open', perGroup: 2, limit: 5 }),
  good(
    'search.find',
    (memory) => ({ text: 'tham muu', ...asDossier(memory) }),
    (value) => {
      if (rows(value['hits']).some(({ dossierId }) => dossierId === null))
        throw new Error('more than one dossier was searched');
    },
  ),
  good('search.find', { text: '   ' }, (value) => {
    if (rows(value['hits']).length > 0) throw new Error('nothing was asked for');
  }),
  bad('search.find', 'BAD_REQUEST', { text: 'x', groups: ['bao-cao'] }),
  bad('search.find', 'BAD_REQUEST', { text: 'x', year: '26' }),
  bad('search.find', 'BAD_REQUEST', { text: 'x'.repeat(501) }),
];
