import { ok } from '../../result';
import { safeFileName } from '../../text/file-name';
import { offer, type App } from '../application';
import type { Handler } from '../handlers';
import { previewOf } from '../preview';
import { printedPage } from './printed-page';

/** The plan in the official presentation of a rule profile. */
export function exportPlan(app: App): Handler<'plan.export'> {
  return async ({ format, ...input }) => {
    const printed = await printedPage(app, input);
    if (!printed.ok) return printed;
    const { plan, page } = printed.value;
    const writer = format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter;
    const written = await writer.write(page);
    if (!written.ok) return written;
    const name = safeFileName(`${plan.kind ?? 'Kế hoạch'} ${plan.title}.${format}`);
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}

/** The very PDF that `plan.export` would give, for the window to show. */
export function previewPlan(app: App): Handler<'plan.preview'> {
  return async (input) => {
    const printed = await printedPage(app, input);
    return printed.ok ? previewOf(app, printed.value.page) : printed;
  };
}
