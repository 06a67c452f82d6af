import { Tag } from '../../govuk/tag.tsx';
import type { Phase } from '../../schools/rules/facts.ts';
import type { IndicatorResult } from '../rules/assessment.ts';
import { indicatorFigure } from '../rules/indicator-figure.ts';
import { IntervalBar } from './interval-bar.tsx';
import { type Files, SourceLinks } from './source-links.tsx';

interface IndicatorProps {
  result: IndicatorResult;
  phase: Phase;
  files: Files;
}

/** One indicator of one school: what it says, its numbers with their range, its points and its sources. */
export function Indicator({ result, phase, files }: IndicatorProps) {
  const { label, sentence, source, otherSources } = result;
  return (
    <li class="app-indicator">
      <div class="app-indicator__head">
        <h4 class="govuk-heading-s">{label}</h4>
        <StateTag result={result} />
      </div>
      <p class="govuk-body">{sentence}</p>
      <Numbers result={result} phase={phase} />
      <SourceLinks sources={source === null ? otherSources : [source, ...otherSources]} files={files} />
    </li>
  );
}

function StateTag({ result: { code, state, points } }: Pick<IndicatorProps, 'result'>) {
  if (code === 'inclusion' && state === 'clear') return <Tag class="govuk-tag--grey">Never scored</Tag>;
  if (state === 'raised') return <Tag class="govuk-tag--orange">{points === 1 ? '1 point' : `${points} points`}</Tag>;
  return state === 'clear' ? (
    <Tag class="govuk-tag--green">Not raised</Tag>
  ) : (
    <Tag class="govuk-tag--grey">Not known</Tag>
  );
}

function Numbers({ result, phase }: Pick<IndicatorProps, 'result' | 'phase'>) {
  const figure = indicatorFigure(result, phase);
  if (figure === null || (figure.line === null && figure.range === null)) return null;
  const { value, interval, threshold } = result;
  return (
    <div class="app-indicator__figures">
      {value !== null && interval !== undefined && figure.scale !== null && (
        <IntervalBar value={value} interval={interval} line={threshold} scale={figure.scale} format={figure.format} />
      )}
      <dl class="app-indicator__numbers">
        <Pair name={figure.name} text={figure.figure} />
        {figure.range !== null && <Pair name="Likely range (95%)" text={figure.range} />}
        {figure.line !== null && <Pair name={figure.line.name} text={figure.line.text} />}
        {figure.chance !== null && <Pair name={figure.chanceName} text={figure.chance} />}
      </dl>
    </div>
  );
}

function Pair({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
