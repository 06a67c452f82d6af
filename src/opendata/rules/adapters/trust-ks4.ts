import type { Adapter } from '../adapter.ts';

/**
 * Key stage 4 of trusts with three schools or more, 2021-22 and 2022-23. `TRUST_UID` is the number of the group in Get
 * information about schools; FSM6CLA1A are disadvantaged pupils and NFSM6CLA1A the others.
 */
export const trustKs4: Adapter = {
  layout: 'trust-ks4',
  dataset: 'trust-ks4',
  stage: 'final',
  recognisedBy: ['TRUST_UID', 'INSTITUTIONS_INMAT', 'P8MEA_WGTAVG'],
  year: { spans: 'TIME_PERIOD' },
  trustFigures: {
    uid: 'TRUST_UID',
    columns: [
      ['TPUP_MATPTINC', 'ks4_pupils'],
      ['P8MEA_WGTAVG', 'ks4_progress8'],
      ['P8CILOW', 'ks4_progress8_lower'],
      ['P8CIUPP', 'ks4_progress8_upper'],
      ['ATT8SCR_WGTAVG', 'ks4_attainment8'],
      ['PTL2BASICS_95_WGTAVG', 'ks4_english_maths_5'],
      ['PTEBACC_E_PTQ_EE_WGTAVG', 'ks4_ebacc_entry'],
      ['EBACCAPS_WGTAVG', 'ks4_ebacc_aps'],
      ['P8MEA_WGTAVG_FSM6CLA1A', 'ks4_progress8', { pupils: 'disadvantaged' }],
      ['P8CILOW_FSM6CLA1A', 'ks4_progress8_lower', { pupils: 'disadvantaged' }],
      ['P8CIUPP_FSM6CLA1A', 'ks4_progress8_upper', { pupils: 'disadvantaged' }],
      ['ATT8SCR_WGTAVG_FSM6CLA1A', 'ks4_attainment8', { pupils: 'disadvantaged' }],
      ['PTL2BASICS_95_WGTAVG_FSM6CLA1A', 'ks4_english_maths_5', { pupils: 'disadvantaged' }],
      ['PTEBACC_E_PTQ_EE_WGTAVG_FSM6CLA1A', 'ks4_ebacc_entry', { pupils: 'disadvantaged' }],
      ['EBACCAPS_WGTAVG_FSM6CLA1A', 'ks4_ebacc_aps', { pupils: 'disadvantaged' }],
      ['P8MEA_WGTAVG_NFSM6CLA1A', 'ks4_progress8', { pupils: 'other' }],
      ['ATT8SCR_WGTAVG_NFSM6CLA1A', 'ks4_attainment8', { pupils: 'other' }],
      ['PTL2BASICS_95_WGTAVG_NFSM6CLA1A', 'ks4_english_maths_5', { pupils: 'other' }],
      ['PTEBACC_E_PTQ_EE_WGTAVG_NFSM6CLA1A', 'ks4_ebacc_entry', { pupils: 'other' }],
      ['EBACCAPS_WGTAVG_NFSM6CLA1A', 'ks4_ebacc_aps', { pupils: 'other' }],
    ],
  },
};
