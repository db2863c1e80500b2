import { useCallback, useEffect, useRef, useState } from 'react';
import { callCommand } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';

/** The longest time for which typed words are in the window alone. */
const KEEP_AFTER_MS = 1_200;

interface Part {
  readonly dossierId: string;
  readonly key: string;
  readonly title: string;
  readonly start: number;
  readonly base: string;
  readonly textHash: string;
}

export interface Typing {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Into the plan's text; true when it is there. */
  readonly save: () => Promise<boolean>;
  readonly giveUp: () => void;
  readonly changed: boolean;
  readonly saving: boolean;
  /** Whether every typed word lies on the disk, or why it does not. */
  readonly kept: boolean;
  readonly problem: string | null;
}

/**
 * What is typed into one part of the text: kept on the disk within moments, written into the plan's text on `save` and when
 * the part is left. `draft` is what an earlier session typed and did not save.
 */
export function useTyping(part: Part, draft: string | null): Typing {
  const { base } = part;
  const [text, setText] = useState(draft ?? base);
  const [kept, setKept] = useState(draft ?? base);
  const [problem, setProblem] = useState<string | null>(null);
  const replace = useCommand('plan.replaceText');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const known = useRef(base);
  const latest = useRef({ part, text, run: replace.run });
  latest.current = { part, text, run: replace.run };

  const keep = useCallback((words: string | null) => {
    const { dossierId, key, title, textHash, base: from } = latest.current.part;
    const send = async () => {
      try {
        await callCommand('plan.saveTextDraft', { dossierId, key, title, textHash, base: from, text: words });
        setKept(words ?? from);
        setProblem(null);
      } catch (error) {
        setProblem(messageOf(error));
      }
    };
    queue.current = queue.current.then(send, send);
    return queue.current;
  }, []);

  // The part changed elsewhere (a save, an undo): shown, unless something is being typed here.
  useEffect(() => {
    if (base === known.current) return;
    const untouched = latest.current.text === known.current;
    known.current = base;
    if (untouched) {
      setText(base);
      setKept(base);
    }
  }, [base]);

  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  const type = useCallback(
    (next: string) => {
      setText(next);
      timer.current ??= setTimeout(() => {
        timer.current = null;
        void keep(latest.current.text);
      }, KEEP_AFTER_MS);
    },
    [keep],
  );

  const save = useCallback(async () => {
    stop();
    const { part: at, text: words, run } = latest.current;
    if (words === at.base) return true;
    await keep(words);
    const { dossierId, textHash, start } = at;
    const done = await run({
      dossierId,
      textHash,
      edits: [{ start, end: start + at.base.length, text: words }],
    });
    if (done === null) return false;
    known.current = words;
    await keep(null);
    return true;
  }, [keep]);

  const giveUp = useCallback(() => {
    stop();
    setText(latest.current.part.base);
    void keep(null);
  }, [keep]);

  const leave = useRef(save);
  leave.current = save;
  useEffect(() => () => void leave.current(), []);

  return {
    text,
    type,
    save,
    giveUp,
    changed: text !== base,
    saving: replace.pending,
    kept: kept === text,
    problem,
  };
}
