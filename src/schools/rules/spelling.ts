/** Mistakes that a word of this many letters may hold and still be known. */
export function mistakesAllowed(letters: number): number {
  if (letters < 4) return 0;
  return letters < 7 ? 1 : 2;
}

/** The known words nearest to one that is not known, all with the same, least number of mistakes; none when all are too far. */
export function closestWords(typed: string, known: Iterable<string>): string[] {
  let least = mistakesAllowed(typed.length);
  let closest: string[] = [];
  const letters = letterSet(typed);
  for (const word of known) {
    // Each mistake can add one letter and take one away: most words of the country are told apart by this alone.
    if (differing(letters, letterSet(word)) > 2 * least) continue;
    const mistakes = mistakesBetween(typed, word, least);
    if (mistakes > least || mistakes === 0) continue;
    if (mistakes < least) [least, closest] = [mistakes, []];
    closest.push(word);
  }
  return closest;
}

/**
 * Letters to put in, take out, change or swap with their neighbour to turn one word into the other; more than `most` is
 * answered with `most + 1`. Optimal string alignment distance, after Damerau (1964), within a band (Ukkonen, 1985): cells
 * farther than `most` from the diagonal cannot lie on a way that short.
 */
export function mistakesBetween(a: string, b: string, most: number): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
  for (let i = 1; i <= a.length; i += 1) {
    const row = Array.from({ length: b.length + 1 }, () => far);
    if (i <= most) row[0] = i;
    let best = row[0]!;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const same = a[i - 1] === b[j - 1];
      let mistakes = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        mistakes = Math.min(mistakes, before[j - 2]! + 1);
      row[j] = mistakes;
      best = Math.min(best, mistakes);
    }
    if (best > most) return far;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length]!, far);
}

/** Which letters a word has, a bit for each; letters that share a bit only make the check more lenient. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i += 1) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function differing(a: number, b: number): number {
  let bits = a ^ b;
  let count = 0;
  for (; bits !== 0; count += 1) bits &= bits - 1;
  return count;
}
