/** What went wrong, for whoever embeds this: `code` is stable, `message` and `next_step` are for people. */
export class DriveError extends Error {
  /** @param {{code: string, message: string, next_step: string}[]} problems at least one; the first speaks for all */
  constructor(problems, cause) {
    const [{ code, message, next_step }] = problems;
    super(message, { cause });
    this.name = 'DriveError';
    this.code = code;
    this.next_step = next_step;
    this.problems = problems;
  }
}

/** An error of one problem. */
export function failure(code, message, next_step, cause) {
  return new DriveError([{ code, at: '', message, next_step }], cause);
}
