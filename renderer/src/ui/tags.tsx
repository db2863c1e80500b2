/** States: sign, word and colour together, never colour alone. */
import type { ReactNode } from 'react';
import {
  DELIVERY_STATE,
  DOCUMENT_STATUS,
  PLAN_COMPOSING,
  planStanding,
  UNIT_STATE,
  type StateWords,
} from '../../../shared/i18n/vi';
import type { Delivery, DocumentRecord } from '../../../shared/domain/dispatch/model';
import type { PlanStatus } from '../../../shared/domain/plan/model';
import type { UnitState } from '../../../shared/domain/report/model';

export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'info';

export const UNIT_TONE: Readonly<Record<UnitState, Tone>> = {
  'on-time': 'good',
  late: 'warn',
  missing: 'bad',
  returned: 'bad',
  'not-due': 'quiet',
};
const PLAN_TONE: Readonly<Record<PlanStatus, Tone>> = {
  review: 'warn',
  reviewed: 'info',
  issued: 'good',
  closed: 'quiet',
};
const DOCUMENT_TONE: Readonly<Record<DocumentRecord['status'], Tone>> = {
  draft: 'warn',
  submitted: 'warn',
  signed: 'info',
  issued: 'good',
  recalled: 'bad',
  replaced: 'quiet',
};
const DELIVERY_TONE: Readonly<Record<Delivery['state'], Tone>> = {
  sent: 'info',
  received: 'good',
  refused: 'bad',
  recalled: 'quiet',
  replaced: 'quiet',
};

export function StateTag({ words, tone }: { readonly words: StateWords; readonly tone: Tone }): ReactNode {
  return (
    <span className={`tag tone-${tone}`}>
      <span aria-hidden="true">{words.sign}</span> {words.word}
    </span>
  );
}

export const PlanStatusTag = (props: {
  readonly status: PlanStatus;
  /** Written here: until it is done it is being written, not read. */
  readonly composed?: boolean;
  /** Of its own document. */
  readonly document: DocumentRecord['status'] | null;
}): ReactNode => (
  <StateTag
    words={
      props.composed === true && props.status === 'review'
        ? PLAN_COMPOSING
        : planStanding(props.status, props.document)
    }
    tone={
      props.status === 'issued' && props.document !== null
        ? DOCUMENT_TONE[props.document]
        : PLAN_TONE[props.status]
    }
  />
);
export const DocumentStatusTag = ({ status }: { readonly status: DocumentRecord['status'] }): ReactNode => (
  <StateTag words={DOCUMENT_STATUS[status]} tone={DOCUMENT_TONE[status]} />
);
export const UnitStateTag = ({ state }: { readonly state: UnitState }): ReactNode => (
  <StateTag words={UNIT_STATE[state]} tone={UNIT_TONE[state]} />
);
export const DeliveryTag = ({ state }: { readonly state: Delivery['state'] }): ReactNode => (
  <StateTag words={DELIVERY_STATE[state]} tone={DELIVERY_TONE[state]} />
);
