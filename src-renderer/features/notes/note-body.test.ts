import { describe, expect, it } from 'vitest'
import { appendCitation, asBody, bodyCiting, bodyText, citationIds, emptyBody } from './note-body'

describe('note bodies', () => {
  it('keep citations in the order of the text', () => {
    const body = appendCitation(appendCitation(emptyBody(), 'first-id'), 'second-id')
    expect(citationIds(body)).toEqual(['first-id', 'second-id'])
  })
  it('put a citation after a list into a paragraph of its own', () => {
    const body = asBody({ type: 'doc', content: [{ type: 'bulletList', content: [] }] })
    expect(appendCitation(body, 'an-id').content).toHaveLength(2)
  })
  it('show what is no document as an empty one', () => {
    expect(asBody({ hello: 1 })).toEqual(emptyBody())
  })
  it('give their words', () => {
    const body = bodyCiting('an-id')
    body.content.push({ type: 'paragraph', content: [{ type: 'text', text: 'Seven or 17?' }] })
    expect(bodyText(body)).toBe(' \nSeven or 17?\n')
  })
})
