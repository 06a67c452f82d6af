import type { ColumnType, Generated } from 'kysely';

/** Every table, typed for Kysely. Written beside each migration; the database tests of the rooms fail where they differ. */
export interface Database {
  import: ImportTable;
  import_content: ImportContentTable;
  set_aside_row: SetAsideRowTable;
  set_aside_text: SetAsideTextTable;
  area: AreaTable;
  school_group: SchoolGroupTable;
  school: SchoolTable;
  group_member: GroupMemberTable;
  school_link: SchoolLinkTable;
  inspection: InspectionTable;
  inspection_judgement: InspectionJudgementTable;
  postcode_deprivation: PostcodeDeprivationTable;
  measure: MeasureTable;
  observation: ObservationTable;
  trust_observation: TrustObservationTable;
  area_observation: AreaObservationTable;
  published_neighbour: PublishedNeighbourTable;
  published_neighbour_input: PublishedNeighbourInputTable;
  lsoa_deprivation: LsoaDeprivationTable;
  head_sighting: HeadSightingTable;
  school_state: SchoolStateTable;
  school_sighting: SchoolSightingTable;
  group_member_sighting: GroupMemberSightingTable;
  put_off_definition: PutOffDefinitionTable;
  need_assessment: NeedAssessmentTable;
  prospect: ProspectTable;
  conclusion: ConclusionTable;
  need_pack_text: NeedPackTextTable;
  inspection_first_told: InspectionFirstToldTable;
  news_import: NewsImportTable;
  news_item: NewsItemTable;
  coastline: CoastlineTable;
  coast_distance: CoastDistanceTable;
  road_time: RoadTimeTable;
}

/** Which published file a row came from, and its line there (the header is line 1). */
interface Sourced {
  import_id: number;
  line: number;
}

interface ImportTable {
  id: Generated<number>;
  dataset: string;
  layout: string;
  year: number | null;
  first_year: number | null;
  stage: 'provisional' | 'revised' | 'final' | 'register';
  as_at: string;
  file_name: string;
  sha256: string;
  rows_read: number;
  rows_loaded: number;
  rows_set_aside: number;
  loaded_at: Generated<Date>;
  job_id: Generated<string | null>;
  mends_import_id: Generated<number | null>;
  header: Generated<string | null>;
  sightings_complete: Generated<boolean>;
}

interface SetAsideRowTable extends Sourced {
  field: string;
  value: string;
  reason: string;
}

interface SetAsideTextTable extends Sourced {
  text: string;
}

interface ImportContentTable {
  import_id: number;
  part: number;
  first_line: number;
  packed: Buffer;
}

interface AreaTable extends Sourced {
  la_code: number;
  gss_code: string;
  name: string;
  region: string;
  boundary: unknown;
}

interface CoastlineTable extends Sourced {
  part: number;
  land: string;
  ring: unknown;
}

interface RoadTimeTable {
  provider: 'osrm' | 'valhalla';
  version: string;
  from_easting: number;
  from_northing: number;
  to_easting: number;
  to_northing: number;
  seconds: number | null;
  metres: number | null;
  asked_at: Generated<Date>;
}

interface CoastDistanceTable {
  urn: number;
  metres: number;
}

interface SchoolGroupTable extends Sourced {
  uid: number;
  name: string;
  group_type: string;
  status: string;
  companies_house_number: string | null;
  open_date: string | null;
  closed_date: string | null;
}

interface SchoolTable extends Sourced {
  urn: number;
  la_code: number;
  la_name: string;
  establishment_number: number | null;
  name: string;
  phase: string;
  establishment_type: string;
  type_group: string;
  mainstream: boolean;
  status: string;
  open_date: string | null;
  close_date: string | null;
  low_age: number | null;
  high_age: number | null;
  gender: string | null;
  religious_character: string | null;
  admissions_policy: string | null;
  street: string | null;
  locality: string | null;
  town: string | null;
  county: string | null;
  postcode: string | null;
  website: string | null;
  telephone: string | null;
  head_title: string | null;
  head_first_name: string | null;
  head_last_name: string | null;
  head_job_title: string | null;
  urban_rural: string | null;
  easting: number | null;
  northing: number | null;
  lsoa_code: string | null;
  capacity: number | null;
}

interface GroupMemberTable extends Sourced {
  urn: number;
  group_uid: number;
  group_type: string;
  group_name: string;
  joined_on: string | null;
}

interface SchoolLinkTable extends Sourced {
  urn: number;
  linked_urn: number;
  link_type: string;
  linked_name: string;
  established_on: string | null;
}

interface InspectionTable extends Sourced {
  urn: number;
  inspected_on: string;
  kind: Generated<'graded' | 'ungraded' | 'monitoring'>;
  /** How it was graded; null for an inspection that gives no grades. */
  scheme: 'overall grade' | 'judgements only' | 'report card' | null;
  /** The overall grade; null in every other scheme. */
  outcome: string | null;
  outcome_words: string | null;
  /** As published, "none" where published as blank; null where the file does not tell. */
  category_of_concern: string | null;
  safeguarding: string | null;
  inspection_type: string | null;
  inspection_number: string | null;
  published_on: string | null;
  listed_under: number | null;
}

interface InspectionJudgementTable extends Sourced {
  urn: number;
  inspected_on: string;
  kind: 'graded' | 'ungraded' | 'monitoring';
  area: string;
  grade: string;
  graded_on: string | null;
}

interface PostcodeDeprivationTable extends Sourced {
  postcode: string;
  postcode_status: string;
  lsoa_code: string | null;
  imd_decile: number | null;
  idaci_rank: number | null;
  idaci_decile: number | null;
  idaci_score: number | null;
}

interface HeadSightingTable extends Sourced {
  urn: number;
  title: string | null;
  first_name: string | null;
  last_name: string | null;
  job_title: string | null;
}

/** The facts of `school` that are of the school, but for its head. */
type SchoolStateTable = { id: Generated<number>; digest: number } & Omit<
  SchoolTable,
  keyof Sourced | 'mainstream' | 'head_title' | 'head_first_name' | 'head_last_name' | 'head_job_title'
>;

interface SchoolSightingTable extends Sourced {
  urn: number;
  state_id: number;
}

type GroupMemberSightingTable = GroupMemberTable;

interface MeasureTable {
  id: number;
  code: string;
  label: string;
  unit: string;
}

interface Figure extends Sourced {
  measure_id: number;
  year: number;
  value: number | null;
  missing: string | null;
  stage: string;
}

interface ObservationTable extends Figure {
  urn: number;
}

interface TrustObservationTable extends Figure {
  group_uid: number;
  pupils: 'all' | 'disadvantaged' | 'other';
}

interface AreaObservationTable extends Figure {
  level: 'authority' | 'England';
  area: string;
  schools: 'all' | 'state-funded' | 'primary' | 'secondary' | 'special';
  pupils: 'all' | 'disadvantaged' | 'other';
}

interface PublishedNeighbourTable extends Sourced {
  phase: 'primary' | 'secondary';
  urn: number;
  neighbour_urn: number;
  rank: number;
  distance: number | null;
}

interface PublishedNeighbourInputTable extends Sourced {
  phase: 'primary' | 'secondary';
  urn: number;
  prior_attainment: number | null;
  pupil_premium_percent: number | null;
  eal_percent: number | null;
  polar4_quintile: number | null;
  stability_percent: number | null;
  idaci_score: number | null;
  sen_support_percent: number | null;
  ehc_percent: number | null;
  pupils: number | null;
  attainment: number | null;
}

interface LsoaDeprivationTable extends Sourced {
  edition: number;
  lsoa_code: string;
  imd_rank: number | null;
  imd_decile: number | null;
  income_decile: number | null;
  employment_decile: number | null;
  education_decile: number | null;
  health_decile: number | null;
  crime_decile: number | null;
  housing_decile: number | null;
  environment_decile: number | null;
}

interface PutOffDefinitionTable {
  position: number;
  statement: string;
}

interface NeedAssessmentTable {
  urn: number;
  policy_id: string;
  as_at: string;
  category: 'A' | 'B' | 'C' | 'D';
  points: number;
  /** The need room's own record: each indicator with its figure, threshold, points, sentence and source. */
  indicators: unknown;
}

interface ProspectTable {
  urn: number;
  policy_id: string;
  as_at: string;
  meets: boolean;
  days_per_year: number;
  most_schools: number;
  /** The leaders room's own record: each rule with its verdict, figure and source. */
  checks: unknown;
}

interface ConclusionTable {
  kind: 'need' | 'prospects' | 'coast';
  policy_id: string;
  as_at: string;
  last_import_id: number;
  policy_sha256: string;
  drawn_at: Generated<Date>;
  /** The text of the need pack, in need_pack_text; null of conclusions drawn before it was kept. */
  pack_sha256: string | null;
}

/** The text of each need pack that was ever used. Row policies keep a service's own to it. */
interface NeedPackTextTable {
  sha256: string;
  organisation_id: string | null;
  policy: ColumnType<unknown, string, never>;
  standards: ColumnType<unknown, string, never>;
  first_used: Generated<Date>;
}

/** Which import first told of an inspection; kept by a trigger. */
interface InspectionFirstToldTable {
  urn: number;
  inspected_on: string;
  kind: string;
  inspection_number: string | null;
  import_id: number;
}

interface NewsImportTable {
  import_id: number;
  standing: 'ground' | 'older' | 'late' | 'told';
  /** By area code: changes of head that names do not tell surely. */
  unclear_heads: ColumnType<Record<string, number>, string, never>;
  drawn_at: Generated<Date>;
}

interface NewsItemTable {
  id: Generated<number>;
  import_id: number;
  source_import_id: number;
  line: number;
  urn: number;
  la_code: number;
  school_name: string;
  kind: 'opening' | 'closure' | 'head' | 'inspection' | 'result' | 'roll' | 'trust' | 'renamed' | 'type' | 'authority';
  occasion: string;
  happened_on: string | null;
  not_before: string | null;
  not_after: string | null;
  headline: string;
  /** The news room's own record: src/news/schema/news-detail.ts. */
  detail: unknown;
  before_urn: number | null;
  before_import_id: number | null;
  after_urn: number | null;
  after_import_id: number | null;
  created_at: Generated<Date>;
}
