import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder that holds `package.json`, `seeds/` and `locales/`: the same whether this runs from source or from `dist/`.
 *
 * @throws Error when no folder above `from` holds a package.json
 */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from)
    throw new Error('There is no package.json in any folder above the program: it was moved out of its project. Install it again with npm ci.')
  return projectRoot(above)
}
