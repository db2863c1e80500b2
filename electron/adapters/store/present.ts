/** What lies in a data folder, whatever the catalogue says. */
import { join } from 'node:path';
import type { Ref } from '../../../shared/ports/store';
import type { StoreContext } from './context';
import { folderOf } from './references';

/** The office, the intake tray, the incoming book (named even without a folder), and every register and dossier that has one. */
export async function presentAggregates({ fs, folder }: Pick<StoreContext, 'fs' | 'folder'>): Promise<Ref[]> {
  const present: Ref[] = [
    { kind: 'office', id: 'office' },
    { kind: 'intake', id: 'intake' },
    { kind: 'incoming', id: 'incoming' },
  ];
  for (const [kind, parent] of [
    ['register', 'r'],
    ['dossier', 'd'],
  ] as const)
    for (const entry of await fs.list(join(folder, parent)))
      if (entry.folder && folderOf({ kind, id: entry.name }).ok) present.push({ kind, id: entry.name });
  return present;
}
