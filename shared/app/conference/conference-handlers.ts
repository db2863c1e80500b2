/** Every method of conferences and budgets. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { exportBudget, listBudget, removeBudget, saveBudget } from './budget';
import { getConferenceDefaults, saveConferenceDefaults } from './defaults';
import {
  attendConference,
  haltOneConference,
  keepMaterial,
  keepMinutes,
  markConferenceInvited,
  resumeOneConference,
  saveConferenceParts,
  setConferenceDay,
  trackOneConference,
} from './edit';
import { attendanceSheet, inviteToConference, showInvitation } from './invite';
import { conferenceCoverage, getConference, listConferences } from './view';

export function conferenceHandlers(app: App) {
  return {
    'conference.list': listConferences(app),
    'conference.get': getConference(app),
    'conference.save': saveConferenceParts(app),
    'conference.schedule': setConferenceDay(app),
    'conference.halt': haltOneConference(app),
    'conference.resume': resumeOneConference(app),
    'conference.track': trackOneConference(app),
    'conference.invitation': showInvitation(app),
    'conference.invite': inviteToConference(app),
    'conference.markInvited': markConferenceInvited(app),
    'conference.attend': attendConference(app),
    'conference.attendanceSheet': attendanceSheet(app),
    'conference.minutes': keepMinutes(app),
    'conference.attachMaterial': keepMaterial(app),
    'conference.coverage': conferenceCoverage(app),
    'office.conferenceDefaults': getConferenceDefaults(app),
    'office.saveConferenceDefaults': saveConferenceDefaults(app),
    'budget.list': listBudget(app),
    'budget.save': saveBudget(app),
    'budget.remove': removeBudget(app),
    'budget.export': exportBudget(app),
  } satisfies Partial<Handlers>;
}
