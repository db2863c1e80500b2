/** Every method of the office's own data: directory, signers, catalogue, rule profiles. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { endEntry, removeEntry, saveEntry } from './entries';
import { getOffice } from './get-office';
import { exportDirectory, importOffice, importTemplate } from './import';
import { mergeEntry, previewMerge } from './merge';
import {
  copyRuleProfile,
  getRuleProfile,
  listRuleProfiles,
  previewRuleProfile,
  resetRuleProfile,
  saveRuleProfile,
} from './rule-profiles';
import {
  removeHoliday,
  removeSigner,
  saveDefaults,
  saveHoliday,
  saveIndicator,
  saveProfile,
  saveRetention,
  saveSigner,
} from './save-records';
import { setupOffice } from './setup';

export function officeHandlers(app: App) {
  return {
    'office.get': getOffice(app),
    'office.setup': setupOffice(app),
    'office.saveProfile': saveProfile(app),
    'office.saveEntry': saveEntry(app),
    'office.endEntry': endEntry(app),
    'office.mergeEntry': mergeEntry(app),
    'office.previewMerge': previewMerge(app),
    'office.removeEntry': removeEntry(app),
    'office.saveSigner': saveSigner(app),
    'office.removeSigner': removeSigner(app),
    'office.saveIndicator': saveIndicator(app),
    'office.saveHoliday': saveHoliday(app),
    'office.removeHoliday': removeHoliday(app),
    'office.saveRetention': saveRetention(app),
    'office.saveDefaults': saveDefaults(app),
    'office.import': importOffice(app),
    'office.importTemplate': importTemplate(app),
    'office.exportDirectory': exportDirectory(app),
    'office.ruleProfiles': listRuleProfiles(app),
    'office.ruleProfile': getRuleProfile(app),
    'office.saveRuleProfile': saveRuleProfile(app),
    'office.resetRuleProfile': resetRuleProfile(app),
    'office.copyRuleProfile': copyRuleProfile(app),
    'office.previewRuleProfile': previewRuleProfile(app),
  } satisfies Partial<Handlers>;
}
