/** What comes back wrong: fifteen ways, each with the code and the cells that the office must be told. */
import { oleFile } from '../../unit/electron/adapters/fixtures/ole';
import type { Content } from './patch-form';
import {
  inputAddress,
  putTogether,
  withInputs,
  withoutIdentity,
  withoutName,
  withRowsSwapped,
  withTexts,
  type FormParts,
} from './patch-form';

export interface FaultKind {
  readonly name: string;
  /** Code of every fault that is named, and of nothing else. */
  readonly code: string;
  /** Codes of the inputs that are pointed at; empty: the file as a whole. */
  readonly at: readonly string[];
  /** From the form as the unit would have sent it rightly. */
  readonly spoil: (sent: SentForm) => Promise<Uint8Array> | Uint8Array;
}

export interface SentForm {
  /** Identity of its unit, nothing filled in. */
  readonly blank: FormParts;
  /** Filled in rightly. */
  readonly filled: FormParts;
  readonly officeId: string;
  readonly period: string;
  /** Tells its file from every other. */
  readonly serial: string;
}

function written(name: string, code: string, input: string, content: Content): FaultKind {
  return {
    name,
    code,
    at: [input],
    spoil: ({ filled }) => putTogether(withInputs(filled, { [input]: content })),
  };
}

const rowOf = (form: FormParts, code: string): number => Number(/\d+$/u.exec(inputAddress(form, code))?.[0]);

export const FAULTS: readonly FaultKind[] = [
  written('a text for a number', 'not-a-number', 'HN01', 'ba mươi'),
  written('a negative figure', 'negative', 'HN02', -3),
  written('a part above its whole', 'above', 'DV02', 9_999),
  written('a fraction of a whole thing', 'not-integer', 'HN01', 2.5),
  written('a formula in an input', 'formula', 'HN02', { type: null, xml: '<f>10+20</f><v>30</v>' }),
  written('an error value', 'error-value', 'HN02', { type: 'e', xml: '<v>#DIV/0!</v>' }),
  written('neither yes nor no', 'not-yes-no', 'VB02', 'sắp xong'),
  {
    name: 'rows sorted',
    code: 'row-moved',
    // Said once, at the topmost of the cells.
    at: ['HN01'],
    spoil: ({ filled }) => putTogether(withRowsSwapped(filled, rowOf(filled, 'HN01'), rowOf(filled, 'HN02'))),
  },
  {
    name: 'a name removed',
    code: 'name-missing',
    at: [],
    spoil: ({ filled }) => putTogether(withoutName(filled, 'HN01')),
  },
  {
    name: 'the identity removed',
    code: 'identity-missing',
    at: [],
    spoil: ({ filled }) => putTogether(withoutIdentity(filled)),
  },
  {
    name: 'a form of another office',
    code: 'other-office',
    at: [],
    spoil: ({ filled, officeId }) =>
      putTogether(withTexts(filled, new Map([[officeId, '00000000-0000-4000-8000-000000000000']]))),
  },
  {
    name: 'a period that was not asked for',
    code: 'period-not-asked',
    at: [],
    spoil: ({ filled, period }) => putTogether(withTexts(filled, new Map([[period, '2026-11']]))),
  },
  { name: 'nothing filled in', code: 'empty', at: [], spoil: ({ blank }) => putTogether(blank) },
  {
    name: 'a damaged file',
    code: 'damaged',
    at: [],
    spoil: async ({ filled }) => {
      const whole = await putTogether(filled);
      return whole.slice(0, Math.floor(whole.length / 2));
    },
  },
  {
    name: 'a password',
    code: 'password',
    at: [],
    spoil: ({ serial }) => oleFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage', serial]),
  },
];
