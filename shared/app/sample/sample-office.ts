/** The invented office "Phường An Bình": its directory. Every name is made up. */
import { DEFAULT_RULE_PROFILE, DEFAULT_TERM } from '../../domain/office/setup-defaults';
import { setUpOffice } from '../../domain/office/setup';
import type { DirectoryEntry, OfficeTables } from '../../domain/office/model';
import type { Resources } from '../../ports/resources';
import type { Draft } from '../../records';
import { ok, type Result } from '../../result';

const SCHOOLS = ['Mầm non Hoa Sen', 'Tiểu học An Bình', 'THCS An Bình', 'Mầm non Ánh Dương', 'Tiểu học Đồng Tâm', 'THCS Đồng Tâm', 'THPT An Bình', 'Mầm non Họa Mi']; // prettier-ignore
const FIRMS = ['Hợp tác xã Nông nghiệp An Bình', 'Công ty cổ phần May Bình Minh', 'Công ty TNHH Cơ khí Sông Xanh', 'Hợp tác xã Vận tải Đồng Tâm', 'Công ty cổ phần Gạch An Bình']; // prettier-ignore

interface Made {
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly group: number;
}

/** Party cells of residential groups, then now and then a school or a firm, as in a real ward. */
function madeUnits(count: number): readonly Made[] {
  const units: Made[] = [];
  let [cells, schools, firms] = [0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const school = SCHOOLS[schools];
    const firm = FIRMS[firms];
    if (index % 6 === 4 && school !== undefined) {
      schools += 1;
      units.push({
        name: `Chi bộ Trường ${school}`,
        short: `CB ${school}`,
        aliases: [`Trường ${school}`],
        group: 1,
      });
    } else if (index % 9 === 7 && firm !== undefined) {
      firms += 1;
      units.push({ name: `Chi bộ ${firm}`, short: '', aliases: [firm], group: 2 });
    } else {
      cells += 1;
      units.push({
        name: `Chi bộ Tổ dân phố số ${cells}`,
        short: `CB TDP ${cells}`,
        aliases: [`Chi bộ TDP ${cells}`, `Tổ dân phố số ${cells}`],
        group: 0,
      });
    }
  }
  return units;
}

const GROUPS: readonly { readonly name: string; readonly aliases: readonly string[] }[] = [
  { name: 'Chi bộ tổ dân phố', aliases: ['Các chi bộ tổ dân phố', 'Các tổ dân phố'] },
  { name: 'Chi bộ trường học', aliases: ['Các trường học'] },
  { name: 'Chi bộ doanh nghiệp, hợp tác xã', aliases: ['Các doanh nghiệp'] },
];

function blank(id: string, kind: DirectoryEntry['kind'], name: string, order: number): DirectoryEntry {
  return {
    id,
    kind,
    name,
    short: '',
    aliases: [],
    parentId: null,
    memberIds: [],
    summaryGroupId: null,
    activeFrom: null,
    activeTo: null,
    successors: [],
    endReason: '',
    contact: '',
    order,
  };
}

/** The whole office in one draft, with exactly `unitCount` units. */
export function makeSampleOffice(
  draft: Draft<OfficeTables>,
  unitCount: number,
  resources: Resources,
  newId: () => string,
): Result<null> {
  const done = setUpOffice(
    draft,
    {
      system: 'party',
      wardKind: 'phường',
      wardName: 'An Bình',
      city: 'Hải Phòng',
      code: 'AB',
      term: DEFAULT_TERM,
      ruleProfileId: DEFAULT_RULE_PROFILE.party,
      spelling: 'ủy',
    },
    resources,
    newId,
  );
  if (!done.ok) return done;

  const standard = draft.list('entries').filter(({ kind }) => kind === 'unit');
  const spare = standard.slice(unitCount);
  for (const { id } of spare) draft.remove('entries', id);
  const gone = new Set(spare.map(({ id }) => id));
  for (const group of draft.list('entries').filter(({ kind }) => kind === 'group'))
    draft.put('entries', { ...group, memberIds: group.memberIds.filter((id) => !gone.has(id)) });

  let order = Math.max(...draft.list('entries').map((entry) => entry.order));
  const groups = GROUPS.map(({ name, aliases }) => ({
    ...blank(newId(), 'group', name, (order += 1)),
    aliases: [...aliases],
  }));
  const cells = madeUnits(Math.max(0, unitCount - standard.length)).map((made) => {
    const group = groups[made.group];
    const unit: DirectoryEntry = {
      ...blank(newId(), 'unit', made.name, (order += 1)),
      short: made.short,
      aliases: [...made.aliases],
      summaryGroupId: group?.id ?? null,
      activeFrom: '2025-07-01',
    };
    group?.memberIds.push(unit.id);
    return unit;
  });
  for (const unit of cells) draft.put('entries', unit);
  for (const group of groups) if (group.memberIds.length > 0) draft.put('entries', group);
  draft.put('entries', {
    ...blank(newId(), 'group', 'Các chi bộ trực thuộc', (order += 1)),
    aliases: [
      'Các chi bộ',
      'Các chi bộ, đảng bộ trực thuộc',
      'Các đảng bộ, chi bộ trực thuộc',
      'Các chi, đảng bộ trực thuộc',
      'Các tổ chức đảng trực thuộc',
      'Các cấp ủy, tổ chức đảng trực thuộc',
      'Bí thư các chi bộ trực thuộc',
    ],
    memberIds: (cells.length > 0 ? cells : standard.slice(0, unitCount)).map(({ id }) => id),
  });
  draft.put('signers', {
    id: newId(),
    name: 'Trần Minh Khôi',
    authority: 'T/M BAN THƯỜNG VỤ',
    onBehalf: null,
    position: 'PHÓ BÍ THƯ THƯỜNG TRỰC',
    isDefault: true,
  });
  return ok(null);
}
