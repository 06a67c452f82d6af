import { Button } from '../../../govuk/button.tsx';
import { Input } from '../../../govuk/input.tsx';
import { Textarea } from '../../../govuk/textarea.tsx';
import { errorsOf, type FormState } from '../../../need/pages/round/rounds.tsx';
import { londonMoment } from '../../../opendata/rules/london-time.ts';
import { Form } from '../../../web/form.tsx';
import { Page } from '../../../web/layout.tsx';
import { paths } from '../../../web/paths.ts';
import { PARTNER_STATE_WORDS, PARTNER_STEP_WORDS, type PartnerState } from '../../rules/approval/moves.ts';
import { ApprovalParts, counted, crumbsOf, Done, faultOf, type OfRound } from './parts.tsx';

export interface PartnerShown {
  id: string;
  name: string;
  state: PartnerState;
  steps: readonly { state: PartnerState; words: string; by: string; at: string }[];
  brought: { needs: number; leaders: number; at: string } | null;
}

interface PartnersProps extends OfRound {
  partners: readonly PartnerShown[];
  writes: boolean;
  form: FormState;
  done: string | null;
}

const DONE = { moved: 'It is written down. Service leads who are invited are told by mail.' };

/** Which organisations pool their needs and leaders in a round, what they bring, and where others are invited. */
export function PartnersPage(props: PartnersProps) {
  const { organisation, round, partners, writes, form, done } = props;
  const joined = partners.filter(({ state }) => state === 'joined');
  return (
    <Page
      title={`Partners, ${round.title}: ${organisation.name}`}
      heading="Partners"
      caption={round.title}
      breadcrumbs={crumbsOf(props)}
      errors={errorsOf(form).map(({ text, href }) => ({
        text,
        href: href === '#why' ? `#why-${form.typed.partner ?? ''}` : href,
      }))}
    >
      <Done done={done} words={DONE} />
      <p class="app-lede">
        {joined.length === 0
          ? 'This round is planned by one service alone.'
          : `${counted(joined.length, 'partner')} ${joined.length === 1 ? 'takes' : 'take'} part.`}
      </p>
      <p class="govuk-body">
        A partner brings its needs and leaders as it reads them itself. It sees its own schools, the pairs in which its
        own leader or school takes part, and the totals. This service sees what is brought, because it runs the round.
      </p>
      <ApprovalParts organisation={organisation} round={round} current="partners" />
      {partners.map((partner) => (
        <section aria-label={partner.name}>
          <h2 class="govuk-heading-s">{partner.name}</h2>
          <p class="govuk-body">
            {PARTNER_STATE_WORDS[partner.state]}.{' '}
            {partner.state === 'joined' &&
              (partner.brought === null
                ? 'It has brought nothing yet.'
                : `It brought ${counted(partner.brought.needs, 'need')} and ${counted(partner.brought.leaders, 'leader')}, ${londonMoment(new Date(partner.brought.at))}.`)}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {partner.steps.map((step) => (
              <li>
                {PARTNER_STEP_WORDS[step.state]}: <span class="app-letter">{step.words}</span> ({step.by},{' '}
                {londonMoment(new Date(step.at))})
              </li>
            ))}
          </ul>
          {writes && (partner.state === 'joined' || partner.state === 'invited') && (
            <Form action={paths.planningApprovalPart(organisation.id, round.id, 'partners')}>
              <input type="hidden" name="partner" value={partner.id} />
              <input type="hidden" name="to" value="ended" />
              <Textarea
                name="why"
                id={`why-${partner.id}`}
                rows={2}
                label={{ text: `Why the part of ${partner.name} ends` }}
                errorMessage={form.typed.partner === partner.id ? faultOf(form, 'why') : undefined}
              />
              <Button class="govuk-button--secondary" preventDoubleClick>
                End its part
              </Button>
            </Form>
          )}
        </section>
      ))}
      {!writes && partners.length === 0 && (
        <p class="govuk-body">A partner is invited by the service lead of the service that runs the round.</p>
      )}
      {writes && (
        <section aria-labelledby="invite">
          <h2 class="govuk-heading-m" id="invite">
            Invite an organisation
          </h2>
          <Form action={paths.planningApprovalPart(organisation.id, round.id, 'partners')}>
            <Input
              name="code"
              class="govuk-input--width-10"
              inputmode="numeric"
              label={{ text: 'Code of the authority, or number of the trust' }}
              hint={{
                text: 'As the register has it: 821 for Luton; a trust’s number is on its schools’ pages. It must use this site.',
              }}
              value={form.typed.code}
              errorMessage={faultOf(form, 'code')}
            />
            <Textarea
              name="words"
              rows={3}
              label={{ text: 'What is agreed' }}
              hint={{ text: 'For which schools, what leaders give, who pays. Their service lead accepts or declines.' }}
              value={form.typed.words}
              errorMessage={faultOf(form, 'words')}
            />
            <Button preventDoubleClick>Invite</Button>
          </Form>
        </section>
      )}
    </Page>
  );
}
