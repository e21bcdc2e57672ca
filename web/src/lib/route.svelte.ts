// Where the reader is: the view and all of its state stand in the address, so that any state can be
// linked to, reloaded and gone back to.

export type View =
  | { name: "events" }
  | { name: "event"; id: string }
  | { name: "reports" }
  | { name: "report"; id: string }
  | { name: "sources" }
  | { name: "search" }
  | { name: "nowhere" };

export function viewOf(pathname: string): View {
  const [, head = "", rest = "", ...more] = pathname.split("/");
  const id = decoded(rest);
  if (more.length > 0 || id === undefined) return { name: "nowhere" };
  switch (head) {
    case "":
      return { name: "events" };
    case "events":
      return id ? { name: "event", id } : { name: "events" };
    case "reports":
      return id ? { name: "report", id } : { name: "reports" };
    case "sources":
    case "search":
      return id ? { name: "nowhere" } : { name: head };
    default:
      return { name: "nowhere" };
  }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

export const eventPath = (id: string) => `/events/${encodeURIComponent(id)}`;

/** The report's page, with one of its claims chosen. */
export function reportPath(id: string, claim?: string): string {
  const path = `/reports/${encodeURIComponent(id)}`;
  return claim ? `${path}?claim=${encodeURIComponent(claim)}` : path;
}

class Route {
  #pathname = $state(location.pathname);
  #search = $state(location.search);
  view = $derived(viewOf(this.#pathname));
  query = $derived(new URLSearchParams(this.#search));

  constructor() {
    addEventListener("popstate", () => this.#read());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Goes to another view, or to another state of this one. */
  go(address: string, { replace = false } = {}) {
    if (address === location.pathname + location.search) return;
    history[replace ? "replaceState" : "pushState"](null, "", address);
    this.#read();
  }

  /** Changes parameters of the address; `undefined` or empty takes one out. */
  set(changes: Record<string, string | undefined>, options?: { replace?: boolean }) {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString();
    this.go(location.pathname + (text && `?${text}`), options);
  }

  #read() {
    this.#pathname = location.pathname;
    this.#search = location.search;
  }

  /** Plain links are views of this page; the browser keeps those that open elsewhere. */
  #follow(event: MouseEvent) {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) return;
    if (link.target || link.hasAttribute("download") || link.pathname.startsWith("/api/") || link.hash) return;
    event.preventDefault();
    const sameView = link.pathname === location.pathname;
    this.go(link.pathname + link.search);
    if (!sameView) scrollTo(0, 0);
  }
}

export const route = new Route();
