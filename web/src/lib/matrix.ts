// The claims of one event side by side: a row for each attribute, a column for each chain of sources.
import type { Claim, Event, Figure, Harm, Side, Span } from "./api/types";
import { attribute, capital, count, countInWords, interval, placeWords, plain, region, speakers } from "./format";

/** Where a value stands. */
export interface Place {
  claim: Claim;
  /** The words that carry the value; the claim's own words where it has none of its own. */
  span: Span;
  /** True where a later figure of the same source replaced it. */
  superseded: boolean;
}

/** One value with the words behind it, once for each report that gives it. */
export interface Value {
  /** What is shown. */
  text: string;
  /** Said more fully, where the short form needs it. */
  title?: string;
  /** Further words in small print (side, region). */
  note?: string;
  /** True where it says that the event did not happen. */
  denied?: boolean;
  said: Place[];
}

export interface Column {
  name: string;
  /** Side of the innermost source, where one is known. */
  side?: string;
  /** True where an outlet tells it in its own voice. */
  ownVoice: boolean;
  claims: Claim[];
}

export interface Row {
  name: string;
  contested: boolean;
  /** Low, best and high, for a row of figures. */
  figure?: Figure;
  /** Values by column. */
  cells: Value[][];
}

export interface Matrix {
  columns: Column[];
  rows: Row[];
}

type Read = Omit<Value, "said"> & { span: Span; superseded?: boolean };
type Reader = (claim: Claim) => Read[];

export function matrix(event: Event, claims: Claim[]): Matrix {
  const columns = columnsOf(claims);
  const contested = new Set(event.contested);
  const rows: Row[] = [];
  const add = (name: string, keys: string[], read: Reader, figure?: Figure) => {
    const cells = columns.map((column) => values(column, read));
    if (cells.some((cell) => cell.length > 0)) {
      rows.push({ name, contested: keys.some((key) => contested.has(key)), cells, ...(figure && { figure }) });
    }
  };
  add("Says that it", ["status"], (c) => [
    { text: STATUS[c.status] ?? plain(c.status), denied: c.status === "denied", span: c.trigger_span },
  ]);
  add("What", ["type"], (c) => [{ text: plain(c.type), note: `“${c.trigger}”`, span: c.trigger_span }]);
  add("When", ["time"], whenRead);
  add("Where", ["place"], whereRead);
  for (const role of ["agent", "target", "ally", "other"] as const) {
    add(ROLES[role], [role], (c) => actorsRead(c, role));
  }
  for (const { harm, side, figure } of harms(event, claims)) {
    const name = `${capital(harm)}: ${side === "unknown" ? "side unknown" : plain(side)}`;
    add(name, [`${harm}:${side}`, harm], (c) => effectsRead(c, harm, side, figure), figure);
  }
  add("Means", ["means"], (c) => c.means.map((m) => ({ text: plain(m), span: c.span })));
  add("Responsibility claimed by", ["responsibility"], (c) =>
    c.responsibility ? [{ text: c.responsibility, span: c.span }] : [],
  );
  add("The report treats it", ["stance"], stanceRead);
  return { columns, rows };
}

const STATUS: Record<string, string> = {
  happened: "happened",
  ongoing: "is going on",
  planned: "is planned",
  expected: "is expected",
  denied: "did not happen",
};

const ROLES = { agent: "By whom", target: "To whom", ally: "Helped by", other: "Also involved" };

/** Columns in the order in which their first claim comes. */
function columnsOf(claims: Claim[]): Column[] {
  const found = new Map<string, Column>();
  for (const claim of claims) {
    const ownVoice = claim.sources.length === 0;
    const name = speakers(claim);
    const key = `${ownVoice}|${name.toLocaleLowerCase("en")}`;
    const side = claim.sources.at(-1)?.side;
    const column = found.get(key) ?? { name, ownVoice, claims: [], ...(side && side !== "unknown" && { side }) };
    column.claims.push(claim);
    found.set(key, column);
  }
  return [...found.values()];
}

/** Every harm by side of victims: those with figures, then those that only a denial speaks of. */
function harms(event: Event, claims: Claim[]): { harm: Harm; side: Side; figure?: Figure }[] {
  const found = new Map(event.figures.map((figure) => [`${figure.harm}:${figure.side}`, { ...figure, figure }]));
  const rest = new Map<string, { harm: Harm; side: Side }>();
  for (const { harm, side } of claims.flatMap((claim) => claim.effects)) {
    if (!found.has(`${harm}:${side}`)) rest.set(`${harm}:${side}`, { harm, side });
  }
  return [...found.values(), ...rest.values()];
}

/** The values of one column; what several reports say in the same way stands there once. */
function values(column: Column, read: Reader): Value[] {
  const found = new Map<string, Value>();
  for (const claim of column.claims) {
    for (const { span, superseded = false, ...shown } of read(claim)) {
      const key = `${shown.text}|${shown.note ?? ""}|${superseded}`;
      const value = found.get(key) ?? { ...shown, said: [] };
      value.said.push({ claim, span, superseded });
      found.set(key, value);
    }
  }
  return [...found.values()];
}

function whenRead(claim: Claim): Read[] {
  const { text, from, to, span } = claim.time;
  if (!text && !from && !to) return [];
  return [{ text: interval({ from, to }), ...(text && { note: `“${text}”` }), span: span ?? claim.span }];
}

function whereRead(claim: Claim): Read[] {
  return claim.places.map((place) => ({
    text: placeWords(place),
    note: region(place),
    span: place.span ?? claim.span,
  }));
}

function actorsRead(claim: Claim, role: string): Read[] {
  return claim.actors
    .filter((actor) => actor.role === role)
    .map((actor) => ({
      text: actor.name,
      ...(actor.side !== "unknown" && { note: plain(actor.side) }),
      span: actor.span ?? claim.span,
    }));
}

function effectsRead(claim: Claim, harm: Harm, side: Side, figure: Figure | undefined): Read[] {
  const replaced = figure?.values.filter((v) => v.claim === claim.id && v.superseded) ?? [];
  return claim.effects
    .filter((effect) => effect.harm === harm && effect.side === side)
    .map((effect) => ({
      text: count(effect),
      title: countInWords(effect),
      note: effect.victims ?? "",
      span: effect.span ?? claim.span,
      superseded: replaced.some((v) => v.min === effect.min && v.max === effect.max),
    }));
}

function stanceRead(claim: Claim): Read[] {
  if (claim.stance === "reported") return [];
  const evidence = claim.evidence.find((e) => e.field === "stance");
  return [{ text: claim.stance === "doubted" ? "with doubt" : "as indeed so", span: evidence?.span ?? claim.span }];
}

/** The attributes that sources disagree on, as one line. */
export const disagreements = (event: Event) => event.contested.map(attribute).join(", ");
