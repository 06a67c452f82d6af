import { NotificationBanner } from '../../govuk/notification-banner.tsx';

interface DoneBannerProps {
  /** The flag in the page's address. */
  done: string | undefined;
  /** The sentence of each flag that the page knows. */
  sentences: Readonly<Record<string, string>>;
}

/** What was just done, above the page that one is led back to. Flags that the page does not know show nothing. */
export function DoneBanner({ done, sentences }: DoneBannerProps) {
  if (done === undefined || !Object.hasOwn(sentences, done)) return null;
  return <NotificationBanner type="success">{sentences[done]}</NotificationBanner>;
}
