import { Button } from '../../govuk/button.tsx';
import { InsetText } from '../../govuk/inset-text.tsx';
import { NotificationBanner } from '../../govuk/notification-banner.tsx';
import { londonDay } from '../../opendata/rules/london-time.ts';
import { Page } from '../../web/layout.tsx';
import { paths } from '../../web/paths.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import { effective, type OwnPack, rulesThatFallAway, stateOf } from '../rules/own-pack.ts';
import { packGroups } from '../rules/pack-fields.ts';
import { ruleWords } from '../rules/policy-words.ts';
import { daysOfPack, PackStateTag } from './pack-state.tsx';
import { PolicyExplained } from './policy-explained.tsx';

interface NeedPackPageProps {
  organisation: { id: string; name: string };
  pack: OwnPack;
  standards: MinimumStandards;
  today: string;
  edits: boolean;
  /** Title of the group that was saved; null when the page was opened. */
  saved: string | null;
}

/** One pack of an organisation: what can be done with it, a draft's groups to change, and the whole in words. */
export function NeedPackPage({ organisation, pack, standards, today, edits, saved }: NeedPackPageProps) {
  const state = stateOf(pack, today);
  const links = [
    edits &&
      state !== 'withdrawn' && {
        href: paths.previewNeedPack(organisation.id, pack.id),
        text: 'See which schools would move, and why',
      },
    { href: paths.compareNeedPacks(organisation.id, pack.id), text: 'See the differences from another pack' },
    { href: paths.needPackFile(organisation.id, pack.id), text: 'Download as a JSON file' },
    edits &&
      (state === 'draft' || state === 'to come') && {
        href: paths.withdrawNeedPack(organisation.id, pack.id),
        text: state === 'draft' ? 'Throw this draft away' : 'Withdraw this pack before it begins',
      },
  ];
  return (
    <Page
      wide
      title={pack.policy.title}
      caption={`Need pack of ${organisation.name}`}
      breadcrumbs={[
        { text: 'Home', href: paths.home() },
        { text: 'Need packs', href: paths.needPacks(organisation.id) },
      ]}
    >
      {saved !== null && (
        <NotificationBanner type="success">
          {saved === 'copied'
            ? 'The draft is made. Nothing changes for schools until you publish it.'
            : `Saved: ${saved}.`}
        </NotificationBanner>
      )}
      <p class="app-lede">
        <PackStateTag state={state} /> {daysOfPack(pack)}
      </p>
      <History pack={pack} />
      <ul class="govuk-list app-no-print">
        {links.map(
          (link) =>
            link && (
              <li>
                <a class="govuk-link" href={link.href}>
                  {link.text}
                </a>
              </li>
            ),
        )}
      </ul>
      {edits && state === 'draft' && (
        <>
          <Groups organisation={organisation} pack={pack} />
          <p class="app-no-print">
            <Button href={paths.publishNeedPack(organisation.id, pack.id)}>Publish this pack</Button>
          </p>
        </>
      )}
      <FallenAway pack={pack} />
      <PolicyExplained policy={effective(pack.policy, pack.switchedOff)} standards={standards} owner={organisation} />
    </Page>
  );
}

function moment(at: string): string {
  return londonDay(new Date(at));
}

function History({ pack }: Pick<NeedPackPageProps, 'pack'>) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Copied from “{pack.base.title}” ({pack.copiedFrom}) on {moment(pack.madeAt)} by {pack.madeBy}.
      </li>
      {pack.publishedAt !== null && (
        <li>
          Published on {moment(pack.publishedAt)} by {pack.publishedBy}: {pack.reason}
        </li>
      )}
      {pack.withdrawnAt !== null && (
        <li>
          Withdrawn on {moment(pack.withdrawnAt)} by {pack.withdrawnBy}
          {pack.withdrawnWhy !== null && `: ${pack.withdrawnWhy}`}
        </li>
      )}
    </ul>
  );
}

function Groups({ organisation, pack }: Pick<NeedPackPageProps, 'organisation' | 'pack'>) {
  return (
    <section aria-labelledby="change">
      <h2 class="govuk-heading-l" id="change">
        Change this draft
      </h2>
      <ul class="govuk-list app-names">
        {packGroups(pack.policy).map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={paths.editNeedPack(organisation.id, pack.id, id)}>
              {title}
            </a>
            {pack.switchedOff.includes(id.replace('indicator-', 'indicators.')) && ' (switched off)'}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FallenAway({ pack }: Pick<NeedPackPageProps, 'pack'>) {
  const fallen = rulesThatFallAway(pack.policy, pack.switchedOff);
  if (fallen.length === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">These findings fall away, for an indicator that they need is switched off:</p>
      <ul class="govuk-list govuk-list--bullet">
        {fallen.map((rule) => (
          <li>{ruleWords(rule)}</li>
        ))}
      </ul>
    </InsetText>
  );
}
