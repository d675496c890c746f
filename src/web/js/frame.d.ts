import type { DriveEvents } from './embed.js';
import type { AnswerSheet, Prefilled, Ready } from './types.js';

export interface FrameOptions {
  /** The address of `index.html`; that beside `frame.js` if it is left out. */
  src?: string;
  /** What the person knows this page by. Without it this page is told nothing of the screening. */
  name?: string;
  /** The language it begins in, `en` or `cy`, where the copy offers it. */
  lang?: string;
  /** The title of the frame, for screen readers. */
  title?: string;
  /** Answers of your own system, which the person sees as not confirmed yet. */
  prefill?: { system: string; sheet: AnswerSheet | string };
  /** Takes the frame away. */
  signal?: AbortSignal;
}

/** What a frame says: `error` is told by its promises. */
export type FrameEvents = Omit<DriveEvents, 'error'>;

/** Puts a frame with the page into an element. */
export declare function frame(into: Element, options?: FrameOptions): DriveFrame;

export declare class DriveFrame extends EventTarget {
  /** Settled when the page has drawn; refused where it does not speak to this page, or was removed before. */
  readonly ready: Promise<Ready>;
  /** Settled with what was left out of the answers given; refused with every problem of the sheet. */
  readonly prefilled: Promise<Prefilled>;
  /** Messages that were none of ours. */
  readonly dropped: number;
  /** How many messages the page inside was sent that it did not take. */
  droppedInside(): Promise<number>;
  /** Takes the frame away, with everything in it. */
  remove(): void;
  /** The next message of a type. */
  next<Type extends keyof FrameEvents>(type: Type, options?: { signal?: AbortSignal }): Promise<FrameEvents[Type]>;
  addEventListener<Type extends keyof FrameEvents>(
    type: Type,
    listener: (this: DriveFrame, event: CustomEvent<FrameEvents[Type]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export { DriveError } from './error.js';
