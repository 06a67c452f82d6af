import type { WriteStream } from 'node:tty';

/** Where progress goes: a terminal gets one bar that moves, anything else one line a finished step. */
export interface Progress {
  /** Says how far a named step is: `done` of `total`, in any unit. A step is finished when they are equal. */
  step(name: string, done: number, total: number): void;
  /** Says one thing. */
  say(line: string): void;
}

const BAR = 24;

/** Progress for people, on the error stream so that a command's output can be piped. */
export function progressOn(stream: Pick<WriteStream, 'write'> & { isTTY?: boolean }): Progress {
  let unfinished = false;
  return {
    step(name, done, total) {
      const finished = done >= total;
      if (stream.isTTY) {
        const filled = total === 0 ? BAR : Math.round((done / total) * BAR);
        const bar = '#'.repeat(filled) + '.'.repeat(BAR - filled);
        stream.write(`\r\x1b[K  ${bar}  ${name}${finished ? '\n' : ''}`);
        unfinished = !finished;
      } else if (finished) {
        stream.write(`  ${name}\n`);
      }
    },
    say(line) {
      stream.write(`${unfinished ? '\n' : ''}${line}\n`);
      unfinished = false;
    },
  };
}
