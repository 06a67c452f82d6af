import { readFileSync } from 'node:fs';

/** The header of a published layout, as its publisher's metadata lists it. */
export function headerOf(name: string): string[] {
  const path = new URL(`fixtures/headers/${name}.csv`, import.meta.url);
  return readFileSync(path, 'utf8').trimEnd().split(',');
}

/** A published file under a true header with rows typed by hand: the cells named, and every other one blank. */
export function typedFile(header: readonly string[], rows: readonly Record<string, string>[]): string {
  const line = (row: Record<string, string>) => {
    const strange = Object.keys(row).find((column) => !header.includes(column));
    if (strange !== undefined) throw new Error(`${strange} is not in the header`);
    return header.map((column) => quoted(row[column] ?? '')).join(',');
  };
  return [header.map(quoted).join(','), ...rows.map(line), ''].join('\n');
}

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}
