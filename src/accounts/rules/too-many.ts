/** What is said when a limit refuses: after how many minutes to try again. */
export function tooMany(minutes: number): string {
  return `There were too many tries. Try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`;
}
