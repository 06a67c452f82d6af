import { encode } from 'uqr';

interface QrCodeProps {
  text: string;
  /** What the picture is, in words. */
  label: string;
}

/** A QR code as a picture within the page. Beside it belongs the same as text, for those who cannot point a camera at it. */
export function QrCode({ text, label }: QrCodeProps) {
  // Four modules of quiet zone, as ISO/IEC 18004 asks.
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="app-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}
