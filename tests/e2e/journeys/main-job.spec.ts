/** The office's whole job once, in the window: an own office → a plan → reports → the closed quarter → the archive. */
import { join } from 'node:path';
import { test } from '@playwright/test';
import { countActions } from '../pages/actions';
import { openWindow, temporaryFolder } from '../pages/window';
import { closeAndKeep } from './main-job/closing';
import { numberAndSend } from './main-job/dispatch';
import { newJob } from './main-job/job';
import { setUpTheOffice } from './main-job/office';
import { takeThePlanIn } from './main-job/plan';
import { collectReports } from './main-job/reports';

const job = newJob();

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async ({}, { project }) => {
  // A restored folder lies beside the data.
  job.window = await openWindow(project.name, join(temporaryFolder('main-job'), 'data'));
  await job.onDay('2026-01-20');
  job.actions = await countActions(job.window.page);
});
test.afterAll(async () => {
  await job.window.close();
});

setUpTheOffice(job);
takeThePlanIn(job);
numberAndSend(job);
collectReports(job);
closeAndKeep(job);
