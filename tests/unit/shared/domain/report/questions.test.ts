import { describe, expect, it } from 'vitest';
import { entryMap } from '../../../../../shared/domain/report/expected-units';
import { comparedWithPeers, median, peerReports } from '../../../../../shared/domain/report/peers';
import { questionsAbout, type QuestionInput } from '../../../../../shared/domain/report/questions';
import { CATALOGUE, group, indicator, report, unit } from './support/build';

const ask = (input: Partial<QuestionInput>) =>
  questionsAbout({
    values: {},
    narrative: {},
    nil: false,
    catalogue: CATALOGUE,
    before: null,
    previous: {},
    previousReport: null,
    ...input,
  });
const codes = (input: Partial<QuestionInput>) => ask(input).map(({ code, indicator: of }) => [code, of]);

const HN01 = CATALOGUE[0] ?? indicator('HN01', 'C');
const DV02 = CATALOGUE[3] ?? indicator('DV02', 'N');
const peers = (...values: readonly number[]) => ({
  group: 'Chi bộ TDP',
  values: values.map((value) => ({ HN01: value })),
});

describe('a figure beside the group', () => {
  it('asks about a slip of the keyboard, naming only what is typical', () => {
    expect(comparedWithPeers(HN01, { HN01: 130 }, peers(10, 12, 13, 14, 15))).toMatchObject({ typical: 13 });
    const [question] = ask({ values: { HN01: 130 }, peers: peers(10, 12, 13, 14, 15) });
    expect(question).toMatchObject({ code: 'peers', indicator: 'HN01' });
    expect(question?.message).toContain('“Chi bộ TDP” trong kỳ (khoảng 13)');
    expect(question?.message).not.toMatch(/hạng|cao nhất|thấp nhất|Đơn vị/);
  });

  it('is silent with four peers, among uneven groups, about small figures and about units that did little', () => {
    expect(comparedWithPeers(HN01, { HN01: 130 }, peers(12, 12, 12, 12))).toBeNull();
    expect(comparedWithPeers(HN01, { HN01: 130 }, peers(5, 20, 60, 90, 150))).toBeNull();
    expect(comparedWithPeers(HN01, { HN01: 9 }, peers(1, 1, 1, 1, 1))).toBeNull();
    expect(comparedWithPeers(HN01, { HN01: 0 }, peers(40, 41, 42, 43, 44))).toBeNull();
  });

  it('is not moved by one odd peer', () => {
    expect(comparedWithPeers(HN01, { HN01: 130 }, peers(10, 12, 13, 14, 9_999))).not.toBeNull();
  });

  it('compares a numerator as a share of its denominator, both ways, and never the denominator', () => {
    const share = (part: number, whole: number) => ({ DV01: whole, DV02: part });
    const group5 = { group: 'G', values: [50, 20, 100, 30, 10].map((whole) => share(whole * 0.9, whole)) };
    expect(comparedWithPeers(DV02, share(45, 500), group5)).toMatchObject({
      own: 9,
      typical: 90,
      ratio: true,
    });
    expect(comparedWithPeers(DV02, share(450, 500), group5)).toBeNull();
    const DV01 = CATALOGUE[2] ?? indicator('DV01', 'D');
    expect(comparedWithPeers(DV01, share(450, 5000), group5)).toBeNull();
  });

  it('takes the received figures of the same group and period, of others, not nil', () => {
    const entries = entryMap([
      group('G', 'Nhóm'),
      ...['A', 'B', 'C', 'D', 'E'].map((id) => unit(id, { summaryGroupId: id === 'E' ? null : 'G' })),
    ]);
    const reports = [
      report('2026-03', 'A', { HN01: 1 }),
      report('2026-03', 'B', { HN01: 2 }),
      report('2026-03', 'C', 'nil'),
      report('2026-03', 'D', { HN01: 4 }, { state: 'returned' }),
      report('2026-03', 'E', { HN01: 5 }),
      report('2026-02', 'B', { HN01: 9 }),
    ];
    expect(peerReports('A', '2026-03', reports, entries)).toEqual({ group: 'Nhóm', values: [{ HN01: 2 }] });
    expect(peerReports('E', '2026-03', reports, entries)).toBeNull();
  });

  it('has a median', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});

describe('a habit that ends', () => {
  const month = (period: string, value: number) => report(period, 'A', { HN01: value });
  const recent = [month('2026-03', 2), month('2026-02', 1), month('2026-01', 3)];

  it('asks about 0 after three periods with figures, once', () => {
    expect(codes({ values: { HN01: 0 }, recent, previous: { HN01: 2 } })).toEqual([
      ['zero-after-figures', 'HN01'],
    ]);
    // A large figure that vanished is a jump already.
    expect(
      codes({ values: { HN01: 0 }, recent: [month('2026-03', 20), ...recent], previous: { HN01: 20 } }),
    ).toEqual([['jump', 'HN01']]);
  });

  it('is silent after two periods, or when one of three was 0', () => {
    expect(codes({ values: { HN01: 0 }, recent: recent.slice(0, 2) })).toEqual([]);
    expect(codes({ values: { HN01: 0 }, recent: [month('2026-03', 0), ...recent.slice(1)] })).toEqual([]);
  });

  it('asks once about a nil report, not for every figure', () => {
    expect(codes({ nil: true, recent })).toEqual([['zero-after-figures', null]]);
    expect(codes({ nil: true, recent: [report('2026-03', 'A', 'nil'), ...recent.slice(1)] })).toEqual([]);
  });
});

describe('denominators', () => {
  it('are asked about from one in ten on, other stocks from one in five', () => {
    expect(codes({ values: { DV01: 115 }, previous: { DV01: 100 } })).toEqual([
      ['denominator-changed', 'DV01'],
    ]);
    expect(codes({ values: { DV01: 110 }, previous: { DV01: 100 } })).toEqual([]);
    expect(codes({ values: { DV01: 1000, DV02: 115 }, previous: { DV02: 100 } })).toEqual([]);
  });
});

describe('texts', () => {
  const same = 'Công tác tuyên truyền được triển khai nghiêm túc.';
  const restricted = [...CATALOGUE, indicator('TL01', 'T', { restricted: true })];

  it('a restricted text is compared with nothing, not even its own of last time', () => {
    const input = {
      catalogue: restricted,
      narrative: { TL01: same, NX01: same },
      previousReport: report('2026-02', 'A', {}, { narrative: { TL01: same, NX01: same } }),
    };
    expect(codes(input)).toEqual([['same-text', 'NX01']]);
  });

  it('personal data raises a question in a text and in a titled entry; the match is never in it', () => {
    const found = ask({
      catalogue: restricted,
      narrative: { TL01: 'Liên hệ 0912 345 678 để biết.' },
      models: [{ title: 'Tổ xanh', result: 'thư về nguyen.van.a@example.com' }],
    });
    expect(found.map(({ code, indicator: of }) => [code, of])).toEqual([
      ['personal-data', 'TL01'],
      ['personal-data', null],
    ]);
    expect(JSON.stringify(found)).not.toMatch(/0912|example/);
  });
});
