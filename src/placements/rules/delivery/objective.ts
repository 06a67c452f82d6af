/** An objective of the agreement, by a key that stays the same from version to version: "objective-1". */
export interface Objective {
  key: string;
  title: string;
}
