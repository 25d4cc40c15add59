/**
 * One contender of `extraction.mjs` in a process of its own: `node extraction-contender.mjs NAME TEXTS.json [BUNDLE]`. Loads it, reads
 * every text once, prints what it took as one line of JSON: `loadMs`, `seconds`, `names` found and `residentMb` at the end.
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
let names = 0
for (const text of texts) names += read(text)
const seconds = Number(process.hrtime.bigint() - loaded) / 1e9
console.log(
  JSON.stringify({
    loadMs: Number(loaded - began) / 1e6,
    seconds,
    names,
    residentMb: process.memoryUsage().rss / 1e6,
  }),
)
