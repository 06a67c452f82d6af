import { writeFileSync } from 'node:fs';

/**
 * Writes a command's answer to standard output: as JSON with `--json`, else as text for people. Written in one blocking
 * step, because a process that ends right after would cut a pipe short.
 */
export function answer<T>(value: T, json: boolean | undefined, text: (value: T) => string): void {
  writeFileSync(process.stdout.fd, `${json ? JSON.stringify(value, null, 2) : text(value)}\n`);
}
