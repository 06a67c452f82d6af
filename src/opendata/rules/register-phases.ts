/** The phase of a school as GIAS has written it since 2015, and as we store it. Nurseries are without a phase here. */
export const PHASES: Readonly<Record<string, string>> = {
  Primary: 'Primary',
  'Middle Deemed Primary': 'Middle deemed primary',
  'Middle deemed primary': 'Middle deemed primary',
  Secondary: 'Secondary',
  'Middle Deemed Secondary': 'Middle deemed secondary',
  'Middle deemed secondary': 'Middle deemed secondary',
  'All Through': 'All-through',
  'All through': 'All-through',
  'All-through': 'All-through',
  '16 Plus': '16 plus',
  '16 plus': '16 plus',
  Nursery: 'Not applicable',
  'Not applicable': 'Not applicable',
};
