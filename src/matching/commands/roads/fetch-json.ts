/** A road service did not answer: nothing came, or not what is documented. The message is a part of a sentence: "took longer than 20 seconds". */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  /** Whether the same question may be answered when it is asked again. */
  readonly passes: boolean;

  constructor(message: string, { passes }: { passes: boolean }) {
    super(message);
    this.passes = passes;
  }
}

/** A road service understood the question and refuses it: status 400 to 499. `body` is what it said, parsed where it was JSON. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`refused with status ${status}`);
    this.body = body;
  }
}

/** Far more than a hundred places need. */
const MOST_BYTES = 16_000_000;

const TOO_MANY_REQUESTS = 429;

interface Question {
  url: string;
  /** Sent as JSON by POST; without it the question is a GET. */
  body?: unknown;
  timeoutSeconds: number;
}

/** Asks once and parses the answer. Follows no redirect, so that nothing but the operator's own service is asked. Throws NoAnswer or Refusal. */
export async function fetchJson({ url, body, timeoutSeconds }: Question): Promise<unknown> {
  const signal = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await fetch(url, {
      signal,
      redirect: 'error',
      headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await textOf(response);
    const { status } = response;
    if (status >= 500 || status === TOO_MANY_REQUESTS) {
      throw new NoAnswer(`answered with status ${status}`, { passes: true });
    }
    const parsed = parsedOr(text, null);
    if (status >= 400) throw new Refusal(status, parsed);
    if (status !== 200 || parsed === null) {
      throw new NoAnswer('answered with something else than JSON', { passes: false });
    }
    return parsed;
  } catch (error) {
    if (error instanceof NoAnswer || error instanceof Refusal) throw error;
    if (signal.aborted) throw new NoAnswer(`took longer than ${timeoutSeconds} seconds`, { passes: true });
    throw new NoAnswer('could not be reached', { passes: true });
  }
}

async function textOf(response: Response): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new NoAnswer('answered with more than 16 megabytes', { passes: false });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parsedOr(text: string, otherwise: null): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}
