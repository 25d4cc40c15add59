/** The class that gives a marking its TLP 2.0 colour on black; markings of other schemes are white on black. */
export function markingClass(marking: string): string {
  const label = /^TLP:(RED|AMBER|GREEN|CLEAR|WHITE)\b/iu.exec(marking.trim())?.[1]?.toLowerCase()
  if (!label) return 'other'
  return `tlp-${label === 'white' ? 'clear' : label}`
}
