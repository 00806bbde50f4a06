// The text of the pages, from the package in the checkout, its data, its explanations and its documents.

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { posix } from 'node:path'

const require = createRequire(import.meta.url)
const documented = require('..')
export const { releases, statuses: numbers } = require('../data/numbers.json')
const { names: otherNames, ambiguous } = require('../data/other-names.json')
const { repository } = require('../package.json')
const root = new URL('..', import.meta.url)
const latest = documented.forRelease('latest')

/** The documents that have a page in docs/, by the name of the page. */
const files = ['README.md', 'docs/platforms.md', 'docs/performance.md', 'docs/reliability.md', 'CONTRIBUTING.md', 'SECURITY.md']
export const documents = new Map(files.map((file) => [posix.basename(file, '.md').toLowerCase(), file]))

/** A number that a status has from the release with the index `start` until the one before `end`. `where` says it in words. */
const spanOf = (name, { code, since, until, export: key }) => {
  const [start, end] = [releases.indexOf(since), until ? releases.indexOf(until) : releases.length]
  const range = until === undefined ? `since ${since}` : end - start === 1 ? since : `${since}-${releases[end - 1]}`
  const note = { none: ', not in aerospike.status', short: `, as ${name.replace('AEROSPIKE_', '')}` }[key] ?? ''
  return { code, start, end, exported: key !== 'none', where: range + note }
}

/** Every status, as the newest table that has it says it, with its numbers in the releases and in the 1.x document. */
export const statuses = Object.entries(numbers).map(([name, known]) => {
  const find = (table) => table.list().find((status) => status.name === name)
  const table = find(latest) ? latest : documented.forRelease(known.at(-1).since)
  const { code, description } = find(documented) ?? {}
  const document = { code, start: -1, end: 0, exported: true, where: `in the 1.x document ("${description}")` }
  const spans = [...known.map((span) => spanOf(name, span)), ...(description ? [document] : [])]
  return { name, spans, current: latest.list().filter((status) => status.name === name), table, ...find(table) }
})

const codeLink = (code) => `[${code}](/code/${code})`
const statusLink = (name) => `[${name}](/status/${name})`
/** Links the names of other statuses that a text has. */
const linked = (text, own) =>
  text.replace(/(?<![\w`])A[A-Z]+_[A-Z_]+\b/g, (name) => (name !== own && numbers[name] ? statusLink(name) : name))

/** What `explain` says first: the category, the flags, and the numbers of other clients. And the names that others use. */
const facts = ({ name, table }) => {
  const lines = table.explain(name).split('\n\n')[1].replaceAll('\n             ', ' ').split('\n')
  const rows = lines.filter((line) => !line.startsWith('  numbers')).map((line) => [line.slice(2, 12).trim(), line.slice(13)])
  const others = Object.entries(otherNames[name] ?? {}).map(([other, users]) => `\`${other}\` (${users})`)
  const shared = Object.keys(ambiguous).filter((other) => ambiguous[other].includes(name))
  others.push(...shared.map((other) => `\`${other}\` (one of several)`))
  if (others.length > 0) rows.push(['other names', others.join(', ')])
  return rows.map(([label, fact]) => `- **${label}** ${fact}`).join('\n')
}

/** The explanation without its title, with all subcodes. What people say comes last but for the sources. */
const explanation = ({ name, code, subcodes }) => {
  const file = new URL(`explanations/${name}.md`, root)
  const [first, ...parts] = existsSync(file) ? readFileSync(file, 'utf8').split(/^(?=## )/m) : ['']
  const part = (title) => parts.find((part) => part.startsWith(`## ${title}\n`)) ?? ''
  const rest = parts.filter((part) => !/^## (Subcodes|People say|Sources)\n/.test(part))
  const [heading, ...sections] = (part('Subcodes') || (subcodes.length > 0 ? '## Subcodes\n\n' : '')).split(/^### /m)
  const rows = subcodes.map(({ subcode, name, description, transient }) => {
    const more = sections.find((section) => section.startsWith(`${name}\n`))?.slice(name.length) ?? '\n'
    return `### ${code}/${subcode} ${name} {#${subcode}}\n\n${description} Transient: ${transient ? 'yes' : 'no'}.\n${more}\n`
  })
  return linked([first.replace(/^# .*\n/, ''), ...rest, heading, ...rows, part('People say'), part('Sources')].join(''), name)
}

/** A bar over all releases, with a color for each number, and a legend. A second number at the same time has a bar below. */
const picture = (all) => {
  const spans = all.filter(({ start }) => start >= 0)
  const codes = [...new Set(spans.map(({ code }) => code))]
  const percent = (index) => `${((100 * index) / releases.length).toFixed(2)}%`
  const color = (code) => `var(--vp-c-${['indigo', 'green', 'red', 'yellow'][codes.indexOf(code)]}-1)`
  const box = (size, { code, exported }) =>
    `<rect ${size} fill="${color(code)}" />` + (exported ? '' : `<rect ${size} fill="url(#hatch)" />`)
  const ends = []
  const bars = spans.map((span) => {
    const { code, start, end } = span
    const bar = [...ends, 0].findIndex((last) => last <= start)
    ends[bar] = end
    const text = `<text x="${percent((start + end) / 2)}" y="${bar * 32 + 19}" stroke="${color(code)}">${code}</text>`
    const place = `x="${percent(start)}" y="${bar * 32}" width="${percent(end - start)}" height="28"`
    return box(place, span) + (end - start > 18 ? text : '')
  })
  const height = ends.length * 32 + 16
  const majors = releases.map((release) => release.split('.')[0])
  const mark = (major) => `<text x="${percent(majors.indexOf(major))}" y="${height - 4}">${major}</text>`
  const label = spans.map(({ code, where }) => `${code} ${where}`).join('; ')
  const swatch = (span) => `<svg width="12" height="12" style="display: inline">${box('width="12" height="12"', span)}</svg>`
  const legend = all.map((span) => `- ${span.start < 0 ? '' : swatch(span)} ${codeLink(span.code)} ${span.where}`)
  // Without a viewBox, text keeps its size on a phone.
  return `<svg width="100%" height="${height}" role="img" aria-label="${label}" fill="var(--vp-c-text-2)" font-size="12">
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="var(--vp-c-bg)" /></pattern>
<g fill="var(--vp-c-bg)" font-size="14" font-weight="600" text-anchor="middle" stroke-width="10" stroke-linejoin="round" paint-order="stroke">
${bars.join('\n')}
</g>
${[...new Set(majors)].map(mark).join('')}
</svg>

${legend.join('\n')}

From left to right ${releases.length} releases, ${releases[0]} to ${releases.at(-1)}, with their major versions. Hatched: a callback could get the
number, but aerospike.status didn't have it.`
}

const statusPage = (status) => {
  const text = explanation(status).replace(/^\s*(?=[^#\s])/, '## What happened\n\n')
  return [`# ${status.name}`, linked(status.description), facts(status), '## Numbers', picture(status.spans), text].join('\n\n')
}

/** The page of a number, with the statuses that it stands for today first. */
const codePage = (code) => {
  const isCurrent = ({ current }) => current.some((status) => status.code === code)
  const all = statuses.filter(({ spans }) => spans.some((span) => span.code === code))
  const uses = [...all.filter(isCurrent), ...all.filter((status) => !isCurrent(status))]
  const lines = uses.map((status) => {
    const where = status.spans.filter((span) => span.code === code).map((span) => span.where)
    const now = status.current.map((now) => codeLink(now.code)).join(' and ') || 'gone'
    return `**${statusLink(status.name)}** ${where.join('; ')}${isCurrent(status) ? '' : `, now ${now}`}. ${linked(status.description)}`
  })
  const heading = ({ name }) => (uses.length > 1 ? `## ${name}` : '')
  const texts = uses.filter(isCurrent).flatMap((status) => [heading(status), facts(status), explanation(status)])
  return [`# ${code}: ${uses.map(({ name }) => name).join(', ')}`, ...lines, ...texts].join('\n\n')
}

/** A document, with links to pages. Links to other files lead to the repository, or become plain text if package.json has none. */
const documentPage = (file) =>
  readFileSync(new URL(file, root), 'utf8').replace(/\[([^\]]+)\]\(([^):]+)\)/g, (_, label, href) => {
    const [path, anchor = ''] = posix.join(posix.dirname(file), href).split(/(?=#)/)
    const [page] = [...documents].find(([, file]) => file === path) ?? []
    const other = repository && `${repository.url.replace(/^git\+|\.git$/g, '')}/tree/main/${path}`
    const to = page ? `/docs/${page}` : path === 'docs/status.md' ? '/' : other
    return to ? `[${label}](${to}${anchor})` : label
  })

// VitePress doesn't escape quotes in a description.
const page = (folder, page, content, description) => ({
  params: { folder, page, description: description?.replaceAll('"', "'") },
  content,
})
const codes = new Set(statuses.flatMap(({ spans }) => spans.map(({ code }) => code)))

export const pages = [
  ...statuses.map((status) => page('status', status.name, statusPage(status), status.description)),
  ...[...codes].map((code) => page('code', String(code), codePage(code), latest.describe(code))),
  ...[...documents].map(([name, file]) => page('docs', name, documentPage(file))),
]
export default { paths: () => pages }
