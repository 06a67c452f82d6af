import type { ComponentChildren } from 'preact';
import { SummaryList, type SummaryListRow } from '../../govuk/summary-list.tsx';
import { paths } from '../../web/paths.ts';
import { dayText } from '../rules/figure-words.ts';
import type { NationalFrame } from '../rules/national-frame.ts';
import { fileWords } from '../rules/published-file.ts';
import {
  responsibleBody,
  shownGroups,
  type SchoolGroup,
  type SchoolLink,
  type SchoolRecord,
} from '../rules/school-record.ts';

/** What the register says a school is. A fact that the register leaves blank is said to be so. */
export function SchoolIdentityList({ school, frame }: { school: SchoolRecord; frame: NationalFrame }) {
  const { identity: one, groups, links } = school;
  const before = links.filter(({ direction }) => direction === 'predecessor');
  const after = links.filter(({ direction }) => direction === 'successor');
  const file = frame.files.get(one.source.importId);
  return (
    <>
      <SummaryList
        class="app-facts"
        rows={[
          row('URN', one.urn),
          row('LAESTAB', one.laestab ?? notGiven),
          row('Type', one.establishmentType),
          row('Phase', one.phase),
          row('Ages', agesText(one.lowAge, one.highAge) ?? notGiven),
          row('Gender', one.gender ?? notGiven),
          row('Religious character', one.religiousCharacter ?? notGiven),
          row('Responsible body', responsibleBody(one, groups) ?? notGiven),
          ...shownGroups(groups).map((group) => row(group.groupType, <GroupText group={group} laName={one.laName} />)),
          row('Head as published', headText(one.headName, one.headJobTitle) ?? notGiven),
          row('Address', one.address.length > 0 ? one.address.join(', ') : notGiven),
          row('Telephone', one.telephone ?? notGiven),
          row('Website', <Website address={one.website} />),
          row('Status', statusText(one.status, one.openDate, one.closeDate)),
          before.length > 0 && row(before.length === 1 ? 'Predecessor' : 'Predecessors', <Links links={before} />),
          after.length > 0 && row(after.length === 1 ? 'Successor' : 'Successors', <Links links={after} />),
        ]}
      />
      <p class="app-source">
        Source:{' '}
        <a class="govuk-link" href={paths.source(one.source.importId, one.source.line)}>
          {file ? `${fileWords(file)}, as at ${dayText(file.asAt)}` : 'the register'}, line {one.source.line}
        </a>
        .
      </p>
    </>
  );
}

const notGiven = <span class="app-missing">not given in the register</span>;

function row(key: string, text: ComponentChildren): SummaryListRow {
  return { key: { text: key }, value: { text } };
}

function agesText(low: number | null, high: number | null): string | null {
  return low === null || high === null ? null : `${low} to ${high}`;
}

function headText(name: string | null, jobTitle: string | null): string | null {
  return name === null ? null : `${name}${jobTitle ? `, ${jobTitle}` : ''}`;
}

function statusText(status: string, opened: string | null, closed: string | null): string {
  return [status, opened && `opened ${dayText(opened)}`, closed && `closed ${dayText(closed)}`]
    .filter(Boolean)
    .join(', ');
}

function GroupText({ group, laName }: { group: SchoolGroup; laName: string }) {
  const { uid, name, joinedOn, neighbours, source } = group;
  return (
    <>
      <a class="govuk-link" href={paths.trust(uid)}>
        {name}
      </a>
      {joinedOn && ` since ${dayText(joinedOn)}`} (
      <a class="govuk-link" href={paths.source(source.importId, source.line)}>
        source<span class="govuk-visually-hidden"> of the membership of {name}</span>
      </a>
      )
      {neighbours.length > 0 && (
        <details class="app-more">
          <summary>
            {neighbours.length} other {neighbours.length === 1 ? 'school' : 'schools'} in {laName}
          </summary>
          <ul class="govuk-list govuk-!-margin-bottom-0">
            {neighbours.map((school) => (
              <li>
                <a class="govuk-link" href={paths.school(school.urn)}>
                  {school.name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Links({ links }: { links: readonly SchoolLink[] }) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {links.map((link) => (
        <li>
          {link.known ? (
            <a class="govuk-link" href={paths.school(link.urn)}>
              {link.name}
            </a>
          ) : (
            link.name
          )}{' '}
          (URN {link.urn}){link.establishedOn && `, ${dayText(link.establishedOn)}`}
        </li>
      ))}
    </ul>
  );
}

/** A register's address is whatever was typed into it: only plain web addresses become links. */
function Website({ address }: { address: string | null }) {
  if (address === null) return notGiven;
  const url = /^https?:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(url) || !new URL(url).hostname.includes('.')) return <>{address}</>;
  return (
    <a class="govuk-link" href={url} rel="noreferrer external">
      {address.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
    </a>
  );
}
