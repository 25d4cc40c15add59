import { describe, expect, it } from 'vitest'
import { stemEnglish } from './stem'

describe('stemEnglish', () => {
  it.each([
    ['agreement', 'agreements'],
    ['negotiate', 'negotiating', 'negotiated', 'negotiates'],
    ['city', 'cities'],
    ['president', 'presidents'],
    ['vote', 'voted', 'voting', 'votes'],
    ['run', 'running', 'runs'],
    ['stop', 'stopped', 'stopping'],
    ['agree', 'agreed', 'agreeing'],
    ['nation', 'nations'],
    ['national', 'nationally'],
    ['election', 'elections'],
    ['die', 'dies', 'died'],
    ['hope', 'hoping', 'hoped'],
  ])('%s and its forms share a stem', (...forms) => {
    expect(new Set(forms.map(stemEnglish)).size).toBe(1)
  })

  it.each([
    ['universe', 'universal'.slice(0, 4)],
    ['new', 'news'],
    ['policy', 'police'],
    ['hoping', 'hopping'],
    ['general', 'generous'],
  ])('%s and %s stay apart', (a, b) => {
    expect(stemEnglish(a)).not.toBe(stemEnglish(b))
  })

  it.each(['г', 'москва', 'g20', 'as', ''])('leaves %j as it is', (word) => {
    expect(stemEnglish(word)).toBe(word)
  })
})
