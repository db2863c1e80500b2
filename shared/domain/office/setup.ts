/** First run: a whole office from the few things that a person is asked. domain.md §1, §6. */
import type { Draft } from '../../records';
import type { Resources } from '../../ports/resources';
import { fail, ok, type Result } from '../../result';
import { isPlainDate } from '../../date/plain-date';
import type { DirectoryEntry, OfficeProfile, OfficeTables, System } from './model';

export interface SetupAnswers {
  readonly system: System;
  readonly wardKind: 'phường' | 'xã' | 'đặc khu';
  readonly wardName: string;
  /** "Hải Phòng", or with its rank: "thành phố Hải Phòng", "tỉnh Hưng Yên". */
  readonly city: string;
  readonly code: string;
  readonly term: { readonly name: string; readonly from: string; readonly to: string };
  readonly ruleProfileId: string;
  readonly spelling: 'ủy' | 'uỷ';
}

function cityName(city: string): { readonly rank: string; readonly name: string } {
  const match = /^(thành phố|tp\.?|tỉnh)\s+(.+)$/iu.exec(city.trim());
  const name = match?.[2] ?? city.trim();
  return { rank: (match?.[1] ?? '').toLowerCase() === 'tỉnh' ? 'tỉnh' : 'thành phố', name };
}

interface Body {
  readonly kind: DirectoryEntry['kind'];
  readonly name: string;
  readonly short: string;
  readonly aliases?: readonly string[];
}

/** Bodies above the ward, and those that every ward has since 01/7/2025 (domain.md §6). */
function standardBodies(answers: SetupAnswers): readonly Body[] {
  const { rank, name: city } = cityName(answers.city);
  const ward = answers.wardKind;
  const committee = rank === 'tỉnh' ? 'Tỉnh ủy' : 'Thành ủy';
  const superiors: readonly Body[] = [
    { kind: 'superior', name: `${committee} ${city}`, short: committee },
    { kind: 'superior', name: `Ban Thường vụ ${committee}`, short: `BTV ${committee}` },
    { kind: 'superior', name: `Thường trực ${committee}`, short: `TT ${committee}` },
    { kind: 'superior', name: `Ban Tuyên giáo và Dân vận ${committee}`, short: 'BTGDVTU' },
    { kind: 'superior', name: `Ban Tổ chức ${committee}`, short: 'BTCTU' },
    { kind: 'superior', name: `Ủy ban Kiểm tra ${committee}`, short: 'UBKTTU' },
    { kind: 'superior', name: `Văn phòng ${committee}`, short: 'VPTU' },
    {
      kind: 'superior',
      name: `Ủy ban nhân dân ${rank} ${city}`,
      short: rank === 'tỉnh' ? 'UBND tỉnh' : 'UBND thành phố',
    },
  ];
  const economic = ward === 'phường' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : 'Phòng Kinh tế';
  const units: readonly Body[] = [
    { kind: 'unit', name: 'Văn phòng Đảng ủy', short: 'VPĐU', aliases: [`Văn phòng Đảng ủy ${ward}`] },
    {
      kind: 'unit',
      name: 'Ban Xây dựng Đảng',
      short: 'BXDĐ',
      aliases: ['Ban Xây dựng Đảng Đảng ủy', `Ban Xây dựng Đảng Đảng ủy ${ward}`],
    },
    {
      kind: 'unit',
      name: 'Cơ quan Ủy ban Kiểm tra Đảng ủy',
      short: 'UBKTĐU',
      aliases: ['Ủy ban Kiểm tra Đảng ủy', `Ủy ban Kiểm tra Đảng ủy ${ward}`],
    },
    {
      kind: 'unit',
      name: `Hội đồng nhân dân ${ward}`,
      short: `HĐND ${ward}`,
      aliases: ['Thường trực HĐND', `Thường trực Hội đồng nhân dân ${ward}`],
    },
    { kind: 'unit', name: `Ủy ban nhân dân ${ward}`, short: `UBND ${ward}` },
    {
      kind: 'unit',
      name: 'Văn phòng HĐND và UBND',
      short: 'VP HĐND&UBND',
      aliases: [`Văn phòng HĐND và UBND ${ward}`],
    },
    { kind: 'unit', name: 'Phòng Văn hóa - Xã hội', short: 'VHXH' },
    { kind: 'unit', name: economic, short: 'KT' },
    { kind: 'unit', name: 'Trung tâm Phục vụ hành chính công', short: 'TTPVHCC' },
    { kind: 'unit', name: 'Trung tâm Dịch vụ sự nghiệp công', short: 'TTDVSNC' },
    { kind: 'unit', name: `Công an ${ward}`, short: 'CA' },
    { kind: 'unit', name: `Ban Chỉ huy Quân sự ${ward}`, short: 'BCHQS' },
    {
      kind: 'unit',
      name: `Ủy ban Mặt trận Tổ quốc Việt Nam ${ward}`,
      short: `MTTQ ${ward}`,
      aliases: [`Ủy ban MTTQ ${ward}`, `UBMTTQ ${ward}`],
    },
    {
      kind: 'unit',
      name: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
      short: 'ĐTN',
      aliases: ['Đoàn Thanh niên'],
    },
    { kind: 'unit', name: 'Hội Liên hiệp Phụ nữ', short: 'Hội LHPN' },
    { kind: 'unit', name: 'Hội Nông dân', short: 'HND' },
    { kind: 'unit', name: 'Hội Cựu chiến binh', short: 'Hội CCB' },
  ];
  const positions: readonly Body[] = [
    {
      kind: 'position',
      name: 'Ban Thường vụ Đảng ủy',
      short: 'BTV Đảng ủy',
      aliases: ['Các đồng chí Ủy viên Ban Thường vụ Đảng ủy'],
    },
    { kind: 'position', name: 'Thường trực Đảng ủy', short: 'TT Đảng ủy' },
    {
      kind: 'position',
      name: 'Các đồng chí Ủy viên Ban Chấp hành Đảng bộ',
      short: 'BCH Đảng bộ',
      aliases: ['Ban Chấp hành Đảng bộ', 'Ủy viên Ban Chấp hành Đảng bộ'],
    },
  ];
  return [...superiors, ...units, ...(answers.system === 'party' ? positions : [])];
}

/** Groups of the standard units, by what their names begin with. */
const STANDARD_GROUPS: readonly {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: RegExp;
}[] = [
  {
    name: 'Cơ quan Đảng, chính quyền',
    aliases: ['Các cơ quan, ban, ngành', 'Các cơ quan Đảng, chính quyền'],
    members: /^(Văn phòng|Ban Xây dựng|Cơ quan|Hội đồng|Ủy ban nhân dân|Phòng|Trung tâm)/u,
  },
  { name: 'Lực lượng vũ trang', aliases: [], members: /^(Công an|Ban Chỉ huy)/u },
  {
    name: 'Mặt trận Tổ quốc và các đoàn thể',
    aliases: [
      'Ủy ban MTTQ và các tổ chức chính trị - xã hội',
      'Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội',
      'MTTQ và các đoàn thể',
    ],
    members: /^(Ủy ban Mặt trận|Đoàn Thanh niên|Hội (Liên hiệp|Nông dân|Cựu))/u,
  },
  {
    name: 'Các tổ chức chính trị - xã hội',
    aliases: ['Các đoàn thể', 'Các đoàn thể chính trị - xã hội'],
    members: /^(Đoàn Thanh niên|Hội (Liên hiệp|Nông dân|Cựu))/u,
  },
  {
    name: 'Các cơ quan tham mưu, giúp việc Đảng ủy',
    aliases: ['Các cơ quan chuyên trách tham mưu, giúp việc Đảng ủy', 'Các cơ quan giúp việc Đảng ủy'],
    members: /^(Văn phòng Đảng ủy|Ban Xây dựng Đảng|Cơ quan Ủy ban Kiểm tra)/u,
  },
];

/** Fills an empty office. `newId` gives ids; defaults come from the shipped resources. */
export function setUpOffice(
  draft: Draft<OfficeTables>,
  answers: SetupAnswers,
  resources: Resources,
  newId: () => string,
): Result<null> {
  if (draft.get('profile', 'profile'))
    return fail('CONFLICT', 'Cơ quan đã được khai báo. Sửa thông tin ở Danh mục dùng chung → Cơ quan.');
  const fieldErrors: Record<string, string> = {};
  if (!isPlainDate(answers.term.from)) fieldErrors['term.from'] = 'Ngày bắt đầu nhiệm kỳ không có thật.';
  if (!isPlainDate(answers.term.to)) fieldErrors['term.to'] = 'Ngày kết thúc nhiệm kỳ không có thật.';
  if (Object.keys(fieldErrors).length === 0 && answers.term.to < answers.term.from)
    fieldErrors['term.to'] = 'Nhiệm kỳ kết thúc trước khi bắt đầu.';
  if (!resources.ruleProfiles().some(({ id }) => id === answers.ruleProfileId))
    fieldErrors['ruleProfileId'] = 'Không có thể thức này; hãy chọn một trong các thể thức có sẵn.';
  if (Object.keys(fieldErrors).length > 0)
    return fail('BAD_REQUEST', 'Phần khai báo cơ quan còn chỗ chưa đúng; hãy sửa các ô được đánh dấu.', {
      fieldErrors,
    });

  draft.put('profile', profileOf(answers, newId()));
  let order = 0;
  const unitIds: { readonly name: string; readonly id: string }[] = [];
  const entry = (body: Body, memberIds: readonly string[]): DirectoryEntry => ({
    id: newId(),
    kind: body.kind,
    name: body.name,
    short: body.short,
    aliases: [...(body.aliases ?? [])],
    parentId: null,
    memberIds: [...memberIds],
    summaryGroupId: null,
    activeFrom: null,
    activeTo: null,
    successors: [],
    endReason: '',
    contact: '',
    order: (order += 1),
  });
  const bodies = standardBodies(answers).map((body) => entry(body, []));
  for (const body of bodies) if (body.kind === 'unit') unitIds.push({ name: body.name, id: body.id });
  const groups = STANDARD_GROUPS.map(({ name, aliases, members }) =>
    entry(
      { kind: 'group', name, short: '', aliases },
      unitIds.filter((unit) => members.test(unit.name)).map(({ id }) => id),
    ),
  );
  for (const body of bodies) {
    const group = groups.find(({ memberIds }) => memberIds.includes(body.id));
    draft.put('entries', group ? { ...body, summaryGroupId: group.id } : body);
  }
  for (const group of groups) draft.put('entries', group);
  for (const indicator of resources.indicators()) draft.put('indicators', indicator);
  for (const rule of resources.retention()) draft.put('retention', rule);
  for (const holiday of resources.holidays()) draft.put('holidays', holiday);
  // Defaults of domain.md §5: cut-off 14, due 15 to the ward, 20 to the city.
  draft.put('defaults', {
    id: 'report',
    cutOffDay: 14,
    dueDayToWard: 15,
    dueDayToCity: 20,
    cumulativeFrom: 'schedule',
    via: answers.system === 'party' ? 'Ban Xây dựng Đảng' : 'Phòng Văn hóa - Xã hội',
    receivedBy: '',
    consolidatedBy: '',
  });
  return ok(null);
}

/** "Phường An Bình" → "An Bình": the kind of place is an answer of its own. Nothing else left → as written. */
function placeName(wardName: string): string {
  const bare = wardName.trim().replace(/^(?:phường|xã|đặc khu)\s+/iu, '');
  return bare === '' ? wardName.trim() : bare;
}

function profileOf(answers: SetupAnswers, officeId: string): OfficeProfile {
  const place = placeName(answers.wardName.normalize('NFC'));
  const { rank, name: city } = cityName(answers.city);
  const party = answers.system === 'party';
  const ward = `${answers.wardKind} ${place}`;
  return {
    id: 'profile',
    officeId,
    code: answers.code,
    system: answers.system,
    parentBody: (party ? `Đảng bộ ${rank} ${city}` : `Ủy ban nhân dân ${rank} ${city}`).toUpperCase(),
    issuingBody: (party ? `Đảng ủy ${ward}` : `Ủy ban nhân dân ${ward}`).toUpperCase(),
    place,
    symbol: party ? 'ĐU' : 'UBND',
    term: { ...answers.term },
    ruleProfileId: answers.ruleProfileId,
    spelling: answers.spelling,
    archiveCode: party ? 'VPĐU' : 'VT',
  };
}
