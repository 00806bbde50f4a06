// Builds the site for two bases, follows every link, and uses it in Debian's Chromium, which the tests with a browser need.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { delimiter, extname, join, relative } from 'node:path'
import { after, afterEach, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'

const here = fileURLToPath(new URL('.', import.meta.url))
const { releases } = JSON.parse(readFileSync(join(here, '../data/numbers.json'), 'utf8'))

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true
const browsers = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
  process.env.PATH.split(delimiter).map((folder) => join(folder, name)),
)
const executablePath = browsers.find(isFile)
const skip = executablePath === undefined ? 'there is no Chromium' : false

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** The file that a static host such as GitHub Pages serves for a path. */
const fileOf = (folder, base, path) => {
  if (!path.startsWith(base)) return undefined
  const file = join(folder, decodeURIComponent(path.slice(base.length)))
  return [file, `${file}.html`, join(file, 'index.html')].find(isFile)
}

const serve = async (folder, base) => {
  const server = createServer(({ url }, response) => {
    const file = fileOf(folder, base, new URL(url, 'http://localhost').pathname)
    response.writeHead(file ? 200 : 404, { 'content-type': TYPES[extname(file ?? '.html')] ?? 'application/octet-stream' })
    response.end(readFileSync(file ?? join(folder, '404.html')))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

for (const base of ['/', '/a/b/']) {
  describe(`the site under ${base}`, () => {
    const folder = join(here, `.vitepress/dist-test${base.replaceAll('/', '-')}`)
    let server, browser, origin
    /** What no page may do: ask another machine, or write an error to the console. */
    const misdeeds = []

    before(async () => {
      const command = [join(here, 'node_modules/vitepress/bin/vitepress.js'), 'build', '--outDir', folder]
      execFileSync(process.execPath, command, {
        cwd: here,
        env: { ...process.env, BASE: base },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      server = await serve(folder, base)
      origin = `http://127.0.0.1:${server.address().port}`
      if (skip) return
      const flags = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking']
      const more = ['disable-component-update', 'disable-sync', 'host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1']
      browser = await chromium.launch({ executablePath, args: [...flags, ...more].map((flag) => `--${flag}`) })
    })

    afterEach(() => Promise.all(browser?.contexts().map((context) => context.close()) ?? []))

    after(async () => {
      await browser?.close()
      server?.close()
    })

    const open = async (path, { width = 1280, colorScheme = 'light' } = {}) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      context.on('request', (request) => {
        if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) misdeeds.push(request.url())
      })
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) misdeeds.push(`${path}: ${message.text()}`)
      })
      context.on('weberror', (error) => misdeeds.push(`${path}: ${error.error().message}`))
      const page = await context.newPage()
      const response = await page.goto(origin + base + path, { waitUntil: 'networkidle' })
      assert.equal(response.status(), 200, path)
      return page
    }

    test('every link leads to a page, and to a place on it', () => {
      const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html') && file !== '404.html')
      assert.ok(files.length > 300, `${files.length} pages`)
      const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
      const ids = new Map([...texts].map(([file, text]) => [file, new Set(text.match(/(?<= id=")[^"]*/g))]))
      const broken = new Set()
      let count = 0
      for (const [file, text] of texts) {
        const address = new URL(base + file.replace(/(index)?\.html$/, ''), 'http://localhost')
        for (const [, link] of text.matchAll(/<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"/g)) {
          const { protocol, host, pathname, hash } = new URL(link.replaceAll('&amp;', '&'), address)
          if (protocol === 'data:' || host !== 'localhost') continue
          count += 1
          const target = fileOf(folder, base, pathname)
          const isThere = target && (hash === '' || ids.get(relative(folder, target))?.has(decodeURIComponent(hash.slice(1))))
          if (!isThere) broken.add(`${file}: ${link}`)
        }
      }
      assert.deepEqual([...broken], [])
      assert.ok(count > 5000, `${count} links`)
    })

    for (const [words, path] of [
      ['9', 'code/9'],
      ['-8', 'code/-8'],
      ['602', 'code/602'],
      ['22/6', 'code/22#6'],
      ['connection refused', 'status/AEROSPIKE_ERR_CONNECTION'],
      ['KEY_BUSY', 'status/AEROSPIKE_ERR_RECORD_BUSY'],
      ['hot key', 'status/AEROSPIKE_ERR_RECORD_BUSY'],
      ['ERR_TIMEOUT', 'status/AEROSPIKE_ERR_TIMEOUT'],
    ]) {
      test(`the search on the home page leads from ${words} to ${path}`, { skip }, async () => {
        const page = await open('')
        await page.getByRole('button', { name: 'Search a number' }).click()
        await page.locator('.VPLocalSearchBox input').fill(words)
        await page.locator('.VPLocalSearchBox .result').first().waitFor()
        await page.keyboard.press('Enter')
        await page.locator('.VPLocalSearchBox').waitFor({ state: 'detached' })
        const [address, anchor] = page
          .url()
          .slice((origin + base).length)
          .split('#')
        assert.equal(path.includes('#') ? `${address}#${anchor}` : address, path)
        await page.locator('h1', { hasText: path.split(/[/#]/)[1] }).waitFor()
      })
    }

    test('an example on the home page searches for itself', { skip }, async () => {
      const page = await open('')
      await page.getByRole('button', { name: 'hot key' }).click()
      assert.equal(await page.locator('.VPLocalSearchBox input').inputValue(), 'hot key')
      assert.match(await page.locator('.VPLocalSearchBox .result').first().innerText(), /AEROSPIKE_ERR_RECORD_BUSY/)
    })

    test('the page of 200 shows both meanings', { skip }, async () => {
      const page = await open('code/200')
      const text = await page.locator('main').innerText()
      assert.match(
        text,
        /AEROSPIKE_ERR_INDEX_FOUND 1\.0\.20-1\.0\.58, not in aerospike\.status; since 2\.0\.0\. A secondary index/,
      )
      assert.match(
        text,
        /AEROSPIKE_ERR_CLIENT 1\.0\.0-1\.0\.19; in the 1\.x document \("Generic client API usage error\."\), now -1\. The client itself failed/,
      )
    })

    test('the page of a status shows its numbers as a picture, with a text for who cannot see it', { skip }, async () => {
      const page = await open('status/AEROSPIKE_ERR_CONNECTION')
      const text = '-10 2.4.0-5.2.0, not in aerospike.status; -8 3.2.0-5.2.0, as ERR_CONNECTION; -10 since 5.2.1'
      const picture = page.getByRole('img', { name: text, exact: true })
      const { x, width } = await picture.boundingBox()
      const bars = await picture.evaluate((svg) =>
        [...svg.querySelectorAll('g rect')].map((rect) => ({
          fill: getComputedStyle(rect).fill,
          ...rect.getBoundingClientRect().toJSON(),
        })),
      )
      const edges = bars.map(({ left, right }) => [left, right].map((edge) => Math.round(((edge - x) / width) * releases.length)))
      const [first, second, third] = ['2.4.0', '3.2.0', '5.2.1'].map((release) => releases.indexOf(release))
      assert.deepEqual(edges, [
        [first, third],
        [first, third],
        [second, third],
        [third, releases.length],
      ])
      const [color, hatch, other, same] = bars.map(({ fill }) => fill)
      assert.match(hatch, /#hatch/)
      assert.equal(color, same)
      assert.notEqual(color, other)
      assert.ok(bars[2].top > bars[0].bottom, 'the second number has a bar of its own')
    })

    test('the table of the home page has the numbers of the chosen release', { skip }, async () => {
      const page = await open('')
      const rows = async (release) => {
        await page.getByLabel('Release').selectOption(release)
        return await page.locator('label + table tr').allInnerTexts()
      }
      const has = (texts, code, name) => texts.some((text) => text.startsWith(`${code}\t${name}\n`))
      const [document, before, after] = [await rows('the 1.x document'), await rows('1.0.19'), await rows('1.0.20')]
      assert.equal(document.length, 18)
      assert.ok(has(document, 501, 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND') && has(before, 502, 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'))
      assert.ok(has(before, 602, 'AEROSPIKE_ERR_RECORD_NOT_FOUND') && !has(after, 602, 'AEROSPIKE_ERR_RECORD_NOT_FOUND'))
      assert.ok(has(after, 2, 'AEROSPIKE_ERR_RECORD_NOT_FOUND') && !has(before, 2, 'AEROSPIKE_ERR_RECORD_NOT_FOUND'))
      const unexported = (await rows(releases.at(-1))).find((text) => text.startsWith('29\t'))
      assert.match(unexported, /Not in aerospike\.status\.$/)
    })

    for (const path of ['', 'code/9', 'code/22', 'status/AEROSPIKE_ERR_CONNECTION', 'docs/platforms']) {
      test(`/${path} fits a phone, and axe finds nothing serious, light and dark`, { skip }, async () => {
        for (const [colorScheme, width] of Object.entries({ light: 1280, dark: 360 })) {
          const page = await open(path, { width, colorScheme })
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width)
          const { violations } = await new AxeBuilder({ page }).analyze()
          const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
          const found = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
          assert.deepEqual(found, [], `${colorScheme}, ${width} px`)
        }
      })
    }

    test('no page asked another machine, or wrote to the console', { skip }, () => assert.deepEqual(misdeeds, []))
  })
}
