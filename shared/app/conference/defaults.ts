/** The office's own list of preparations, and how many days before an invitation should have gone. */
import { USUAL_DEFAULTS, type ConferenceDefaults } from '../../domain/conference/model';
import { ok, type Result } from '../../result';
import { changeOffice, OFFICE_REF, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';

/** As the office saved it, else as we propose it. */
export async function conferenceDefaultsOf(app: App): Promise<Result<ConferenceDefaults>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  return ok(loaded.value?.view.get('conferenceDefaults', 'conference') ?? USUAL_DEFAULTS);
}

export function getConferenceDefaults(app: App): Handler<'office.conferenceDefaults'> {
  return async () => conferenceDefaultsOf(app);
}

export function saveConferenceDefaults(app: App): Handler<'office.saveConferenceDefaults'> {
  return async (input, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.saveConferenceDefaults', (draft) => {
        draft.put('conferenceDefaults', { id: 'conference', ...input });
        return ok(null);
      }),
    );
}
