/** The two ends of the only way out: ours, whose packets are counted, and the sink's. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

export const INSIDE = { card: 'way-out', mac: '02:00:00:00:00:01', ip4: '10.77.0.1', ip6: 'fd77::1' }
export const OUTSIDE = { card: 'sink', mac: '02:00:00:00:00:02', ip4: '10.77.0.2', ip6: 'fd77::2' }
export const CARD = INSIDE.card

/**
 * Gives a card its addresses and sends everything unknown to the other end. The kernel itself stays silent: neighbours are written
 * down instead of asked for, nothing is solicited or joined, so that every packet counted was sent by a program.
 * @param {typeof INSIDE} own @param {typeof INSIDE} other
 */
export function configureCard(own, other) {
  const setting = `/proc/sys/net/ipv6/conf/${own.card}`
  for (const [name, value] of Object.entries({ accept_ra: 0, router_solicitations: 0, addr_gen_mode: 1 }))
    writeFileSync(`${setting}/${name}`, String(value))
  const commands = [
    `link set ${own.card} arp off up`,
    `addr add ${own.ip4}/24 dev ${own.card}`,
    `-6 addr add ${own.ip6}/64 dev ${own.card} nodad`,
    `neigh add ${other.ip4} lladdr ${other.mac} dev ${own.card} nud permanent`,
    `-6 neigh add ${other.ip6} lladdr ${other.mac} dev ${own.card} nud permanent`,
    `route add default via ${other.ip4}`,
    `-6 route add default via ${other.ip6}`,
  ]
  for (const line of commands) execFileSync('ip', line.split(' '), { stdio: ['ignore', 'ignore', 'inherit'] })
}
