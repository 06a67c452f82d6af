import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';

const SYMBOLS = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
} as const;

/** What a mark looks like. Shape and colour always change together with words, so that none of them stands alone. */
export type MarkShape = keyof typeof SYMBOLS;

interface MarkProps {
  shape: MarkShape;
  x: number;
  y: number;
  /** Width of a square of the same area, in units of the drawing. */
  size: number;
  fill: string;
  stroke?: string;
  /** A second sign inside the mark, for those who cannot tell its colour from another's. */
  sign?: 'dot' | 'cross';
}

/** One mark of a chart or map. */
export function Mark({ shape, x, y, size, fill, stroke = '#0b0c0c', sign }: MarkProps) {
  return (
    <g transform={`translate(${place(x)} ${place(y)})`}>
      <path d={outline(shape, size)} fill={fill} stroke={stroke} stroke-width="0.9" stroke-linejoin="round" />
      {sign === 'dot' && <circle r={place(size * 0.18)} fill="#0b0c0c" />}
      {sign === 'cross' && (
        <path d={cross(size * 0.26)} stroke="#ffffff" stroke-width={place(size * 0.17)} stroke-linecap="round" />
      )}
    </g>
  );
}

const OUTLINES = new Map<string, string>();

// A map draws hundreds of marks of four shapes, and a path written to the full precision of a float is most of its bytes.
function outline(shape: MarkShape, size: number): string {
  const key = `${shape} ${size}`;
  let path = OUTLINES.get(key);
  if (path === undefined) {
    path =
      symbol()
        .type(SYMBOLS[shape])
        .size(size * size)
        .digits(2)() ?? '';
    OUTLINES.set(key, path);
  }
  return path;
}

function cross(arm: number): string {
  const a = place(arm);
  return `M${-a} ${-a}L${a} ${a}M${-a} ${a}L${a} ${-a}`;
}

/** A coordinate short enough to write; a tenth of a unit is below what a screen shows. */
export function place(value: number): number {
  return Math.round(value * 10) / 10;
}
