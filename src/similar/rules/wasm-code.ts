// WebAssembly written out in TypeScript: the few instructions that distances need, each as a function of its operands, so
// that a kernel reads as the formula it is. Names, numbers and layout as in the WebAssembly Core Specification 2.0
// (https://www.w3.org/TR/wasm-core-2/), chapter 5, Binary Format.

/** Bytes of one or more instructions. */
export type Code = readonly number[];

/** A whole number of any size as the format writes it: seven bits a byte, lowest first. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];
}

/** The same where the format keeps the highest bit for the sign, which here is always plus. */
function signed(value: number): number[] {
  return value < 64 ? [value] : [(value % 128) + 128, ...signed(Math.floor(value / 128))];
}

/** Types of values by their numbers in the format: v128 is a register of two f64. */
export const TYPE = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
export type Type = (typeof TYPE)[keyof typeof TYPE];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
/** Sets and gives the value on. */
export const tee = (local: number, value: Code): Code => [...value, 0x22, ...unsigned(local)];

/** A whole number from nought up. */
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const i32 = {
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  lessThan: (a: Code, b: Code): Code => [...a, ...b, 0x49],
  multiply: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  /** Writes at the address and so many bytes on. */
  store: (address: Code, value: Code, bytesOn: number): Code => [...address, ...value, 0x36, 2, ...unsigned(bytesOn)],
};

export const f64 = {
  lessOrEqual: (a: Code, b: Code): Code => [...a, ...b, 0x65],
  store: (address: Code, value: Code): Code => [...address, ...value, 0x39, 3, 0],
};

const simd = (instruction: number): Code => [0xfd, ...unsigned(instruction)];
/** Pairs of f64, worked on at once; each of the two comes out as f64 arithmetic gives it. */
export const f64x2 = {
  /** Both of the pair at the address and so many bytes on. */
  load: (address: Code, bytesOn: number): Code => [...address, ...simd(0x00), 3, ...unsigned(bytesOn)],
  /** The one number at the address and so many bytes on, twice. */
  loadTwice: (address: Code, bytesOn: number): Code => [...address, ...simd(0x0a), 3, ...unsigned(bytesOn)],
  twice: (value: Code): Code => [...value, ...simd(0x14)],
  add: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf0)],
  subtract: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf1)],
  multiply: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf2)],
  lessOrEqual: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x4b)],
  /** The second where it is greater than the first, else the first: also where either is NaN. */
  greater: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf7)],
  /** Both numbers to the address on. */
  store: (address: Code, value: Code): Code => [...address, ...value, ...simd(0x0b), 3, 0],
  /** Bit by bit: with all bits set a number stays, with none it becomes nought, even one that is NaN. */
  and: (a: Code, b: Code): Code => [...a, ...b, ...simd(0x4e)],
  /** Whether any bit is set. */
  any: (a: Code): Code => [...a, ...simd(0x53)],
  /** The first (0) or the second (1) of the pair. */
  lane: (a: Code, which: 0 | 1): Code => [...a, ...simd(0x21), which],
};

const NOTHING = 0x40;
const END = 0x0b;
/** Does the body as long as the condition, asked after it, holds. */
export const repeatWhile = (body: Code, condition: Code): Code => [0x03, NOTHING, ...body, ...condition, 0x0d, 0, END];
export const when = (condition: Code, body: Code): Code => [...condition, 0x04, NOTHING, ...body, END];

/** A function: its name, the types of its parameters and of its own locals after them, and of a result that the body leaves. */
export interface Definition {
  name: string;
  parameters: readonly Type[];
  locals: readonly Type[];
  results: readonly Type[];
  body: Code;
}

// Nought, "asm", and the version.
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** The bytes of a module that imports its memory as `from.memory` and exports the functions under their names. */
export function moduleOf(functions: readonly Definition[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...MAGIC,
    ...section(
      1,
      functions.map(({ parameters, results }) => [0x60, ...list(parameters.map(alone)), ...list(results.map(alone))]),
    ),
    // A memory of at least nought pages.
    ...section(2, [[...text('from'), ...text('memory'), 2, 0, 0]]),
    ...section(
      3,
      functions.map((_, i) => [i]),
    ),
    ...section(
      7,
      functions.map(({ name }, i) => [...text(name), 0, i]),
    ),
    ...section(
      10,
      functions.map(({ locals, body }) => {
        const code = [...list(locals.map((type) => [1, type])), ...body, END];
        return [...unsigned(code.length), ...code];
      }),
    ),
  ]);
}

function alone(type: Type): Code {
  return [type];
}

function section(id: number, entries: readonly Code[]): number[] {
  const bytes = list(entries);
  return [id, ...unsigned(bytes.length), ...bytes];
}

function list(entries: readonly Code[]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function text(word: string): number[] {
  return [word.length, ...Array.from(word, (letter) => letter.codePointAt(0) ?? 0)];
}
