// Made from the types of the program by its tests (tests/schemas): not to be changed here.

/** `not_known`, `yes`, `no`, a choice, a date or text; a whole number; a list of choices; or a list of entries. */
export type Answer = string | Whole | Array<string> | Array<{ [name: string]: Answer }>;

/** An answer sheet. Which facts there are, and which answer each takes, the pack says. */
export interface AnswerSheet {
  format: AnswersFormat;
  /** The pack whose questions are answered. */
  pack: string;
  /** The day of screening. */
  screened_on: Day;
  /** The reference of the referral, if one was begun. */
  reference?: Reference;
  /** The answers by fact. A fact that is not there was not asked. */
  answers: { [name: string]: Answer };
  /** Where answers come from, by fact. */
  evidence?: { [name: string]: Evidence };
  /** What another system answered and nobody has confirmed. */
  not_confirmed?: OneOrMore;
}

export type AnswersFormat = "answers/1";

/** `closed`: everything was cleared. */
export interface Closed {
  /** Where to, if the person left quickly. */
  exit?: string | null;
}

/** A real day, like `2026-11-21`. */
export type Day = string;

/** `document`: the person pressed the button that names the system around. Its file comes with it, as `bytes`. */
export interface Document {
  part: Part;
  /** The name of the file: nothing of the case but its reference. */
  name: string;
  /** Its media type. */
  kind: string;
}

/** Where an answer comes from. It decides nothing. */
export interface Evidence {
  /** The source. */
  from?: Origin;
  /** The day the source is of, not after the day of screening. */
  on?: Day;
  /** A note, of the part that the answer belongs to. */
  note?: string;
}

/** One thing that the check found. */
export interface Finding {
  severity: Severity;
  code: string;
  at: string;
  message: string;
  next_step: string;
  /** Smallest answer sheets that show it: none, one, or two that differ in what matters. */
  examples?: Array<AnswerSheet>;
}

/** Another outcome, and what leads there. */
export interface Leads {
  outcome: Name;
  sets: Array<{ [name: string]: Name }>;
  more: boolean;
}

/** A name: lower-case letters, digits and `_`, at most 64, starting with a letter or digit. */
export type Name = string;

/** Answers of another system, which nobody has confirmed. It decides nothing. */
export interface NotConfirmed {
  /** The name of the system, at most 80 characters; `screening`, `site` and `today` are the page itself, which filled them in. */
  system: string;
  /** The facts it answered; one of a group, in the first entry. */
  facts: Array<Name>;
}

/** One, or a list. */
export type OneOrMore = NotConfirmed | Array<NotConfirmed>;

export type Origin = "police_record" | "partner_agency" | "specialist" | "professional_view" | "not_checked";

/** `outcome`, once the person has agreed and sees the result. */
export interface Outcome {
  pack: PackOf;
  /** A verdict, a finer outcome of one, or `need_information`. */
  outcome: Name;
  /** The verdicts that some settlement of the unknown criteria reaches. */
  possible: Array<Name>;
  /** What stands beside the verdict. */
  flags: Array<string>;
}

export interface PackNamed {
  id: Name;
  version: string;
  /** SHA-256 of the pack in canonical form. */
  digest: string;
}

/** Which criteria it screens by. */
export interface PackOf {
  id: Name;
  version: string;
}

export type Part = "panel" | "restricted" | "handling";

/** What came of answers of another system: what was left out of them, or read under another name. */
export interface Prefilled {
  left_out: Array<Problem>;
}

/** One thing that is wrong, where, and what to do about it. */
export interface Problem {
  /** A stable public name, such as `sheet-unknown-fact`. */
  code: string;
  /** A fact, or a place in a pack or sheet; empty for the whole of it. */
  at: string;
  /** What is wrong, on one line. */
  message: string;
  /** What to do about it. */
  next_step: string;
}

/** `progress`, once the person has agreed: how far each section is. */
export interface Progress {
  sections: Array<SectionState>;
}

/** `ready`: the page is drawn. */
export interface Ready {
  /** The version of the program. */
  version: string;
  pack: PackOf;
  /** The languages it offers, the one it begins in first. */
  languages: Array<Tag>;
}

/** Eight letters and digits that are not mistaken for one another, such as `K7Q2-M9XD`. */
export type Reference = string;

/** What the check of a pack finds. */
export interface Report {
  pack: PackNamed;
  verdict: ReportVerdict;
  questions: number;
  criteria: number;
  /** How many of the criteria decide. */
  decide: number;
  verdicts: number;
  flags: number;
  settings: number;
  /** How many worked cases were run. */
  cases: number;
  problems: number;
  notes: number;
  /** For every outcome that some sheet comes to, a smallest such sheet. */
  reached: { [name: string]: AnswerSheet };
  findings: Array<Finding>;
}

export type ReportVerdict = "sound" | "fails its check";

/** What a screening came to. */
export interface Result {
  format: ResultFormat;
  pack: PackNamed;
  /** A verdict, a finer outcome of one, or `need_information`. */
  outcome: Name;
  /** The verdicts that some settlement of the unknown criteria reaches. */
  possible: Array<Name>;
  /** The unknown criteria that the verdict still depends on. */
  open: Array<Name>;
  /** What stands beside the verdict. */
  flags: Array<string>;
  /** What every criterion that decides came to: `yes`, `no`, a level, or `unknown`. */
  criteria: { [name: string]: Name };
  /** A smallest set of criteria that settles the verdict whatever the others are. */
  because: Array<Name>;
  /** The smallest sets of changes that lead to another outcome, at most five; each criterion with the value it would have. */
  would_change: Array<Leads>;
  /** What the sheet calls otherwise than the pack of today: read under the name of today, or left out and to be asked again. */
  renewed?: Array<Problem>;
}

export type ResultFormat = "result/1";

export interface SectionState {
  id: Name;
  state: State;
}

export type Severity = "problem" | "note";

export type State = "not_started" | "in_progress" | "done" | "not_needed";

export type Tag = "en" | "cy";

/** A whole number. */
export type Whole = number;
