/** Triggers that make the rows of a table history: written once, never changed, never taken away. */
export const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_is_history BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_is_kept BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`
