/** Refusals as faults that the tray keeps and the fix list tells. */
import type { IntakeFault } from '../../domain/report/intake-model';
import type { FigureFault } from '../../domain/report/judge-figures';
import type { AppError } from '../../result';

/** What is wrong in a form, with its words in parts where the judge parted them. */
export function faultOf({ sheet, cell, code, message, parts }: FigureFault): IntakeFault {
  return { sheet, cell, code, message, ...(parts ?? { written: '', why: message, expected: '' }) };
}

/** A refusal of the whole file; its sentence is parted into why and what to do. */
export function faultOfError(error: AppError): IntakeFault {
  const reason = error.details?.['reason'];
  return wholeFileFault(
    typeof reason === 'string' ? reason : error.code.toLowerCase().replaceAll('_', '-'),
    error.message,
  );
}

/** A fault that no cell has; `code` is a stable word, the sentence begins what to do with “Hãy”. */
export function wholeFileFault(code: string, message: string): IntakeFault {
  const at = message.search(/(?<=\. )Hãy /u);
  const [why, expected] = at < 0 ? [message, ''] : [message.slice(0, at).trim(), message.slice(at)];
  return { sheet: null, cell: null, code, message, written: '', why, expected };
}
