/** An office that asked 200 units for five months, and the thousand forms that came back to it. */
import { randomUUID } from 'node:crypto';
import { createJobs } from '../../../shared/app/jobs';
import { createSearchIndex } from '../../../shared/app/search/search-index';
import { formFingerprint, loadReporting } from '../../../shared/app/report/reporting';
import { formCode, formSequence } from '../../../shared/documents/form-identity';
import { unwrap } from '../../../shared/result';
import { createClient, type Client } from '../../../shared/rpc/client';
import type { Application } from '../../../electron/compose';
import { FAULTS, type FaultKind, type SentForm } from './faults';
import { inputAddress, putTogether, takeApart, withInputs, withTexts } from './patch-form';

const PERIODS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as const;
const ASKED = ['HN01', 'HN02', 'HN03', 'DV01', 'DV02', 'DV03', 'SH01', 'VB02', 'KP01', 'NX01'];
/** One of ten comes back faulty. */
const FAULTY_EACH = 10;

export interface ReturnedFile {
  readonly place: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: string;
  readonly bytes: Uint8Array;
  /** Null: as it should be. */
  readonly fault: FaultKind | null;
  /** Addresses on the sheet "Số liệu" that the fault must point at. */
  readonly cells: readonly string[];
  /** The form as it should have come. */
  readonly corrected: () => Promise<Uint8Array>;
}

export interface ReturnedOffice {
  readonly client: Client;
  readonly dossierId: string;
  readonly files: readonly ReturnedFile[];
}

/** Sets the office up through the application; each period's first form is made by it, the others after it. */
export async function returnedOffice(application: Application, units: number): Promise<ReturnedOffice> {
  const client = createClient(
    {
      send: (request) => application.dispatch(request),
      onEvent: (listener) => application.onEvent(listener),
    },
    randomUUID,
  );
  unwrap(await client.command('sample.create', { units, plans: 0 }));
  const plan = application.ports.resources.samplePlan();
  const source = unwrap(
    application.inputs.fromBytes([{ name: plan.name, place: plan.name, bytes: plan.bytes }]),
  );
  const { dossierId } = unwrap(await client.command('plan.import', { ticket: source }));
  for (const period of PERIODS)
    unwrap(
      await client.command('report.schedule', {
        dossierId,
        period,
        lastDay: '2026-06-30',
        indicators: ASKED,
      }),
    );
  const files: ReturnedFile[] = [];
  for (const period of PERIODS)
    files.push(...(await filesOf({ application, client, dossierId, period, from: files.length })));
  return { client, dossierId, files };
}

interface OnePeriod {
  readonly application: Application;
  readonly client: Client;
  readonly dossierId: string;
  readonly period: string;
  /** Forms of the periods before it. */
  readonly from: number;
}

async function filesOf(one: OnePeriod): Promise<readonly ReturnedFile[]> {
  const { application, client, dossierId, period } = one;
  const { ports } = application;
  const app = { ports, jobs: createJobs(), search: createSearchIndex(ports) };
  const reporting = unwrap(await loadReporting(app, dossierId));
  const owed = reporting.dossier.view.get('periods', period);
  const [first] = owed?.unitIds ?? [];
  if (!owed || first === undefined) throw new Error(`nobody was asked for ${period}`);
  const offered = unwrap(await client.command('report.forms', { dossierId, period, units: [first] }));
  const [made] = unwrap(application.outputs.take(offered.ticket)).files;
  if (!made) throw new Error('no form was made');
  const form = await takeApart(made.bytes);
  const names = new Map(reporting.office.entries.map(({ id, name }) => [id, name]));
  const { code, officeId } = reporting.office.profile;
  const printed = (unitId: string): readonly string[] => [
    unitId,
    formFingerprint(app, reporting, unitId, owed),
    `Đơn vị báo cáo: ${names.get(unitId) ?? ''}`,
    `Mã biểu ${formCode(code, period, formSequence(owed, unitId))}`,
  ];
  const original = printed(first);

  return Promise.all(
    owed.unitIds.map(async (unitId, place): Promise<ReturnedFile> => {
      const index = one.from + place;
      const own = printed(unitId);
      const blank = withTexts(form, new Map(original.map((text, at) => [text, own[at] ?? ''])));
      const filled = withInputs(blank, {
        HN01: 2 + (index % 5),
        HN02: 30 + index,
        HN03: index % 3,
        DV01: 60,
        DV02: 60 - (index % 7),
        SH01: 1 + (index % 3),
        VB02: index % 2 === 0 ? 'có' : 'không',
        KP01: '12,5',
      });
      const sent: SentForm = { blank, filled, officeId, period, serial: String(index) };
      // Not a round place: every kind meets every period.
      const faulty = index % FAULTY_EACH === 3;
      const fault = faulty ? (FAULTS[Math.floor(index / FAULTY_EACH) % FAULTS.length] ?? null) : null;
      const unitName = names.get(unitId) ?? '';
      return {
        place: `Tháng ${period.slice(5)}/${String(place + 1).padStart(3, '0')} ${period} ${unitName}.xlsx`,
        unitId,
        unitName,
        period,
        bytes: await (fault ? fault.spoil(sent) : putTogether(filled)),
        fault,
        cells: fault?.at.map((input) => inputAddress(form, input)) ?? [],
        corrected: () => putTogether(filled),
      };
    }),
  );
}
