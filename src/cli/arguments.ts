import { InvalidArgumentError } from 'commander';
import { isoDate } from '../policies.ts';

/** For commander: a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least)
      throw new InvalidArgumentError(`Give a whole number of ${least} or more.`);
    return value;
  };
}

/** For commander: a URN, the six digits that name a school. */
export function urn(text: string): number {
  if (!/^\d{6}$/.test(text)) throw new InvalidArgumentError('A URN has six digits, for example 109726.');
  return Number(text);
}

/** For commander: a day, ISO. */
export function day(text: string): string {
  if (!isoDate.safeParse(text).success) throw new InvalidArgumentError('Give a day as 2019-01-31.');
  return text;
}

/** For commander: a number of seconds above 0. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('Give a number of seconds above 0.');
  return value;
}
