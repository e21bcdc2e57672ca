// Something that is asked of the server, asked again whenever what the question reads changes.
import { ApiFailure } from "./api/client";

export class Loaded<T> {
  /** The latest answer; an older one stays while the next is on its way. */
  value = $state.raw<T | undefined>();
  failure = $state.raw<ApiFailure | undefined>();
  waiting = $state(true);
  #again = $state(0);

  /** `question` is run in an effect: it is asked anew when state that it reads changes. */
  constructor(question: (signal: AbortSignal) => Promise<T>) {
    $effect(() => {
      void this.#again;
      const controller = new AbortController();
      this.waiting = true;
      question(controller.signal).then(
        (value) => {
          if (controller.signal.aborted) return;
          this.value = value;
          this.failure = undefined;
          this.waiting = false;
        },
        (error: unknown) => {
          if (controller.signal.aborted) return;
          this.value = undefined;
          this.failure = asFailure(error);
          this.waiting = false;
        },
      );
      return () => controller.abort();
    });
  }

  retry = () => {
    this.#again += 1;
  };
}

function asFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  return new ApiFailure(String(error), "Reload the page; if it stays, please report it.", "unknown");
}
