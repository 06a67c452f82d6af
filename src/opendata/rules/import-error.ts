/** Where in a published file the trouble is, and how to mend it. */
export interface Trouble {
  file: string;
  line?: number;
  column?: string;
  problem: string;
  /** What the file is, when it is known and has no place here. */
  recognisedAs?: string;
  /** What a person can say so that it is loaded. */
  asks?: 'year' | 'as-at';
  /** What the person can do about it: a whole sentence, without its full stop. */
  mend: string;
}

/** A published file that cannot be loaded. Nothing of it has been kept. */
export class ImportError extends Error {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | undefined;
  readonly recognisedAs: string | undefined;
  readonly asks: 'year' | 'as-at' | undefined;
  readonly problem: string;
  readonly mend: string;

  constructor(trouble: Trouble) {
    const line = trouble.line === undefined ? '' : `, line ${trouble.line}`;
    const column = trouble.column === undefined ? '' : `, column "${trouble.column}"`;
    super(`${trouble.file}${line}${column}: ${trouble.problem}. ${trouble.mend}.`);
    this.name = 'ImportError';
    this.file = trouble.file;
    this.line = trouble.line;
    this.column = trouble.column;
    this.recognisedAs = trouble.recognisedAs;
    this.asks = trouble.asks;
    this.problem = trouble.problem;
    this.mend = trouble.mend;
  }
}
