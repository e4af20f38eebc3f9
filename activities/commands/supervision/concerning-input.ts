import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { partyCode } from '../../../domain/party-code.ts'
import { sourcesInput } from '../../source-input.ts'

export const text = z.string().trim().min(1).max(2_000)
export const code = z.string().trim().min(1).max(100)

/** Whom it concerns, when it happened (today at the seat where no day is given) and where it is said. */
export const concerningInput = { organization: code, member: partyCode, on: calendarDate.optional(), source: sourcesInput.optional() }

/** By their codes. None: it concerns whatever the Member owes. */
export const instrumentsInput = z.array(code).default([])
