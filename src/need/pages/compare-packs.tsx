import { Button } from '../../govuk/button.tsx';
import { Select } from '../../govuk/select.tsx';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { Difference } from '../rules/pack-differences.ts';
import type { OwnPack } from '../rules/own-pack.ts';

interface ComparePacksPageProps {
  organisation: { id: string; name: string };
  pack: OwnPack;
  other: { id: string; title: string };
  others: readonly { id: string; title: string }[];
  differences: readonly Difference[];
}

/** What one pack says otherwise than another, part by part in words. */
export function ComparePacksPage({ organisation, pack, other, others, differences }: ComparePacksPageProps) {
  return (
    <Page
      title={`${pack.policy.title}: differences`}
      caption={pack.policy.title}
      heading={`Differences from “${other.title}”`}
      backLink={{ href: paths.needPack(organisation.id, pack.id), text: 'Back to the pack' }}
    >
      <form class="app-filters" method="get" action={paths.compareNeedPacks(organisation.id, pack.id)}>
        <Select
          name="with"
          label={{ text: 'Compare with' }}
          value={other.id}
          items={others.map(({ id, title }) => ({ text: title, value: id }))}
        />
        <Button class="govuk-button--secondary">Show</Button>
      </form>
      {differences.length === 0 && <p class="app-lede">The two say the same.</p>}
      {differences.map(({ title, lines }) => (
        <section>
          <h2 class="govuk-heading-s">{title}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
