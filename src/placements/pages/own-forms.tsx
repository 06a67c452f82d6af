import { paths } from '../../web/paths.ts';

/** Where moves are made that have a form of their own, besides those of the move's own address; each part of the room adds its own. */
export const OWN_FORMS: Readonly<Record<string, (placement: string, move: string) => string>> = {
  offer: (placement) => paths.placementPage(placement, 'offers'),
  'note-contact': paths.placementMove,
};
