import { paths } from '../../../web/paths.ts';
import type { OwnPages } from '../../rules/work/own-pages.ts';

type To = OwnPages['links'][number]['to'];

const LINKS: Record<To, (key: number, id: string) => { href: string; text: string }> = {
  'need of area': (laCode) => ({ href: paths.needOfArea(laCode), text: 'Which schools need help first' }),
  plan: (laCode) => ({ href: paths.plan(laCode), text: 'The plan: who should work alongside whom' }),
  area: (laCode) => ({ href: paths.area(laCode), text: 'The area and its schools' }),
  'need of school': (urn) => ({ href: paths.need(urn), text: 'What published data says of your school’s need' }),
  school: (urn) => ({ href: paths.school(urn), text: 'Everything published about your school' }),
  'need rounds': (_key, id) => ({ href: paths.needRounds(id), text: 'Rounds of moderation' }),
  planning: (_key, id) => ({
    href: paths.planningRounds(id),
    text: 'Planning rounds: lock, forbid, plan again, compare',
  }),
  pool: (_key, id) => ({ href: paths.pool(id), text: 'Rounds of others, and plans that are shared with you' }),
  declarations: (urn) => ({ href: paths.declarations(urn), text: 'Declarations of interest that you are asked for' }),
  placements: (_key, id) => ({ href: paths.placements(id), text: 'Placements: the board of your service' }),
  'school placements': (urn) => ({
    href: paths.schoolPlacements(urn),
    text: 'Placements: help that your school gets or gives, and where to ask for it',
  }),
  'offers to school': (urn) => ({
    href: paths.offersToSchool(urn),
    text: 'Offers to work alongside a school, and releases that you are asked for',
  }),
  'need packs': (_key, id) => ({ href: paths.needPacks(id), text: 'How your schools get their category' }),
  register: (_key, id) => ({ href: paths.register(id), text: 'Leaders’ register: who can help, and their days' }),
  'own entry': () => ({ href: paths.ownEntries(), text: 'Your entry as a leader: days, interests, directory' }),
  designation: (_key, id) => ({ href: paths.designationRounds(id), text: 'Designation rounds, and reviews' }),
  'own designation': (urn) => ({
    href: paths.ownDesignation(urn),
    text: 'Apply to become a system leader, or follow it',
  }),
  'designation outcomes': (urn) => ({
    href: paths.designationOutcomes(urn),
    text: 'Designations of your leaders, and appeals',
  }),
  money: (_key, id) => ({ href: paths.serviceMoney(id), text: 'Orders and invoices, budgets, day rates' }),
  terms: (_key, id) => ({ href: paths.terms(id), text: 'Term dates and working days' }),
  account: () => ({ href: paths.account(), text: 'People, access, audit and mail of your organisation' }),
};

/** The pages that the person's role is for. */
export function OwnPagesList({ organisation, id, links }: OwnPages) {
  if (links.length === 0) return null;
  return (
    <section class="app-panel" aria-labelledby="own-pages">
      <h2 class="govuk-heading-m" id="own-pages">
        {organisation}
      </h2>
      <ul class="govuk-list">
        {links.map(({ to, key }) => {
          const { href, text } = LINKS[to](key ?? 0, id);
          return (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
