// Values as words. Dates stay ISO dates: readers of many countries, one meaning.
import type { Claim, Interval, Place } from "./api/types";

const SHORT = new Map([
  ["ngo", "NGO"],
  ["igo", "IGO"],
  ["ied", "IED"],
]);

/** `state_ally` as `state ally`, `suicide_bombing` as `suicide bombing`, `ngo` as `NGO`. */
export const plain = (name: string) => SHORT.get(name) ?? name.replaceAll("_", " ");

/** A name from a list at the start of a line. */
export function capital(name: string): string {
  const words = plain(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Ends {
  min: number | null;
  max: number | null;
}

/** A count as a source gives it: `14`, `≥ 14`, `≤ 30`, `24–96`, or that no number was given. */
export function count({ min, max }: Ends): string {
  if (min === null && max === null) return "number not given";
  if (max === 0) return "none";
  if (min === null) return `≤ ${max}`;
  if (max === null) return `≥ ${min}`;
  return min === max ? `${min}` : `${min}–${max}`;
}

/** The same for a screen reader, and as a tooltip. */
export function countInWords({ min, max }: Ends): string {
  if (min === null && max === null) return "no number given";
  if (max === 0) return "none";
  if (min === null) return `at most ${max}`;
  if (max === null) return `at least ${min}`;
  return min === max ? `${min}` : `between ${min} and ${max}`;
}

export function interval({ from, to }: Interval): string {
  if (!from && !to) return "date not given";
  if (!from) return `until ${to}`;
  if (!to) return `from ${from}`;
  return from === to ? from : `${from} – ${to}`;
}

/** The place as the report puts it: `southwest of Maarrat Misrin`. */
export function placeWords(place: Pick<Place, "text" | "relation">): string {
  return place.relation ? `${place.relation} ${place.text}` : place.text;
}

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** `SY` as `Syria`; a code that is none stays as it is. */
export function country(code: string): string {
  try {
    return REGIONS.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Where a place is, from near to far: `Idlib, Syria`. What the place is called itself is not said again. */
export function region(place: Pick<Place, "text" | "admin1" | "country">): string {
  const around = [place.admin1, place.country && country(place.country)];
  return around.filter((name) => name && name !== place.text).join(", ");
}

/** Who tells a claim, outermost first; a claim without sources is told by its outlet. */
export function speakers(claim: Claim): string {
  if (claim.sources.length > 0) return claim.sources.map((s) => s.name).join(" ‹ ");
  return claim.outlet ?? "the report itself";
}

/** Where a claim was read: the outlet, and who took it over. */
export function outlets({ outlet, publisher }: Pick<Claim, "outlet" | "publisher">): string {
  if (!outlet) return "unknown outlet";
  return publisher && publisher !== outlet ? `${outlet} by way of ${publisher}` : outlet;
}

/** A source's figures against those of others: `×1.5 in 12 cases (9 higher, 1 lower)`. */
export function direction(ratio: { middle: number; cases: number; higher: number; lower: number }): string {
  const { middle, cases, higher, lower } = ratio;
  return `×${Number(middle.toFixed(2))} in ${plural(cases, "case")} (${higher} higher, ${lower} lower)`;
}

/** `killed:civilian` as `killed (civilian)`. */
export function attribute(name: string): string {
  const [head = "", side] = name.split(":");
  return side ? `${plain(head)} (${plain(side)})` : plain(head);
}

export const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** An address that is safe to put behind a link; reports bring `javascript:` addresses too. */
export function webAddress(url: string | null): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  return ["http:", "https:"].includes(new URL(url).protocol) ? url : undefined;
}
