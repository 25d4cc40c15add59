import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryNamed, countryOfCapital, countryOfDemonym } from './countries'

describe('countries', () => {
  it('leads from names, demonyms and capitals to the country', () => {
    expect(countryNamed('kazakhstan')?.code).toBe('KZ')
    expect(countryNamed('U.S.')?.code).toBe('US')
    expect(countryOfDemonym('Kazakhstanis')?.name).toBe('Kazakhstan')
    expect(countryOfDemonym('Chinese')?.code).toBe('CN')
    expect(countryOfDemonym('Germans')?.code).toBe('DE')
    expect(countryOfCapital('Moscow')?.name).toBe('Russia')
    expect(countryNamed('Nowhere')).toBeUndefined()
  })

  it('has well-formed rows and no code twice', () => {
    expect(new Set(COUNTRIES.map((c) => c.code)).size).toBe(COUNTRIES.length)
    for (const country of COUNTRIES) {
      expect(country.code).toMatch(/^[A-Z]{2}$/)
      expect(country.names.length).toBeGreaterThan(0)
    }
  })
})
