import { formatDate } from '../../../shared/date/plain-date';
import { channelSchema } from '../../../shared/domain/dispatch/channel';
import { unreachedWords } from '../../../shared/domain/dispatch/recipients';
import { proofKindSchema } from '../../../shared/domain/dispatch/model';
import { DELIVERY_PRODUCTS } from '../../../shared/rpc/contract/delivery';
import type { OptionSpec, Outcome, Verb } from '../verb';

const DATE: OptionSpec = { type: 'string', value: 'YYYY-MM-DD', help: 'Ngày.', required: true };

const WITHOUT_COPY = 'Gửi từ dòng lệnh, chưa có bản ký';

export const dispatchVerbs: readonly Verb[] = [
  {
    name: 'document list',
    usage: 'ID',
    help: 'Các văn bản của một hồ sơ.',
    positionals: ['ID'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const documents = await session.query('document.list', { dossierId: args.positional(0) });
      return {
        json: documents,
        text: documents
          .map((item) => `${item.id}  ${item.numberText ?? '(chưa có số)'}  ${item.status}  ${item.title}`)
          .join('\n'),
      };
    },
  },
  {
    name: 'document add',
    usage: 'ID',
    help: 'Thêm một văn bản vào hồ sơ (công văn, giấy mời, báo cáo …).',
    positionals: ['ID'],
    options: {
      kind: { type: 'string', value: 'CV|GM|BC|TB|…', help: 'Ký hiệu loại văn bản.', required: true },
      title: { type: 'string', value: 'TEXT', help: 'Trích yếu (mặc định: tên tệp).' },
      file: { type: 'string', value: 'FILE', help: 'Tệp của văn bản.' },
    },
    run: async (session, args): Promise<Outcome> => {
      const file = args.text('file');
      const reply = await session.command('document.add', {
        dossierId: args.positional(0),
        type: args.required('kind'),
        title: args.text('title') ?? (file ? session.stem(file) : args.required('kind')),
        ticket: file ? await session.ticketFor(file) : null,
      });
      return { json: reply, text: `Đã thêm văn bản ${reply.documentId}.` };
    },
  },
  {
    name: 'document sign',
    usage: 'DOC',
    help: 'Gắn bản ký (bản quét hoặc PDF ký số), giữ nguyên từng byte.',
    positionals: ['DOC'],
    options: { file: { type: 'string', value: 'SIGNED', help: 'Tệp bản ký.', required: true } },
    run: async (session, args): Promise<Outcome> => {
      const { dossierId, documentId } = await session.findDocument(args.positional(0));
      const reply = await session.command('document.sign', {
        dossierId,
        documentId,
        ticket: await session.ticketFor(args.required('file')),
      });
      return { json: reply, text: `Đã lưu bản ký, mã băm ${reply.sha256}.` };
    },
  },
  {
    name: 'dispatch register',
    usage: 'DOC',
    help: 'Lấy số văn bản: số kế tiếp của dãy, hoặc số cho trước (số đã cấp thì bị từ chối).',
    positionals: ['DOC'],
    options: {
      number: { type: 'string', value: 'N', help: 'Số cho trước.' },
      date: DATE,
    },
    run: async (session, args): Promise<Outcome> => {
      const { dossierId, documentId } = await session.findDocument(args.positional(0));
      const reply = await session.command('dispatch.register', {
        dossierId,
        documentId,
        number: args.integer('number') ?? null,
        date: args.required('date'),
        // Scripts go on working; what is not filled in, and which numbers stay blank, is told in `warnings`.
        blanksSeen: true,
        gapSeen: true,
      });
      return {
        json: reply,
        text: [
          `Đã đăng ký ${reply.numberText}, ngày ${formatDate(reply.registerEntry.date)}.`,
          ...reply.warnings.map((warning) => `? ${warning}`),
        ].join('\n'),
      };
    },
  },
  {
    name: 'dispatch send',
    usage: 'ID',
    help: 'Phát hành: danh sách nơi nhận được khai triển từ nhóm và chốt lại tại ngày gửi.',
    positionals: ['ID'],
    options: {
      to: {
        type: 'string',
        value: 'A,B,…',
        help: 'Nơi nhận (mã hoặc tên; mặc định: Nơi nhận của kế hoạch).',
      },
      channel: { type: 'string', value: 'hand|post|email|zalo|network', help: 'Cách gửi (mặc định: hand).' },
      waive: {
        type: 'string',
        value: 'REASON',
        help: 'Lý do phát hành khi chưa có bản ký (mặc định: ghi là gửi từ dòng lệnh).',
      },
      date: DATE,
    },
    run: async (session, args): Promise<Outcome> => {
      const { dossierId, documentId } = await session.findDocument(args.positional(0));
      const to = args.list('to');
      const documents = await session.query('document.list', { dossierId });
      const document = documents.find(({ id }) => id === documentId);
      const unsigned = document?.signedFile === null && document.waiver === undefined;
      const given = args.text('waive');
      // Scripts from before the waiver go on working; what they leave out is written down and told.
      const waiver = unsigned ? (given ?? WITHOUT_COPY) : null;
      const warnings =
        unsigned && given === undefined
          ? [`Văn bản chưa có bản ký; đã ghi lý do “${WITHOUT_COPY}”. Gắn bản ký: document sign.`]
          : [];
      const reply = await session.command('dispatch.send', {
        dossierId,
        documentId,
        date: args.required('date'),
        channel:
          args.text('channel') === undefined
            ? 'hand'
            : session.choice(args, 'channel', channelSchema.options),
        to: to ? await session.entryIds(to) : null,
        waiver,
      });
      const unreached = unreachedWords(reply.unreached);
      const said = unreached === null ? warnings : [...warnings, unreached];
      return {
        json: { ...reply, warnings: said },
        text: [`Đã gửi ${reply.deliveries.length} nơi nhận.`, ...said].join('\n'),
      };
    },
  },
  {
    name: 'dispatch ack',
    usage: 'ID',
    help: 'Ghi nhận một nơi đã nhận văn bản.',
    positionals: ['ID'],
    options: {
      unit: {
        type: 'string',
        value: 'U',
        help: 'Đơn vị (mã hoặc tên); nhiều đơn vị cách nhau dấu phẩy.',
        required: true,
      },
      date: DATE,
      proof: {
        type: 'string',
        value: 'signature|stamped-slip|mail|zalo|network|phone',
        help: 'Hình thức xác nhận.',
      },
    },
    run: async (session, args): Promise<Outcome> => {
      const reply = await session.command('dispatch.acknowledge', {
        dossierId: args.positional(0),
        recipients: await session.entryIds(args.list('unit') ?? []),
        date: args.required('date'),
        proof:
          args.text('proof') === undefined ? null : session.choice(args, 'proof', proofKindSchema.options),
      });
      return { json: reply, text: 'Đã ghi nhận.' };
    },
  },
  {
    name: 'dispatch status',
    usage: 'ID',
    help: 'Tình trạng gửi, nhận của từng nơi nhận.',
    positionals: ['ID'],
    options: {},
    run: async (session, args): Promise<Outcome> => {
      const status = await session.query('dispatch.status', { dossierId: args.positional(0) });
      return {
        json: status,
        text: [
          `Đã gửi ${status.sent}, đã nhận ${status.received}, từ chối ${status.refused}, chưa xác nhận ${status.unconfirmed}.`,
          ...status.deliveries.map(
            (item) =>
              `${item.state.padEnd(9)} ${item.name}${item.receivedOn ? ` (${formatDate(item.receivedOn)})` : ''}`,
          ),
        ].join('\n'),
      };
    },
  },
  {
    name: 'dispatch print',
    usage: '',
    help: 'In phiếu gửi, nhãn phong bì, danh sách gửi, danh sách chưa xác nhận nhận.',
    positionals: [],
    options: {
      of: { type: 'string', value: 'ID', help: 'Hồ sơ hoặc văn bản (mặc định: mọi hồ sơ).' },
      product: {
        type: 'string',
        value: 'slips|labels|addresses|unconfirmed',
        help: 'Thứ cần in: phiếu gửi, nhãn, danh sách gửi, chưa xác nhận.',
        required: true,
      },
      format: {
        type: 'string',
        value: 'pdf|docx|xlsx',
        help: 'Định dạng: phiếu, nhãn có pdf, docx; danh sách có pdf, xlsx.',
        required: true,
      },
      out: { type: 'string', value: 'FILE', help: 'Tệp ghi ra.', required: true },
    },
    run: async (session, args): Promise<Outcome> => {
      const id = args.text('of');
      const found = id === undefined ? null : await session.findDocument(id);
      const offered = await session.query('delivery.export', {
        dossierId: found?.dossierId ?? null,
        documentId: found?.documentId ?? null,
        product: session.choice(args, 'product', DELIVERY_PRODUCTS),
        format: session.choice(args, 'format', ['pdf', 'docx', 'xlsx']),
      });
      const written = await session.deliverFile(offered, args.required('out'));
      return {
        json: { ...written, rows: offered.rows },
        text: `Đã ghi ${offered.rows} lượt gửi vào ${written.file}.`,
      };
    },
  },
];
