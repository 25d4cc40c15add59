/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One value, one text: keys sorted by code unit, no white space. `indent` only spreads it over lines for people. */
export function canonicalJson(value: Json, indent = 0): string {
  return JSON.stringify(sorted(value), null, indent)
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const record = value as { readonly [key: string]: Json }
  // A null prototype, so that the key "__proto__" is a key like others.
  const out = Object.create(null) as Record<string, Json>
  for (const key of Object.keys(record).sort()) out[key] = sorted(record[key] ?? null)
  return out
}
