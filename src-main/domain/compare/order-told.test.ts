import { describe, expect, it } from 'vitest'
import { orderTold, type Told } from './order-told'

const told = (path: string, date: string | null, agency: string | null, words = 100): Told => ({
  path,
  date,
  agency,
  words,
})
const order = (...members: Told[]) => orderTold([...members].reverse()).map(({ path }) => path)

describe('orderTold', () => {
  it('goes by printed times, then days, the undated last', () => {
    expect(order(told('b', '2019-03-12T14:05', null), told('a', '2019-03-12T11:20', null), told('d', null, null), told('c', '2019-03-13', null))).toEqual(['a', 'b', 'c', 'd'])
  }) // prettier-ignore
  it('puts a dispatch without a time before those who credit it, the longest of its copies first', () => {
    expect(
      order(
        told('meridian', '2019-03-12T14:05', 'LPS/MP', 251),
        told('ledger', '2019-03-12', 'LPS', 185),
        told('norden', '2019-03-12T13:31', 'Norden Wire', 300),
        told('lps', '2019-03-12', 'LPS', 212),
        told('evening', '2019-03-12', 'Evening Tide', 400),
      ),
    ).toEqual(['lps', 'ledger', 'norden', 'meridian', 'evening'])
  })
  it('puts copies without a time right after a dispatch that has one', () => {
    expect(
      order(
        told('ledger', '2019-03-12', 'LPS', 500),
        told('lps', '2019-03-12T11:20', 'LPS', 212),
        told('early', '2019-03-12T10:00', 'Norden Wire'),
      ),
    ).toEqual(['early', 'lps', 'ledger'])
  })
})
