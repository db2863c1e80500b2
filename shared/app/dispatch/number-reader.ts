import { numberTextIn } from '../../domain/dispatch/numbering';
import type { DocumentRecord } from '../../domain/dispatch/model';
import type { Loaded } from '../../ports/store';
import type { Ports } from '../../ports/ports';

/** A document and its pointer into the register, from a dossier or from the catalogue. */
interface Numbered {
  readonly id: string;
  readonly registration: Pick<NonNullable<DocumentRecord['registration']>, 'seriesId' | 'number'> | null;
}

/** Reads numbers from the registers, each register loaded once. */
export interface NumberReader {
  /** Null while the document has none, or where its line was voided. */
  textOf(document: Numbered): Promise<string | null>;
  /** The register line's day. */
  dateOf(document: Numbered): Promise<string | null>;
}

export function createNumberReader({ ports }: { readonly ports: Pick<Ports, 'store'> }): NumberReader {
  const loads = new Map<string, Promise<Loaded<'register'> | undefined>>();
  const register = (id: string): Promise<Loaded<'register'> | undefined> => {
    const known =
      loads.get(id) ??
      ports.store.load({ kind: 'register', id }).then((loaded) => (loaded.ok ? loaded.value : undefined));
    loads.set(id, known);
    return known;
  };
  return {
    async textOf({ id, registration }) {
      if (registration === null) return null;
      return numberTextIn((await register(registration.seriesId))?.view, registration.number, id);
    },
    async dateOf({ id, registration }) {
      if (registration === null) return null;
      const entry = (await register(registration.seriesId))?.view.get(
        'entries',
        registration.number.toString(),
      );
      return entry?.kind === 'issued' && entry.documentId === id ? entry.date : null;
    },
  };
}
