/** Whether two values have the same two or more digits in another order, or differ by zeros at the end alone. */
export function isDigitSlip(x: number, y: number): boolean {
  const digits = (value: number) => String(value).replace(/\D/gu, '')
  const [a, b] = [digits(x), digits(y)]
  if (a.replace(/0+$/u, '') === b.replace(/0+$/u, '')) return Math.max(a.length, b.length) >= 3
  return a.length >= 2 && a.length === b.length && [...a].sort().join('') === [...b].sort().join('')
}
