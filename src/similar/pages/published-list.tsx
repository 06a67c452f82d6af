import { Details } from '../../govuk/details.tsx';
import { SourceLink } from '../../schools/pages/figure.tsx';
import { dayText } from '../../schools/rules/figure-words.ts';
import { paths } from '../../web/paths.ts';
import { type PublishedNeighbours, sharedWith } from '../rules/published-neighbours.ts';

interface PublishedListProps {
  lists: readonly PublishedNeighbours[];
  /** The schools that are listed here, most similar first. */
  listed: readonly { urn: number }[];
}

/** The Department's own list of similar schools, and how many of them are listed here too. */
export function PublishedList({ lists, listed }: PublishedListProps) {
  const urns = new Set(listed.map(({ urn }) => urn));
  return (
    <>
      {lists.map((list) => (
        <section aria-labelledby={`published-${list.phase}`}>
          <h2 class="govuk-heading-m" id={`published-${list.phase}`}>
            The Department’s own list
          </h2>
          <p class="govuk-body">
            The Department’s own list ({list.phase} schools, {dayText(list.asAt)}) holds {list.schools.length} schools,{' '}
            {sharedWith(list, urns)} of them also among the {urns.size} listed here.
          </p>
          <Details summaryText={`The ${list.schools.length} schools of the Department’s list`}>
            <ol class="govuk-list govuk-list--number">
              {list.schools.map(({ urn, name, laName, source }) => (
                <li>
                  {name === null ? (
                    `URN ${urn}, not in the registers held here`
                  ) : (
                    <>
                      <a class="govuk-link" href={paths.school(urn)}>
                        {name}
                      </a>
                      , {laName}
                    </>
                  )}
                  {urns.has(urn) && ', also listed here'} (
                  <SourceLink source={source} words={` of ${name ?? urn} in the list`}>
                    source
                  </SourceLink>
                  )
                </li>
              ))}
            </ol>
          </Details>
        </section>
      ))}
    </>
  );
}
