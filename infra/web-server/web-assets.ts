import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { z } from 'zod'
import { type Asset, type Assets, assetPath } from '../../web/assets.ts'
import { projectRoot } from '../installation/project-root.ts'

const require = createRequire(import.meta.url)

type Face = { readonly family: string; readonly weight: number; readonly range: string; readonly file: string; readonly script: 'latin' | 'arabic' }

// Ranges as the font's own style sheets cut them: a page fetches only what its letters need.
const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExtended = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF'
const arabic =
  'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC'

const faces: readonly Face[] = [
  { family: 'Noto Sans', weight: 400, range: latin, script: 'latin', file: require.resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2') },
  { family: 'Noto Sans', weight: 700, range: latin, script: 'latin', file: require.resolve('@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2') },
  {
    family: 'Noto Sans',
    weight: 400,
    range: latinExtended,
    script: 'latin',
    file: require.resolve('@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2'),
  },
  { family: 'Overpass', weight: 700, range: latin, script: 'latin', file: require.resolve('@fontsource/overpass/files/overpass-latin-700-normal.woff2') },
  {
    family: 'Overpass',
    weight: 700,
    range: latinExtended,
    script: 'latin',
    file: require.resolve('@fontsource/overpass/files/overpass-latin-ext-700-normal.woff2'),
  },
  { family: 'Vazirmatn', weight: 400, range: arabic, script: 'arabic', file: require.resolve('@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff2') },
  { family: 'Vazirmatn', weight: 700, range: arabic, script: 'arabic', file: require.resolve('@fontsource/vazirmatn/files/vazirmatn-arabic-700-normal.woff2') },
]

/** The style sheet, with the theme's own colours, and the fonts: read once, when the pages' process starts. */
export async function readAssets(root: string = projectRoot()): Promise<Assets> {
  const fonts = await Promise.all(
    faces.map(async (face) => ({ ...face, ...named(await readFile(face.file), `${slug(face.family)}-${face.weight}`, 'woff2', 'font/woff2') })),
  )
  const own = await readFile(join(root, 'web', 'look.css'), 'utf8')
  const css = [await themeColours(), ...fonts.map(fontFace), own].join('\n')
  const look = named(Buffer.from(css), 'look', 'css', 'text/css; charset=utf-8')
  const preloaded = (script: Face['script'], range: string) => fonts.filter((font) => font.script === script && font.range === range).map(({ name }) => name)
  return {
    files: new Map([look, ...fonts].map(({ name, asset }) => [name, asset])),
    look: look.name,
    preload: { latin: preloaded('latin', latin), arabic: preloaded('arabic', arabic) },
  }
}

function named(bytes: Buffer, stem: string, ending: string, type: string): { readonly name: string; readonly asset: Asset } {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { name: `${stem}.${hash}.${ending}`, asset: { bytes: new Uint8Array(bytes), type } }
}

const slug = (family: string) => family.toLowerCase().replaceAll(' ', '-')

const fontFace = ({ family, weight, range, name }: Face & { readonly name: string }) =>
  `@font-face{font-family:'${family}';font-style:normal;font-weight:${weight};font-display:swap;src:url(${assetPath(name)}) format('woff2');unicode-range:${range}}`

/** `{ "brand": { <name>: { "value": "rgba(...)" } } }` as custom properties. */
async function themeColours(): Promise<string> {
  const text = await readFile(require.resolve('@ilo-org/themes/tokens/brand/base.json'), 'utf8')
  const { brand } = z.object({ brand: z.record(z.string(), z.object({ value: z.string() })) }).parse(JSON.parse(text))
  return `:root{${Object.entries(brand)
    .map(([name, { value }]) => `--${name}:${value}`)
    .join(';')}}`
}
