import { expect, it } from 'vitest'
import { foldObligation } from '../../../activities/fold.ts'
import { by, secretariat } from '../../support/memory-context.ts'
import { submitReport, withdrawReport } from '../../support/obligation-commands.ts'
import { contextOfPlan } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'

const indicator = 'ilo:fp-3:indicator:office'

it('a wrong figure that the secretariat recorded for a unit is taken back by it, and its day observed again', async () => {
  const { office, log } = await contextOfPlan('2022-06-20')
  const observe = (command: string, value: number) => submitReport(office, by(secretariat, command), indicator, { observedOn: '2022-06-01', value })
  const status = () => foldObligation({ events: log.events.filter(({ stream }) => stream === `obligation/${indicator}`) }).status

  await observe('wrong', 70)
  expect(status()).toBe('discharged')
  await expect(observe('early', 60)).rejects.toEqual(refusal('already-observed'))
  await withdrawReport(office, by(secretariat, 'back'), indicator, {})
  expect(status()).toBe('open')
  await observe('right', 60)
  expect(status()).toBe('open')
})
