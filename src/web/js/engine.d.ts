import type { AnswerSheet, PackNamed, Report, Result } from './types.js';

/** The names of the criteria that ship. */
export type BuiltIn =
  | 'default'
  | 'min16'
  | 'repeat_or_serial'
  | 'repeat_crime_only'
  | 'serial_3y'
  | 'serial_unconnected'
  | 'partners_only'
  | 'marac_only'
  | 'idva_required'
  | 'serial_16';

/** Criteria of a site's own, read. */
export interface Criteria {
  /** Gives their memory back. */
  free(): void;
}

/** The engine, as soon as it is loaded. `language` is that of messages. */
export declare function engine(options?: { language?: 'en' | 'cy' }): Promise<Engine>;

export declare class Engine {
  private constructor();
  /** The names of the criteria that ship. */
  readonly names: BuiltIn[];
  /** The id, version and SHA-256 digest of criteria, the default ones if none are named. */
  identity(criteria?: BuiltIn | Criteria): PackNamed;
  /** What an answer sheet comes to. Throws a `DriveError` with every problem of the sheet. */
  screen(sheet: AnswerSheet, criteria?: BuiltIn | Criteria): Result;
  /** Reads a pack, an object or the text of its file. Refused with every problem of the pack. */
  criteria(pack: object | string): Promise<Criteria>;
  /** What the check of a pack finds, as of a day, `YYYY-MM-DD`. Refused with every problem that keeps it from loading. */
  check(pack: object | string, options?: { day?: string }): Promise<Report>;
}

export { DriveError } from './error.js';
