import { Tag } from '../../govuk/tag.tsx';
import { dayInWords, daysBetween } from '../../opendata/rules/london-time.ts';

/** A day by which something is due, and how many days are left; in words and colour when it is past. Days are ISO. */
export function Deadline({ day, today }: { day: string; today: string }) {
  const left = daysBetween(today, day);
  if (left < 0) {
    return (
      <>
        {dayInWords(day)} <Tag class="govuk-tag--red">{days(-left)} overdue</Tag>
      </>
    );
  }
  return (
    <>
      {dayInWords(day)} ({left === 0 ? 'today' : `${days(left)} left`})
    </>
  );
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
