import { setUpOffice } from '../../domain/office/setup';
import { ok } from '../../result';
import { metaOf, OFFICE_REF, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';

/** First run: one commit that makes the office. */
export function setupOffice(app: App): Handler<'office.setup'> {
  return async (input, context) =>
    revisionOf(
      await app.ports.store.commit(OFFICE_REF, metaOf(app, context, 'office.setup'), (draft) => {
        const done = setUpOffice(draft, input, app.ports.resources, () => app.ports.ids.next());
        return done.ok ? ok(null) : done;
      }),
    );
}
