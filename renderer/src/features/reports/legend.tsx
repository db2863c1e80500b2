import type { ReactNode } from 'react';
import type { UnitState } from '../../../../shared/domain/report/model';
import { UNIT_STATE } from '../../../../shared/i18n/vi';
import { UNIT_TONE } from '../../ui/tags';

const STATES: readonly UnitState[] = ['on-time', 'late', 'missing', 'returned', 'not-due'];

export function Legend(): ReactNode {
  return (
    <div className="legend" aria-label="Chú thích">
      {STATES.map((state) => (
        <span key={state} className={`tone-${UNIT_TONE[state]}`}>
          {UNIT_STATE[state].sign} {UNIT_STATE[state].word}
        </span>
      ))}
      <span>
        <sup>0</sup> Không phát sinh
      </span>
      <span>
        <sup>+</sup> Được gia hạn
      </span>
      <span>
        <sub>1 2 3</sub> Đã đôn đốc lần 1, 2, 3
      </span>
    </div>
  );
}
