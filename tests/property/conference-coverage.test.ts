/** Coverage of conferences against an independent sum: people one by one, never a mean of rates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addAttendances,
  attendanceFaults,
  attendanceOf,
  coverageOf,
} from '../../shared/domain/conference/coverage';
import type { AttendanceRow } from '../../shared/domain/conference/model';

const anyRow = fc.record({
  key: fc.uuid(),
  name: fc.constant('Chi bộ'),
  invited: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  present: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  excused: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
  unexcused: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }),
});
const sound = anyRow.filter((row) => Object.keys(attendanceFaults([row])).length === 0);
const conferences = fc.array(fc.array(sound, { maxLength: 8 }), { maxLength: 5 });

/** Every seat as a person: came, did not come, was not told of. */
function seats(rows: readonly AttendanceRow[]): readonly ('came' | 'absent' | 'untold')[] {
  return rows.flatMap(({ invited, present }) =>
    Array.from({ length: invited ?? 0 }, (_, seat) =>
      present === null ? 'untold' : seat < present ? 'came' : 'absent',
    ),
  );
}

/** BigInt arithmetic, half up at two decimals: nothing shared with the code under test. */
function share(part: number, whole: number): number | null {
  if (whole === 0) return null;
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n);
  return Number(hundredths) / 100;
}

describe('coverage', () => {
  test('is what counting heads over all conferences gives, on both bases', () => {
    fc.assert(
      fc.property(conferences, (all) => {
        const people = seats(all.flat());
        const came = people.filter((one) => one === 'came').length;
        const told = people.filter((one) => one !== 'untold').length;
        const total = addAttendances(all.map(attendanceOf));
        expect(coverageOf(total)).toEqual({
          onTold: share(came, told),
          onInvited: share(came, people.length),
        });
        expect(total.invited).toBe(people.length);
      }),
    );
  });

  test('never says more than 100%, and on all invited never more than on those told of', () => {
    fc.assert(
      fc.property(conferences, (all) => {
        const { onTold, onInvited } = coverageOf(addAttendances(all.map(attendanceOf)));
        for (const rate of [onTold, onInvited]) if (rate !== null) expect(rate).toBeLessThanOrEqual(100);
        if (onTold !== null && onInvited !== null) expect(onInvited).toBeLessThanOrEqual(onTold);
      }),
    );
  });

  test('people without a number of seats are counted and are in no rate', () => {
    const guests = { key: 'k', name: 'Khách', invited: null, present: 40, excused: null, unexcused: null };
    const unit: AttendanceRow = { ...guests, key: 'u', invited: 10, present: 5 };
    const total = attendanceOf([guests, unit]);
    expect(total.present).toBe(45);
    expect(coverageOf(total)).toEqual({ onTold: 50, onInvited: 50 });
  });

  test('two conferences of very different size: the sum, not the mean of 100% and 10%', () => {
    const one = { key: 'a', name: 'A', invited: 2, present: 2, excused: null, unexcused: null };
    const big = { ...one, key: 'b', invited: 100, present: 10 };
    const total = addAttendances([attendanceOf([one]), attendanceOf([big])]);
    expect(coverageOf(total).onInvited).toBe(11.76);
  });
});
