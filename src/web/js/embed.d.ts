import type { DriveError } from './error.js';
import type { AnswerSheet, Closed, Document, Outcome, Prefilled, Progress, Ready } from './types.js';

/** What the element says, by the type of the event; each is the event's `detail`. */
export interface DriveEvents {
  /** It is drawn. */
  ready: Ready;
  /** How far each section is: once the person has agreed. */
  progress: Progress;
  /** How the screening came out: once the person has agreed, and sees the result. */
  outcome: Outcome;
  /** A part of the referral: the person pressed the button that names this page. */
  document: Document & { bytes: Uint8Array };
  /** Everything was cleared. */
  closed: Closed;
  /** It could not start, or something it was given could not be taken. */
  error: DriveError;
}

/** `<drive-screening site name lang shadow>`: see README, "In your own page". */
export declare class DriveScreening extends HTMLElement {
  /** Settled when it has drawn; refused where it could not, or was removed before. */
  readonly ready: Promise<Ready>;
  /**
   * Answers of your own system, which the person sees as not confirmed yet. Before `ready` only. Settled with what was left
   * out of them; refused with every problem of the sheet.
   */
  prefill(sheet: AnswerSheet | string, options: { system: string; signal?: AbortSignal }): Promise<Prefilled>;
  /** The next message of a type. */
  next<Type extends keyof DriveEvents>(type: Type, options?: { signal?: AbortSignal }): Promise<DriveEvents[Type]>;
  addEventListener<Type extends keyof DriveEvents>(
    type: Type,
    listener: (this: DriveScreening, event: CustomEvent<DriveEvents[Type]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export { DriveError } from './error.js';

declare global {
  interface HTMLElementTagNameMap {
    'drive-screening': DriveScreening;
  }
}
