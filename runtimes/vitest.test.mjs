import { expect, test, vi } from 'vitest'

test('import works repeatedly with resetModules', async () => {
  for (let index = 0; index < 5; index++) {
    vi.resetModules()
    const { default: said } = await import('./use.mjs')
    expect(said).toBe(process.env.EXPECTED)
  }
})
