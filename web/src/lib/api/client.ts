// The one place that talks to the server. Paths, parameters and answers are checked against
// docs/openapi.json by the compiler.
import type { paths } from "./schema";
import type { Failure } from "./types";

/** Why there is no answer, with what can be done about it. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    readonly code: string,
  ) {
    super(message);
  }
}

type Answer<P extends keyof paths> = paths[P]["get"]["responses"][200]["content"]["application/json"];
type QueryOf<P extends keyof paths> = paths[P]["get"]["parameters"] extends { query?: infer Q } ? Q : never;

interface Question<P extends keyof paths> {
  /** Replaces `{id}` in the path. */
  id?: string;
  query?: QueryOf<P>;
  signal?: AbortSignal;
}

export async function ask<P extends keyof paths & string>(path: P, question: Question<P> = {}): Promise<Answer<P>> {
  const url = path.replace("{id}", encodeURIComponent(question.id ?? "")) + queryString(question.query as object | undefined);
  let response: Response;
  try {
    response = await fetch(url, { signal: question.signal ?? null });
  } catch (error) {
    if (question.signal?.aborted) throw error;
    throw new ApiFailure(
      "The server does not answer.",
      "See whether `ascribe serve` is still running, then try again.",
      "unreachable",
    );
  }
  if (response.ok) return (await response.json()) as Answer<P>;
  const failure = (await response.json().catch(() => ({}))) as Partial<Failure>;
  throw new ApiFailure(
    failure.message ?? `The server answered with status ${response.status}.`,
    failure.remedy ?? "Try again.",
    failure.code ?? "unknown",
  );
}

function queryString(query: object | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
