import { expect, it } from 'vitest'
import { toCsv } from './csv'

it('writes cells that read back as they were, and none that a spreadsheet would run', () => {
  expect(
    toCsv([
      ['a', 1, null],
      ['say "no", please', '=HYPERLINK("x")', 'two\nlines'],
      ['-gas', '@x', '+1'],
    ]),
  ).toBe('\ufeffa,1,\r\n"say ""no"", please","\'=HYPERLINK(""x"")","two\nlines"\r\n\'-gas,\'@x,\'+1\r\n')
})
