import { Tag } from '../../govuk/tag.tsx';
import type { Category } from '../rules/need-policy.ts';

/** A category of need as a tag: the letter carries the meaning, the colour repeats it. */
export function CategoryTag({ category }: { category: Category }) {
  return <Tag class={`app-category--${category.toLowerCase()}`}>Category {category}</Tag>;
}
