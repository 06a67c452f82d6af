import pg from 'pg';

const { builtins } = pg.types;

/**
 * How PostgreSQL values become JavaScript values, for every connection that Alongside opens.
 * `pg` alone turns a date into a local midnight, which is the day before in UTC during British Summer Time,
 * and int8 and numeric into strings.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.DATE) return (text: string) => text;
    if (oid === builtins.INT8 || oid === builtins.NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};
