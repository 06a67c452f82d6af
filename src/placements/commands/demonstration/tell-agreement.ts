import { createHash } from 'node:crypto';
import { beginAgreement } from '../../rules/agreement/agreement-policy.ts';
import { canonicalText } from '../../rules/agreement/canonical.ts';
import type { AgreementContent, Objective } from '../../rules/agreement/content.ts';
import type { Telling, Told } from './story.ts';
import { periodOf } from './tell-offer.ts';

/** The contracting meeting, the agreement as far as it came, and its signatures. */
export function tellAgreement(telling: Telling, told: Told): void {
  const { year, rows, day, moment } = telling;
  const { of, story, since, player, parts, versionId } = told;
  const contracting = since('contracting');
  if (contracting === undefined) return;
  const broker = player('service');
  const { present, workingStyle, access, authorityTold } = year.meeting;
  rows.add('contracting_meeting', {
    ...of,
    held_on: day(contracting + 1),
    present,
    working_style: workingStyle,
    access,
    authority_told: authorityTold,
    noted_by: broker.id,
    noted_in_role: broker.role,
    noted_at: moment(contracting + 1),
  });
  const sent = since('signing');
  if (sent === undefined && !story.draft) return;
  const content = sent === undefined ? halfFilled(telling, told) : agreed(telling, told);
  const canonical = sent === undefined ? null : canonicalText({ placement: told.reference, version: 1, content });
  const sha256 = canonical === null ? null : createHash('sha256').update(canonical, 'utf8').digest('hex');
  rows.add('agreement_version', {
    ...of,
    id: versionId,
    number: 1,
    content: JSON.stringify(content),
    canonical,
    sha256,
    made_by: broker.id,
    made_in_role: broker.role,
    made_at: moment(contracting + 2),
    sent_by: sent === undefined ? null : broker.id,
    sent_at: sent === undefined ? null : moment(sent),
  });
  if (sent === undefined || sha256 === null) return;
  const home = parts['home board'] === undefined ? ('home head' as const) : ('home board' as const);
  const settled = since('under way');
  const signers = settled === undefined ? story.signed : (['service', 'leader', home, 'supported head'] as const);
  for (const part of signers) {
    const { id, name, role } = player(part);
    const at = moment(settled ?? sent + 1);
    rows.add('agreement_signature', {
      ...of,
      version_id: versionId,
      sha256,
      part,
      name,
      role,
      signed_by: id,
      signed_at: at,
    });
    rows.add('placement_event', {
      ...of,
      deed: 'agreement.sign',
      from_state: null,
      to_state: null,
      version: null,
      reason: null,
      detail: JSON.stringify({ agreement: 1 }),
      seen_by: 'all',
      by_person: id,
      by_role: role,
      by_part: part,
      at,
    });
  }
}

/** All that the agreement of a placement says. */
function agreed(telling: Telling, told: Told): AgreementContent {
  const { year, policies } = telling;
  const { story, help } = told;
  const [startsOn, endsOn] = periodOf(telling, told);
  const begun = beginAgreement(policies.agreement, { halfDays: story.halfDays, startsOn, endsOn });
  const { frequency, pencePerDay, vat, fund, brokerageBasisPoints, backfill, access } = year.agreement;
  const paysFund = story.money?.fund ?? false;
  return {
    ...begun,
    focus: { improvement: help.improvement, need: help.need },
    objectives: help.objectives.map((_, place) => objectiveOf(telling, told, place)),
    time: { ...begun.time, frequency },
    money: {
      ratePence: pencePerDay,
      vat,
      payer: paysFund ? 'fund' : 'school',
      fund: paysFund ? fund : '',
      brokerage: { way: 'inside', basisPoints: brokerageBasisPoints },
      backfill,
    },
    working: { ...begun.working, access },
  };
}

/** The same with what is still to be said: the money, access, and all but the first objective, whose target is missing. */
function halfFilled(telling: Telling, told: Told): AgreementContent {
  const { story, help } = told;
  const [startsOn, endsOn] = periodOf(telling, told);
  return {
    ...beginAgreement(telling.policies.agreement, { halfDays: story.halfDays, startsOn, endsOn }),
    focus: { improvement: help.improvement, need: '' },
    objectives: [{ ...objectiveOf(telling, told, 0), target: '' }],
  };
}

function objectiveOf({ day }: Telling, { help, story, since }: Told, place: number): Objective {
  const { aim, measure, baseline, baselineSource, target, evidence, owner } = help.objectives[place]!;
  return {
    key: place + 1,
    aim,
    measure,
    baseline: { kind: 'school', value: baseline, source: baselineSource, on: day(since('contracting')! - 10) },
    target,
    due: day(story.to!),
    evidence,
    owner,
  };
}
