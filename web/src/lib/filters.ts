// The filters of the lists, as they stand in the address. The names are those of the API.

export const FILTERS = [
  "text",
  "kind",
  "status",
  "side",
  "source",
  "actor",
  "country",
  "from",
  "to",
  "contested",
  "grade",
  "report",
  "bbox",
] as const;

export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>>;

export const PAGE = 50;

/** The filters that are set in an address; what the API does not know is left out. */
export function filtersOf(query: URLSearchParams): Filters {
  const found: Filters = {};
  for (const name of FILTERS) {
    const value = query.get(name)?.trim();
    if (value) found[name] = value;
  }
  return found;
}

/** Number of the page in an address, from 1. */
export function pageOf(query: URLSearchParams): number {
  const page = Number(query.get("page") ?? "1");
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}

/** What a change of filters does to the address: it starts at the first page again. */
export function change(name: FilterName, value: string | undefined): Record<string, string | undefined> {
  return { [name]: value?.trim(), page: undefined };
}

/** Takes every filter out. */
export function none(): Record<string, undefined> {
  return Object.fromEntries([...FILTERS, "page"].map((name) => [name, undefined]));
}
