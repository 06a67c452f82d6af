/** What the minutes of a plan come from and how sure they are: where a table shows minutes, a link leads here. */
export function TravelNote({ sentences }: { sentences: readonly string[] }) {
  return (
    <section aria-labelledby="travel">
      <h2 class="govuk-heading-m" id="travel">
        How journeys were measured
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
