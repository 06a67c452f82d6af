/** How one kind of thing on a map is filled. `sign` tells tones apart for those who cannot by colour. */
export interface Tone {
  key: string;
  label: string;
  fill: string;
  sign?: 'dot' | 'cross';
}
