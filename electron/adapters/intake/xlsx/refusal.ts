/** Why a workbook is not read; the readers turn it into a Result. */

export class WorkbookRefusal extends Error {
  /** `message` is a complete Vietnamese sentence. */
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}
