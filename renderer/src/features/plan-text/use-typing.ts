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

/** Words that differ, or once differed, from the part; `from` is how the part read when the typing began. */
interface Typed {
  readonly text: string;
  readonly from: string;
}

const MOVED_ON =
  'Phần này đã đổi từ khi bắt đầu gõ, nên chưa ghi vào kế hoạch. Chữ đã gõ được giữ tạm; chọn ở đầu trang.';

/**
 * What is typed into one part of the text: kept on the disk within moments, written into the plan's text on `save` and when
 * the part is left. `draft` is what an earlier session typed and did not save.
 *
 * Where nothing is typed the text is the part's own, and nothing is ever written. Typed words are written only over the
 * part that they were typed on: a part may be moved, undone or changed by another window while its editor is open, and its
 * place then holds other words.
 */
export function useTyping(part: Part, draft: string | null): Typing {
  const { base } = part;
  const [typed, setTyped] = useState<Typed | null>(draft === null ? null : { text: draft, from: base });
  const [kept, setKept] = useState<string | null>(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const replace = useCommand('plan.replaceText');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** What this editor itself wrote last: the part reads so, also before the page has heard of it. */
  const written = useRef<string | null>(null);
  const latest = useRef({ part, typed, kept, run: replace.run });
  latest.current = { part, typed, kept, run: replace.run };

  const keep = useCallback((words: Typed | null) => {
    const { dossierId, key, title, textHash, base: now } = latest.current.part;
    const send = async () => {
      try {
        const [text, from] = words === null ? [null, now] : [words.text, words.from];
        await callCommand('plan.saveTextDraft', { dossierId, key, title, textHash, base: from, text });
        setKept(text);
        setProblem(null);
      } catch (error) {
        setProblem(messageOf(error));
      }
    };
    queue.current = queue.current.then(send, send);
    return queue.current;
  }, []);

  // Saved, or typed back to what the part says: there is nothing of its own any more.
  useEffect(() => {
    if (typed?.text === base) setTyped(null);
  }, [typed, base]);

  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  const type = useCallback(
    (next: string) => {
      setTyped((before) => ({ text: next, from: before?.from ?? latest.current.part.base }));
      timer.current ??= setTimeout(() => {
        timer.current = null;
        const { typed: words } = latest.current;
        if (words !== null) void keep(words);
      }, KEEP_AFTER_MS);
    },
    [keep],
  );

  const save = useCallback(async () => {
    stop();
    const { part: at, typed: words, kept: onDisk, run } = latest.current;
    if (words === null || words.text === at.base) {
      if (onDisk !== null) await keep(null);
      return true;
    }
    await keep(words);
    if (at.base !== words.from && at.base !== written.current) {
      setProblem(MOVED_ON);
      return false;
    }
    const { dossierId, textHash, start } = at;
    written.current = words.text;
    const done = await run({
      dossierId,
      textHash,
      edits: [{ start, end: start + at.base.length, text: words.text }],
    });
    if (done === null) return false;
    // The part is shown as it was written, tidied as it may be; what was typed in the meantime was typed on that.
    setTyped((now) => (now === null || now.text === words.text ? null : { ...now, from: words.text }));
    await keep(null);
    return true;
  }, [keep]);

  const giveUp = useCallback(() => {
    stop();
    setTyped(null);
    void keep(null);
  }, [keep]);

  const leave = useRef(save);
  leave.current = save;
  useEffect(() => () => void leave.current(), []);

  const text = typed?.text ?? base;
  return {
    text,
    type,
    save,
    giveUp,
    changed: text !== base,
    saving: replace.pending,
    kept: typed === null || kept === typed.text,
    problem,
  };
}
