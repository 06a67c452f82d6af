import type { Transaction } from 'kysely';
import type { TenantDatabase } from '../db/tenant-schema.ts';

declare const scoped: unique symbol;

/**
 * A transaction in somebody's name: the only handle that knows the tables of organisations and people. Branded, because to
 * TypeScript a connection that knows fewer tables would do as well.
 */
export type ScopedTransaction = Transaction<TenantDatabase> & { readonly [scoped]: true };
