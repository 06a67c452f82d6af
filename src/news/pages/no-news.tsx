/** Why there is no news, and what makes some. */
export function NoNews() {
  return (
    <>
      <p class="govuk-body">
        There is no news yet. News is made when a later file is loaded of a list that is held already: it tells what the
        new file says otherwise than the one before.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>A register or extract of schools tells new heads, openings, closures and new names.</li>
        <li>A list of members of trusts tells who joined and who left.</li>
        <li>A list of inspections tells those that no earlier file had.</li>
        <li>Results and a pupil census tell schools below the line and rolls that fell.</li>
      </ul>
      <p class="govuk-body">
        The first file of a kind is what later ones are compared with, so it makes no news, and neither does a file that
        is older than the one held.
      </p>
    </>
  );
}
