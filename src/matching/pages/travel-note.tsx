import type { TravelUsed } from '../rules/travel/travel-used.ts';

/** What the minutes of a plan come from and how sure they are: where a table shows minutes, a link leads here. */
export function TravelNote({ travel }: { travel: TravelUsed }) {
  return (
    <section aria-labelledby="travel">
      <h2 class="govuk-heading-m" id="travel">
        How journeys were measured
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {travel.sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
