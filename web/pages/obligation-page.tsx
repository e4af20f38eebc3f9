import { InstrumentPage } from './instrument-page.tsx'
import type { ObligationPageProps } from './obligation-frame.tsx'
import { EnteredPage } from './plan-obligation-page.tsx'

/** One obligation, of an instrument or of a row. */
export const ObligationPage = (props: ObligationPageProps) => {
  const { state } = props.row
  return state.family === 'entered' ? <EnteredPage {...props} state={state} /> : <InstrumentPage {...props} state={state} />
}
