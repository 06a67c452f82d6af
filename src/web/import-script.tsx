import { useContext } from 'preact/hooks';
import { assetUrl } from './assets.ts';
import { PageRequestContext } from './render.tsx';

/** What pages of imports do with scripts and do without them too: tell how far an import is, and when files are too large to be sent. */
export function ImportScript() {
  const { nonce } = useContext(PageRequestContext);
  return nonce === undefined ? null : <script type="module" nonce={nonce} src={assetUrl('importScript')} />;
}
