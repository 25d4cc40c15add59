import { databaseOf } from '../../sql/connection'
import { CASEBOOK_MIGRATIONS } from '../../sql/casebook/migrations'
import { openCasebook } from '../../sql/open-casebook'
import { backUpBeforeUpgrade } from '../casebook/backups'

/**
 * A process that brings a casebook to the newest schema and is killed inside one step, after its last statement and before its
 * commit. Arguments: the casebook's file, the folder of backups, the step's number.
 */
const [file = '', backups = '', step = ''] = process.argv.slice(2)
openCasebook(file, {
  migrations: CASEBOOK_MIGRATIONS.map((migration) =>
    migration.version === Number(step) ? { ...migration, sql: `${migration.sql};\nSELECT die();` } : migration,
  ),
  beforeUpgrade: (casebook, from) => {
    backUpBeforeUpgrade(casebook, backups, from)
    databaseOf(casebook).function('die', () => process.kill(process.pid, 'SIGKILL'))
  },
})
