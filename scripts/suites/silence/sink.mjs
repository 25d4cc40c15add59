/**
 * The internet as far as the enclosed program can tell: every name resolves, every address answers. Writes one line per thing heard
 * to the file it is given. DNS by UDP and TCP, HTTP, the first words of TLS, STUN; any other packet is seen by the counter alone.
 */
import { createSocket } from 'node:dgram'
import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { createServer as createHttp } from 'node:http'
import { createServer as createTcp } from 'node:net'
import { createInterface } from 'node:readline'
import { configureCard, INSIDE, OUTSIDE } from './cards.mjs'

const [file] = process.argv.slice(2)
const heard = (what) => appendFileSync(file, `${what}\n`)
const STUN_MAGIC = 0x2112a442

console.log('waiting')
await createInterface({ input: process.stdin })[Symbol.asyncIterator]().next()
const ip = (line) => execFileSync('ip', line.split(' '), { stdio: ['ignore', 'ignore', 'inherit'] })
ip('link set lo up')
configureCard(OUTSIDE, INSIDE)
// Every address there is belongs to this machine.
ip('route add local 0.0.0.0/0 dev lo')
ip('-6 route add local ::/0 dev lo')

const dns = createSocket('udp4').on('message', (query, peer) => {
  heard(`dns ${nameIn(query)}`)
  dns.send(addressAnswer(query), peer.port, peer.address)
})
const stun = createSocket('udp4').on('message', (request, peer) => {
  heard(`stun ${peer.address}`)
  if (request.length >= 20 && request.readUInt32BE(4) === STUN_MAGIC)
    stun.send(bindingAnswer(request), peer.port, peer.address)
})
const http = createHttp((request, response) => {
  heard(`http ${request.method} ${request.headers.host}${request.url}`)
  response.end('here I am')
})
const tls = createTcp((socket) => {
  heard('tls')
  socket.on('error', () => undefined).on('data', () => socket.destroy())
})
await Promise.all([
  new Promise((done) => dns.bind(53, '0.0.0.0', done)),
  new Promise((done) => stun.bind(3478, '0.0.0.0', done)),
  new Promise((done) => http.listen(80, '::', done)),
  new Promise((done) => tls.listen(443, '::', done)),
])
console.log('answering')

/** The name a DNS query asks for (RFC 1035, 4.1.2). */
function nameIn(query) {
  const labels = []
  for (let at = 12; query[at] > 0; at += query[at] + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]))
  return labels.join('.')
}

/** One A record for every question: 203.0.113.7 (RFC 5737), good for a second. */
function addressAnswer(query) {
  const end = query.indexOf(0, 12) + 5
  const head = Buffer.from(query.subarray(0, end))
  head.writeUInt16BE(0x8180, 2)
  head.writeUInt16BE(1, 6)
  head.writeUInt32BE(0, 8)
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 203, 0, 113, 7])
  return Buffer.concat([head, record])
}

/** A success response with XOR-MAPPED-ADDRESS of 203.0.113.7:3478 (RFC 8489, 14.2). */
function bindingAnswer(request) {
  const answer = Buffer.alloc(32)
  answer.writeUInt16BE(0x0101, 0)
  answer.writeUInt16BE(12, 2)
  request.copy(answer, 4, 4, 20)
  answer.writeUInt16BE(0x0020, 20)
  answer.writeUInt16BE(8, 22)
  answer.writeUInt16BE(0x0001, 24)
  answer.writeUInt16BE(3478 ^ (STUN_MAGIC >>> 16), 26)
  answer.writeUInt32BE((0xcb007107 ^ STUN_MAGIC) >>> 0, 28)
  return answer
}
