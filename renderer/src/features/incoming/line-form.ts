/** The fields of a line as the dialog holds them. */
import type { IncomingFields } from '../../../../shared/domain/incoming/model';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { today } from '../../ui/format';

export type LineForm = { readonly [Field in keyof IncomingFields]: IncomingFields[Field] };

export function emptyForm(): LineForm {
  return {
    arrivedOn: today(),
    documentKind: '',
    numberText: '',
    date: null,
    issuer: '',
    issuerId: null,
    subject: '',
    request: 'information',
    deadline: null,
    deadlineTime: null,
    handler: '',
    handlerId: null,
    receiver: '',
    forwardedOn: null,
    urgency: 'none',
    note: '',
  };
}

export function formOf(row: IncomingRow): LineForm {
  const names = Object.keys(emptyForm()) as (keyof LineForm)[];
  return Object.fromEntries(names.map((name) => [name, row[name]])) as unknown as LineForm;
}

/** Only what a person changed is sent: two windows then correct different fields of one line without harm. */
export function changedFields(before: LineForm, after: LineForm): Partial<LineForm> {
  const names = Object.keys(before) as (keyof LineForm)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}
