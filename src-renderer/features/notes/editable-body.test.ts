import { getSchema } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import type { ProseNode } from '@domain/evidence/prose'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CitationNode } from './citation-node'
import { editableBody } from './editable-body'
import { bodyText, type NoteBody } from './note-body'

const schema = getSchema([
  StarterKit.configure({
    codeBlock: false,
    code: false,
    link: false,
    horizontalRule: false,
    underline: false,
    heading: { levels: [2, 3] },
  }),
  CitationNode,
])

/** Throws when the editor could not show it. */
const check = (body: NoteBody) => schema.nodeFromJSON(body).check()
const letters = (body: NoteBody) => bodyText(body).replaceAll('\n', '')

describe('editableBody', () => {
  it('leaves what the editor made as it is', () => {
    const body: NoteBody = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Port' }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Grain ', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }],
        },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
        { type: 'paragraph' },
      ] as ProseNode[],
    }
    expect(editableBody(body)).toEqual(body)
    check(body)
  })
  it('keeps the words of links, tables and images’ captions', () => {
    const text = (words: string, marks?: unknown) => ({ type: 'text', text: words, ...(marks ? { marks } : {}) })
    const body = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text('go', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])] },
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableCell', content: [{ type: 'paragraph', content: [text('cell')] }] }],
            },
          ],
        },
        { type: 'figure', attrs: { onerror: 'alert(1)' }, content: [text('caption')] },
        text('loose'),
      ],
    } as unknown as NoteBody
    const made = editableBody(body)
    check(made)
    expect(letters(made)).toBe('gocellcaptionloose')
    expect(JSON.stringify(made)).not.toMatch(/javascript|onerror|link/)
  })
  it('makes any tree something the editor can show, without losing a letter', () => {
    const names = [
      'paragraph',
      'heading',
      'bulletList',
      'orderedList',
      'listItem',
      'blockquote',
      'table',
      'image',
      'doc',
    ]
    const { node } = fc.letrec<{ node: ProseNode; leaf: ProseNode }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        tie('leaf'),
        fc.record({ type: fc.constantFrom(...names), content: fc.array(tie('node'), { maxLength: 4 }) }),
      ) as fc.Arbitrary<ProseNode>,
      leaf: fc.record({
        type: fc.constant('text'),
        text: fc.stringMatching(/^[a-z]{0,6}$/),
      }) as fc.Arbitrary<ProseNode>,
    }))
    fc.assert(
      fc.property(fc.array(node, { maxLength: 5 }), (content) => {
        const body: NoteBody = { type: 'doc', content }
        const made = editableBody(body)
        check(made)
        expect(letters(made)).toBe(letters(body))
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
