/** The risk of a placement as it is said; the colour never stands alone. */
export const RISK_WORDS = { red: 'Red', amber: 'Amber', green: 'Green' } as const;
