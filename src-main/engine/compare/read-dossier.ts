import type { Dossier } from '../../domain/compare/dossier/dossier'
import { type DossierArticle, makeDossier, type Limits, type Subject } from '../../domain/compare/dossier/make-dossier'
import type { EntityType } from '../../domain/extract/types'
import { fold } from '../../domain/text/normalise'
import { closeHandle } from '../../sql/connection'
import type { IndexReader } from '../../sql/handle'
import { articlesNaming, entitiesNamed } from '../../sql/index/entity-articles'
import { openIndexReader } from '../../sql/open-index'
import { claimArticle } from './claim-article'

/** Whom a dossier is asked of. */
export interface DossierQuestion extends Limits {
  name: string
  /** Null takes the kind that is mentioned most. */
  type: EntityType | null
  /** Paths of each wire family; null while they are not known. */
  families: readonly (readonly string[])[] | null
}

/**
 * The dossier of a name; null where the folder knows nobody of it. Entities of the same kind that go only by one of its aliases are
 * taken for it where the alias is nobody else's.
 */
export function readDossier(index: IndexReader, { name, type, families, entries }: DossierQuestion): Dossier | null {
  const found = entitiesNamed(index, name).filter((entity) => type === null || entity.type === type)
  const [chosen] = found
  if (!chosen) return null
  const same = [chosen, ...chosen.aliases.flatMap((alias) => loneBearer(index, alias, chosen) ?? [])]
  const subject: Subject = {
    name: chosen.name,
    type: chosen.type,
    aliases: chosen.aliases,
    keys: new Set(same.map(({ key }) => key)),
  }
  const origins =
    families && new Map(families.flatMap((paths) => paths.map((path) => [path, paths[0] ?? path] as const)))
  const hashes = articlesNaming(
    index,
    same.map(({ id }) => id),
  )
  return makeDossier(subject, eachArticle(index, hashes, origins), { entries })
}

/** The entity that is called only by an alias, unless somebody else of that kind bears it too. */
function loneBearer(index: IndexReader, alias: string, { id, type }: { id: number; type: EntityType }) {
  const bearers = entitiesNamed(index, alias).filter((entity) => entity.type === type)
  const [first, ...rest] = bearers.filter((entity) => entity.id !== id)
  return first && rest.length === 0 && first.key === fold(alias) ? first : null
}

function* eachArticle(
  index: IndexReader,
  hashes: readonly string[],
  origins: ReadonlyMap<string, string> | null,
): Generator<DossierArticle> {
  for (const hash of hashes) {
    const article = claimArticle(index, hash)
    if (!article) continue
    const { path, date, comparable, extraction } = article
    yield { path, date, text: comparable.text, extraction, origin: origins && (origins.get(path) ?? path) }
  }
}

/** The same through a connection of its own, in a worker: somebody whom ten thousand articles name takes seconds. */
export function dossierOf(indexFile: string, question: DossierQuestion): Dossier | null {
  const index = openIndexReader(indexFile)
  try {
    return readDossier(index, question)
  } finally {
    closeHandle(index)
  }
}
