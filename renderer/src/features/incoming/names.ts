/** Names of the directory beside a field that takes any words. */
import { useMemo } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { fold } from '../../../../shared/text/normalize';

interface Names {
  readonly matching: (text: string) => { readonly value: string }[];
  readonly idOf: (name: string) => string | null;
}

const SHOWN = 20;

/** Names of the directory that hold what was typed; nothing is written into the field until one is chosen. */
export function useNames(
  entries: OutputOf<'office.get'>['entries'] | undefined,
  kinds: readonly string[],
): Names {
  const wanted = kinds.join(' ');
  return useMemo(() => {
    const rows = (entries ?? []).filter(({ kind }) => wanted.split(' ').includes(kind));
    return {
      matching: (text) =>
        rows
          .filter(({ name, short }) => fold(`${name} ${short}`).includes(fold(text)))
          .slice(0, SHOWN)
          .map(({ name }) => ({ value: name })),
      idOf: (name) => rows.find((row) => row.name === name)?.id ?? null,
    };
  }, [entries, wanted]);
}
