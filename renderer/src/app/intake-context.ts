/** What was handed in from anywhere in the window (drop, Ctrl+I, a button) and which tray takes it. */
import { createContext, useContext } from 'react';
import type { HandedFile } from '../../../shared/rpc/bridge';

export type Intake =
  | {
      readonly kind: 'plan';
      readonly files: readonly HandedFile[];
      /** Line of the incoming book that the plan carries out. */
      readonly incomingId?: string;
    }
  | { readonly kind: 'incoming'; readonly files: readonly HandedFile[] }
  | {
      readonly kind: 'reports';
      readonly files: readonly HandedFile[];
      /** Files of the tray that are taken up again. */
      readonly items?: readonly string[];
    }
  | { readonly kind: 'own-plans'; readonly files: readonly HandedFile[] }
  | { readonly kind: 'directory'; readonly files: readonly HandedFile[] };

export interface IntakeActions {
  readonly open: (intake: Intake) => void;
}

export const IntakeContext = createContext<IntakeActions>({ open: () => undefined });

export function useIntake(): IntakeActions {
  return useContext(IntakeContext);
}

/** Which tray a drop belongs to, by the names and by where it was dropped. */
export function intakeKind(names: readonly string[], pathname: string): Intake['kind'] {
  if (pathname.startsWith('/danh-muc') && names.length === 1 && /\.(xlsx|json)$/i.test(names[0] ?? ''))
    return 'directory';
  if (pathname.startsWith('/bao-cao/ke-hoach-don-vi')) return 'own-plans';
  if (pathname.startsWith('/van-ban-den') && names.length === 1) return 'incoming';
  const text = (name: string) => /\.(docx?|pdf|txt|md|rtf|odt)$/i.test(name);
  return names.length === 1 && names.every(text) ? 'plan' : 'reports';
}
