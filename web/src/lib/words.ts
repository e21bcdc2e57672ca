// Spans of text. Offsets count characters (Unicode scalar values), as everywhere outside the analysis;
// JavaScript strings count UTF-16 units, so texts are cut up once and then sliced.
import type { Claim, Span } from "./api/types";

/** Characters that turn the direction of writing round: a report must not use them to be read otherwise
 * than it was written. They are shown as the sign for what cannot be shown, one for one. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

export class Characters {
  readonly #all: string[];

  constructor(text: string) {
    this.#all = Array.from(text.replace(TURNING, "\uFFFD"));
  }

  get length(): number {
    return this.#all.length;
  }

  slice(start: number, end: number): string {
    return this.#all.slice(Math.max(0, start), Math.max(0, end)).join("");
  }

  /** The words of a span with up to `around` characters of the same paragraph on each side. */
  context(span: Span, around: number): { before: string; words: string; after: string } {
    const before = this.slice(span.start - around, span.start);
    const after = this.slice(span.end, span.end + around);
    const paragraph = before.lastIndexOf("\n\n");
    const next = after.indexOf("\n\n");
    const clippedBefore = paragraph >= 0 ? before.slice(paragraph + 2) : wordStart(before, span.start > around);
    const clippedAfter = next >= 0 ? after.slice(0, next) : wordEnd(after, span.end + around < this.length);
    return { before: clippedBefore, words: this.slice(span.start, span.end), after: clippedAfter };
  }
}

function wordStart(text: string, cut: boolean): string {
  return cut ? `…${text.replace(/^\S*/u, "")}` : text;
}

function wordEnd(text: string, cut: boolean): string {
  return cut ? `${text.replace(/\S*$/u, "")}…` : text;
}

/** A marked stretch of text, by what it is marked for. */
export interface Mark<T> {
  start: number;
  end: number;
  mark: T;
}

/** A run of text under the same marks. */
export interface Run<T> {
  start: number;
  end: number;
  marks: T[];
}

/** Cuts `start..end` at every edge of a mark. Runs are in order, cover everything and never overlap. */
export function runs<T>(start: number, end: number, marks: Mark<T>[]): Run<T>[] {
  const inside = marks.filter((m) => m.start < end && m.end > start && m.end > m.start);
  const edges = new Set([start, end]);
  for (const mark of inside) {
    edges.add(Math.max(start, mark.start));
    edges.add(Math.min(end, mark.end));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? start;
    return { start: from, end: to, marks: inside.filter((m) => m.start < to && m.end > from).map((m) => m.mark) };
  });
}

/** What part of a claim some words are. */
export type Part = "trigger" | "source" | "actor" | "place" | "time" | "effect";

/** The words of each value of a claim that has words of its own. */
export function parts(claim: Claim): Mark<Part>[] {
  const found: Mark<Part>[] = [];
  const add = (span: Span | null | undefined, mark: Part) => {
    if (span && span.end > span.start) found.push({ ...span, mark });
  };
  add(claim.trigger_span, "trigger");
  for (const source of claim.sources) add(source.span, "source");
  for (const actor of claim.actors) add(actor.span, "actor");
  for (const place of claim.places) add(place.span, "place");
  add(claim.time.span, "time");
  for (const effect of claim.effects) add(effect.span, "effect");
  return found;
}
