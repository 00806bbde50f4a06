import { createMarkdownRenderer } from 'vitepress'
import { documents, pages } from '../pages.mjs'

const base = ['', ...(process.env.BASE ?? '').split('/').filter(Boolean), ''].join('/')

/** Lets long names break after an underscore, and links to explanations lead to pages. */
const config = (md) => {
  const { normalizeLink, utils } = md
  md.normalizeLink = (url) => normalizeLink(url).replace(/^\.\.\/explanations\/(\w+)\.md$/, '/status/$1')
  md.renderer.rules.text = (tokens, at) => utils.escapeHtml(tokens[at].content).replaceAll('_', '_<wbr>')
}
const renderer = await createMarkdownRenderer('.', { config }, base)

/** What the search finds on a page, since VitePress doesn't index pages without a file. Of a number's page: its title and its subcodes. */
const sections = (path) => {
  const { params, content } = pages.find(({ params }) => path.endsWith(`/${params.folder}/${params.page}.md`)) ?? {}
  if (!params) return []
  const parts = renderer.render(content, {}).split(/<h[1-6] id="([^"]*)"[^>]*>(.*?) <a class="header-anchor".*?<\/h[1-6]>/)
  const [, ...found] = parts.map((html) => html.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"'))
  const section = (anchor, at) => ({ anchor, titles: [...new Set([found[1], found[at + 1]])], text: found[at + 2] })
  const all = found.map(section).filter((_, index) => index % 3 === 0)
  const isSubcode = ({ anchor }) => /^\d+$/.test(anchor)
  if (params.folder === 'code') return [all[0], ...all.filter(isSubcode)]
  return all.filter((section) => !isSubcode(section) && section.anchor !== 'sources')
}

// The browser gets these functions as text, so they use nothing from outside.
/** Words, versions, numbers with their sign, `22/6`, and names: whole, without their prefix, and in parts. */
const tokenize = (text) =>
  (text.match(/\d+(?:\.\d+)+|(?<![\w.])-?\d+(?:\/\d+)?(?!\w)|[\p{L}\p{N}_]+/gu) ?? []).flatMap((word) =>
    word.includes('_') ? [word, word.replace(/^AEROSPIKE_/i, ''), ...word.split('_')] : [word],
  )
const searchOptions = {
  boost: { title: 3, titles: 1, text: 2 },
  /** A number leads to its page first, all else to a status. */
  boostDocument: (id, term) =>
    new RegExp(`/code/${term.replace('/', '#')}(#\\D|$)`).test(id) ? 100 : id.includes('/status/') ? 1 : 0.3,
  boostTerm: (term) => (term.includes('_') ? 5 : 1),
  fuzzy: (term) => (/\d/.test(term) ? false : 0.2),
  prefix: (term) => !/^-?\d/.test(term),
}

const miniSearch = { options: { tokenize }, searchOptions, _splitIntoSections: sections }

const nav = [...documents.keys()].map((name) => ({ text: name[0].toUpperCase() + name.slice(1), link: `/docs/${name}` }))

export default {
  base,
  title: 'aerospike-status',
  cleanUrls: true,
  // The theme's color for the language of a code block has too little contrast.
  head: [
    ['link', { rel: 'icon', href: 'data:,' }],
    ['style', {}, ':root { --vp-code-lang-color: var(--vp-c-text-2) }'],
  ],
  markdown: { config },
  vite: { build: { chunkSizeWarningLimit: 1000 } },
  transformPageData: ({ description, params }) => ({ description: params?.description ?? description }),
  themeConfig: {
    nav: [{ text: 'Documents', items: nav }],
    sidebar: { '/docs/': nav },
    outline: [2, 3],
    search: { provider: 'local', options: { miniSearch } },
  },
}
