import { fileWords, type PublishedFile } from '../schools/rules/published-file.ts';
import type { SourceRef } from '../schools/rules/facts.ts';
import { paragraph } from './table.ts';

type Files = ReadonlyMap<number, Pick<PublishedFile, 'title' | 'stage'>>;

/** Numbers the sources of a text as they come up, so that a figure carries a short mark and the list of sources stands at the end. */
export class Footnotes {
  readonly #files: Files;
  readonly #numbers = new Map<string, number>();
  readonly #lines: string[] = [];

  constructor(files: Files) {
    this.#files = files;
  }

  /** The marks of sources, for example "[1] [4]"; empty without sources. A source that came up before keeps its number. */
  mark(sources: readonly SourceRef[]): string {
    const numbers = new Set(sources.map((source) => this.#numberOf(source)));
    return [...numbers].map((number) => `[${number}]`).join(' ');
  }

  /** Every source that came up, one a line, in the order of their numbers. */
  list(): string {
    return this.#lines.map((line, i) => paragraph(`[${i + 1}] ${line}`)).join('\n');
  }

  #numberOf({ importId, line }: SourceRef): number {
    const key = `${importId}:${line}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const file = this.#files.get(importId);
    this.#lines.push(`${file === undefined ? 'Published file' : fileWords(file)}, line ${line}`);
    this.#numbers.set(key, this.#lines.length);
    return this.#lines.length;
  }
}
