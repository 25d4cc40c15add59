import { expect, SEEDS, test } from './workbench'

interface Api {
  workspace: { current(): Promise<{ ok: boolean; value: { folder: string } | null }> }
  library: { list(input: unknown): Promise<{ ok: boolean; value: { total: number } }> }
}

test('opens the sample corpus, and the page reaches nothing of Node', async ({ workbench }) => {
  const { page } = workbench
  await expect(page).toHaveTitle(/Dateline/)
  await expect
    .poll(() =>
      page.evaluate(
        async () => (await (window as unknown as { dateline: Api }).dateline.workspace.current()).value?.folder ?? null,
      ),
    )
    .toBe(SEEDS)
  await expect
    .poll(() =>
      page.evaluate(
        async () =>
          (await (window as unknown as { dateline: Api }).dateline.library.list({ sort: 'date', descending: true }))
            .value.total,
      ),
    )
    .toBeGreaterThanOrEqual(40)
  // Which calls it reaches is contract.spec.ts's.
  const node = await page.evaluate(() => [
    typeof Reflect.get(globalThis, 'require'),
    typeof Reflect.get(globalThis, 'process'),
  ])
  expect(node).toEqual(['undefined', 'undefined'])
})
