const MY_WORK = '/my-work';

/**
 * The page to go back to after signing in, if it is one of ours: a path of this site and nothing else. Otherwise one's own work.
 * Browsers read "//host" and "/\host" as another site, and drop tabs and line ends before they look.
 */
export function wayBack(asked: string | undefined): string {
  if (asked === undefined || !/^\/(?![/\\])[^\\\s]*$/.test(asked)) return MY_WORK;
  // The sign-in pages themselves lead nowhere new.
  if (/^\/(sign-in|sign-out)\b/.test(asked)) return MY_WORK;
  return asked;
}
