import { missingSentence, missingWord, type NoNumber } from '../rules/figure-words.ts';

/** What the words in place of numbers mean, for those that the table above uses. */
export function MissingKey({ reasons }: { reasons: Iterable<NoNumber> }) {
  const used = [...new Set(reasons)];
  if (used.length === 0) return null;
  return (
    <>
      {used.map((reason) => (
        <>
          {' '}
          <em>{missingWord(reason)}</em>: {missingSentence(reason)}.
        </>
      ))}
    </>
  );
}
