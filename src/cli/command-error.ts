/** A command cannot do what it was asked; the message is for the person at the keyboard and says the mend. */
export class CommandError extends Error {
  override name = 'CommandError';
}
