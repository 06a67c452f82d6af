/**
 * Writes a command's answer to standard output: as JSON with `--json`, else as text for people. A pipe whose reader is slow takes it in
 * its own time: Node waits for it before the process ends, as long as nothing calls process.exit.
 */
export function answer<T>(value: T, json: boolean | undefined, text: (value: T) => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text(value)}\n`);
}
