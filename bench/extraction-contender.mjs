/**
 * One contender of `extraction.mjs` in a process of its own: `node extraction-contender.mjs NAME TEXTS.json [BUNDLE]`. Loads it, reads
 * every text twice, prints what it took as one line of JSON: `loadMs`, `coldSeconds` and `seconds` of the first and the second pass, `names` found and
 * `residentMb` at the end.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** Each loads itself and returns the function that reads one text and counts the names it finds. */
const CONTENDERS = {
  async dateline(bundle, weights) {
    const { extract, loadNameModel, readHeader } = await import(pathToFileURL(bundle).href)
    const model = loadNameModel(new Uint8Array(readFileSync(weights)))
    return (text) =>
      extract(text, readHeader({ text }), { model, language: 'en' }).entities.reduce((n, e) => n + e.mentions.length, 0)
  },
  async compromise() {
    const { default: nlp } = await import('compromise')
    return (text) => {
      const doc = nlp(text)
      const names = doc.people().length + doc.places().length + doc.organizations().length
      doc.quotations().json()
      doc.money().json()
      doc.numbers().json()
      return names
    }
  },
  async 'wink-nlp'() {
    const { default: winkNLP } = await import('wink-nlp')
    const { default: model } = await import('wink-eng-lite-web-model')
    const nlp = winkNLP(model)
    return (text) => {
      const doc = nlp.readDoc(text)
      doc.sentences().out()
      doc.entities().out(nlp.its.detail)
      return doc
        .tokens()
        .filter((t) => t.out(nlp.its.pos) === 'PROPN')
        .length()
    }
  },
}

const [name, file, bundle, weights] = process.argv.slice(2)
const texts = JSON.parse(readFileSync(file, 'utf8'))
const began = process.hrtime.bigint()
const read = await CONTENDERS[name](bundle, weights)
// Lists and tables made on first use belong to loading.
read('The minister said 3 people died in Paris on Friday.')
const loaded = process.hrtime.bigint()
// Once while the program is still being compiled, once as it runs from then on: a library of articles is read in the second way.
const passes = [0, 1].map(() => {
  const started = process.hrtime.bigint()
  let names = 0
  for (const text of texts) names += read(text)
  return { names, seconds: Number(process.hrtime.bigint() - started) / 1e9 }
})
console.log(
  JSON.stringify({
    loadMs: Number(loaded - began) / 1e6,
    coldSeconds: passes[0].seconds,
    seconds: passes[1].seconds,
    names: passes[1].names,
    residentMb: process.memoryUsage().rss / 1e6,
  }),
)
