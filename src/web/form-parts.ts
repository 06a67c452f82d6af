import { type Readable, Readable as Streams, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Context } from 'hono';
import { NotOurs } from './errors.tsx';

/** One part of a form with files, in the order in which the browser sent them. */
export type FormPart =
  | { kind: 'field'; name: string; value: string }
  /** To be read before the next part is asked for; what is left of it then is passed over. */
  | { kind: 'file'; name: string; fileName: string; content: Readable };

/** More came than is taken. The rest can be let through with `drain`, so that the browser gets to its answer. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

/** A form with files as it comes in: nothing of it is kept, and no more of it is read than is asked for. */
export interface FormParts extends AsyncIterator<FormPart, void, void> {
  /** Reads what is still to come and throws it away, up to some measure. */
  drain(): Promise<void>;
}

const LONGEST_FIELD = 64 * 1024;
const MOST_FIELDS = 100;
const MOST_FILES = 200;

/** How much is let through for nothing, times what is taken: a browser shows an answer only once it has sent everything. */
const DRAINED = 4;

/**
 * The parts of a form of files, of at most so many bytes together. Throws NotOurs for a body that is no such form, or that ends before its
 * end; TooLarge at the part that goes beyond the measure.
 */
export function formParts(c: Context, mostBytes: number): FormParts {
  const { body } = c.req.raw;
  if (body === null) throw new NotOurs('The site takes what its own forms send.');
  const incoming = Streams.fromWeb(body as WebStream);
  // A connection that breaks is told to whoever reads the parts.
  incoming.on('error', () => {});
  const parser = parserOf(c.req.header('content-type') ?? '');
  const waiting: FormPart[] = [];
  const files = new Set<Readable>();
  let failure: Error | undefined;
  let isOver = false;
  let wake: (() => void) | undefined;
  parser.on('field', (name, value) => {
    waiting.push({ kind: 'field', name, value });
    wake?.();
  });
  parser.on('file', (name, content, fileName) => {
    // A file that breaks off while nobody reads it must not end the process; its reader is told all the same.
    content.on('error', () => {});
    files.add(content);
    content.once('close', () => files.delete(content));
    waiting.push({ kind: 'file', name, fileName: fileName ?? '', content });
    wake?.();
  });
  for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const)
    parser.on(limit, () => parser.destroy(new NotOurs('The form that was sent has too many parts.')));
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      done(bytes > mostBytes ? new TooLarge() : null, piece);
    },
  });
  const isOverlong = Number(c.req.header('content-length') ?? 0) > mostBytes;
  // Not destroyed with the rest, so that what comes after a refusal can be let through.
  incoming.pipe(measure, { end: true });
  incoming.once('error', (error) => measure.destroy(error));
  pipeline(measure, parser)
    .catch((error: Error) => {
      failure = faultOf(error);
      for (const file of files) file.destroy(failure);
    })
    .finally(() => {
      isOver = true;
      wake?.();
    });
  let last: FormPart | undefined;
  return {
    async next() {
      if (last?.kind === 'file') last.content.resume();
      if (isOverlong && last !== undefined) throw new TooLarge();
      for (;;) {
        last = waiting.shift();
        if (last !== undefined) return { done: false, value: last };
        if (failure !== undefined) throw failure;
        if (isOver) return { done: true, value: undefined };
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    async return() {
      parser.destroy();
      return { done: true, value: undefined };
    },
    async drain() {
      incoming.unpipe(measure);
      parser.destroy();
      let passed = 0;
      for await (const piece of incoming) {
        passed += (piece as Buffer).length;
        if (passed > mostBytes * DRAINED) return;
      }
    },
  };
}

function parserOf(type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': type },
      limits: { fieldSize: LONGEST_FIELD, fields: MOST_FIELDS, files: MOST_FILES },
    });
  } catch {
    throw new NotOurs('The site takes what its own forms send.');
  }
}

/** The parser's own words say nothing to people; a connection that broke is told apart, as nobody is there to be answered. */
function faultOf(error: Error): Error {
  if (error instanceof TooLarge || error instanceof NotOurs) return error;
  if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return error;
  return new NotOurs('What was sent ends too early, or is not what the site’s own forms send.');
}
