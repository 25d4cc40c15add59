import { spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronPath, expect, ROOT, SEEDS, test } from '../workbench'

/** Debian's account without any rights; a start by root is made in its name, since Chromium's sandbox does not work for root. */
const NOBODY = 65534
const asRoot = process.getuid?.() === 0

const enclosable =
  process.platform === 'linux' &&
  spawnSync(
    asRoot ? 'setpriv' : 'true',
    asRoot ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', 'unshare', '-rn', 'true'] : [],
  ).status === 0

const statusOf = (pid: string, name: string): string | null => {
  try {
    return new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}
const commandOf = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
/** Processes of the application by its data folder's name, which every process's command line carries. */
const renderers = (marker: string): string[] =>
  readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && commandOf(pid).includes('--type=renderer') && commandOf(pid).includes(marker),
  )

test('the page runs in Chromium’s sandbox when an ordinary account starts the program', async ({ data }) => {
  test.skip(!enclosable, 'this machine lets no ordinary account make the namespaces Chromium’s sandbox needs')
  const profile = join(data, 'profile')
  mkdirSync(profile)
  const folder = join(data, 'sources')
  cpSync(join(SEEDS, '2019-03-12'), folder, { recursive: true })
  const home = join(data, 'home')
  mkdirSync(home)
  if (asRoot) for (const one of [data, profile, home]) chownSync(one, NOBODY, NOBODY)
  // Root's own folders are closed to others: the runtime is shown at a place everybody can reach, for this start alone.
  const runtime = join(data, 'runtime')
  mkdirSync(runtime)
  const program = `exec "${runtime}/electron" "${ROOT}" "${folder}" --log-level=3`
  const script = asRoot
    ? `mount --bind "${dirname(electronPath())}" "${runtime}" && exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups sh -c '${program}'`
    : `exec "${electronPath()}" "${ROOT}" "${folder}" --log-level=3`
  const [command, args] = asRoot ? ['unshare', ['-m', 'sh', '-c', script]] : ['sh', ['-c', script]]
  const child = spawn(command, args, {
    env: { ...process.env, DATELINE_DATA: profile, HOME: home, XDG_CONFIG_HOME: home, XDG_RUNTIME_DIR: home },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk))
  const ended = new Promise((done) => child.once('exit', done))
  try {
    await expect.poll(() => renderers(profile).length, { message: complaint, timeout: 20_000 }).toBeGreaterThan(0)
    const workspaces = join(profile, 'workspaces')
    await expect.poll(() => existsSync(workspaces) && readdirSync(workspaces).length, { timeout: 20_000 }).toBe(1)
    for (const pid of renderers(profile)) {
      expect(commandOf(pid)).not.toContain('--no-sandbox')
      expect({
        seccomp: statusOf(pid, 'Seccomp'),
        noNewPrivileges: statusOf(pid, 'NoNewPrivs'),
        rights: statusOf(pid, 'CapEff'),
      }).toEqual({ seccomp: '2', noNewPrivileges: '1', rights: '0000000000000000' })
    }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
  // Ended in order: everything is closed, nothing of the write-ahead log is left to be replayed.
  expect(renderers(profile)).toEqual([])
})
