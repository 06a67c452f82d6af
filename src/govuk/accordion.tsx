import { type Attributes, classNames, hasText, type Optional, type Text } from './attributes.ts';
import { HeadingOf, type HeadingLevel } from './heading-of.tsx';
import { i18nAttributes } from './i18n-attributes.ts';

export interface AccordionItem {
  heading: { text: Text };
  summary?: { text?: Text };
  /** A string becomes a paragraph. */
  content: { text?: Text };
  expanded?: boolean;
}

interface AccordionProps {
  /** Unique on the whole site: the browser remembers which sections were open under it. */
  id: string;
  items: readonly Optional<AccordionItem>[];
  headingLevel?: HeadingLevel;
  hideAllSectionsText?: string;
  hideSectionText?: string;
  hideSectionAriaLabelText?: string;
  showAllSectionsText?: string;
  showSectionText?: string;
  showSectionAriaLabelText?: string;
  rememberExpanded?: boolean;
  class?: string;
  attributes?: Attributes;
}

/** Sections that open and close; without JavaScript, all are open. */
export function Accordion(props: AccordionProps) {
  const { id, items, headingLevel = 2, rememberExpanded } = props;
  return (
    <div
      class={classNames('govuk-accordion', props.class)}
      data-module="govuk-accordion"
      id={id}
      {...i18nAttributes({
        'hide-all-sections': props.hideAllSectionsText,
        'hide-section': props.hideSectionText,
        'hide-section-aria-label': props.hideSectionAriaLabelText,
        'show-all-sections': props.showAllSectionsText,
        'show-section': props.showSectionText,
        'show-section-aria-label': props.showSectionAriaLabelText,
      })}
      data-remember-expanded={rememberExpanded === undefined ? undefined : String(rememberExpanded)}
      {...props.attributes}
    >
      {items.map((item, index) => item && <Section {...item} id={id} number={index + 1} headingLevel={headingLevel} />)}
    </div>
  );
}

interface SectionProps extends AccordionItem {
  id: string;
  number: number;
  headingLevel: HeadingLevel;
}

function Section({ heading, summary, content, expanded, id, number, headingLevel }: SectionProps) {
  return (
    <div class={classNames('govuk-accordion__section', expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <HeadingOf level={headingLevel} class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${number}`}>
            {heading.text}
          </span>
        </HeadingOf>
        {hasText(summary?.text) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${number}`}>
            {summary?.text}
          </div>
        )}
      </div>
      <div id={`${id}-content-${number}`} class="govuk-accordion__section-content">
        {typeof content.text === 'string' ? <p class="govuk-body">{content.text}</p> : content.text}
      </div>
    </div>
  );
}
