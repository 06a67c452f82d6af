import pg from 'pg';

// Numbers of PostgreSQL's built-in types, from its catalogue pg_type.
const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

/**
 * How PostgreSQL values become JavaScript values, for every connection that Alongside opens.
 * `pg` alone turns a date into a local midnight, which is the day before in UTC during British Summer Time,
 * and int8 and numeric into strings.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8 || oid === NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};
