import { designationPaths } from './paths-designation.ts';
import { moneyPaths } from './paths-money.ts';
import { calendarPaths } from './paths-calendar.ts';
import { offerPaths } from './paths-offers.ts';
import { placementPaths } from './paths-placements.ts';
import { registerPaths } from './paths-register.ts';
import { type Query, queryString } from './query-string.ts';

/** What may be asked of a plan: each pair, why not another, ways to cover who is left, what more is worth, what weights do. */
export const PLAN_QUESTIONS = ['why', 'why-not', 'ways', 'worth', 'weights'] as const;

export type PlanQuestion = (typeof PLAN_QUESTIONS)[number];

/** Every address of the site. A link is written with one of these, so that moving a page moves its links. */
export const paths = {
  home: () => '/',
  areas: (query?: Query) => `/areas${queryString(query)}`,
  /** An area by its local authority code, for example 821 for Luton. The query carries sorting and filters. */
  area: (laCode: number, query?: Query) => `/areas/${laCode}${queryString(query)}`,
  /** The table of an area's schools as a file. */
  areaSchoolsCsv: (laCode: number) => `/areas/${laCode}/schools.csv`,
  /** All areas side by side. */
  england: (query?: Query) => `/england${queryString(query)}`,
  /** Turnover of heads in each area. The query carries sorting. */
  headsOfEngland: (query?: Query) => `/england/heads${queryString(query)}`,
  /** Who is new, who acts, and how often heads change in an area. */
  areaHeads: (laCode: number) => `/areas/${laCode}/heads`,
  /** The area's changes of head as a file. */
  areaHeadsCsv: (laCode: number) => `/areas/${laCode}/heads.csv`,
  /** An area at every level beside England, its region and the areas like it. */
  areaProfile: (laCode: number) => `/areas/${laCode}/profile`,
  areaProfileSummary: (laCode: number) => `/areas/${laCode}/profile/summary`,
  areaProfileCsv: (laCode: number) => `/areas/${laCode}/profile.csv`,
  school: (urn: number) => `/schools/${urn}`,
  /** A trust, federation or sponsor by its number in Get information about schools. */
  trust: (uid: number) => `/trusts/${uid}`,
  /** What people say of changes of head at a school; the query names one change by the extracts around it. */
  headshipCorrections: (urn: number, query?: { notBefore: string; notAfter: string }) =>
    `/schools/${urn}/heads/corrections${queryString(query && { notBefore: query.notBefore, notAfter: query.notAfter })}`,
  /** How the record of a school came to be, and what it was on a day: the query may carry `on`, an ISO date. */
  schoolHistory: (urn: number, query?: Query) => `/schools/${urn}/history${queryString(query)}`,
  /** Schools most like a school. The query carries set, filters, measure and order. */
  similarSchools: (urn: number, query?: Query) => `/schools/${urn}/similar${queryString(query)}`,
  /** The same list as a file. */
  similarSchoolsCsv: (urn: number, query?: Query) => `/schools/${urn}/similar.csv${queryString(query)}`,
  /** Why a school is in its category. The query may name the service with whose eyes a school reads it. */
  need: (urn: number, query?: Query) => `/schools/${urn}/need${queryString(query)}`,
  /** An area's schools, those to help first at the top. The query carries filters. */
  needOfArea: (laCode: number, query?: Query) => `/areas/${laCode}/need${queryString(query)}`,
  /** The same list as a file. */
  needOfAreaCsv: (laCode: number, query?: Query) => `/areas/${laCode}/need.csv${queryString(query)}`,
  /** How many schools of each area are in each category, and the rules by which they are. The query carries sorting. */
  needOfEngland: (query?: Query) => `/need${queryString(query)}`,
  /** The rounds of moderation of a service, by its organisation's id. */
  needRounds: (organisation: string, query?: Query) => `/organisations/${organisation}/rounds${queryString(query)}`,
  /** One round: the agenda of its panel. */
  needRound: (organisation: string, round: string, query?: Query) =>
    `/organisations/${organisation}/rounds/${round}${queryString(query)}`,
  /** What belongs to a round: its agenda as a file, a step, the panel, the clear cases, the letters. */
  needRoundPart: (organisation: string, round: string, part: 'agenda.csv' | 'step' | 'panel' | 'clear' | 'letters') =>
    `/organisations/${organisation}/rounds/${round}/${part}`,
  /** One school in a round: its decision, an interest in it, the letter it would get. */
  needRoundSchool: (organisation: string, round: string, urn: number, part?: 'interest' | 'letter') =>
    `/organisations/${organisation}/rounds/${round}/schools/${urn}${part === undefined ? '' : `/${part}`}`,
  /** The planning rounds of a service: who works alongside whom in a term. */
  planningRounds: (organisation: string, query?: Query) =>
    `/organisations/${organisation}/planning${queryString(query)}`,
  planningRound: (organisation: string, round: string, query?: Query) =>
    `/organisations/${organisation}/planning/${round}${queryString(query)}`,
  /** What belongs to a planning round: its lists, and the forms of decisions; the query may name a leader and a need. */
  planningPart: (
    organisation: string,
    round: string,
    part: 'state' | 'decisions' | 'sides' | 'compare' | 'pair' | 'need' | 'new-need' | 'leader' | 'new-leader',
    query?: Query,
  ) => `/organisations/${organisation}/planning/${round}/${part}${queryString(query)}`,
  /** One decision, where it is undone. */
  planningDecision: (organisation: string, round: string, id: string) =>
    `/organisations/${organisation}/planning/${round}/decided/${id}`,
  /** A scenario: copied with other weights, or proposed in. */
  planningScenario: (organisation: string, round: string, id: string, part: 'copy' | 'propose') =>
    `/organisations/${organisation}/planning/${round}/scenarios/${id}/${part}`,
  /** A proposal: its plan or how far it is. */
  planningProposal: (
    organisation: string,
    round: string,
    id: string,
    part?: 'progress' | 'plan.csv' | 'plan.xlsx' | 'cancel' | 'forward' | PlanQuestion,
    query?: Query,
  ) =>
    `/organisations/${organisation}/planning/${round}/proposals/${id}${part === undefined ? '' : `/${part}`}${queryString(query)}`,
  /** Which academies take part in a service's rounds. */
  needAgreements: (organisation: string) => `/organisations/${organisation}/agreements`,
  /** The agreement of one academy; with `withdraw`, where it is withdrawn. */
  needAgreement: (urn: number, part?: 'withdraw', query?: Query) =>
    `/schools/${urn}/need/agreement${part === undefined ? '' : `/${part}`}${queryString(query)}`,
  /** All that happened in the moderation of a school. */
  needHistory: (urn: number) => `/schools/${urn}/need/history`,
  /** The letter that tells a school its category; with `posted`, where it is written down that it was posted. */
  needLetter: (urn: number, letter: string, part?: 'posted', query?: Query) =>
    `/schools/${urn}/need/letters/${letter}${part === undefined ? '' : `/${part}`}${queryString(query)}`,
  /** Where a school answers. */
  needAnswer: (urn: number, query?: Query) => `/schools/${urn}/need/answer${queryString(query)}`,
  /** Where disadvantaged pupils are behind though the average may not show it, in an area; the query carries the kind of place. */
  hiddenOfArea: (laCode: number, query?: Query) => `/areas/${laCode}/need/hidden${queryString(query)}`,
  hiddenOfAreaCsv: (laCode: number, query?: Query) => `/areas/${laCode}/need/hidden.csv${queryString(query)}`,
  /** Which needs recur in the schools of an area, and whether they grow; the query carries the phase. */
  themesOfArea: (laCode: number, query?: Query) => `/areas/${laCode}/need/themes${queryString(query)}`,
  themesOfAreaCsv: (laCode: number, query?: Query) => `/areas/${laCode}/need/themes.csv${queryString(query)}`,
  /** The same of a trust's schools. */
  themesOfTrust: (uid: number, query?: Query) => `/trusts/${uid}/need/themes${queryString(query)}`,
  themesOfTrustCsv: (uid: number, query?: Query) => `/trusts/${uid}/need/themes.csv${queryString(query)}`,
  /** How many such places England has. */
  hiddenOfEngland: () => '/need/hidden',
  /** The Department's definitions of schools that need help, and one of them by the name of its file. */
  definitions: () => '/need/definitions',
  definition: (id: string) => `/need/definitions/${id}`,
  /** An area's schools under a definition. The query carries which are shown. */
  definitionOfArea: (laCode: number, id: string, query?: Query) =>
    `/areas/${laCode}/need/definitions/${id}${queryString(query)}`,
  definitionOfAreaCsv: (laCode: number, id: string) => `/areas/${laCode}/need/definitions/${id}/schools.csv`,
  /** How sure the figures behind need are, and how the chances said of schools held. */
  calibration: () => '/need/calibration',
  /** What newly published data says of the schools of England, an area or a trust. The query carries filter and page. */
  news: (about: NewsAbout = { kind: 'England' }, query?: Query) => `${newsPlace(about)}${queryString(query)}`,
  /** The same as an Atom feed. */
  newsFeed: (about: NewsAbout) => `${newsPlace(about)}.atom`,
  /** Whether and how often one gets news by mail. */
  newsMail: (query?: Query) => `/account/news${queryString(query)}`,
  /** The page that a letter of news leads to for whoever wants no more of it. */
  newsUnsubscribe: (token?: string) => `/news/unsubscribe${queryString({ token })}`,
  /** Why the plan of an area is as it is; the query may name a school and a leader by the URN of each one's school. */
  planExplained: (laCode: number, part: PlanQuestion, query?: Query) => `/plan/${laCode}/${part}${queryString(query)}`,
  /** The plan of an area as a file. */
  planFile: (laCode: number, kind: 'csv' | 'json') => `/plan/${laCode}.${kind}`,
  /** Schools side by side, in the order given; with none, the page that asks for them. */
  compare: (urns: readonly number[] = []) =>
    `/compare${urns.length > 0 ? `?${urns.map((urn) => `urn=${urn}`).join('&')}` : ''}`,
  /** The plan of an area by its local authority code; without one, the page that asks for the area. */
  plan: (laCode?: number, query?: Query) => `/plan${laCode === undefined ? '' : `/${laCode}`}${queryString(query)}`,
  /** What is typed, and the filters that narrow it. */
  search: (query?: string, filters?: Query) => `/search${queryString({ q: query, ...filters })}`,
  sources: () => '/sources',
  /** One imported file, and the row in it that a figure came from. */
  source: (importId: number, line?: number) => `/sources/${importId}${queryString({ line })}`,
  /** The rows of an import that were set aside, as a file to mend. */
  setAsideFile: (importId: number) => `/sources/${importId}/set-aside.csv`,
  /** What one's organisation imported, and what waits. */
  imports: () => '/imports',
  newImport: () => '/imports/new',
  importJob: (id: string) => `/imports/${id}`,
  importProgress: (id: string) => `/imports/${id}/progress`,
  /** `to` is the page to go back to afterwards, a path of this site. */
  signIn: (to?: string) => `/sign-in${queryString({ to })}`,
  /** The code of the second factor, or a recovery code, after the password. */
  signInCode: () => '/sign-in/code',
  signInRecovery: () => '/sign-in/recovery-code',
  signInWithProvider: (provider: string) => `/sign-in/with/${provider}`,
  /** Where an OpenID provider sends its people back to. */
  signInCallback: (provider: string) => `/sign-in/callback/${provider}`,
  signInDemonstration: () => '/sign-in/demonstration',
  signOut: () => '/sign-out',
  passwordForgotten: () => '/password/forgotten',
  passwordReset: (token?: string) => `/password/reset${queryString({ token })}`,
  invitation: (token?: string) => `/invitation${queryString({ token })}`,
  /** One's own account: name, roles, sessions. */
  account: () => '/account',
  accountRole: () => '/account/role',
  accountPassword: () => '/account/password',
  secondFactor: (to?: string) => `/account/second-factor${queryString({ to })}`,
  removeSecondFactor: () => '/account/second-factor/remove',
  recoveryCodes: () => '/account/recovery-codes',
  sessions: () => '/account/sessions',
  endSession: (id: string) => `/account/sessions/${id}/end`,
  /** What is held about oneself, and what one may ask about it. */
  ownData: () => '/account/data',
  ownDataExport: () => '/account/data/export.json',
  /** The people of an organisation and their invitations, for its administrators. */
  people: (organisation: string) => `/organisations/${organisation}/people`,
  /** The query may name the membership of somebody who is to have another role. */
  invite: (organisation: string, query?: Query) => `/organisations/${organisation}/people/invite${queryString(query)}`,
  withdrawInvitation: (organisation: string, id: string) => `/organisations/${organisation}/invitations/${id}/withdraw`,
  resendInvitation: (organisation: string, id: string) => `/organisations/${organisation}/invitations/${id}/resend`,
  endMembership: (organisation: string, id: string) => `/organisations/${organisation}/memberships/${id}/end`,
  confirmMembership: (organisation: string, id: string) => `/organisations/${organisation}/memberships/${id}/confirm`,
  accessReview: (organisation: string) => `/organisations/${organisation}/access-review`,
  accessReviewCsv: (organisation: string) => `/organisations/${organisation}/access-review.csv`,
  /** Who read, changed, exported, signed in or was refused. The query carries filters. */
  audit: (organisation: string, query?: Query) => `/organisations/${organisation}/audit${queryString(query)}`,
  auditCsv: (organisation: string, query?: Query) => `/organisations/${organisation}/audit.csv${queryString(query)}`,
  mailOf: (organisation: string) => `/organisations/${organisation}/mail`,
  /** What people asked about their data, and the holds on it. */
  dataRequests: (organisation: string) => `/organisations/${organisation}/data-requests`,
  dataRequest: (organisation: string, id: string) => `/organisations/${organisation}/data-requests/${id}`,
  legalHolds: (organisation: string) => `/organisations/${organisation}/legal-holds`,
  liftLegalHold: (organisation: string, id: string) => `/organisations/${organisation}/legal-holds/${id}/lift`,
  complaintsLog: (organisation: string) => `/organisations/${organisation}/complaints`,
  complaintOf: (organisation: string, id: string) => `/organisations/${organisation}/complaints/${id}`,
  destructionLog: (organisation: string) => `/organisations/${organisation}/destruction-log`,
  /** For anybody who wants to complain. */
  complain: () => '/complaints',
  privacy: () => '/privacy',
  cookies: () => '/cookies',
  /** In demonstration mode: mail that would have left. */
  outbox: () => '/outbox',
  /** Confirm or change a school's category, and comments on it. */
  moderateNeed: (urn: number) => `/schools/${urn}/need/moderation`,
  commentOnNeed: (urn: number) => `/schools/${urn}/need/comments`,
  /** The rules under which a school's need is read, in words. */
  needRules: (urn: number, query?: Query) => `/schools/${urn}/need/rules${queryString(query)}`,
  /** What the service enters of a school that no file tells; with an id, the page that withdraws one. */
  needEntries: (urn: number, query?: Query) => `/schools/${urn}/need/entries${queryString(query)}`,
  withdrawNeedEntry: (urn: number, id: string) => `/schools/${urn}/need/entries/${id}/withdraw`,
  /** An old decision as it was: its pack, its evidence, and whether the one still gives the other. */
  needDecision: (urn: number, id: string) => `/schools/${urn}/need/decisions/${id}`,
  /** The need packs of an organisation. */
  needPacks: (organisation: string, query?: Query) => `/organisations/${organisation}/need-packs${queryString(query)}`,
  importNeedPack: (organisation: string) => `/organisations/${organisation}/need-packs/import`,
  needPack: (organisation: string, id: string, query?: Query) =>
    `/organisations/${organisation}/need-packs/${id}${queryString(query)}`,
  /** One group of a draft's fields: 'categories', 'rules', or an indicator as 'indicator-3'. */
  editNeedPack: (organisation: string, id: string, group: string) =>
    `/organisations/${organisation}/need-packs/${id}/edit/${group}`,
  previewNeedPack: (organisation: string, id: string) => `/organisations/${organisation}/need-packs/${id}/preview`,
  /** The differences from another pack; the query may carry `with`, the id of a policy. */
  compareNeedPacks: (organisation: string, id: string, query?: Query) =>
    `/organisations/${organisation}/need-packs/${id}/differences${queryString(query)}`,
  publishNeedPack: (organisation: string, id: string) => `/organisations/${organisation}/need-packs/${id}/publish`,
  withdrawNeedPack: (organisation: string, id: string) => `/organisations/${organisation}/need-packs/${id}/withdraw`,
  needPackFile: (organisation: string, id: string) => `/organisations/${organisation}/need-packs/${id}/pack.json`,
  /** The second half of a planning round: what is put forward and what is open, and each of its parts. */
  planningApproval: (organisation: string, round: string, query?: Query) =>
    `/organisations/${organisation}/planning/${round}/approval${queryString(query)}`,
  planningApprovalPart: (
    organisation: string,
    round: string,
    part:
      | 'forward'
      | 'pairs'
      | 'interest'
      | 'interests'
      | 'approved'
      | 'approved.csv'
      | 'approved.xlsx'
      | 'changes'
      | 'replan'
      | 'panel'
      | 'partners',
    query?: Query,
  ) => `/organisations/${organisation}/planning/${round}/${part}${queryString(query)}`,
  /** One pair, approved otherwise than it was proposed. */
  approvePair: (organisation: string, round: string, line: string) =>
    `/organisations/${organisation}/planning/${round}/pairs/${line}`,
  /** One question about interests; with a part, its answer as it was told, and the decision on it. */
  planningInterest: (organisation: string, round: string, ask: string, part?: 'answer' | 'decision') =>
    `/organisations/${organisation}/planning/${round}/interests/${ask}${part === undefined ? '' : `/${part}`}`,
  endPlanningShare: (organisation: string, round: string, share: string) =>
    `/organisations/${organisation}/planning/${round}/panel/${share}/end`,
  /** Plans and rounds of others that one was invited to. */
  pool: (organisation: string, query?: Query) => `/organisations/${organisation}/pool${queryString(query)}`,
  poolRound: (organisation: string, round: string, query?: Query) =>
    `/organisations/${organisation}/pool/${round}${queryString(query)}`,
  bringToPool: (organisation: string, round: string) => `/organisations/${organisation}/pool/${round}/bring`,
  /** A plan that was shared with a person. */
  sharedPlan: (organisation: string, share: string, query?: Query) =>
    `/organisations/${organisation}/shared/${share}${queryString(query)}`,
  /** What the head of a school is asked about interests, and one question of it. */
  declarations: (urn: number, query?: Query) => `/schools/${urn}/declarations${queryString(query)}`,
  declaration: (urn: number, ask: string) => `/schools/${urn}/declarations/${ask}`,
  ...designationPaths,
  ...calendarPaths,
  ...placementPaths,
  ...registerPaths,
  ...offerPaths,
  ...moneyPaths,
  accessibility: () => '/accessibility',
  health: () => '/health',
  /** A file of the site's own look, by its name with the content hash. */
  asset: (fileName: string) => `/assets/${fileName}`,
} as const;

/** A trust is named by its number in the register of groups. */
type NewsAbout = { kind: 'England' } | { kind: 'area'; laCode: number } | { kind: 'trust'; groupUid: number };

function newsPlace(about: NewsAbout): string {
  if (about.kind === 'England') return '/news';
  return about.kind === 'area' ? `/areas/${about.laCode}/news` : `/trusts/${about.groupUid}/news`;
}
