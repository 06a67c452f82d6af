import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { NeedPackShown } from './pack-shown.tsx';
import { PolicyExplained } from './policy-explained.tsx';

interface RulesPageProps {
  school: { urn: number; name: string };
  pack: NeedPackShown & { standards: MinimumStandards };
}

/** The rules under which a school's need is read, for the school and its service. */
export function RulesPage({ school, pack }: RulesPageProps) {
  return (
    <Page
      wide
      title={`${school.name}: the rules for its category`}
      caption={school.name}
      heading={pack.policy.title}
      backLink={{ href: paths.need(school.urn), text: 'Back to the need of the school' }}
    >
      <PolicyExplained {...pack} />
    </Page>
  );
}
