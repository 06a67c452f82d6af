import { z } from 'zod';
import { type PolicyKind, policyHeader } from '../../../policies.ts';
import { INSPECTION_OUTCOMES } from '../../../schools/rules/facts.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';

const days = z.int().min(0).max(365);

const process = z
  .strictObject({
    kind: z.literal('designation process'),
    ...policyHeader,
    openDays: days,
    panelAfterDays: days,
    decisionDays: days,
    referenceDays: days.min(1),
    remindBeforeDays: days,
    appealDays: days,
    panelAtLeast: z.int().min(1).max(20),
    review: z.strictObject({
      afterInspectionDays: days,
      afterMoveDays: days,
      movedToNeedMonths: z.int().min(0).max(60),
      movedToNeedOutcomes: z.array(z.enum(INSPECTION_OUTCOMES)).min(1),
    }),
  })
  .refine(({ referenceDays, remindBeforeDays }) => remindBeforeDays < referenceDays, {
    path: ['remindBeforeDays'],
    error: 'a referee is reminded after being asked: it must be less than referenceDays',
  });

/** The file of days and months of rounds and reviews: policies/designation/, `"kind": "designation process"`. */
export const designationProcessKind: PolicyKind<Omit<DesignationProcess, 'id'>> = {
  folder: 'designation',
  kind: 'designation process',
  schema: process,
};
