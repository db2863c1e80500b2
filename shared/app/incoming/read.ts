/** A dropped document read into a proposal for its line. ADR 0006, ADR 0017. */
import { proposeIncoming } from '../../domain/incoming/propose-fields';
import { readPlan } from '../../domain/plan/reading/read-plan';
import { ok } from '../../result';
import { matchKey } from '../../text/normalize';
import { loadEntries, type App } from '../application';
import type { Handler } from '../handlers';
import { ATTACHED_KINDS, takeOneFile } from '../kept-files';
import { refuseSecret } from '../security-mark';

const READ_KINDS: readonly string[] = ['docx', 'pdf', 'txt'];

export function readIncoming(app: App): Handler<'incoming.read'> {
  return async ({ ticket }) => {
    const file = await takeOneFile(app, ticket, ATTACHED_KINDS);
    if (!file.ok) return file;
    const { name, bytes, extension } = file.value;
    const byHand = { name, readable: false, fields: [], deadlines: [] };
    if (!READ_KINDS.includes(extension)) return ok(byHand);
    const document = await app.ports.documentReader.read(bytes, name);
    // A scan, or a PDF that can't be read: its fields are typed by hand, as they are beside any picture.
    if (!document.ok) return extension === 'pdf' ? ok(byHand) : document;
    const allowed = refuseSecret(document.value, name);
    if (!allowed.ok) return allowed;
    const { plan, text } = readPlan(document.value);
    if (text.trim() === '') return ok(byHand);
    const { fields, deadlines } = proposeIncoming(plan, text);
    const entries = await loadEntries(app);
    if (!entries.ok) return entries;
    // A letterhead is in capitals; a body that the directory knows is proposed by its name there.
    const known = (printed: string): string =>
      entries.value.find(({ name: body }) => matchKey(body) === matchKey(printed))?.name ?? printed;
    return ok({
      name,
      readable: true,
      fields: fields.map((one) => (one.field === 'issuer' ? { ...one, value: known(one.value) } : one)),
      deadlines: [...deadlines],
    });
  };
}
