import type { ServiceNavigationItem } from '../govuk/service-navigation.tsx';
import { paths } from './paths.ts';

const PARTS = [
  { text: 'Areas', href: paths.areas(), within: ['/areas'] },
  { text: 'Schools', href: paths.search(), within: ['/search', '/schools'] },
  { text: 'Compare', href: paths.compare(), within: ['/compare'] },
  { text: 'Plan', href: paths.plan(), within: ['/plan'] },
  { text: 'Sources', href: paths.sources(), within: ['/sources'] },
];

/** The main parts of the site, with the one that a path lies in marked. */
export function navigationAt(path: string): ServiceNavigationItem[] {
  return PARTS.map(({ text, href, within }) => ({
    text,
    href,
    current: path === href,
    active: within.some((start) => path === start || path.startsWith(`${start}/`)),
  }));
}
