import { expect, test, vi } from 'vitest'

test('import works again after each resetModules', async () => {
  for (let index = 0; index < 5; index++) {
    vi.resetModules()
    const { default: text } = await import('./use.mjs')
    expect(text).toBe(process.env.EXPECTED)
  }
})
