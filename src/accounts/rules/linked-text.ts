export interface Piece {
  text: string;
  /** The address, where the piece is one of this site. */
  href?: string;
}

/** A letter's text in pieces, its links to this site told apart; addresses elsewhere stay text, because people's words can hold them. */
export function linkedText(text: string, siteUrl: string): Piece[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith(`${siteUrl}/`) ? { text: piece, href: piece } : { text: piece }));
}
