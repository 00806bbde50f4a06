import { expect, test, vi } from 'vitest'

test('by import, again and again with resetModules', async () => {
  for (let at = 0; at < 5; at++) {
    vi.resetModules()
    const { default: said } = await import('./use.mjs')
    expect(said).toBe(process.env.EXPECTED)
  }
})
