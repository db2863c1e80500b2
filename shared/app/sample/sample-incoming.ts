/** Invented documents from above for the sample office: those its plans name as their basis, and a few that wait. */
import { addDays, type PlainDate } from '../../date/plain-date';
import { registerIncoming, resolveIncoming, type Act } from '../../domain/incoming/commands';
import { incomingFieldsSchema, type IncomingFields, type IncomingTables } from '../../domain/incoming/model';
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';
import { numberKey } from '../../text/search-words';

/** A plan's basis as the sample needs it. */
export interface SampleBasis {
  readonly dossierId: string;
  readonly documentKind: string | null;
  readonly number: string;
  readonly date: PlainDate;
  readonly issuer: string | null;
}

type Line = Partial<IncomingFields> &
  Pick<IncomingFields, 'arrivedOn' | 'issuer' | 'subject'> & { readonly dossierIds?: readonly string[] };

/** Documents that nobody has dealt with yet; the days are counted from today. */
function waiting(today: PlainDate): readonly Line[] {
  const day = (days: number): PlainDate => addDays(today, days);
  const about = (days: number) => ({ arrivedOn: day(days), date: day(days - 3) });
  return [
    {
      ...about(-16),
      documentKind: 'Công văn',
      numberText: '318-CV/VPTU',
      issuer: 'Văn phòng Thành ủy',
      subject: 'về việc báo cáo kết quả sinh hoạt chi bộ tại khu dân cư',
      request: 'report',
      deadline: day(-2),
      handler: 'Văn phòng Đảng ủy',
      receiver: 'Văn phòng Đảng ủy',
      forwardedOn: day(-15),
    },
    {
      ...about(-6),
      documentKind: 'Kế hoạch',
      numberText: '64-KH/TU',
      issuer: 'Thành ủy',
      subject: 'nâng cao chất lượng sinh hoạt chi bộ theo chuyên đề',
      request: 'plan',
      deadline: day(9),
    },
    {
      ...about(-4),
      documentKind: 'Hướng dẫn',
      numberText: '21-HD/BTGDVTU',
      issuer: 'Ban Tuyên giáo và Dân vận Thành ủy',
      subject: 'tuyên truyền các ngày lễ lớn',
      request: 'information',
    },
    {
      ...about(-1),
      documentKind: 'Công văn',
      numberText: '77-CV/BTCTU',
      issuer: 'Ban Tổ chức Thành ủy',
      subject: 'rà soát quy chế làm việc của các chi bộ',
      request: 'report',
      deadline: day(2),
      deadlineTime: '16:00',
      urgency: 'urgent',
    },
  ];
}

/** One line a superior's document, however many plans name it; the last plan's is left for a person to confirm. */
function ofBases(bases: readonly SampleBasis[], today: PlainDate): readonly Line[] {
  const byDocument = new Map<string, SampleBasis[]>();
  for (const basis of bases) {
    const key = `${numberKey(basis.number)}|${basis.date}`;
    byDocument.set(key, [...(byDocument.get(key) ?? []), basis]);
  }
  const lastPlan = bases.at(-1)?.dossierId;
  return [...byDocument.values()].flatMap((same): Line[] => {
    const [first] = same;
    if (!first || first.date > today) return [];
    const later = addDays(first.date, 3);
    return [
      {
        arrivedOn: later > today ? today : later,
        documentKind: first.documentKind ?? 'Văn bản',
        numberText: first.number,
        date: first.date,
        issuer: first.issuer ?? 'Thành ủy',
        subject: 'về nhiệm vụ nêu trong kế hoạch của Đảng ủy',
        request: 'plan',
        receiver: 'Văn phòng Đảng ủy',
        forwardedOn: later > today ? today : later,
        dossierIds: same.map(({ dossierId }) => dossierId).filter((id) => id !== lastPlan),
      },
    ];
  });
}

/** In the order of arrival, so that the numbers run with the days; what a plan carries out is settled. */
export function fillSampleBook(
  draft: Draft<IncomingTables>,
  bases: readonly SampleBasis[],
  act: Act,
): Result<{ lines: number }> {
  const lines = [...ofBases(bases, act.today), ...waiting(act.today)].sort((a, b) =>
    a.arrivedOn < b.arrivedOn ? -1 : a.arrivedOn > b.arrivedOn ? 1 : 0,
  );
  for (const { dossierIds = [], ...line } of lines) {
    const entry = registerIncoming(
      draft,
      { number: null, fields: incomingFieldsSchema.parse(line), files: [], gapSeen: true, dossierIds },
      act,
    );
    if (!entry.ok) return entry;
    if (dossierIds.length === 0) continue;
    const settled = resolveIncoming(
      draft,
      entry.value.id,
      { state: 'done', answer: { numberText: '', date: null, note: 'đã ban hành kế hoạch' } },
      act,
    );
    if (!settled.ok) return settled;
  }
  return ok({ lines: lines.length });
}
