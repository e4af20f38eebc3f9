import { join } from 'node:path'
import type { CommandLinePorts } from '../../cli/ports.ts'
import { systemClock } from '../clock/system-clock.ts'
import { projectRoot } from '../installation/project-root.ts'
import { checkSeeds } from '../seeds/check-seeds.ts'
import { discrepanciesIn } from '../seeds/discrepancies/discrepancies-in.ts'
import { loadSeeds } from '../seeds/load-seeds.ts'

export const findSeedProblems: CommandLinePorts['checkSeeds'] = async () => checkSeeds(seeds(), await systemClock().today('UTC'))

export const findDiscrepancies: CommandLinePorts['discrepancies'] = async () => discrepanciesIn(await loadSeeds(seeds(), await systemClock().today('UTC')))

const seeds = (): string => join(projectRoot(), 'seeds')
