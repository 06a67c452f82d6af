type Query = Readonly<Record<string, string | number | undefined>>;

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
  school: (urn: number) => `/schools/${urn}`,
  similarSchools: (urn: number, query?: Query) => `/schools/${urn}/similar${queryString(query)}`,
  /** Why a school is in its category. */
  need: (urn: number) => `/schools/${urn}/need`,
  /** An area's schools, those to help first at the top. The query carries filters. */
  needOfArea: (laCode: number, query?: Query) => `/areas/${laCode}/need${queryString(query)}`,
  /** The same list as a file. */
  needOfAreaCsv: (laCode: number, query?: Query) => `/areas/${laCode}/need.csv${queryString(query)}`,
  /** How many schools of each area are in each category, and the rules by which they are. The query carries sorting. */
  needOfEngland: (query?: Query) => `/need${queryString(query)}`,
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
  accessibility: () => '/accessibility',
  health: () => '/health',
  /** A file of the site's own look, by its name with the content hash. */
  asset: (fileName: string) => `/assets/${fileName}`,
} as const;

function queryString(query: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
