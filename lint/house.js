// The house in one table: which rooms there are, in which order, and what each kind of file may import.
// ARCHITECTURE.md draws the same; house-rules.js turns it into lint messages.

/** Rooms in the order of the work. A room may import from rooms before it. */
export const ROOMS = [
  ['opendata', 'published files come in before anything is known'],
  ['schools', 'the register is made of published files'],
  ['similar', 'likeness is measured on the register'],
  ['need', 'need is judged on facts about schools'],
  ['news', 'news is what an import changed, and a result is news when need is judged on it'],
  ['leaders', 'leaders are found among schools that are not in need'],
  ['matching', 'a plan joins schools in need with leaders'],
  ['placements', 'a placement starts from a plan'],
  ['impact', 'impact is judged on placements'],
  ['reviews', 'reviews draw on everything about a school'],
  ['networks', 'networks are of schools and leaders'],
  ['training', 'training answers needs'],
  ['recruitment', 'vacancies are filled from the pool of leaders'],
  ['curriculum', 'curriculum planning uses the register'],
  ['service', 'the service plans what the rooms before it do'],
  ['accounts', 'accounts are of people in every room'],
];

/** Folders that belong to no room, and what they may import. */
export const GROUND = {
  db: [],
  access: ['db'],
  mail: ['access', 'db'],
  // Days and deadlines: pure, so that every kind of file may count with them.
  calendar: ['opendata'],
  govuk: [],
  web: ['access', 'calendar', 'govuk', 'opendata', 'db'],
  cli: '*',
};

/** Kinds of file in a room: how one is recognised, and which kinds of its own and earlier rooms it may import. */
export const KINDS = [
  {
    kind: 'rules',
    pattern: /^(rules\.ts|rules\/.+\.ts)$/,
    may: ['rules'],
    // The words for who acts and what may be done are rules too.
    ground: ['access', 'calendar'],
    why: 'rules are pure: no I/O, so that they can be tested and replayed',
  },
  {
    kind: 'schema',
    pattern: /^(schema\.ts|schema\/.+\.ts)$/,
    may: ['rules', 'schema'],
    // Web has the one reader of typed dates.
    ground: ['access', 'calendar', 'web'],
    why: 'a schema says what may come in and nothing else',
  },
  {
    kind: 'policy',
    pattern: /^(policy\.ts|policy\/.+\.ts)$/,
    may: ['rules', 'schema', 'policy'],
    ground: ['access', 'calendar'],
    why: 'who may do what is decided from plain facts',
  },
  {
    kind: 'queries',
    pattern: /^(queries\.ts|queries\/.+\.ts)$/,
    may: ['rules', 'schema', 'queries', 'policy'],
    ground: ['access', 'calendar', 'db'],
    why: 'a query reads; it never sees a request and never writes',
  },
  {
    kind: 'commands',
    pattern: /^(commands\.ts|commands\/.+\.ts)$/,
    may: ['rules', 'schema', 'queries', 'commands', 'policy'],
    ground: ['access', 'calendar', 'mail', 'db'],
    why: 'a command writes; it never sees a request',
  },
  {
    kind: 'journey',
    pattern: /^journey\.ts$/,
    may: ['rules', 'schema'],
    ground: ['calendar'],
    why: 'a journey is plain data',
  },
  {
    kind: 'pages',
    pattern: /^pages\/.+\.tsx$/,
    may: ['rules', 'pages', 'schema'],
    ground: ['access', 'calendar', 'web', 'govuk'],
    why: 'a page turns props into markup; its route reads the data',
  },
  { kind: 'routes', pattern: /^(routes\.tsx|routes\/.+\.tsx)$/, may: '*', ground: '*', why: '' },
  { kind: 'test', pattern: /\.test\.tsx?$/, may: '*', ground: '*', why: '' },
];
