import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { shownValue } from '../../../../shared/domain/incoming/words';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery } from '../../api/client';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { date } from '../../ui/format';
import type { LineForm } from './line-form';

export type Reading = OutputOf<'incoming.read'>;

/** What the program read in the file of a new line; null until it has. A file that may not be kept is let go of. */
export function useReading(file: HandedFile | null, setFile: (file: null) => void): Reading | null {
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    let gone = false;
    callQuery('incoming.read', { ticket: file.ticket }).then(
      (value) => {
        if (!gone) setReading(value);
      },
      (error: unknown) => {
        if (gone) return;
        setFile(null);
        toastError('Không nhận tệp này', messageOf(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [file, setFile]);
  return reading;
}

/** What was read for a field beside the words that it was read from, until the field says so itself. */
export function ReadValue(props: {
  readonly reading: Reading | null;
  readonly field: keyof LineForm;
  readonly form: LineForm;
  readonly onTake: (found: Reading['fields']) => void;
}): ReactNode {
  const { reading, field, form } = props;
  const found = reading?.fields.find((one) => one.field === field);
  if (!found || form[field] === found.value) return null;
  return (
    <div className="muted" data-testid={`proposed-${field}`}>
      Trong văn bản: “{found.words}”{' '}
      <Button size="small" onClick={() => props.onTake([found])}>
        Dùng “{shownValue(field, found.value).slice(0, 60)}”
      </Button>
    </div>
  );
}

/** The days that a document names, where it names several: which of them is its deadline is for a person to say. */
export function DeadlineChoices(props: {
  readonly reading: Reading | null;
  readonly onTake: (choice: Reading['deadlines'][number]) => void;
}): ReactNode {
  const choices = props.reading?.deadlines ?? [];
  if (choices.length < 2) return null;
  return choices.slice(0, 4).map((choice) => (
    <div key={`${choice.lastDay} ${choice.time ?? ''}`} className="muted">
      “{choice.words.slice(0, 140)}”{' '}
      <Button size="small" onClick={() => props.onTake(choice)}>
        Dùng {choice.time ?? ''} {date(choice.lastDay)}
      </Button>
    </div>
  ));
}
