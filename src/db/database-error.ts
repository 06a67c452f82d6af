/** The database cannot be started, reached or used; the message is for a person and says the mend. */
export class DatabaseError extends Error {
  override name = 'DatabaseError';
}
