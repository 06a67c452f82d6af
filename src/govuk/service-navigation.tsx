import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, hasText, type Optional, type Text } from './attributes.ts';

export interface ServiceNavigationItem {
  text: Text;
  href?: string;
  /** This very page. */
  current?: boolean;
  /** The page is in this part of the service. */
  active?: boolean;
  attributes?: Attributes;
}

interface ServiceNavigationProps {
  navigation?: readonly Optional<ServiceNavigationItem>[];
  serviceName?: string;
  serviceUrl?: string;
  /** Name of the landmark that holds a service name or a start or end slot. */
  ariaLabel?: string;
  menuButtonText?: string;
  menuButtonLabel?: string;
  navigationLabel?: string;
  navigationId?: string;
  navigationClass?: string;
  /** Whether a narrow screen shows a menu button. By default, when there is more than one item. */
  collapseNavigationOnMobile?: boolean;
  start?: ComponentChildren;
  end?: ComponentChildren;
  /** Puts the end slot on the line of the navigation where there is room. */
  endInline?: boolean;
  navigationStart?: ComponentChildren;
  navigationEnd?: ComponentChildren;
  class?: string;
  attributes?: Attributes;
}

/** The name of the service and its main parts, under the header. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { ariaLabel = 'Service information', serviceName, start, end, endInline, class: extra, attributes } = props;
  const container = (
    <div class={classNames('govuk-width-container', endInline && 'govuk-service-navigation__inlining-container')}>
      {start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName serviceName={serviceName} serviceUrl={props.serviceUrl} />}
        <Navigation {...props} />
      </div>
      {end}
    </div>
  );
  const outer = {
    ...attributes,
    class: classNames('govuk-service-navigation', extra),
    'data-module': 'govuk-service-navigation',
  };

  // With nothing but the navigation, its own <nav> is landmark enough.
  if (!serviceName && !hasText(start) && !hasText(end)) return <div {...outer}>{container}</div>;
  return (
    <section aria-label={ariaLabel} {...outer}>
      {container}
    </section>
  );
}

function ServiceName({ serviceName, serviceUrl }: Pick<ServiceNavigationProps, 'serviceName' | 'serviceUrl'>) {
  return (
    <span class="govuk-service-navigation__service-name">
      {serviceUrl ? (
        <a href={serviceUrl} class="govuk-service-navigation__link">
          {serviceName}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{serviceName}</span>
      )}
    </span>
  );
}

function Navigation(props: ServiceNavigationProps) {
  const navigation = (props.navigation ?? []).filter((item) => item);
  const {
    menuButtonText = 'Menu',
    menuButtonLabel,
    navigationId = 'navigation',
    navigationStart,
    navigationEnd,
  } = props;
  const { collapseNavigationOnMobile = navigation.length > 1, navigationLabel = menuButtonText } = props;
  if (navigation.length === 0 && !hasText(navigationStart) && !hasText(navigationEnd)) return null;
  return (
    <nav aria-label={navigationLabel} class={classNames('govuk-service-navigation__wrapper', props.navigationClass)}>
      {collapseNavigationOnMobile && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuButtonLabel === menuButtonText ? undefined : menuButtonLabel}
          hidden
          // oxlint-disable-next-line jsx-a11y/no-aria-hidden-on-focusable -- it is hidden until the script shows it
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {navigationStart}
        {navigation.map((item) => item && <NavigationItem {...item} />)}
        {navigationEnd}
      </ul>
    </nav>
  );
}

function NavigationItem({ text, href, current, active, attributes }: ServiceNavigationItem) {
  const here = current || active;
  const ariaCurrent = current ? 'page' : active ? 'true' : undefined;
  // The strong tag marks the place for people who override colours or styles.
  const label = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text;
  return (
    <li class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {label}
        </a>
      ) : (
        hasText(text) && (
          <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
            {label}
          </span>
        )
      )}
    </li>
  );
}
