/** Fonts that computers already have. GDS Transport may be used on GOV.UK alone. */
export const FONT_STACK =
  'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif';

const FONT_FACES = /@font-face\s*\{[^}]*\}/g;
const FONT_NOTICE = /\/\*![^*]*Margaret Calvert[^*]*\*\//g;
const FONT_FAMILY = /(?:"GDS Transport"|GDS Transport),\s*arial,\s*sans-serif/g;
const CREST = /url\([^)]*govuk-crest\.svg[^)]*\)/g;

/**
 * govuk-frontend's stylesheet without what belongs to GOV.UK alone (its font and the royal crest), so that a page asks for
 * no file that we may not serve. Throws when a newer release names a font or a file in a way that this does not know.
 */
export function withoutGovukBrand(css: string): string {
  const cleaned = css
    .replace(FONT_NOTICE, '')
    .replace(FONT_FACES, '')
    .replace(FONT_FAMILY, FONT_STACK)
    .replace(CREST, 'none');
  const left = /GDS Transport|url\((?!["']?data:)[^)]*\)/i.exec(cleaned);
  if (left) {
    throw new Error(
      `govuk-frontend's stylesheet still names "${left[0]}": teach src/web/stylesheet.ts about this release`,
    );
  }
  return cleaned;
}
