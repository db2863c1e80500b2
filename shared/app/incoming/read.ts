/** A dropped document read into a proposal for its line. ADR 0006, ADR 0017. */
import { proposeIncoming } from '../../domain/incoming/propose-fields';
import { readPlan } from '../../domain/plan/reading/read-plan';
import { ok } from '../../result';
import type { App } from '../application';
import type { Handler } from '../handlers';
import { ATTACHED_KINDS, takeOneFile } from '../kept-files';
import { refuseSecret } from '../security-mark';

const READ_KINDS: readonly string[] = ['docx', 'txt'];

export function readIncoming(app: App): Handler<'incoming.read'> {
  return async ({ ticket }) => {
    const file = await takeOneFile(app, ticket, ATTACHED_KINDS);
    if (!file.ok) return file;
    const { name, bytes, extension } = file.value;
    const byHand = { name, readable: false, fields: [], deadlines: [] };
    if (!READ_KINDS.includes(extension)) return ok(byHand);
    const document = await app.ports.documentReader.read(bytes, name);
    if (!document.ok) return document;
    const allowed = refuseSecret(document.value, name);
    if (!allowed.ok) return allowed;
    const { plan, text } = readPlan(document.value);
    if (text.trim() === '') return ok(byHand);
    const { fields, deadlines } = proposeIncoming(plan, text);
    return ok({ name, readable: true, fields: [...fields], deadlines: [...deadlines] });
  };
}
