import { DEFAULT_RULE_PROFILE, DEFAULT_TERM } from '../../../shared/domain/office/setup-defaults';
import type { OutputOf } from '../../../shared/rpc/contract';
import type { Outcome, Verb } from '../verb';

function shown(office: OutputOf<'office.get'>): unknown {
  const ofKind = (kind: string) => office.entries.filter((entry) => entry.kind === kind);
  return {
    revision: office.revision,
    profile: office.profile,
    units: ofKind('unit'),
    groups: ofKind('group'),
    superiors: ofKind('superior'),
    positions: ofKind('position'),
    signers: office.signers,
    indicators: office.indicators,
    defaults: office.defaults,
  };
}

export const officeVerbs: readonly Verb[] = [
  {
    name: 'office setup',
    usage: '',
    help: 'Khai báo cơ quan lần đầu (phường hoặc xã), kèm danh mục chỉ tiêu, thời hạn bảo quản, ngày nghỉ mặc định.',
    positionals: [],
    options: {
      name: { type: 'string', value: '"An Bình"', help: 'Tên phường, xã.', required: true },
      kind: { type: 'string', value: 'phường|xã|đặc khu', help: 'Mặc định: phường.' },
      city: { type: 'string', value: '"Hải Phòng"', help: 'Thành phố, tỉnh (mặc định: Hải Phòng).' },
      code: { type: 'string', value: 'AB', help: 'Mã in trên biểu, 1–6 chữ cái in hoa.', required: true },
      system: { type: 'string', value: 'party|state', help: 'Hệ thống văn bản (mặc định: party).' },
      profile: {
        type: 'string',
        value: 'hd36|hd05|nd30',
        help: 'Quy định thể thức (mặc định: hd05; state: nd30).',
      },
    },
    run: async (session, args): Promise<Outcome> => {
      const system =
        args.text('system') === undefined ? 'party' : session.choice(args, 'system', ['party', 'state']);
      const reply = await session.command('office.setup', {
        system,
        wardKind:
          args.text('kind') === undefined
            ? 'phường'
            : session.choice(args, 'kind', ['phường', 'xã', 'đặc khu']),
        wardName: args.required('name'),
        city: args.text('city') ?? 'Hải Phòng',
        code: args.required('code'),
        term: DEFAULT_TERM,
        ruleProfileId: args.text('profile') ?? DEFAULT_RULE_PROFILE[system],
        spelling: 'ủy',
      });
      return { json: reply, text: 'Đã khai báo cơ quan.' };
    },
  },
  {
    name: 'office import',
    usage: 'FILE',
    help: 'Nhập danh bạ (đơn vị, nhóm, cấp trên, chức danh) từ .xlsx hoặc .json; dòng bị từ chối được nêu từng dòng.',
    positionals: ['FILE'],
    options: { 'dry-run': { type: 'boolean', help: 'Chỉ cho biết sẽ thay đổi gì.' } },
    run: async (session, args): Promise<Outcome> => {
      const ticket = await session.ticketFor(args.positional(0));
      const reply = await session.command('office.import', { ticket, dryRun: args.flag('dry-run') });
      const office = await session.query('office.get', {});
      return {
        json: { ...(shown(office) as object), ...reply },
        text: [
          `Thêm ${reply.added.length}, cập nhật ${reply.updated.length}, không đổi ${reply.unchanged.length}, từ chối ${reply.refused.length}.`,
          ...reply.refused.map(
            (row) => `! Trang “${row.sheet}”, dòng ${row.row} (${row.name}): ${row.reason}`,
          ),
          ...reply.questions.map(
            (row) => `? Trang “${row.sheet}”, dòng ${row.row} (${row.name}): ${row.reason}`,
          ),
        ].join('\n'),
        refused: reply.refused.length > 0,
      };
    },
  },
  {
    name: 'office export',
    usage: '--out FILE.xlsx',
    help: 'Ghi danh mục (đơn vị, nhóm, cấp trên, chức danh, người ký) ra tệp Excel; sửa rồi nhập lại bằng office import.',
    positionals: [],
    options: { out: { type: 'string', value: 'FILE.xlsx', help: 'Tệp ghi ra.', required: true } },
    run: async (session, args): Promise<Outcome> => {
      const offered = await session.query('office.exportDirectory', {});
      const file = await session.deliverFile(offered, args.required('out'));
      return { json: file, text: `Đã ghi ${file.file}.` };
    },
  },
  {
    name: 'office show',
    usage: '',
    help: 'Cơ quan, đơn vị, nhóm nơi nhận, người ký.',
    positionals: [],
    options: {},
    run: async (session): Promise<Outcome> => {
      const office = await session.query('office.get', {});
      return {
        json: shown(office),
        text: [
          office.profile ? office.profile.issuingBody : 'Chưa khai báo cơ quan.',
          ...office.entries.map((entry) => `${entry.kind.padEnd(9)} ${entry.id}  ${entry.name}`),
          ...office.signers.map((signer) => `người ký   ${signer.name}, ${signer.position}`),
        ].join('\n'),
      };
    },
  },
];
