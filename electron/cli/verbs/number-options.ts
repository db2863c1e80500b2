import type { OptionSpec } from '../verb';

/** Said by whoever gives a number that skips others; without it the call is refused, with the numbers it would leave. */
export const LEAVE_BLANK: OptionSpec = {
  type: 'boolean',
  help: 'Vẫn dùng số đã cho dù các số trước nó bị bỏ trống (không có thì bị từ chối).',
};
