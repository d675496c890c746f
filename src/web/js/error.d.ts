import type { Problem } from './types.js';

/** What went wrong: `code` is stable, `message` and `next_step` are for people. */
export declare class DriveError extends Error {
  readonly code: string;
  readonly next_step: string;
  /** Everything that is wrong, at least one; the error itself speaks of the first. */
  readonly problems: Problem[];
}
