/** A directory that was exported and imported again is the same directory, whatever stands in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryWorkbook } from '../../shared/documents/directory-workbook';
import type { WorkbookModel } from '../../shared/documents/sheet-model';
import { channelSchema } from '../../shared/domain/dispatch/channel';
import { importDirectory } from '../../shared/domain/office/directory-import';
import { rowsOfTables } from '../../shared/domain/office/import-rows';
import type { DirectoryEntry, OfficeTables, Signer } from '../../shared/domain/office/model';
import type { RawTable } from '../../shared/ports/documents';
import { draftOver, type Draft } from '../../shared/records';
import type { Result } from '../../shared/result';

const words = fc
  .array(
    fc.constantFrom('Chi bộ', 'Tổ dân phố', 'số', '1', '23', 'Đảng ủy', 'Hòa', 'An', '(cũ)', '=A1', '-'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '));
const written = fc.option(words, { nil: undefined });
const day = fc.constantFrom(null, '2025-07-01', '2026-02-28');

/** Names end in their place, so that each is another; one in five has a separator of lists in it. */
const entry = (place: number): fc.Arbitrary<DirectoryEntry> =>
  fc
    .record({
      kind: fc.constantFrom('unit' as const, 'unit' as const, 'superior' as const, 'position' as const),
      name: words,
      cut: fc.boolean(),
      short: fc.constantFrom('', 'CB', 'TDP'),
      aliases: fc.array(words, { maxLength: 2 }),
      from: day,
      contact: fc.constantFrom('', 'Văn phòng'),
      contactPosition: written,
      address: written,
      email: fc.constantFrom(undefined, '', 'a@anbinh.example', 'không phải thư'),
      phone: fc.constantFrom(undefined, '0225 000 001', '02253000001'),
      channel: fc.constantFrom(undefined, null, ...channelSchema.options),
    })
    .map(({ name, cut, from, contactPosition, address, email, phone, channel, ...rest }) => ({
      ...rest,
      id: `e${place}`,
      name: `${name}${cut ? '; phần' : ''} ${place}`,
      parentId: null,
      memberIds: [],
      summaryGroupId: null,
      activeFrom: from,
      activeTo: null,
      successors: [],
      endReason: '',
      order: place,
      ...(contactPosition !== undefined && { contactPosition }),
      ...(address !== undefined && { address }),
      ...(email !== undefined && { email }),
      ...(phone !== undefined && { phone }),
      ...(channel !== undefined && { channel }),
    }));

const directory = fc
  .nat({ max: 7 })
  .chain((count) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: count + 1 }, (_, place) => entry(place))),
      fc.array(fc.array(fc.nat(count), { maxLength: 4 }), { maxLength: 3 }),
      fc.array(fc.option(fc.nat(3), { nil: null }), { minLength: count + 1, maxLength: count + 1 }),
      fc.array(fc.boolean(), { minLength: count + 1, maxLength: count + 1 }),
    ),
  )
  .map(([entries, groups, summaries, below]): DirectoryEntry[] => {
    const first = entries.findIndex(({ kind }) => kind === 'unit');
    const units = entries.map((each, place): DirectoryEntry => {
      const summary = summaries[place];
      return {
        ...each,
        summaryGroupId:
          summary === null || summary === undefined || summary >= groups.length ? null : `g${summary}`,
        parentId:
          each.kind === 'unit' && below[place] === true && first >= 0 && first < place ? `e${first}` : null,
      };
    });
    const grouped = groups.map((members, place): DirectoryEntry => {
      return {
        ...(entries[0] as DirectoryEntry),
        kind: 'group',
        id: `g${place}`,
        name: `Nhóm ${place}`,
        aliases: [],
        order: 100 + place,
        memberIds: [...new Set(members.map((member) => `e${member}`))],
      };
    });
    return [...units, ...grouped];
  });

const signers: fc.Arbitrary<Signer[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('Lê An', 'Vũ Bình'),
      authority: fc.constantFrom('', 'T/M BAN THƯỜNG VỤ'),
      onBehalf: fc.constantFrom(null, 'KT. CHỦ TỊCH'),
      position: fc.constantFrom('BÍ THƯ', 'CHỦ TỊCH'),
    }),
    { maxLength: 4, selector: (signer) => JSON.stringify(signer) },
  )
  .map((list) => list.map((signer, place) => ({ ...signer, id: `s${place}`, isDefault: place === 0 })));

function tablesOf(model: WorkbookModel): RawTable[] {
  return model.sheets.map((sheet) => {
    const rows = new Map<number, string[]>();
    for (const { row, column, value } of sheet.cells) {
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      cells[column - 1] = value.kind === 'text' ? value.text : '';
    }
    return { sheet: sheet.name, rows: [...rows].map(([row, cells]) => ({ row, cells })) };
  });
}

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function officeOf(entries: readonly DirectoryEntry[], people: readonly Signer[]): Draft<OfficeTables> {
  const draft = draftOver<OfficeTables>({ list: () => [], get: () => undefined });
  for (const each of entries) draft.put('entries', each);
  for (const each of people) draft.put('signers', each);
  return draft;
}

const exported = (draft: Draft<OfficeTables>): RawTable[] =>
  tablesOf(
    directoryWorkbook({
      creator: 'x',
      createdAt: '2026-02-01T00:00:00.000Z',
      entries: draft.list('entries'),
      signers: draft.list('signers'),
    }),
  );

describe('the exported directory', () => {
  it('changes nothing when it is imported again', () => {
    fc.assert(
      fc.property(directory, signers, (entries, people) => {
        const draft = officeOf(entries, people);
        const before = structuredClone([draft.list('entries'), draft.list('signers')]);
        const told = importDirectory(draft, unwrap(rowsOfTables(exported(draft), 'x')), () => 'new');
        expect([told.refused, told.added, told.updated, told.signers]).toEqual([[], [], [], 0]);
        expect([draft.list('entries'), draft.list('signers')]).toEqual(before);
      }),
    );
  });

  it('makes the same directory in an empty office, under ids of its own', () => {
    fc.assert(
      fc.property(
        directory.map((entries) =>
          // An id in place of a name means nothing elsewhere, and what is no address is refused where it is new.
          entries.map((each) => ({
            ...each,
            name: each.name.replace(';', ''),
            ...(each.email !== undefined && { email: each.email.includes('@') ? each.email : '' }),
          })),
        ),
        (entries) => {
          const draft = officeOf(entries, []);
          const fresh = officeOf([], []);
          let next = 0;
          const told = importDirectory(
            fresh,
            unwrap(rowsOfTables(exported(draft), 'x')),
            () => `n${(next += 1)}`,
          );
          expect([told.refused, told.added.length]).toEqual([[], entries.length]);
          expect(exported(fresh)).toEqual(exported(draft));
        },
      ),
    );
  });
});
