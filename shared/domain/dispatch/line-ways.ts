/** The way of sending that was chosen for a line of Nơi nhận, told for each of whom the line comes to. */
import type { Channel } from './channel';
import type { ExpandedRecipients, RecipientLine } from './recipients';

/** What a choice for a line is kept by while the list is open. */
export function lineKey(line: Pick<RecipientLine, 'itemId' | 'name'>, index: number): string {
  return line.itemId ?? `${index}|${line.name}`;
}

/**
 * Recipients that get it another way than most: by what was chosen for their line (`ways`, by `lineKey`), else their
 * `usual` way: that of the last time or of the directory.
 */
export function otherWays(
  { lines, recipients }: ExpandedRecipients,
  ways: ReadonlyMap<string, Channel>,
  usual: ReadonlyMap<string, Channel | null | undefined>,
  channel: Channel,
): { entryId: string; channel: Channel }[] {
  return recipients.flatMap(({ entryId, line: index }) => {
    const line = lines[index];
    const way = (line && ways.get(lineKey(line, index))) ?? usual.get(entryId) ?? channel;
    return way === channel ? [] : [{ entryId, channel: way }];
  });
}
