import type { MiddlewareHandler } from 'hono';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { isSecure, type SiteSettings } from './settings.ts';

const SELF = "'self'";
const NOBODY = "'none'";

/** One year, as browsers' preload lists ask. */
const STRICT_TRANSPORT = 'max-age=31536000; includeSubDomains';

const withheld = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: [NOBODY],
    objectSrc: [NOBODY],
    scriptSrc: [NONCE],
    styleSrc: [SELF],
    imgSrc: [SELF, 'data:'],
    // A page tells how far an import is.
    connectSrc: [SELF],
    formAction: [SELF],
    baseUri: [NOBODY],
    frameAncestors: [NOBODY],
    // govuk-frontend writes no HTML by string, so no script may.
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: [NOBODY],
  },
  // `no-referrer` would make browsers send `Origin: null` with our own forms, which a check against forgery must refuse.
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
  permissionsPolicy: {
    accelerometer: [],
    autoplay: [],
    camera: [],
    displayCapture: [],
    encryptedMedia: [],
    fullscreen: [],
    geolocation: [],
    gyroscope: [],
    magnetometer: [],
    microphone: [],
    midi: [],
    payment: [],
    pictureInPicture: [],
    publickeyCredentialsGet: [],
    screenWakeLock: [],
    usb: [],
    xrSpatialTracking: [],
  },
});

/**
 * Headers that hold a browser to what the site needs: its own styles, images and forms, and scripts that carry this
 * answer's nonce. Mount it before every route. No `style=""` attribute works under this policy: use classes, and
 * presentation attributes in SVG.
 */
export function security(): MiddlewareHandler {
  return async (c, next) => {
    const answer = await withheld(c, next);
    // On plain HTTP (a laptop) the header would be ignored at best, and at worst pin localhost to HTTPS.
    if (hasTls(c.get('site')) || arrivedByHttps(c.req.url, c.req.header('x-forwarded-proto'))) {
      c.header('Strict-Transport-Security', STRICT_TRANSPORT);
    }
    return answer;
  };
}

/** Where people find the site by HTTPS, it is pinned whatever a proxy forgets to say. */
function hasTls(site: SiteSettings | undefined): boolean {
  return site !== undefined && isSecure(site);
}

function arrivedByHttps(url: string, forwardedProto: string | undefined): boolean {
  return (forwardedProto?.split(',')[0]?.trim() ?? new URL(url).protocol.replace(':', '')) === 'https';
}
