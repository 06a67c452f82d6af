/** Thrown where only the signed-in may go on. Answered with the sign-in page, which leads back. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
}

/** Thrown where the role a person acts in asks for a second factor that they have not given. */
export class SecondFactorNeeded extends Error {
  override name = 'SecondFactorNeeded';
}

/** Thrown where a signed-in person may not go on in the role they act in. `deed` in words: "change a category". */
export class Forbidden extends Error {
  override name = 'Forbidden';
  readonly deed: string;
  constructor(deed: string) {
    super(`Your role does not let you ${deed}.`);
    this.deed = deed;
  }
}
