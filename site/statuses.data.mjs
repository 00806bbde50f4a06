import { releases, statuses } from './pages.mjs'

const rows = statuses.flatMap(({ name, description, spans }) => spans.map((span) => ({ name, description, ...span })))
export default { load: () => ({ releases, rows: rows.sort((a, b) => a.code - b.code) }) }
