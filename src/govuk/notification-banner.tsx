import { type Attributes, classNames, type Text } from './attributes.ts';
import { HeadingOf, type HeadingLevel } from './heading-of.tsx';

interface NotificationBannerProps {
  /** `success` is announced at once and takes the focus. */
  type?: 'success';
  titleText?: Text;
  titleId?: string;
  titleHeadingLevel?: HeadingLevel;
  role?: 'alert' | 'region' | 'status';
  disableAutoFocus?: boolean;
  class?: string;
  attributes?: Attributes;
  /** A string becomes the banner's large line. */
  children?: Text;
}

/** Something that is not about the page itself: what was just done, or news of the service. */
export function NotificationBanner(props: NotificationBannerProps) {
  const {
    type,
    titleId = 'govuk-notification-banner-title',
    titleHeadingLevel = 2,
    disableAutoFocus,
    children,
  } = props;
  const success = type === 'success';
  const { titleText = success ? 'Success' : 'Important', role = success ? 'alert' : 'region' } = props;
  return (
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <HeadingOf level={titleHeadingLevel} class="govuk-notification-banner__title" id={titleId}>
          {titleText}
        </HeadingOf>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
