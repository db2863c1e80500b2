import { INTAKE_ID } from '../../domain/report/intake-model';

/** The one aggregate of the intake tray. */
export const INTAKE_REF = { kind: 'intake', id: INTAKE_ID } as const;
